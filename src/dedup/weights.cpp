#include "dedup/weights.hpp"

#include <cstdlib>
#include <map>

#include "text/table_reader.hpp"

namespace rasd {
namespace {

std::map<std::string, int DedupWeights::*> weight_names() {
  return {{"join", &DedupWeights::join},
          {"cluster", &DedupWeights::cluster},
          {"not_compared", &DedupWeights::not_compared},
          {"same_day", &DedupWeights::same_day},
          {"same_day_assumed", &DedupWeights::same_day_assumed},
          {"next_day", &DedupWeights::next_day},
          {"next_day_assumed", &DedupWeights::next_day_assumed},
          {"days_apart", &DedupWeights::days_apart},
          {"date_vague", &DedupWeights::date_vague},
          {"date_unknown", &DedupWeights::date_unknown},
          {"same_place", &DedupWeights::same_place},
          {"same_province", &DedupWeights::same_province},
          {"same_country", &DedupWeights::same_country},
          {"place_within", &DedupWeights::place_within},
          {"place_in_country", &DedupWeights::place_in_country},
          {"place_near", &DedupWeights::place_near},
          {"place_named", &DedupWeights::place_named},
          {"place_unknown", &DedupWeights::place_unknown},
          {"other_place", &DedupWeights::other_place},
          {"other_province", &DedupWeights::other_province},
          {"other_country", &DedupWeights::other_country},
          {"same_sub_type", &DedupWeights::same_sub_type},
          {"same_type", &DedupWeights::same_type},
          {"same_family", &DedupWeights::same_family},
          {"other_family", &DedupWeights::other_family},
          {"same_actor", &DedupWeights::same_actor},
          {"kindred_actor", &DedupWeights::kindred_actor},
          {"other_actor", &DedupWeights::other_actor},
          {"same_target", &DedupWeights::same_target},
          {"same_target_kind", &DedupWeights::same_target_kind},
          {"other_target", &DedupWeights::other_target},
          {"same_killed_many", &DedupWeights::same_killed_many},
          {"same_killed_few", &DedupWeights::same_killed_few},
          {"same_killed_one", &DedupWeights::same_killed_one},
          {"near_killed", &DedupWeights::near_killed},
          {"apart_killed", &DedupWeights::apart_killed},
          {"far_killed", &DedupWeights::far_killed},
          {"same_harmed", &DedupWeights::same_harmed},
          {"near_harmed", &DedupWeights::near_harmed},
          {"far_harmed", &DedupWeights::far_harmed},
          {"rare_word", &DedupWeights::rare_word},
          {"rare_words", &DedupWeights::rare_words},
          {"no_rare_word", &DedupWeights::no_rare_word},
          {"same_article", &DedupWeights::same_article},
          {"plan_against_act", &DedupWeights::plan_against_act},
          {"background_against_main", &DedupWeights::background_against_main},
          {"near_km", &DedupWeights::near_km},
          {"window", &DedupWeights::window}};
}

// "-1.25" -> -125
bool read_hundredths(const std::string& text, int& value) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(number > -10000 && number < 10000)) return false;
  value = static_cast<int>(number * 100 + (number < 0 ? -0.5 : 0.5));
  return true;
}

}  // namespace

Result<DedupWeights> DedupWeights::load(const std::string& file) {
  const Result<Table> table = read_table(file, {"key", "weight"});
  if (!table) return table.error();
  std::map<std::string, int DedupWeights::*> missing = weight_names();
  DedupWeights weights;
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    const auto found = missing.find(row.cells[0]);
    if (found == missing.end()) {
      faults.push_back(table->fault(row, 0, "D111", "no such weight, or a second time: " + row.cells[0]));
      continue;
    }
    if (!read_hundredths(row.cells[1], weights.*(found->second))) {
      faults.push_back(table->fault(row, 1, "D111", "not a number: " + row.cells[1]));
    }
    missing.erase(found);
  }
  for (const auto& [name, member] : missing) faults.push_back({"D111", table->file, 0, 0, "the weight " + name + " is missing", ""});
  // Counts, not weights.
  weights.near_km /= 100;
  weights.window /= 100;
  if (!faults.empty()) return faults;
  return weights;
}

}  // namespace rasd
