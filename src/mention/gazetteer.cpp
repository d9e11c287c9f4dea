#include "mention/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

#include "text/table_reader.hpp"
#include "token/string_table.hpp"

namespace rasd {
namespace {

enum Column : std::size_t { kId, kKind, kCountry, kAdmin1, kAdmin2, kLat, kLon, kPop, kNameEn, kFlags, kNameAr, kColumns };
constexpr std::string_view kHeader = "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpop\tname_en\tflags\tname_ar";
constexpr double kQuarterReach = 15;  // km: how far the quarters and camps of a city lie from its centre
constexpr double kDegree = 111.2;     // km of latitude

float rank_of(std::string_view kind, std::int64_t population) {
  float rank = 0.3f;
  if (kind == "country") rank = 3.0f;
  else if (kind == "province" || kind == "area" || kind == "sea") rank = 1.8f;
  else if (kind == "capital") rank = 2.8f;
  else if (kind == "city") rank = 1.9f;
  else if (kind == "district") rank = 1.0f;
  else if (kind == "town") rank = 0.9f;
  else if (kind == "camp" || kind == "base" || kind == "airport" || kind == "crossing") rank = 0.8f;
  if (population > 1000) rank += static_cast<float>(std::min(0.9, 0.25 * (std::log10(static_cast<double>(population)) - 3)));
  return std::min(rank, 3.0f);
}

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

class Gazetteer::Loader {
 public:
  Loader(const Normalizer& normalizer, Vocabulary& vocabulary, Gazetteer& out)
      : normalizer_(normalizer), vocabulary_(vocabulary), out_(out) {}

  // Reads the files first, so that the rows are laid down once.
  void read_files(const std::vector<std::string>& paths, Diagnostics& faults) {
    std::ptrdiff_t lines = 0;
    for (const std::string& path : paths) {
      Result<std::string> content = read_file(path);
      if (!content) {
        faults.insert(faults.end(), content.error().begin(), content.error().end());
        continue;
      }
      lines += std::count(content->begin(), content->end(), '\n') + 1;
      out_.buffers_.push_back(std::make_unique<const std::string>(std::move(content).value()));
      read_.push_back(path);
    }
    out_.entries_.reserve(static_cast<std::size_t>(lines));
    for (std::size_t i = 0; i < read_.size(); ++i) add_file(read_[i], *out_.buffers_[i], faults);
  }

  void finish() {
    out_.countries_ = countries_.size() + 1;
    out_.admins_ = admins_.size() + 1;
  }

 private:
  void add_file(const std::string& path, std::string_view rest, Diagnostics& faults) {
    bool header = false;
    for (std::uint32_t line = 1; !rest.empty(); ++line) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      std::string_view row = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
      if (row.empty() || row.front() == '#') continue;
      if (!header) {
        header = true;
        if (row == kHeader) continue;
        faults.push_back({"D002", path, line, 1, "wrong header", "the columns are: " + std::string(kHeader)});
        return;
      }
      add_row(row, path, line, faults);
    }
  }

  void add_row(std::string_view row, const std::string& path, std::uint32_t line, Diagnostics& faults) {
    std::array<std::string_view, kColumns> cells;
    std::size_t count = 0;
    for (std::size_t begin = 0;; ++count) {
      const std::size_t end = std::min(row.find('\t', begin), row.size());
      if (count < kColumns) cells[count] = row.substr(begin, end - begin);
      if (end == row.size()) break;
      begin = end + 1;
    }
    if (count + 1 != kColumns || cells[kNameAr].empty() || cells[kId].empty()) {
      faults.push_back({"D003", path, line, 1, "a row has " + std::to_string(kColumns) + " cells, id and name_ar among them", ""});
      return;
    }
    GazetteerEntry entry;
    entry.id = cells[kId];
    entry.kind = cells[kKind];
    entry.country = cells[kCountry];
    entry.admin1 = cells[kAdmin1];
    entry.admin2 = cells[kAdmin2];
    entry.name_en = cells[kNameEn];
    if (!cells[kLat].empty() || !cells[kLon].empty()) {
      entry.located = read_number(cells[kLat], entry.latitude) && read_number(cells[kLon], entry.longitude);
      if (!entry.located) faults.push_back({"D005", path, line, 1, "lat and lon must be numbers", ""});
    }
    if (!cells[kPop].empty() && !read_number(cells[kPop], entry.population)) {
      faults.push_back({"D005", path, line, 1, "pop must be a whole number", ""});
    }
    read_flags(cells[kFlags], entry);
    entry.rank = rank_of(entry.kind, entry.population);
    number_admins(entry);
    const auto id = static_cast<PlaceId>(out_.entries_.size());
    std::string_view names = cells[kNameAr];
    for (bool first = true; !names.empty(); first = false) {
      const std::size_t end = std::min(names.find('|'), names.size());
      const std::string_view name = names.substr(0, end);
      names.remove_prefix(std::min(end + 1, names.size()));
      if (first) entry.name = name;
      add_name(name, id);
    }
    out_.entries_.push_back(entry);
  }

