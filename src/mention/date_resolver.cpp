// Lays date expressions on the calendar, in the sense of news: without a word for the future the nearest past is meant.
#include <algorithm>
#include <cmath>

#include "mention/date_expression.hpp"

namespace rasd {
namespace {

using calendar::add_days;
using calendar::add_months;
using calendar::CivilDay;
using calendar::to_civil;

// A date without a year that lies so few days ahead is still this year's.
constexpr int kNearFuture = 7;
constexpr int kLongestRangeAhead = 60;

DateRange one_day(Date day) { return {day, day, DatePrecision::day}; }

// The part of a month as reports use it: the middle and the end are ten days, the beginning is the month.
DateRange part_of_month(DateRange month, PeriodPart part) {
  const int length = static_cast<int>((month.end - month.start).count()) + 1;
  switch (part) {
    case PeriodPart::middle: return {add_days(month.start, 10), add_days(month.start, 19), DatePrecision::week};
    case PeriodPart::end: return {add_days(month.start, 20), month.end, DatePrecision::week};
    case PeriodPart::third1: return {month.start, add_days(month.start, 9), DatePrecision::week};
    case PeriodPart::third2: return {add_days(month.start, 10), add_days(month.start, 19), DatePrecision::week};
    case PeriodPart::third3: return {add_days(month.start, 20), month.end, DatePrecision::week};
    case PeriodPart::half1: return {month.start, add_days(month.start, 14), DatePrecision::week};
    case PeriodPart::half2: return {add_days(month.start, std::min(15, length - 1)), month.end, DatePrecision::week};
    default: return month;
  }
}

DateRange part_of_year(int year, PeriodPart part) {
  switch (part) {
    case PeriodPart::middle: return calendar::month_of(year, 6);
    case PeriodPart::half1: return calendar::months_of(year, 1, 6);
    case PeriodPart::half2: return calendar::months_of(year, 7, 12);
    case PeriodPart::quarter1: return calendar::months_of(year, 1, 3);
    case PeriodPart::quarter2: return calendar::months_of(year, 4, 6);
    case PeriodPart::quarter3: return calendar::months_of(year, 7, 9);
    case PeriodPart::quarter4: return calendar::months_of(year, 10, 12);
    case PeriodPart::third1: return calendar::months_of(year, 1, 4);
    case PeriodPart::third2: return calendar::months_of(year, 5, 8);
    case PeriodPart::third3: return calendar::months_of(year, 9, 12);
    default: return calendar::year_of(year);
  }
}

DateRange rest_of(DateRange period, Date anchor) {
  if (period.start <= anchor && anchor <= period.end) period.start = anchor;
  return period;
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

// "the last three days" end yesterday, the next ones begin tomorrow; hours reach into today.
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
    return DateRange{day, day, DatePrecision::month};
  }
  if (e.unit == 'Y' && !e.vague) return calendar::year_of(to_civil(anchor).year - n);
  return std::nullopt;
}

// The nearest day of that name: before the anchor (or on it), behind it where told so.
Date nearest_weekday(int weekday, Date anchor, std::optional<int> modifier, bool future) {
  const int today = calendar::weekday_of(anchor);
  int back = (today - weekday + 7) % 7;
  if (modifier && *modifier < 0) {
    if (back == 0) back = 7;
    return add_days(anchor, *modifier == -2 ? -back - 7 : -back);
  }
  const int ahead = (weekday - today + 7) % 7;
  if (modifier && *modifier > 0) return add_days(anchor, (ahead == 0 ? 7 : ahead) + 7 * (*modifier - 1));
  if (future) return add_days(anchor, ahead);
  return add_days(anchor, -back);
}

// Year of a day and month that were named without one.
int choose_year(int month, int day, std::optional<int> weekday, const DateExpression& e, const DateContext& context) {
  const Date anchor = *context.anchor;
  const int year = to_civil(anchor).year;
  if (e.modifier && *e.modifier == 0) return year;
  const auto lies_ahead = [&](int slack) {
    const std::optional<Date> date = calendar::day_of(year, month, day);
    const Date start = date ? *date : calendar::month_of(year, month).start;
    return start > add_days(anchor, slack);
  };
  if ((e.modifier && *e.modifier > 0) || (context.future && !e.modifier)) return lies_ahead(-1) ? year : year + 1;
  const int slack = e.modifier ? (e.day ? -1 : -static_cast<int>(to_civil(anchor).day)) : (e.day ? kNearFuture : 0);
  int chosen = lies_ahead(slack) ? year - 1 : year;
  if (weekday) {  // the weekday may say that the coming one is meant, or an older one
    for (const int candidate : {chosen, chosen + 1, chosen - 1, chosen - 2, chosen - 3}) {
      const std::optional<Date> date = calendar::day_of(candidate, month, day);
      if (date && calendar::weekday_of(*date) == *weekday) {
        const bool far = *date > add_days(anchor, 120);
        if (!far) return candidate;
      }
    }
  }
  return chosen;
}

// "Thursday the 21st": in this month, the one before or the one behind.
std::optional<Date> day_by_weekday(int weekday, int day, Date anchor) {
  const CivilDay today = to_civil(anchor);
  for (const int shift : {0, -1, 1}) {
    const DateRange month = calendar::month_of(today.year, today.month + shift);
    const CivilDay first = to_civil(month.start);
    const std::optional<Date> date = calendar::day_of(first.year, first.month, day);
    if (date && calendar::weekday_of(*date) == weekday) return date;
  }
  return std::nullopt;
}

}  // namespace

