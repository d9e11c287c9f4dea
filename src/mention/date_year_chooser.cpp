// Years for a text without a date of its own: from the years that it names and from weekday + day + month together.
#include <algorithm>

#include "mention/calendar.hpp"
#include "mention/date_finder.hpp"

namespace rasd {
namespace {

constexpr int kEarliestYear = 1990;
constexpr int kLatestYear = 2035;

bool lacks_year(const DateValue& date) {
  return !date.resolved && date.month && !date.year && !date.is_time_only;
}

bool weekday_fits(const DateValue& date, int year) {
  if (!date.weekday || !date.day) return true;
  const std::optional<Date> day = calendar::day_of(year, *date.month, *date.day);
  return day && calendar::weekday_of(*day) == *date.weekday;
}

// Years in which the most of the weekday constraints hold; empty where there are none.
std::vector<int> years_by_weekday(const MentionSet& set) {
  std::vector<int> best;
  int best_count = 0;
  for (int year = kEarliestYear; year <= kLatestYear; ++year) {
    int count = 0;
    for (const DateValue& date : set.dates) {
      if (lacks_year(date) && date.weekday && date.day && weekday_fits(date, year)) ++count;
    }
    if (count == 0 || count < best_count) continue;
    if (count > best_count) best.clear();
    best_count = count;
    best.push_back(year);
  }
  return best;
}

// The year of the text: fitting the weekdays, nearest to the latest year that it names in a full date, else in any.
std::optional<int> year_of_text(const MentionSet& set) {
  std::optional<int> named;      // latest year of a date with a month
  std::optional<int> mentioned;  // latest year at all
  for (const DateValue& date : set.dates) {
    if (!date.year || *date.year < kEarliestYear || *date.year > kLatestYear) continue;
    mentioned = std::max(mentioned.value_or(*date.year), *date.year);
    if (date.month) named = std::max(named.value_or(*date.year), *date.year);
  }
  const std::optional<int> near = named ? named : mentioned;
  const std::vector<int> fitting = years_by_weekday(set);
  if (fitting.empty()) return near;
  if (fitting.size() == 1) return fitting.front();
  if (!near) return std::nullopt;
  const auto nearer = [&](int a, int b) {
    // A text tells of its own time: a year behind the latest named one before an equally far one ahead of it.
    const int da = std::abs(a - *near);
    const int db = std::abs(b - *near);
    return da != db ? da < db : a > b;
  };
  return *std::min_element(fitting.begin(), fitting.end(), nearer);
}

}  // namespace

void DateFinder::resolve_without_anchor(MentionSet& set) const {
  const std::optional<int> year = year_of_text(set);
  if (!year) return;
  for (DateValue& date : set.dates) {
    if (!lacks_year(date)) continue;
    int chosen = *year;
    if (date.weekday && date.day && !weekday_fits(date, chosen)) {
      if (weekday_fits(date, chosen - 1))
        --chosen;
      else if (weekday_fits(date, chosen + 1))
        ++chosen;
      else
        continue;
    }
    if (!date.day) {
      date.resolved = calendar::month_of(chosen, *date.month);
      continue;
    }
    const std::optional<Date> day = calendar::day_of(chosen, *date.month, *date.day);
    if (day) date.resolved = DateRange{*day, *day, DatePrecision::day};
  }
}

}  // namespace rasd