  // "a", "m", then ':' and the provinces of an area.
  static void read_flags(std::string_view flags, GazetteerEntry& entry) {
    const std::size_t colon = std::min(flags.find(':'), flags.size());
    if (colon < flags.size()) entry.covers = flags.substr(colon + 1);
    for (const char flag : flags.substr(0, colon)) {
      if (flag == 'a') entry.ambiguous = true;
      if (flag == 'm') entry.minor = true;
    }
  }

  // Rows stand by country and province, so that most look-ups are saved.
  void number_admins(GazetteerEntry& entry) {
    if (!entry.country.empty()) {
      if (entry.country != last_country_) {
        last_country_ = entry.country;
        last_country_id_ = static_cast<std::uint16_t>(countries_.add(entry.country) + 1);
        last_admin_ = {};
        if (last_country_id_ == out_.country_codes_.size()) out_.country_codes_.push_back(entry.country);
      }
      entry.country_id = last_country_id_;
      if (!entry.admin1.empty()) {
        if (entry.admin1 != last_admin_ || last_admin_.empty()) {
          last_admin_ = entry.admin1;
          key_.assign(entry.country).append("/").append(entry.admin1);
          last_admin_id_ = static_cast<std::uint16_t>(admins_.add(key_) + 1);
        }
        entry.admin1_id = last_admin_id_;
      }
    }
  }

  void add_name(std::string_view name, PlaceId id) {
    const std::string folded = normalizer_.fold(name);
    words_.clear();
    std::string_view rest = folded;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) words_.push_back(vocabulary_.add(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    out_.names_.add(words_, id);
  }

  const Normalizer& normalizer_;
  Vocabulary& vocabulary_;
  Gazetteer& out_;
  std::vector<std::string> read_;
  StringTable countries_;
  StringTable admins_;
  std::string_view last_country_, last_admin_;
  std::uint16_t last_country_id_ = 0, last_admin_id_ = 0;
  std::string key_;
  std::vector<WordId> words_;
};

Result<std::shared_ptr<const Gazetteer>> Gazetteer::load(const std::string& directory, const Normalizer& normalizer,
                                                         Vocabulary& vocabulary, const std::vector<std::string>& overlays) {
  auto out = std::make_shared<Gazetteer>();
  Diagnostics faults;
  Loader loader(normalizer, vocabulary, *out);
  std::vector<std::string> files = list_files(directory, ".tsv");
  if (files.empty()) faults.push_back({"D001", directory, 0, 0, "no gazetteer tables here", ""});
  for (const std::string& overlay : overlays) {
    for (std::string& file : list_files(overlay, ".tsv")) files.push_back(std::move(file));
  }
  loader.read_files(files, faults);
  loader.finish();
  if (!faults.empty()) return faults;
  return std::shared_ptr<const Gazetteer>(std::move(out));
}

std::uint16_t Gazetteer::country_id(std::string_view country) const {
  if (country.empty()) return 0;
  const auto found = std::find(country_codes_.begin(), country_codes_.end(), country);
  return found == country_codes_.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(found - country_codes_.begin());
}

bool Gazetteer::within(PlaceId inner, PlaceId outer) const {
  if (inner == outer) return true;
  const GazetteerEntry& in = entries_[inner];
  const GazetteerEntry& out = entries_[outer];
  if (in.country_id == 0 || in.country_id != out.country_id) return false;
  if (out.kind == "country") return true;
  if (in.kind == "country") return false;
  // An area lies in, or is made of, provinces.
  for (std::string_view rest = out.covers; !rest.empty();) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    if (rest.substr(0, end) == in.admin1) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  // A city and the province of its name are said for one another.
  if (in.name == out.name && in.admin1_id == out.admin1_id) return true;
  if (in.admin1_id == 0 || in.admin1_id != out.admin1_id) return false;
  if (out.kind == "province") return in.kind != "province";
  if (out.kind == "district") return !in.admin2.empty() && in.admin2 == out.admin2 && in.kind != "province";
  const bool of_city = in.kind == "quarter" || in.kind == "camp" || in.kind == "base" || in.kind == "airport" ||
                       in.kind == "street" || in.kind == "facility";
  const bool city = out.kind == "city" || out.kind == "capital" || out.kind == "town" || out.kind == "area";
  return of_city && city && in.located && out.located && distance_km(in, out) < kQuarterReach;
}

double distance_km(const GazetteerEntry& a, const GazetteerEntry& b) {
  constexpr double kRadians = 3.14159265358979 / 180;
  const double north = (a.latitude - b.latitude) * kDegree;
  const double east = (a.longitude - b.longitude) * kDegree * std::cos((a.latitude + b.latitude) / 2 * kRadians);
  return std::sqrt(north * north + east * east);
}

}  // namespace rasd
