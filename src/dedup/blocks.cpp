#include "dedup/blocks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

#include "dedup/compare.hpp"
#include "dedup/disjoint_sets.hpp"

namespace rasd {
namespace {

constexpr int kMostDays = 8;           // a week and the day after; what is told of a month would stand in too many blocks
constexpr std::int64_t kTellingToll = 3;  // from here on few incidents of a day and country share their number of dead
constexpr double kCellsPerDegree = 2;

std::string cell_of(double degrees, double shift) {
  return std::to_string(static_cast<long>(std::floor(degrees * kCellsPerDegree + shift)));
}

std::vector<std::string> place_keys(const Fingerprint& print) {
  std::vector<std::string> keys;
  if (!print.place) return keys;
  const IncidentPlace& place = *print.place;
  if (!place.admin1.empty()) keys.push_back(place.country + '/' + place.admin1);
  // One article tells the town, another only the country.
  if (!place.country.empty()) keys.push_back(place.country + '/');
  // Places at a border of provinces, and those whose province is not known. Two grids, for what lies at the edge of a cell.
  if (!place.is_wide() && place.latitude && place.longitude) {
    for (const double shift : {0.0, 0.5}) {
      keys.push_back((shift == 0 ? "@" : "@@") + cell_of(*place.latitude, shift) + ',' + cell_of(*place.longitude, shift));
    }
  }
  return keys;
}

std::vector<Date> block_days(const DateRange& range) {
  std::vector<Date> days;
  if ((range.end - range.start).count() + 1 >= kMostDays) return days;
  for (Date day = range.start; day <= range.end + std::chrono::days(1); day += std::chrono::days(1)) days.push_back(day);
  return days;
}

// Names of provinces come from data, but a key is one field of a line.
std::string as_field(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

// In the order in which neighbours are compared where a block is too large to compare all.
auto neighbour_order(const Fingerprint& print) {
  const auto& killed = print.toll(TollKind::killed);
  return std::make_tuple(print.place ? std::string_view(print.place->id) : std::string_view(), killed ? killed->min : std::int64_t{-1},
                         std::string_view(print.id));
}

void keep_one_of_each_id(std::vector<const Fingerprint*>& block) {
  std::sort(block.begin(), block.end(), [](const Fingerprint* x, const Fingerprint* y) {
    return x->id != y->id ? x->id < y->id : x->version > y->version;
  });
  block.erase(std::unique(block.begin(), block.end(), [](const Fingerprint* x, const Fingerprint* y) { return x->id == y->id; }),
              block.end());
}

}  // namespace

std::vector<std::string> block_keys(const Fingerprint& print, const DedupTables& tables) {
  std::set<std::string> keys;
  if (!print.days || print.status == "aggregate") return {};
  const std::vector<std::string> places = place_keys(print);
  const auto& killed = print.toll(TollKind::killed);
  for (const Date day : block_days(*print.days)) {
    const std::string date = to_iso(day);
    for (const std::string& family : tables.families(print.sub_event_type)) {
      for (const std::string& place : places) keys.insert(as_field(date + '|' + family + '|' + place));
    }
    if (killed && killed->min >= kTellingToll) {
      const std::string country = print.place ? print.place->country : std::string();
      keys.insert(as_field(date + "|killed " + std::to_string(killed->min) + '|' + country));
    }
  }
  return {keys.begin(), keys.end()};
}

std::vector<RecordPair> block_pairs(std::vector<const Fingerprint*> block, const DedupTables& tables) {
  keep_one_of_each_id(block);
  const auto window = static_cast<std::size_t>(tables.weights().window);
  std::sort(block.begin(), block.end(),
            [](const Fingerprint* x, const Fingerprint* y) { return neighbour_order(*x) < neighbour_order(*y); });
  DisjointSets joined(block.size());
  const auto for_each_pair = [&](const auto& visit) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      const std::size_t last = std::min(block.size(), i + 1 + window);
      for (std::size_t j = i + 1; j < last; ++j) visit(i, j);
    }
  };
  bool any = false;
  for_each_pair([&](std::size_t i, std::size_t j) {
    if (compare_records(*block[i], *block[j], tables) < tables.weights().join) return;
    joined.unite(i, j);
    any = true;
  });
  std::vector<RecordPair> pairs;
  if (!any) return pairs;
  // What speaks against a join is needed too, but only where the two could come together.
  for_each_pair([&](std::size_t i, std::size_t j) {
    if (joined.find(i) != joined.find(j)) return;
    const bool in_order = block[i]->id < block[j]->id;
    const Fingerprint* a = block[in_order ? i : j];
    const Fingerprint* b = block[in_order ? j : i];
    pairs.push_back({a, b, compare_records(*a, *b, tables)});
  });
  return pairs;
}

}  // namespace rasd