bool is_explicit(const DateExpression& e) {
  switch (e.form) {
    case DateForm::day: return e.month && e.year;
    case DateForm::year: return e.year.has_value();
    case DateForm::season: case DateForm::first_months: return e.year.has_value();
    case DateForm::decade: return true;
    default: return false;
  }
}

std::optional<DateRange> DateResolver::resolve_hijri(const DateExpression& e, const DateContext& context) const {
  if (!e.month) return std::nullopt;
  std::optional<int> year = e.year;
  if (!year) {
    if (!context.anchor) return std::nullopt;
    const std::optional<CivilDay> today = hijri_.from_date(*context.anchor);
    if (!today) return std::nullopt;
    const bool ahead = *e.month > today->month || (*e.month == today->month && e.day.value_or(1) > today->day);
    const bool behind = *e.month < today->month;
    year = today->year;
    if (context.future || e.modifier.value_or(0) > 0) {
      if (behind) year = today->year + 1;
    } else if (ahead && !(e.modifier && *e.modifier == 0)) {
      year = today->year - 1;
    }
  }
  if (!e.day) {
    const std::optional<DateRange> month = hijri_.month_of(*year, *e.month);
    if (!month) return std::nullopt;
    return part_of_month(*month, e.part);
  }
  const std::optional<Date> first = hijri_.day_of(*year, *e.month, *e.day);
  if (!first) return std::nullopt;
  DateRange range = one_day(*first);
  if (e.day2) {
    const std::optional<Date> last = hijri_.day_of(*year, *e.month, *e.day2);
    if (last && *last > *first) range.end = *last;
  }
  return range;
}

std::optional<DateRange> DateResolver::resolve_day(const DateExpression& e, const DateContext& context) const {
  if (e.hijri) return resolve_hijri(e, context);
  const std::optional<Date>& anchor = context.anchor;
  if (!e.day && !e.month) {  // a weekday alone
    if (!anchor || !e.weekday) return std::nullopt;
    DateRange range;
    if (e.week_shift) {
      const Date monday = calendar::week_of(*anchor).start;
      const Date day = add_days(monday, 7 * *e.week_shift + (*e.weekday + 6) % 7);
      range = one_day(day);
    } else {
      range = one_day(nearest_weekday(*e.weekday, *anchor, e.modifier, context.future));
    }
    if (e.weekday2) {
      if (e.night && range.start == *anchor && !context.future) range.start = add_days(range.start, -7);
      range.end = add_days(range.start, (*e.weekday2 - *e.weekday + 7) % 7);
      // "Wednesday and Thursday" told on Wednesday are last week's.
      if (!context.future && !e.week_shift && range.end > *anchor) range = {add_days(range.start, -7), add_days(range.end, -7), range.precision};
    }
    return range;
  }
  std::optional<int> month = e.month;
  std::optional<int> year = e.year;
  if (!year && e.year_shift && anchor) year = to_civil(*anchor).year + *e.year_shift;
  if (!month && e.month_shift) {
    if (!anchor) return std::nullopt;
    const CivilDay first = to_civil(calendar::month_of(to_civil(*anchor).year, to_civil(*anchor).month + *e.month_shift).start);
    month = first.month;
    year = first.year;
  }
  if (!month) {  // a day of the month with a weekday
    if (!anchor || !e.day || !e.weekday) return std::nullopt;
    const std::optional<Date> day = day_by_weekday(*e.weekday, *e.day, *anchor);
    if (!day) return std::nullopt;
    return one_day(*day);
  }
  if (!year) {
    if (!anchor) return std::nullopt;
    year = choose_year(*month, e.day.value_or(1), e.day ? e.weekday : std::nullopt, e, context);
  }
  if (!e.day) return part_of_month(calendar::month_of(*year, *month), e.part);
  const std::optional<Date> first = calendar::day_of(*year, *month, *e.day);
  if (!first) return std::nullopt;
  DateRange range = one_day(*first);
  if (e.day2) {
    const std::optional<Date> last = calendar::day_of(*year, *month, *e.day2);
    if (!last || *last < *first) return std::nullopt;
    range.end = *last;
  }
  return range;
}

