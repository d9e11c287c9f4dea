#include "mention/calendar.hpp"

#include <algorithm>

#include "text/table_reader.hpp"

namespace rasd::calendar {
namespace {

// A day that exists, in any year that chrono knows.
Date civil_day(int year, int month, int day) {
  return Date{std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}}};
}

int floor_div(int a, int b) {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

}  // namespace

CivilDay to_civil(Date date) {
  const std::chrono::year_month_day ymd{date};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int weekday_of(Date date) {
  return static_cast<int>(std::chrono::weekday{date}.c_encoding());
}

std::optional<Date> day_of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Date{ymd};
}

int days_in_month(int year, int month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

Date add_days(Date date, int count) {
  return date + std::chrono::days{count};
}

Date add_months(Date date, int count) {
  const CivilDay civil = to_civil(date);
  const int months = civil.year * 12 + (civil.month - 1) + count;
  const int year = floor_div(months, 12);
  const int month = months - 12 * year + 1;
  return civil_day(year, month, std::min(civil.day, days_in_month(year, month)));
}

DateRange month_of(int year, int month) {
  const int months = year * 12 + (month - 1);
  const int y = floor_div(months, 12);
  const int m = months - 12 * y + 1;
  return {civil_day(y, m, 1), civil_day(y, m, days_in_month(y, m)), DatePrecision::month};
}

DateRange months_of(int year, int first, int last) {
  return {month_of(year, first).start, month_of(year, last).end, DatePrecision::month};
}

DateRange year_of(int year) {
  return {civil_day(year, 1, 1), civil_day(year, 12, 31), DatePrecision::year};
}

DateRange week_of(Date date) {
  const Date monday = add_days(date, -((weekday_of(date) + 6) % 7));
  return {monday, add_days(monday, 6), DatePrecision::week};
}

Result<HijriTable> HijriTable::load(const std::string& path) {
  Result<Table> table = read_table(path, {"year", "first_day", "lengths"});
  if (!table) return table.error();
  HijriTable result;
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    Year year{};
    const std::optional<Date> first = parse_iso_date(row.cells[1]);
    const int number = std::atoi(row.cells[0].c_str());
    if (!first || row.cells[2].size() != 12 ||
        (!result.years_.empty() && number != result.first_year_ + static_cast<int>(result.years_.size()))) {
      faults.push_back(table->fault(row, 0, "M002", "not a Hijri year",
                                    "year, Gregorian day of its first day, twelve digits: 3 = 30 days, 2 = 29 days"));
      continue;
    }
    if (result.years_.empty()) result.first_year_ = number;
    year.first = *first;
    for (std::size_t i = 0; i < 12; ++i) year.lengths[i] = row.cells[2][i] == '3' ? 30 : 29;
    result.years_.push_back(year);
  }
  if (!faults.empty()) return faults;
  return result;
}

const HijriTable::Year* HijriTable::find(int year) const {
  const int index = year - first_year_;
  if (index < 0 || index >= static_cast<int>(years_.size())) return nullptr;
  return &years_[static_cast<std::size_t>(index)];
}

std::optional<Date> HijriTable::day_of(int year, int month, int day) const {
  const Year* found = find(year);
  if (found == nullptr || month < 1 || month > 12 || day < 1) return std::nullopt;
  int offset = day - 1;
  for (int m = 1; m < month; ++m) offset += found->lengths[m - 1];
  if (day > found->lengths[month - 1]) return std::nullopt;
  return add_days(found->first, offset);
}

std::optional<DateRange> HijriTable::month_of(int year, int month) const {
  const std::optional<Date> first = day_of(year, month, 1);
  if (!first) return std::nullopt;
  return DateRange{*first, add_days(*first, find(year)->lengths[month - 1] - 1), DatePrecision::month};
}

std::optional<DateRange> HijriTable::year_of(int year) const {
  const std::optional<DateRange> first = month_of(year, 1);
  const std::optional<DateRange> last = month_of(year, 12);
  if (!first || !last) return std::nullopt;
  return DateRange{first->start, last->end, DatePrecision::year};
}

std::optional<CivilDay> HijriTable::from_date(Date date) const {
  const auto after = std::upper_bound(years_.begin(), years_.end(), date,
                                      [](Date value, const Year& year) { return value < year.first; });
  if (after == years_.begin()) return std::nullopt;
  const Year& year = *(after - 1);
  int offset = static_cast<int>((date - year.first).count());
  for (int month = 1; month <= 12; ++month) {
    const int length = year.lengths[month - 1];
    if (offset < length) {
      return CivilDay{first_year_ + static_cast<int>(after - 1 - years_.begin()), month, offset + 1};
    }
    offset -= length;
  }
  return std::nullopt;
}

}  // namespace rasd::calendar
