// Periods and distances: "last week", "the last three days", "two days ago", "in 2014", "the summer of 2015".
#include <cmath>

#include "mention/date_reader.hpp"

namespace rasd {
namespace {

constexpr int kVagueDays = 7;
constexpr int kVagueHours = 24;
constexpr int kVagueWeeks = 4;
constexpr int kLastAgeDecade = 1950;  // "in his forties" sounds like the decade

}  // namespace

DateReader::Index DateReader::count_number(Index at, int& count) const {
  if (!w_.inside(at)) return 0;
  const Index from_index = numbers_.has(at, kArticleWord) ? at + 1 : at;
  ParsedNumber number;
  if (!w_.inside(from_index) || !grammar_.parse(numbers_, from_index, number) || number.ordinal) return 0;
  if (number.value < 1 || number.value > 10000 || number.value != std::floor(number.value)) return 0;
  count = static_cast<int>(number.value);
  return number.end;
}

DateReader::Index DateReader::period(Index at, DateExpression& e) const {
  if (const Index end = single_period(at, e); end != 0) return end;
  if (const Index end = span(at, e); end != 0) return end;
  Piece piece;
  if (!w_.read(at, kDecade, piece)) return 0;
  Piece century;
  const bool said = w_.read(piece.end, kLastCentury, century) ||
                    (from(piece.end) != 0 && w_.read(from(piece.end), kLastCentury, century));
  if (!said && (w_.integer(piece) <= kLastAgeDecade || from(piece.end) != 0)) return 0;
  e.form = DateForm::decade;
  e.count = w_.integer(piece);
  return said ? century.end : piece.end;
}

// "this week", "last month", "the current year"; behind "the end of" also the bare period.
DateReader::Index DateReader::single_period(Index at, DateExpression& e) const {
  Piece unit;
  Piece piece;
  DateExpression read = e;
  read.form = DateForm::period;
  const auto is_single = [&](const Piece& found) { return w_.value(found)[1] == '1' && w_.value(found)[0] != 'H'; };
  Index end = 0;
  if (w_.read(at, kThis, piece) && w_.read(piece.end, kUnitDefinite, unit) && is_single(unit)) {
    read.modifier = 0;
    end = unit.end;
  } else if (w_.read(at, kSameBefore, piece) && w_.read(piece.end, kUnitDefinite, unit) && w_.value(unit) == "D1") {
    e.form = DateForm::same;
    return unit.end;
  } else if (w_.read(at, kUnitDefinite, unit) && is_single(unit)) {
    if (w_.read(unit.end, kModifier, piece)) {
      read.modifier = w_.integer(piece);
      end = piece.end;
    } else if (e.part != PeriodPart::whole && w_.value(unit)[0] != 'D') {
      end = unit.end;
    } else {
      return 0;
    }
  } else {
    return 0;
  }
  read.unit = w_.value(unit)[0];
  if (read.unit == 'D') {
    read.form = DateForm::relative;
    read.count = read.modifier.value_or(0);
  }
  e = read;
  if (e.unit == 'W' && e.part == PeriodPart::whole) {  // "next week on Friday"
    Index p = end;
    if (w_.read(p, kDayNoun, piece)) p = piece.end;
    if (w_.read(p, kWeekday, piece) && piece.bare()) {
      e.form = DateForm::day;
      e.weekday = w_.integer(piece);
      e.week_shift = e.modifier;
      e.modifier.reset();
      return piece.end;
    }
  }
  return end;
}

// "the last three days", "the last 24 hours", "the past days"
DateReader::Index DateReader::span(Index at, DateExpression& e) const {
  Piece unit;
  Piece piece;
  DateExpression read = e;
  read.form = DateForm::span;
  Index p = 0;
  bool counted = false;
  if (w_.read(at, kUnitDefinite, unit) && w_.value(unit)[1] != '1') {
    p = unit.end;
    if (w_.value(unit)[1] == '2') {
      read.count = 2;
      counted = true;
    } else if (const Index end = count_number(p, read.count); end != 0) {
      p = end;
      counted = true;
    } else if (w_.read(p, kFew, piece)) {
      p = piece.end;
    }
    if (w_.read(p, kFew, piece)) p = piece.end;
  } else if (const Index end = count_number(at, read.count); end != 0) {
    counted = true;
    p = end;
    if ((w_.read(p, kUnitWord, unit) || w_.read(p, kUnitDefinite, unit)) && unit.bare()) {
      p = unit.end;
    } else if (read.count == 24 || read.count == 48 || read.count == 72) {
      if (!w_.read(p, kModifier, piece) || w_.integer(piece) >= 0) return 0;
      e = read;
      e.unit = 'H';
      e.modifier = -1;
      return piece.end;
    } else {
      return 0;
    }
  } else {
    return 0;
  }
  if (counted && w_.value(unit)[0] == 'M' && numbers_.read(p, kOrdinal, piece) && numbers_.integer(piece) == 1) {
    // "the first six months of the current year"
    DateExpression tail;
    const Index end = year_tail(piece.end, tail);
    if (end == 0 || read.count > 12) return 0;
    read.form = DateForm::first_months;
    read.year = tail.year;
    read.year_shift = tail.year_shift;
    e = read;
    return end;
  }
  if (!w_.read(p, kModifier, piece) || w_.integer(piece) == 0 || w_.has(p, kThis)) return 0;
  read.unit = w_.value(unit)[0];
  if (read.unit == 'I') return 0;
  read.modifier = w_.integer(piece) < 0 ? -1 : 1;
  if (!counted) {
    if (read.unit == 'M' || read.unit == 'Y') return 0;  // "the past months" name no time
    read.count = read.unit == 'H' ? kVagueHours : read.unit == 'D' ? kVagueDays : kVagueWeeks;
    read.vague = read.unit != 'H';
  }
  e = read;
  return piece.end;
}

// A number of units: "three days", "two months", "a year", "some hours".
DateReader::Index DateReader::duration(Index at, DateExpression& e) const {
  Index p = at;
  Piece piece;
  while (w_.read(p, kAboutWord, piece) && piece.bare()) {
    p = piece.end;
    e.about = true;
  }
  Piece unit;
  int count = 0;
  if (w_.read(p, kSeveral, piece) && piece.bare() && w_.read(piece.end, kUnitWord, unit)) {
    e.count = w_.integer(piece);
    e.vague = true;
  } else if (w_.read(p, kUnitWord, unit) && unit.bare()) {
    const char number = w_.value(unit)[1];
    e.count = number == '2' ? 2 : 1;
    e.vague = number == 'n';
    ParsedNumber one;
    if (number == '1' && w_.inside(unit.end) && grammar_.parse(numbers_, unit.end, one) && one.value == 1 &&
        one.stem == 0 && !one.ordinal && !one.digits) {
      unit.end = one.end;
    }
    if (number == 'n' && w_.read(unit.end, kFew, piece)) unit.end = piece.end;
  } else if (const Index end = count_number(p, count); end != 0 && w_.read(end, kUnitWord, unit) && unit.bare()) {
    e.count = count;
  } else {
    return 0;
  }
  e.unit = w_.value(unit)[0];
  return unit.end;
}

// "three days ago", "for a month", "two weeks from now".
DateReader::Index DateReader::ago(Index at, DateExpression& e) const {
  Piece piece;
  DateExpression read = e;
  read.form = DateForm::ago;
  Piece now;
  if (w_.read(at, kLater, piece)) {
    const Index end = duration(piece.end, read);
    if (end == 0 || !w_.read(end, kFromNow, now) || read.vague) return 0;
    read.count = -read.count;
    e = read;
    return now.end;
  }
  if (!w_.read(at, kAgo, piece) || (piece.proclitics & kAnyPreposition) != 0) return 0;
  const Index end = names_a_time(piece.end) ? 0 : duration(piece.end, read);
  if (end == 0) return 0;
  if (read.vague && (read.unit == 'M' || read.unit == 'Y')) return 0;
  if (w_.read(end, kFromNow, now)) {
    e = read;
    return now.end;
  }
  const bool since = w_.value(piece) == "since";
  if (!since && from(end) != 0) return 0;  // "two hours before the attack"
  e = read;
  return end;
}

bool DateReader::read_offset(Index at, DateOffset& out) const {
  Piece piece;
  if (w_.read(at, kDayAfter, piece)) {
    out = {{at, piece.end}, 'D', 1, false, false};
    return true;
  }
  if (w_.read(at, kAnniversary, piece)) {  // "the third anniversary", "the yearly anniversary no. 12"
    Piece yearly;
    const Index ordinal = w_.read(piece.end, kYearly, yearly) ? yearly.end : piece.end;
    const Index from_index = numbers_.has(ordinal, kArticleWord) ? ordinal + 1 : ordinal;
    ParsedNumber number;
    if (!w_.inside(from_index) || !grammar_.parse(numbers_, from_index, number) || number.value < 1 || number.value > 99) return false;
    if (!number.ordinal && !number.digits) return false;
    out = {{at, number.end}, 'Y', static_cast<int>(number.value), false, true};
    return true;
  }
  if (!w_.read(at, kLater, piece) || names_a_time(piece.end)) return false;
  DateExpression length;
  const Index end = duration(piece.end, length);
  if (end == 0 || (length.vague && length.unit != 'H' && length.unit != 'I')) return false;
  Piece on;
  if (from(end) != 0) {
    out = {{at, from(end)}, length.unit, length.count, true, false};
  } else if (w_.read(end, kOnWord, on) && on.bare()) {
    out = {{at, on.end}, length.unit, length.count, false, false};
  } else {
    return false;
  }
  return true;
}

// A date stands there rather than a duration: "before the year 2011", "before Friday".
bool DateReader::names_a_time(Index at) const {
  DateExpression probe;
  if (year(at, probe) != 0 || dated(at, probe) != 0) return true;
  Piece piece;
  return w_.read(at, kDayNoun, piece) && (w_.has(piece.end, kWeekday) || dated(piece.end, probe) != 0);
}

// "in five days", "within 24 hours": up to today.
DateReader::Index DateReader::during(Index at, DateExpression& e) const {
  Piece piece;
  if (!w_.read(at, kDuring, piece) || names_a_time(piece.end)) return 0;
  DateExpression read = e;
  const Index end = duration(piece.end, read);
  if (end == 0 || read.vague || read.unit == 'I' || (read.unit == 'H' && read.count < kVagueHours)) return 0;
  if (read.unit == 'D' && read.count == 1) return 0;
  if (w_.has(end, kModifier) || from(end) != 0) return 0;
  read.form = DateForm::span;
  read.through_today = true;
  e = read;
  return end;
}

// "in the year 2011", "in 2014" (where the word before allows a bare year).
DateReader::Index DateReader::year(Index at, DateExpression& e) const {
  Piece noun;
  int year = 0;
  if (w_.read(at, kYearNoun, noun)) {
    const Index end = year_number(noun.end, year, true);
    if (end == 0) return 0;
    e.hijri = w_.has(end, kHijriMark);
    if (!e.hijri && year < 1900) return 0;
    e.form = DateForm::year;
    e.year = year;
    return e.hijri || w_.has(end, kGregorianMark) ? end + 1 : end;
  }
  if (!w_.is_number(at)) {
    if (e.part == PeriodPart::whole) return 0;
    const Index end = year_number(at, year, false);
    if (end == 0) return 0;
    e.form = DateForm::year;
    e.year = year;
    return end;
  }
  const bool before = e.part != PeriodPart::whole || (at > w_.range().begin && w_.has(at - 1, kBeforeYear));
  const Index end = before ? year_number(at, year, false) : 0;
  if (end == 0 || w_.is_number(end) || w_.has(end, kUnitWord) || w_.is_mark(end, '%')) return 0;
  if (w_.inside(end) && (numbers_.has(end, kScale) || numbers_.has(end, kPercent))) return 0;
  e.form = DateForm::year;
  e.year = year;
  return w_.has(end, kGregorianMark) ? end + 1 : end;
}

DateReader::Index DateReader::season(Index at, DateExpression& e) const {
  Piece piece;
  if (!w_.read(at, kSeason, piece)) return 0;
  DateExpression read = e;
  const Index end = year_tail(piece.end, read);
  if (end == 0 || read.hijri) return 0;
  read.form = DateForm::season;
  read.count = w_.integer(piece);
  e = read;
  return end;
}

}  // namespace rasd
