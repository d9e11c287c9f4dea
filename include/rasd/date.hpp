// Calendar days (proleptic Gregorian). No clock and no time zone: an anchor date is always an input.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rasd {

using Date = std::chrono::sys_days;

enum class DatePrecision : std::uint8_t { day, week, month, year };

// Both ends inclusive.
struct DateRange {
  Date start;
  Date end;
  DatePrecision precision = DatePrecision::day;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// A day of the calendar, or nothing where there is no such day.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);
// "2024-01-31", also with a time behind it ("2024-01-31T10:00:00Z"): the written day is taken.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
[[nodiscard]] std::string to_iso(Date date);

}  // namespace rasd
