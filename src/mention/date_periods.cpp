#include "mention/date_periods.hpp"

#include <algorithm>

namespace rasd {
namespace {

using calendar::add_days;
using calendar::add_months;
using calendar::CivilDay;
using calendar::to_civil;

DateRange rest_of(DateRange period, Date anchor) {
  if (period.start <= anchor && anchor <= period.end) period.start = anchor;
  return period;
}

}  // namespace

DateRange one_day(Date day) {
  return {day, day, DatePrecision::day};
}

DateRange part_of_month(DateRange month, PeriodPart part) {
  const int length = static_cast<int>((month.end - month.start).count()) + 1;
  switch (part) {
    case PeriodPart::middle:
      return {add_days(month.start, 10), add_days(month.start, 19), DatePrecision::week};
    case PeriodPart::end:
      return {add_days(month.start, 20), month.end, DatePrecision::week};
    case PeriodPart::third1:
      return {month.start, add_days(month.start, 9), DatePrecision::week};
    case PeriodPart::third2:
      return {add_days(month.start, 10), add_days(month.start, 19), DatePrecision::week};
    case PeriodPart::third3:
      return {add_days(month.start, 20), month.end, DatePrecision::week};
    case PeriodPart::half1:
      return {month.start, add_days(month.start, 14), DatePrecision::week};
    case PeriodPart::half2:
      return {add_days(month.start, std::min(15, length - 1)), month.end, DatePrecision::week};
    default:
      return month;
  }
}

DateRange part_of_year(int year, PeriodPart part) {
  switch (part) {
    case PeriodPart::middle:
      return calendar::month_of(year, 6);
    case PeriodPart::half1:
      return calendar::months_of(year, 1, 6);
    case PeriodPart::half2:
      return calendar::months_of(year, 7, 12);
    case PeriodPart::quarter1:
      return calendar::months_of(year, 1, 3);
    case PeriodPart::quarter2:
      return calendar::months_of(year, 4, 6);
    case PeriodPart::quarter3:
      return calendar::months_of(year, 7, 9);
    case PeriodPart::quarter4:
      return calendar::months_of(year, 10, 12);
    case PeriodPart::third1:
      return calendar::months_of(year, 1, 4);
    case PeriodPart::third2:
      return calendar::months_of(year, 5, 8);
    case PeriodPart::third3:
      return calendar::months_of(year, 9, 12);
    default:
      return calendar::year_of(year);
  }
}

std::optional<DateRange> resolve_period(const DateExpression& e, Date anchor) {
  const int shift = e.modifier.value_or(0);
  const CivilDay today = to_civil(anchor);
  if (e.unit == 'W') {
    if (e.part == PeriodPart::end && !e.modifier) {  // the weekend: Friday and Saturday
      const int back = (calendar::weekday_of(anchor) + 1) % 7;
      return DateRange{add_days(anchor, -back - 1), add_days(anchor, -back), DatePrecision::day};
    }
    if (shift == -1) return DateRange{add_days(anchor, -7), add_days(anchor, -1), DatePrecision::week};
    DateRange week = calendar::week_of(add_days(anchor, 7 * shift));
    if (e.part == PeriodPart::rest) return rest_of(week, anchor);
    if (e.part == PeriodPart::begin) week = {add_days(week.start, -1), add_days(week.start, 1), DatePrecision::week};
    if (e.part == PeriodPart::middle) week = {add_days(week.start, 2), add_days(week.start, 4), DatePrecision::week};
    return week;
  }
  if (e.unit == 'M') {
    const DateRange month = calendar::month_of(today.year, today.month + shift);
    return e.part == PeriodPart::rest ? rest_of(month, anchor) : part_of_month(month, e.part);
  }
  if (e.unit == 'Y') {
    if (e.part == PeriodPart::rest) return rest_of(calendar::year_of(today.year + shift), anchor);
    return part_of_year(today.year + shift, e.part);
  }
  if (e.unit == 'D') return one_day(add_days(anchor, shift));
  if (e.unit == 'H') return one_day(anchor);
  return std::nullopt;
}

std::optional<DateRange> resolve_span(const DateExpression& e, Date anchor, bool future) {
  const int direction = e.modifier.value_or(e.through_today && future ? 1 : -1);
  const int n = e.count;
  if (e.unit == 'H') {
    const int days = std::max(1, (n + 23) / 24);
    if (direction > 0) return DateRange{anchor, add_days(anchor, days), DatePrecision::day};
    return DateRange{add_days(anchor, -days), anchor, DatePrecision::day};
  }
  const auto at = [&](int units) {
    if (e.unit == 'D') return add_days(anchor, units);
    if (e.unit == 'W') return add_days(anchor, 7 * units);
    if (e.unit == 'M') return add_months(anchor, units);
    return add_months(anchor, 12 * units);
  };
  DatePrecision precision = DatePrecision::day;
  if (e.unit == 'W' || e.vague) precision = DatePrecision::week;
  if (e.unit == 'M') precision = DatePrecision::month;
  if (e.unit == 'Y') precision = DatePrecision::year;
  if (direction > 0) return DateRange{add_days(anchor, e.through_today ? 0 : 1), at(n), precision};
  if (e.through_today) return DateRange{e.unit == 'D' ? at(1 - n) : at(-n), anchor, precision};
  return DateRange{at(-n), add_days(anchor, -1), precision};
}

std::optional<DateRange> resolve_ago(const DateExpression& e, Date anchor) {
  const int n = e.count;
  if (e.unit == 'I' || e.unit == 'H') return one_day(add_days(anchor, n >= 0 ? -(n / 24) : -n / 24));
  if (e.unit == 'D') {
    if (e.vague) return DateRange{add_days(anchor, -7), add_days(anchor, -1), DatePrecision::week};
    return one_day(add_days(anchor, -n));
  }
  if (e.unit == 'W') {
    const Date day = add_days(anchor, -7 * n);
    if (e.vague) return DateRange{add_days(anchor, -30), add_days(anchor, -7), DatePrecision::month};
    return DateRange{day, day, DatePrecision::week};
  }
  if (e.unit == 'M') {
    if (e.vague) return std::nullopt;
    const Date day = add_months(anchor, -n);
    if (e.about) return calendar::month_of(to_civil(day).year, to_civil(day).month);
    return DateRange{day, day, DatePrecision::month};
  }
  if (e.unit == 'Y' && !e.vague) return calendar::year_of(to_civil(anchor).year - n);
  return std::nullopt;
}

}  // namespace rasd
