// Days, months and years: "23 of January 2018", "May 2014", "3-5 May", "23/4/2018".
#include <cmath>

#include "mention/date_reader.hpp"

namespace rasd {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kFirstHijriYear = 1300;
constexpr int kLastHijriYear = 1500;
constexpr int kEarliestYear = 1000;  // a month before it vouches for a year

bool plain_digits(std::string_view text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

}  // namespace

DateReader::Index DateReader::from(Index at) const {
  Piece piece;
  return w_.read(at, kFromWord, piece) && piece.bare() ? piece.end : 0;
}

DateReader::Index DateReader::day_number(Index at, int& day) const {
  if (!w_.inside(at)) return 0;
  if (w_.is_number(at)) {
    const Token& token = w_.token(at);
    if (token.percent || w_.view(at).size() > 2 || !plain_digits(w_.view(at))) return 0;
    day = static_cast<int>(token.number);
    return day >= 1 && day <= 31 ? at + 1 : 0;
  }
  if (w_.has(at, kWeekday)) return 0;
  ParsedNumber number;
  if (!grammar_.parse(numbers_, at, number) || number.value < 1 || number.value > 31) return 0;
  day = static_cast<int>(number.value);
  return day == number.value ? number.end : 0;
}

DateReader::Index DateReader::year_number(Index at, int& year, bool hijri) const {
  if (!w_.inside(at)) return 0;
  Index end = 0;
  if (w_.is_number(at)) {
    const std::string_view digits = w_.view(at);
    if (digits.size() != 4 || !plain_digits(digits) || w_.token(at).percent) return 0;
    year = static_cast<int>(w_.token(at).number);
    end = at + 1;
  } else {
    ParsedNumber number;
    if (!grammar_.parse(numbers_, at, number) || number.ordinal || number.stem != 0) return 0;
    if (number.value < 0 || number.value > kLastYear) return 0;
    year = static_cast<int>(number.value);
    if (year != number.value) return 0;
    end = number.end;
  }
  if (hijri && year >= kFirstHijriYear && year <= kLastHijriYear) return end;
  return year >= kFirstYear && year <= kLastYear ? end : 0;
}

DateReader::Index DateReader::numeric(Index at, DateExpression& e) const {
  const bool at_start = at == w_.range().begin;
  const bool vouched = at_start || w_.has(at - 1, kDayNoun) || w_.has(at - 1, kWeekday) || w_.has(at - 1, kOnDate) ||
                       w_.has(at - 1, kFromWord) || w_.has(at - 1, kRelativeDay);
  NumericDate date;
  if (!read_numeric_date(w_, at, vouched, date)) return 0;
  if (at_start && date.year == 0 && date.end < w_.range().end) return 0;  // "5-7 ..." counts something
  e.form = DateForm::day;
  e.month = date.month;
  if (date.year != 0) e.year = date.year;
  if (date.day != 0) e.day = date.day;
  Index end = date.end;
  if (w_.has(end, kGregorianMark)) ++end;
  return end;
}

DateReader::Index DateReader::dated(Index at, DateExpression& e) const {
  if (const Index end = day_first(at, e); end != 0) return end;
  if (const Index end = numeric(at, e); end != 0) return end;
  return month_first(at, e);
}

// The month's name; a second name of the same month may follow. `vouched`: a day stands before it.
DateReader::Index DateReader::month(Index at, DateExpression& e, bool vouched) const {
  Piece name;
  bool hijri = false;
  const bool homograph = w_.has(at, kMonthHomograph);
  const bool weak = !w_.read(at, kMonth, name);
  if (weak && !w_.read(at, kMonthWeak, name) && !w_.read(at, kMonthHomograph, name)) {
    hijri = true;
    if (!w_.read(at, kHijriMonth, name)) return 0;
  }
  if ((vouched || at > w_.range().begin) && vouched && !name.bare()) return 0;
  e.form = DateForm::day;
  e.hijri = hijri;
  e.month = w_.integer(name);
  Index end = name.end;
  // "August/Ab", "August (Ab)", "August Ab"
  const auto same_month = [&](Index index, Piece& other) {
    return (w_.read(index, kMonth, other) || w_.read(index, kMonthWeak, other) ||
            w_.read(index, kMonthHomograph, other)) &&
           other.bare() && w_.integer(other) == *e.month;
  };
  Piece other;
  bool second = false;
  if (!hijri) {
    if (w_.is_mark(end, '/') && same_month(end + 1, other)) {
      end = other.end;
      second = true;
    } else if (w_.is_mark(end, '/') && w_.is_mark(end + 1, '/') && same_month(end + 2, other)) {
      end = other.end;
      second = true;
    } else if (w_.is_mark(end, '(') && same_month(end + 1, other) && w_.is_mark(other.end, ')')) {
      end = other.end + 1;
      second = true;
    } else if (w_.is_dash(end) && same_month(end + 1, other)) {
      end = other.end;
      second = true;
    } else if (same_month(end, other)) {
      end = other.end;
      second = true;
    } else if (w_.is_mark(end, '/') && w_.inside(end + 1) && !w_.is_number(end + 1) &&
               (w_.read(end + 1, kMonth, other) || w_.read(end + 1, kMonthWeak, other)) && other.bare()) {
      end = other.end;  // a slip of the pen: the first name counts
      second = true;
    }
  }
  if (vouched || second || !weak) return end;
  // Month names that are other words as well need a word or a year.
  const bool before = !homograph && at > w_.range().begin && w_.has(at - 1, kBeforeMonth) && name.bare();
  DateExpression tail;
  if (before || w_.has(at, kMonthNoun) || w_.has(end, kModifier) || year_tail(end, tail) != 0) return end;
  return 0;
}

// Year or nearness behind a month: "2018", "of the past year", "the coming".
DateReader::Index DateReader::year_tail(Index at, DateExpression& e) const {
  Piece piece;
  Index p = at;
  if (w_.is_comma(p) || w_.is_mark(p, '.') || w_.is_mark(p, '/') || w_.is_dash(p)) {
    const bool comma = w_.is_comma(p);
    int year = 0;
    Index end = year_number(p + 1, year, e.hijri);
    if (end != 0 && (comma || w_.is_number(p + 1))) {
      e.year = year;
      return end;
    }
    return 0;
  }
  if (const Index f = from(p); f != 0) p = f;
  const Index noun = p;
  if (w_.read(p, kYearNoun, piece) && (piece.proclitics & kAnyConjunction) == 0) {
    p = piece.end;
    Piece modifier;
    if (w_.read(p, kModifier, modifier)) {
      e.year_shift = w_.integer(modifier);
      return modifier.end;
    }
    if (w_.read(p, kSame, modifier)) {
      e.year_shift = 0;
      return modifier.end;
    }
  } else if (w_.read(p, kThis, piece) && w_.read(piece.end, kYearNoun, piece)) {
    e.year_shift = 0;
    return piece.end;
  } else if (w_.read(p, kSameBefore, piece) && w_.read(piece.end, kYearNoun, piece)) {
    e.year_shift = 0;
    return piece.end;
  }
  int year = 0;
  if (const Index end = year_number(p, year, e.hijri || noun != p); end != 0) {
    e.year = year;
    Index mark = end;
    if (w_.has(end, kGregorianMark)) mark = end + 1;
    if (w_.has(end, kHijriMark)) {
      mark = end + 1;
      e.hijri = true;
    }
    return mark;
  }
  if (w_.is_number(p) && e.day && e.month && w_.view(p).size() == 4 && w_.token(p).number >= kEarliestYear &&
      w_.token(p).number < kFirstYear && w_.token(p).number == std::floor(w_.token(p).number)) {
    e.year = static_cast<int>(w_.token(p).number);
    return p + 1;
  }
  if (noun == at && w_.read(p, kModifier, piece)) {  // "March last"; "of the past" alone belongs to something else
    e.modifier = w_.integer(piece);
    return piece.end;
  }
  return 0;
}

DateReader::Index DateReader::month_tail(Index at, DateExpression& e) const {
  const Index end = year_tail(at, e);
  return end == 0 ? at : end;
}

// "the current month", "this month", "next month" behind a day.
DateReader::Index DateReader::month_period(Index at, DateExpression& e) const {
  Piece piece;
  Piece modifier;
  const auto is_month_unit = [&](const Piece& unit) { return w_.value(unit) == "M1"; };
  if (w_.read(at, kThis, piece) && w_.read(piece.end, kUnitDefinite, modifier) && is_month_unit(modifier)) {
    e.month_shift = 0;
    return modifier.end;
  }
  if (!w_.read(at, kUnitDefinite, piece) || !is_month_unit(piece)) return 0;
  if (w_.read(piece.end, kModifier, modifier)) {
    e.month_shift = w_.integer(modifier);
    return modifier.end;
  }
  if (w_.read(piece.end, kSame, modifier)) {
    e.month_shift = 0;
    return modifier.end;
  }
  return 0;
}

// "23 of January", "3-5 May", "the second and third of May", "4 to 22 this month".
DateReader::Index DateReader::day_first(Index at, DateExpression& e) const {
  int day = 0;
  Index p = day_number(at, day);
  if (p == 0) return 0;
  DateExpression read = e;
  read.form = DateForm::day;
  read.day = day;
  int second = 0;
  Piece piece;
  if (w_.is_dash(p) || w_.is_mark(p, '/')) {
    const Index end = day_number(p + 1, second);
    if (end != 0 && second > day) {
      read.day2 = second;
      p = end;
    }
  } else if (w_.read(p, kRangeTo, piece)) {
    const Index end = day_number(piece.end, second);
    if (end != 0 && second > day) {
      read.day2 = second;
      p = end;
    }
  } else if (numbers_.has(p, kAnd) || (w_.inside(p) && w_.token(p).word->folded.size() > 4)) {
    ParsedNumber joined;
    const bool apart = numbers_.has(p, kAnd);
    const Index from_index = apart ? p + 1 : p;
    if (w_.inside(from_index) && (apart || grammar_.parse(numbers_, from_index, joined)) &&
        (apart || (joined.proclitics & kConjWa) != 0)) {
      const Index end = day_number(from_index, second);
      if (end != 0 && second > day) {
        read.day2 = second;
        p = end;
      }
    }
  }
  // Between day and month.
  if (w_.is_mark(p, '/') || w_.is_mark(p, '.') || w_.is_dash(p)) ++p;
  if (const Index f = from(p); f != 0) p = f;
  if (read.day2 && w_.has(p, kInWord)) ++p;
  if (w_.read(p, kMonthNoun, piece) && piece.bare()) p = piece.end;
  if (const Index end = month(p, read, true); end != 0) {
    e = read;
    return month_tail(end, e);
  }
  if (const Index end = month_period(p, read); end != 0) {
    e = read;
    return end;
  }
  return 0;
}

// "January 2018", "January the 22nd, 2018", "the month of January".
DateReader::Index DateReader::month_first(Index at, DateExpression& e) const {
  Piece noun;
  Index p = at;
  bool vouched = false;
  if (w_.read(p, kMonthNoun, noun)) {
    p = noun.end;
    vouched = true;
  }
  DateExpression read = e;
  const Index end = month(p, read, vouched);
  if (end == 0) return 0;
  e = read;
  const Index with_year = year_tail(end, e);
  if (with_year != 0) return with_year;
  // A day behind the month only where a year or the end follows: "at the end of May 25 fighters".
  int day = 0;
  Index day_at = end;
  if (w_.is_dash(day_at) || w_.is_mark(day_at, '/')) ++day_at;
  if (const Index day_end = day_number(day_at, day); day_end != 0) {
    DateExpression dated_expression = e;
    dated_expression.day = day;
    if (const Index year_end = year_tail(day_end, dated_expression); year_end != 0 && dated_expression.year) {
      e = dated_expression;
      return year_end;
    }
    if (!w_.inside(day_end) || w_.is_mark(day_end, '.')) {
      e = dated_expression;
      return day_end;
    }
  }
  return end;
}

}  // namespace rasd
