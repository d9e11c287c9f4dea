// Reads date expressions from tokens. Each step is tried from a token and tells where it ended (0: it did not match).
#pragma once

#include "mention/date_expression.hpp"
#include "mention/mention.hpp"
#include "mention/number_grammar.hpp"

namespace rasd {

// Classes of the calendar lists; the names are those of data/calendar.
enum DateList : std::uint8_t {
  kMonth,
  kMonthWeak,
  kMonthHomograph,
  kHijriMonth,
  kMonthNoun,
  kHijriMark,
  kGregorianMark,
  kWeekday,
  kWeekdayBare,
  kRelativeDay,
  kLastNight,
  kNotToday,
  kNoDate,
  kNotBefore,
  kDayNoun,
  kPart,
  kPartAdverb,
  kClock,
  kClockZone,
  kHourFraction,
  kUnitWord,
  kUnitDefinite,
  kModifier,
  kSame,
  kThis,
  kSameBefore,
  kFew,
  kPeriodPart,
  kSeason,
  kDecade,
  kLastCentury,
  kYearNoun,
  kSince,
  kAgo,
  kLater,
  kFromNow,
  kAboutWord,
  kSeveral,
  kBeforeYear,
  kBeforeMonth,
  kFromWord,
  kInWord,
  kDuring,
  kOnDate,
  kRangeOpen,
  kRangeTo,
  kFuture,
  kDayAfter,
  kOnWord,
  kLasting,
  kFeast,
  kFeastDay,
  kAnniversary,
  kYearly,
  kDateListCount
};
extern const std::array<const char*, kDateListCount> kDateListNames;

// What a token must be in to start a date.
constexpr std::uint64_t date_bit(DateList list) {
  return std::uint64_t{1} << list;
}
constexpr std::uint64_t kDateStarts =
    date_bit(kMonth) | date_bit(kMonthWeak) | date_bit(kMonthHomograph) | date_bit(kHijriMonth) | date_bit(kWeekday) |
    date_bit(kRelativeDay) | date_bit(kLastNight) | date_bit(kNoDate) | date_bit(kDayNoun) | date_bit(kPart) |
    date_bit(kPartAdverb) | date_bit(kClock) | date_bit(kUnitDefinite) | date_bit(kThis) | date_bit(kSameBefore) |
    date_bit(kPeriodPart) | date_bit(kSeason) | date_bit(kDecade) | date_bit(kYearNoun) | date_bit(kSince) |
    date_bit(kAgo) | date_bit(kLater) | date_bit(kDuring) | date_bit(kRangeOpen) | date_bit(kMonthNoun) | date_bit(kDayAfter) |
    date_bit(kFeastDay) | date_bit(kAnniversary);

// Year, month, day in figures: 23/4/2018, 2018-04-23, 3/2015.
struct NumericDate {
  std::uint32_t end = 0;
  int year = 0;
  int month = 0;
  int day = 0;
};
// `short_allowed`: day and month alone (22/4) are a date as well.
bool read_numeric_date(const ListWindow& window, std::uint32_t at, bool short_allowed, NumericDate& out);

class DateReader {
 public:
  DateReader(const ListWindow& window, const ListWindow& numbers, const NumberGrammar& grammar)
      : w_(window), numbers_(numbers), grammar_(grammar) {}

  // The date phrase that starts at `at`.
  bool read(std::uint32_t at, DatePhrase& out) const;
  // «three days after», «the day after» (in front of what was before).
  bool read_offset(std::uint32_t at, DateOffset& out) const;

 private:
  using Index = std::uint32_t;

  // date_reader.cpp
  Index point(Index at, DateExpression& e, bool opened) const;
  Index core(Index at, DateExpression& e, bool opened) const;
  Index behind(Index at) const;
  bool range(Index at, Index open_end, DatePhrase& out) const;
  bool years(Index at, DatePhrase& out) const;
  Index link(Index at, bool opened) const;

  // date_reader_days.cpp
  Index relative(Index at, DateExpression& e) const;
  Index weekday(Index at, DateExpression& e) const;
  Index after_weekday(Index at, DateExpression& e) const;
  Index feast(Index at, DateExpression& e) const;

  // date_reader_times.cpp
  Index parts_of_day(Index at, DateExpression& e, bool& adverb) const;
  Index clock(Index at) const;

  // date_reader_calendar.cpp
  Index dated(Index at, DateExpression& e) const;
  Index numeric(Index at, DateExpression& e) const;
  Index day_first(Index at, DateExpression& e) const;
  Index month_first(Index at, DateExpression& e) const;
  Index month(Index at, DateExpression& e, bool vouched) const;
  Index month_tail(Index at, DateExpression& e) const;
  Index year_tail(Index at, DateExpression& e) const;
  Index month_period(Index at, DateExpression& e) const;
  Index day_number(Index at, int& day) const;
  Index year_number(Index at, int& year, bool hijri) const;
  Index from(Index at) const;

  // date_reader_periods.cpp
  Index period(Index at, DateExpression& e) const;
  Index single_period(Index at, DateExpression& e) const;
  Index span(Index at, DateExpression& e) const;
  Index ago(Index at, DateExpression& e) const;
  Index during(Index at, DateExpression& e) const;
  bool names_a_time(Index at) const;
  Index duration(Index at, DateExpression& e) const;
  Index year(Index at, DateExpression& e) const;
  Index season(Index at, DateExpression& e) const;
  Index count_number(Index at, int& count) const;

  const ListWindow& w_;
  const ListWindow& numbers_;
  const NumberGrammar& grammar_;
};

}  // namespace rasd
