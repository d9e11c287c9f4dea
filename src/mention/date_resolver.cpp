// Lays date expressions on the calendar, in the sense of news: without a word for the future the nearest past is meant.
#include <algorithm>

#include "mention/date_periods.hpp"

namespace rasd {
namespace {

using calendar::add_days;
using calendar::add_months;
using calendar::CivilDay;
using calendar::to_civil;

// A date without a year that lies so few days ahead is still this year's.
constexpr int kNearFuture = 7;
constexpr int kLongestRangeAhead = 60;

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
    case DateForm::day:
      return e.month && e.year;
    case DateForm::year:
      return e.year.has_value();
    case DateForm::season:
    case DateForm::first_months:
      return e.year.has_value();
    case DateForm::decade:
      return true;
    default:
      return false;
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

std::optional<DateRange> DateResolver::resolve_feast(const DateExpression& e, const DateContext& context) const {
  constexpr std::pair<int, int> kFeasts[] = {{10, 1}, {12, 10}};  // month and day of Eid al-Fitr and Eid al-Adha
  std::optional<DateRange> last;
  for (const auto& [month, day] : kFeasts) {
    DateExpression first;
    first.month = e.month.value_or(month);
    first.day = e.day.value_or(day);
    std::optional<DateRange> range = resolve_hijri(first, context);
    if (!range) continue;
    range->start = range->end = add_days(range->start, e.count);
    if (!last || range->start > last->start) last = range;
  }
  return last;
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
      if (!context.future && !e.week_shift && range.end > *anchor)
        range = {add_days(range.start, -7), add_days(range.end, -7), range.precision};
    }
    return range;
  }
  std::optional<int> month = e.month;
  std::optional<int> year = e.year;
  if (!year && e.year_shift && anchor) year = to_civil(*anchor).year + *e.year_shift;
  if (!month && e.month_shift) {
    if (!anchor) return std::nullopt;
    const CivilDay first =
        to_civil(calendar::month_of(to_civil(*anchor).year, to_civil(*anchor).month + *e.month_shift).start);
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
    case DateForm::day:
      return resolve_day(e, context);
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
    case DateForm::period:
      return anchor ? resolve_period(e, *anchor) : std::nullopt;
    case DateForm::span:
      return anchor ? resolve_span(e, *anchor, context.future) : std::nullopt;
    case DateForm::ago:
      return anchor ? resolve_ago(e, *anchor) : std::nullopt;
    case DateForm::night:
      if (!anchor) return std::nullopt;
      // "midnight of last night" lies between two days
      if (e.part == PeriodPart::middle) return DateRange{add_days(*anchor, -1), *anchor, DatePrecision::day};
      return one_day(add_days(*anchor, -1));
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
    case DateForm::feast:
      return resolve_feast(e, context);
    default:
      return std::nullopt;
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
      if (later && later->start >= range->start && later->start <= add_days(range->start, kLongestRangeAhead))
        last = later;
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
  if (range && context.during && context.anchor && phrase.first.form == DateForm::period &&
      phrase.first.modifier == 0 && range->start <= *context.anchor && *context.anchor < range->end) {
    range->end = *context.anchor;
  }
  if (range && phrase.since && context.anchor) {
    if (phrase.first.part == PeriodPart::middle && phrase.first.form == DateForm::day)
      range->start = add_days(range->start, 4);
    if (phrase.first.form == DateForm::ago && phrase.first.vague) range->precision = DatePrecision::week;
    if (range->start <= *context.anchor) range->end = *context.anchor;
  }
  if (range && (to_civil(range->start).year < 1 || to_civil(range->end).year > 9999)) return std::nullopt;
  return range;
}

}  // namespace rasd