std::optional<DateRange> DateResolver::resolve(const DateExpression& e, const DateContext& context) const {
  const std::optional<Date>& anchor = context.anchor;
  switch (e.form) {
    case DateForm::day: return resolve_day(e, context);
    case DateForm::relative: {
      if (!anchor) return std::nullopt;
      Date day = add_days(*anchor, e.count);
      if (e.weekday && calendar::weekday_of(day) != *e.weekday) {  // the weekday is the surer of the two
        for (const int shift : {-1, 1}) {
          if (calendar::weekday_of(add_days(day, shift)) == *e.weekday) return one_day(add_days(day, shift));
        }
      }
      return one_day(day);
    }
    case DateForm::period: return anchor ? resolve_period(e, *anchor) : std::nullopt;
    case DateForm::span: return anchor ? resolve_span(e, *anchor, context.future) : std::nullopt;
    case DateForm::ago: return anchor ? resolve_ago(e, *anchor) : std::nullopt;
    case DateForm::night: return anchor ? std::optional<DateRange>(one_day(add_days(*anchor, -1))) : std::nullopt;
    case DateForm::year:
      if (!e.year) return std::nullopt;
      if (e.hijri) return hijri_.year_of(*e.year);
      return part_of_year(*e.year, e.part);
    case DateForm::season: {
      if (!e.year && !anchor) return std::nullopt;
      int year = e.year.value_or(0);
      if (!e.year) {
        year = to_civil(*anchor).year + e.year_shift.value_or(0);
        if (!e.year_shift && (calendar::month_of(year, e.count).start > *anchor)) --year;
        const bool over = calendar::month_of(year, e.count + 2).end >= *anchor;
        if (e.modifier && *e.modifier < 0 && over) --year;
      }
      return calendar::months_of(year, e.count, e.count + 2);
    }
    case DateForm::first_months: {
      if (!e.year && !anchor) return std::nullopt;
      const int year = e.year ? *e.year : to_civil(*anchor).year + e.year_shift.value_or(0);
      return calendar::months_of(year, 1, e.count);
    }
    case DateForm::decade: {
      DateRange range = calendar::year_of(e.count);
      range.end = calendar::year_of(e.count + 9).end;
      return range;
    }
    case DateForm::same: {
      if (context.previous && context.previous->precision == DatePrecision::day) {
        return one_day(add_days(context.previous->end, e.count));
      }
      return anchor ? std::optional<DateRange>(one_day(add_days(*anchor, e.count))) : std::nullopt;
    }
    default: return std::nullopt;
  }
}

std::optional<DateRange> DateResolver::resolve(const DatePhrase& phrase, const DateContext& context) const {
  std::optional<DateRange> range;
  if (phrase.last) {
    std::optional<DateRange> last = resolve(*phrase.last, context);
    if (!last) return std::nullopt;
    DateExpression first = phrase.first;
    if (!first.year && phrase.last->year && first.month) first.year = phrase.last->year;
    range = resolve(first, context);
    if (!range) return std::nullopt;
    if (range->start > last->start && !phrase.last->year) {  // "from today to Friday": the last day is still to come
      DateContext ahead = context;
      ahead.anchor = range->start;
      ahead.future = true;
      const std::optional<DateRange> later = resolve(*phrase.last, ahead);
      if (later && later->start >= range->start && later->start <= add_days(range->start, kLongestRangeAhead)) last = later;
    }
    if (range->start > last->start) {  // "from Friday to Sunday": the first one lies before the last
      DateContext before = context;
      before.anchor = last->start;
      before.future = false;
      if (!first.year) range = resolve(first, before);
      if (!range || range->start > last->start) return std::nullopt;
    }
    range->end = last->end;
    range->precision = std::max(range->precision, last->precision);
    if (phrase.first.form == DateForm::day && phrase.first.weekday && !phrase.first.day && phrase.last->day) {
      range->precision = DatePrecision::day;
    }
  } else {
    range = resolve(phrase.first, context);
  }
  if (range && context.during && context.anchor && phrase.first.form == DateForm::period && phrase.first.modifier == 0 &&
      range->start <= *context.anchor && *context.anchor < range->end) {
    range->end = *context.anchor;
  }
  if (range && phrase.since && context.anchor) {
    if (phrase.first.part == PeriodPart::middle && phrase.first.form == DateForm::day) range->start = add_days(range->start, 4);
    if (phrase.first.form == DateForm::ago && phrase.first.vague) range->precision = DatePrecision::week;
    if (range->start <= *context.anchor) range->end = *context.anchor;
  }
  if (range && (to_civil(range->start).year < 1 || to_civil(range->end).year > 9999)) return std::nullopt;
  return range;
}

}  // namespace rasd
