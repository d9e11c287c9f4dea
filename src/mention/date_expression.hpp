// A date expression as it was said, before it is laid on the calendar.
#pragma once

#include <cstdint>
#include <optional>

#include "mention/calendar.hpp"

namespace rasd {

enum class DateForm : std::uint8_t {
  none,
  day,           // weekday and/or day, month, year
  relative,      // days from the anchor
  period,        // the past week, this month, next year
  span,          // the last three days
  ago,           // three days ago
  first_months,  // the first six months of a year
  year,
  season,
  decade,
  night,  // last night
  same,   // the same day, the next day
  feast,  // a day of a feast of the Hijri year: count days behind its first day; without a month, of whichever was last
  time_only,
};

enum class PeriodPart : std::uint8_t {
  whole,
  begin,
  middle,
  end,
  rest,
  half1,
  half2,
  quarter1,
  quarter2,
  quarter3,
  quarter4,
  third1,
  third2,
  third3
};

struct DateExpression {
  DateForm form = DateForm::none;
  PeriodPart part = PeriodPart::whole;
  bool hijri = false;
  bool night = false;  // the night between two days
  bool both = false;   // "the two days X and Y"
  bool vague = false;  // "some days ago"
  bool about = false;  // "about a month ago"
  bool has_part_of_day = false;
  bool through_today = false;  // span: today is its last day
  char unit = 0;               // H D W M Y
  int count = 0;  // relative: days; span, ago: units; same: days further; season: first month; decade: first year
  std::optional<int> weekday;
  std::optional<int> weekday2;
  std::optional<int> day;
  std::optional<int> day2;
  std::optional<int> month;
  std::optional<int> year;
  std::optional<int> modifier;     // -1 past, 0 this, 1 next: of the weekday, month or period
  std::optional<int> month_shift;  // "the 20th of next month"
  std::optional<int> year_shift;   // "May of last year"
  std::optional<int> week_shift;   // "Friday of next week"
};

// An expression or a range of two, with what stands around it.
struct DatePhrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t proclitics = 0;
  std::uint8_t stem = 0;
  bool since = false;
  DateExpression first;
  std::optional<DateExpression> last;
};

struct DateContext {
  std::optional<Date> anchor;
  std::optional<DateRange> previous;  // the date that the text named last
  bool future = false;                // what is told is to come
  bool during = false;                // "during" stands before it: a period that is not over ends at the anchor
};

class DateResolver {
 public:
  explicit DateResolver(const calendar::HijriTable& hijri) : hijri_(hijri) {}
  // Nothing where the expression names no day that exists, or the anchor is needed and missing.
  [[nodiscard]] std::optional<DateRange> resolve(const DatePhrase& phrase, const DateContext& context) const;
  [[nodiscard]] std::optional<DateRange> resolve(const DateExpression& expression, const DateContext& context) const;

 private:
  [[nodiscard]] std::optional<DateRange> resolve_day(const DateExpression& e, const DateContext& context) const;
  [[nodiscard]] std::optional<DateRange> resolve_feast(const DateExpression& e, const DateContext& context) const;
  [[nodiscard]] std::optional<DateRange> resolve_hijri(const DateExpression& e, const DateContext& context) const;
  const calendar::HijriTable& hijri_;
};

// A full date that needs no anchor.
[[nodiscard]] bool is_explicit(const DateExpression& expression);

}  // namespace rasd
