// Calendar arithmetic on days, and the Hijri calendar of Umm al-Qura from a table. No clock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rasd/date.hpp"
#include "rasd/result.hpp"

namespace rasd::calendar {

struct CivilDay {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31
};

[[nodiscard]] CivilDay to_civil(Date date);
[[nodiscard]] int weekday_of(Date date);  // 0 Sunday .. 6 Saturday
[[nodiscard]] int days_in_month(int year, int month);
// Nothing where there is no such day.
[[nodiscard]] std::optional<Date> day_of(int year, int month, int day);
// The same day `count` months later (earlier where negative); the last day of the month where it is too short.
[[nodiscard]] Date add_months(Date date, int count);
[[nodiscard]] Date add_days(Date date, int count);

// Whole periods.
[[nodiscard]] DateRange month_of(int year, int month);  // month may run over: 13 is January of the next year
[[nodiscard]] DateRange year_of(int year);
[[nodiscard]] DateRange months_of(int year, int first, int last);  // precision month
[[nodiscard]] DateRange week_of(Date date);                        // Monday to Sunday

// Umm al-Qura, AH 1356-1500.
class HijriTable {
 public:
  // `path` is data/calendar/hijri_years.tsv.
  static Result<HijriTable> load(const std::string& path);
  [[nodiscard]] std::optional<Date> day_of(int year, int month, int day) const;
  [[nodiscard]] std::optional<DateRange> month_of(int year, int month) const;
  [[nodiscard]] std::optional<DateRange> year_of(int year) const;
  // The Hijri day of a Gregorian one.
  [[nodiscard]] std::optional<CivilDay> from_date(Date date) const;

 private:
  struct Year {
    Date first;
    std::uint8_t lengths[12];
  };
  [[nodiscard]] const Year* find(int year) const;
  int first_year_ = 0;
  std::vector<Year> years_;
};

}  // namespace rasd::calendar
