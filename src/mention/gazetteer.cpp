#include "mention/gazetteer.hpp"

#include <algorithm>
#include <cmath>

#include "mention/gazetteer_tables.hpp"
#include "text/mapped_file.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

constexpr double kQuarterReach = 15;  // km: how far the quarters and camps of a city lie from its centre
constexpr double kDegree = 111.2;     // km of latitude

// All letters that names may be written with, folded: tables of folding that differ fold them differently.
std::uint64_t folding(const Normalizer& normalizer) {
  std::string letters;
  for (unsigned letter = 0x600; letter < 0x700; ++letter) {
    letters.push_back(static_cast<char>(0xC0 | (letter >> 6)));
    letters.push_back(static_cast<char>(0x80 | (letter & 0x3F)));
  }
  return checksum(normalizer.fold(letters));
}

Result<std::string> compile_tables(const std::string& directory, const std::vector<std::string>& paths, const Normalizer& normalizer,
                                   const SourceStamp& stamp) {
  Diagnostics faults;
  if (paths.empty()) faults.push_back({"D001", directory, 0, 0, "no gazetteer tables here", ""});
  GazetteerTables tables(normalizer);
  tables.read(paths, faults);
  if (!faults.empty()) return faults;
  return tables.image(stamp);
}

}  // namespace

Result<std::string> Gazetteer::compile(const std::string& directory, const Normalizer& normalizer) {
  const std::vector<std::string> paths = list_files(directory, ".tsv");
  SourceStamp stamp = stamp_files(directory, paths, true);
  stamp.mix(folding(normalizer));
  return compile_tables(directory, paths, normalizer, stamp);
}

Result<std::shared_ptr<const Gazetteer>> Gazetteer::load(const std::string& directory, const Normalizer& normalizer,
                                                         Vocabulary& vocabulary, const std::string& compiled,
                                                         const std::vector<std::string>& overlays) {
  auto out = std::make_shared<Gazetteer>();
  std::vector<std::string> paths = list_files(directory, ".tsv");
  const std::size_t own = paths.size();
  for (const std::string& overlay : overlays) {
    for (std::string& path : list_files(overlay, ".tsv")) paths.push_back(std::move(path));
  }
  const bool may_be_compiled = !compiled.empty() && own > 0 && own == paths.size();
  if (const auto file = !may_be_compiled ? nullptr : map_file(compiled); file != nullptr) {
    auto image = read_image(*file, out->compiled_from_);
    if (image != nullptr && is_made_from(out->compiled_from_, directory, paths, folding(normalizer))) {
      out->image_ = std::move(image);
      out->memory_ = file;
      out->is_compiled_ = true;
      release_pages(*file);
    }
  }
  if (!out->is_compiled_) {
    Result<std::string> bytes = compile_tables(directory, paths, normalizer, {});
    if (!bytes) return bytes.error();
    const auto memory = std::make_shared<const std::string>(std::move(bytes).value());
    SourceStamp ignored;
    out->image_ = read_image(*memory, ignored);
    out->memory_ = memory;
    if (out->image_ == nullptr) return Diagnostic{"D001", directory, 0, 0, "the tables are too large", ""};
  }
  out->names_ = NameTrie(out->image_->names);
  if (!vocabulary.adopt(out->image_->words, out->memory_)) {
    return Diagnostic{"D001", directory, 0, 0, "the gazetteer must be loaded before other words", ""};
  }
  return std::shared_ptr<const Gazetteer>(std::move(out));
}

std::span<const PlaceId> Gazetteer::small_places(std::string_view folded) const {
  const std::uint32_t name = image_->small_names.find(folded);
  if (name == kNoString) return {};
  const std::uint32_t begin = image_->small_begins[name];
  return image_->small_rows.subspan(begin, image_->small_begins[name + 1] - begin);
}

std::uint16_t Gazetteer::country_id(std::string_view country) const {
  if (country.empty()) return 0;
  for (std::uint16_t id = 1; id < country_count(); ++id) {
    if (country_code(id) == country) return id;
  }
  return 0;
}

bool Gazetteer::within(PlaceId inner, PlaceId outer) const {
  if (inner == outer) return true;
  const GazetteerEntry in = entry(inner);
  const GazetteerEntry out = entry(outer);
  if (in.country_id() == 0 || in.country_id() != out.country_id()) return false;
  const std::string_view in_kind = in.kind();
  const std::string_view out_kind = out.kind();
  if (out_kind == "country") return true;
  if (in_kind == "country") return false;
  // An area lies in, or is made of, provinces.
  for (std::string_view rest = out.covers(); !rest.empty();) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    if (rest.substr(0, end) == in.admin1()) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  // A city and the province of its name are said for one another.
  if (in.admin1_id() == out.admin1_id() && in.name() == out.name()) return true;
  if (in.admin1_id() == 0 || in.admin1_id() != out.admin1_id()) return false;
  if (out_kind == "province") return in_kind != "province";
  if (out_kind == "district") return !in.admin2().empty() && in.admin2() == out.admin2() && in_kind != "province";
  const bool of_city = in_kind == "quarter" || in_kind == "camp" || in_kind == "base" || in_kind == "airport" ||
                       in_kind == "street" || in_kind == "facility";
  const bool city = out_kind == "city" || out_kind == "capital" || out_kind == "town" || out_kind == "area";
  return of_city && city && in.located() && out.located() && distance_km(in, out) < kQuarterReach;
}

double distance_km(const GazetteerEntry& a, const GazetteerEntry& b) {
  constexpr double kRadians = 3.14159265358979 / 180;
  const double north = (a.latitude() - b.latitude()) * kDegree;
  const double east = (a.longitude() - b.longitude()) * kDegree * std::cos((a.latitude() + b.latitude()) / 2 * kRadians);
  return std::sqrt(north * north + east * east);
}

}  // namespace rasd
