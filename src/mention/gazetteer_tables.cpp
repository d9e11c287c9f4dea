#include "mention/gazetteer_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "text/table_reader.hpp"

namespace rasd {
namespace {

enum Column : std::size_t { kId, kKind, kCountry, kAdmin1, kAdmin2, kLat, kLon, kPop, kNameEn, kFlags, kNameAr, kColumns };
constexpr std::string_view kHeader = "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpop\tname_en\tflags\tname_ar";
constexpr double kMillion = 1e6;

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

bool read_degrees(std::string_view text, double limit, std::int32_t& out) {
  double degrees = 0;
  if (!read_number(text, degrees) || !(std::abs(degrees) <= limit)) return false;
  out = static_cast<std::int32_t>(std::lround(degrees * kMillion));
  return true;
}

// Calls `take` with each part between separators.
template <class Take>
void each_part(std::string_view text, char separator, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

GazetteerTables::GazetteerTables(const Normalizer& normalizer) : normalizer_(normalizer) {
  texts_.add({});
  country_keys_.add({});
  admin_keys_.add({});
  countries_.push_back(0);
  admins_.push_back(0);
}

void GazetteerTables::read(const std::vector<std::string>& paths, Diagnostics& faults) {
  for (const std::string& path : paths) {
    const Result<std::string> content = read_file(path);
    if (content) add_file(path, content.value(), faults);
    else faults.insert(faults.end(), content.error().begin(), content.error().end());
  }
}

void GazetteerTables::add_file(const std::string& path, std::string_view rest, Diagnostics& faults) {
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

void GazetteerTables::add_row(std::string_view row, const std::string& path, std::uint32_t line, Diagnostics& faults) {
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
  PlaceRecord record;
  if (!cells[kLat].empty() || !cells[kLon].empty()) {
    if (read_degrees(cells[kLat], 90, record.latitude) && read_degrees(cells[kLon], 180, record.longitude)) {
      record.flags |= PlaceRecord::kLocated;
    } else {
      faults.push_back({"D005", path, line, 1, "lat and lon must be numbers", ""});
    }
  }
  if (!cells[kPop].empty() && !read_number(cells[kPop], record.population)) {
    faults.push_back({"D005", path, line, 1, "pop must be a whole number", ""});
  }
  // "a", "m", "s", then ':' and the provinces of an area.
  const std::string_view flags = cells[kFlags];
  const std::size_t colon = std::min(flags.find(':'), flags.size());
  if (colon < flags.size()) record.covers = texts_.add(flags.substr(colon + 1));
  for (const char flag : flags.substr(0, colon)) {
    if (flag == 'a') record.flags |= PlaceRecord::kAmbiguous;
    if (flag == 'm') record.flags |= PlaceRecord::kMinor;
    if (flag == 's') record.flags |= PlaceRecord::kSmall | PlaceRecord::kMinor;
  }
  record.id = texts_.add(cells[kId]);
  record.kind = texts_.add(cells[kKind]);
  record.admin2 = texts_.add(cells[kAdmin2]);
  record.name_en = texts_.add(cells[kNameEn]);
  record.name = texts_.add(cells[kNameAr].substr(0, cells[kNameAr].find('|')));
  record.rank = rank_of(cells[kKind], record.population);
  number_admins(cells[kCountry], cells[kAdmin1], record);
  const auto number = static_cast<std::uint32_t>(rows_.size());
  rows_.push_back(record);
  const bool small = (record.flags & PlaceRecord::kSmall) != 0;
  each_part(cells[kNameAr], '|', [&](std::string_view name) { small ? add_small_name(name, number) : add_name(name, number); });
}

void GazetteerTables::number_admins(std::string_view country, std::string_view admin1, PlaceRecord& record) {
  const std::uint32_t country_number = country_keys_.add(country);
  if (country_number == countries_.size()) countries_.push_back(texts_.add(country));
  record.country = static_cast<std::uint16_t>(country_number);
  if (admin1.empty()) return;
  key_.assign(country).append("/").append(admin1);
  const std::uint32_t admin_number = admin_keys_.add(key_);
  if (admin_number == admins_.size()) admins_.push_back(texts_.add(admin1));
  record.admin1 = static_cast<std::uint16_t>(admin_number);
}

void GazetteerTables::add_name(std::string_view name, std::uint32_t row) {
  name_words_.clear();
  each_part(normalizer_.fold(name), ' ', [&](std::string_view word) {
    if (!word.empty()) name_words_.push_back(words_.add(word) + 1);
  });
  names_.add(name_words_, row);
}

void GazetteerTables::add_small_name(std::string_view name, std::uint32_t row) {
  const std::uint32_t number = small_names_.add(normalizer_.fold(name));
  if (number == small_rows_.size()) small_rows_.emplace_back();
  std::vector<std::uint32_t>& rows = small_rows_[number];
  if (rows.empty() || rows.back() != row) rows.push_back(row);
}

std::string GazetteerTables::image(const SourceStamp& stamp) const {
  std::vector<std::uint32_t> begins, rows;
  begins.reserve(small_rows_.size() + 1);
  for (const std::vector<std::uint32_t>& of_name : small_rows_) {
    begins.push_back(static_cast<std::uint32_t>(rows.size()));
    rows.insert(rows.end(), of_name.begin(), of_name.end());
  }
  begins.push_back(static_cast<std::uint32_t>(rows.size()));
  ImageWriter writer;
  writer.add(texts_, false);
  writer.add(words_);
  const NameTrie::Arrays names = names_.arrays();
  writer.add(names.begins);
  writer.add(names.first);
  writer.add(names.edges);
  writer.add(names.nodes);
  writer.add(names.payloads);
  writer.add(small_names_);
  writer.add(std::span<const std::uint32_t>(begins));
  writer.add(std::span<const std::uint32_t>(rows));
  writer.add(std::span<const PlaceRecord>(rows_));
  writer.add(std::span<const std::uint32_t>(countries_));
  writer.add(std::span<const std::uint32_t>(admins_));
  return writer.finish(stamp);
}

}  // namespace rasd
