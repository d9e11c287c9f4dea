// Days told from today and weekdays, with the date that may stand behind them.
#include "mention/date_reader.hpp"

namespace rasd {
namespace {

bool has_conjunction(const Piece& piece) {
  return (piece.proclitics & kAnyConjunction) != 0;
}

}  // namespace

// "yesterday", "today Friday", "the next day".
DateReader::Index DateReader::relative(Index at, DateExpression& e) const {
  Piece day;
  Piece piece;
  if (w_.read(at, kSameBefore, piece) && w_.read(piece.end, kRelativeDay, day) && w_.integer(day) == 0) {
    e.form = DateForm::same;
    return day.end;
  }
  if (!w_.read(at, kRelativeDay, day)) return 0;
  e.form = DateForm::relative;
  e.count = w_.integer(day);
  Index p = day.end;
  if (w_.has(at, kUnitDefinite)) {
    if (w_.has(p, kNotToday) || (numbers_.has(p, kArticleWord) && w_.is_number(p + 1))) return 0;  // "the 5th day"
    if (w_.read(p, kSame, piece)) {
      e.form = DateForm::same;
      e.count = w_.integer(piece);
      return piece.end;
    }
    if (w_.read(p, kModifier, piece) && !w_.has(p, kThis)) {
      e.count = w_.integer(piece);
      p = piece.end;
    }
  }
  // The weekday may stand behind it, also after a comma or in brackets.
  Index q = p;
  const bool bracket = w_.is_mark(q, '(');
  if (bracket || w_.is_comma(q) || w_.is_dash(q)) ++q;
  if (w_.read(q, kWeekday, piece) && piece.bare() && (!bracket || w_.is_mark(piece.end, ')'))) {
    e.weekday = w_.integer(piece);
    p = bracket ? piece.end + 1 : piece.end;
  }
  DateExpression dated_expression = e;
  if (const Index end = after_weekday(p, dated_expression); end != 0 && dated_expression.month) {
    e = dated_expression;
    return end;
  }
  return p;
}

DateReader::Index DateReader::weekday(Index at, DateExpression& e) const {
  Piece day;
  Piece piece;
  if (!w_.read(at, kWeekday, day)) {
    if (!e.both && at > w_.range().begin && w_.has(at - 1, kDayNoun) && w_.read(at, kWeekdayBare, day) && day.bare() &&
        (w_.has(day.end, kModifier) || !w_.inside(day.end))) {
      // "on a Friday last"
    } else {
      return 0;
    }
  }
  if (numbers_.has(day.end, kTen)) return 0;  // "the eleven"
  e.form = DateForm::day;
  e.weekday = w_.integer(day);
  Index p = day.end;
  const auto second = [&](Index index, bool joined) {
    return w_.read(index, kWeekday, piece) && (joined ? has_conjunction(piece) : piece.bare()) &&
           w_.integer(piece) != *e.weekday;
  };
  const int next_day = (*e.weekday + 1) % 7;
  if (e.night && (w_.is_mark(p, '/') || w_.is_dash(p)) && second(p + 1, false) && w_.integer(piece) == next_day) {
    e.weekday2 = w_.integer(piece);
    p = piece.end;
  } else if (e.night && (second(p, false) || second(p, true)) && w_.integer(piece) == next_day) {
    e.weekday2 = w_.integer(piece);
    p = piece.end;
  } else if (e.both && (second(p, true) || (numbers_.has(p, kAnd) && second(p + 1, false)))) {
    e.weekday2 = w_.integer(piece);
    p = piece.end;
  } else if (e.both && (w_.is_comma(p) || w_.is_dash(p)) && second(p + 1, false)) {
    e.weekday2 = w_.integer(piece);
    p = piece.end;
  }
  if (w_.read(p, kModifier, piece) && !w_.has(p, kThis)) {
    e.modifier = w_.integer(piece);
    p = piece.end;
  } else {
    Index q = p;
    if (const Index f = from(q); f != 0) q = f;
    Piece modifier;
    const bool this_week =
        w_.read(q, kThis, modifier) && w_.read(modifier.end, kUnitDefinite, piece) && w_.value(piece) == "W1";
    if (this_week) {
      e.week_shift = 0;
      p = piece.end;
    } else if (w_.read(q, kUnitDefinite, piece) && w_.value(piece) == "W1" && w_.read(piece.end, kModifier, modifier)) {
      e.week_shift = w_.integer(modifier);
      p = modifier.end;
    }
  }
  const Index end = after_weekday(p, e);
  return end == 0 ? p : end;
}

// The date behind a weekday: "Friday 13 April", "Friday, the 13th of April", "Friday (13 April)", "Thursday 21".
DateReader::Index DateReader::after_weekday(Index at, DateExpression& e) const {
  Index p = at;
  Piece piece;
  const bool bracket = w_.is_mark(p, '(');
  if (bracket || w_.is_comma(p) || w_.is_dash(p)) ++p;
  if (w_.read(p, kOnDate, piece)) {
    p = piece.end;
    if (w_.inside(p) && w_.view(p) == "\xD9\x84") ++p;  // the preposition l- written apart
  }
  if (w_.read(p, kDayNoun, piece) && piece.bare()) p = piece.end;
  DateExpression read = e;
  Index end = dated(p, read);
  if (end != 0 && (read.day || p == at) && (!bracket || w_.is_mark(end, ')'))) {
    e = read;
    return bracket ? end + 1 : end;
  }
  int day = 0;
  end = day_number(at, day);
  if (end == 0 || !e.weekday || e.modifier) return 0;
  const bool closed = !w_.inside(end) || w_.has(end, kRangeTo) || w_.is_mark(end, '.');
  if (!closed) return 0;
  e.day = day;
  return end;
}

// "the day of the feast", "the second day of Eid al-Fitr", "the eve of Eid".
DateReader::Index DateReader::feast(Index at, DateExpression& e) const {
  Piece day;
  Piece name;
  if (!w_.read(at, kFeastDay, day) || !w_.read(day.end, kFeast, name) || !name.bare()) return 0;
  e.form = DateForm::feast;
  e.count = w_.integer(day);
  if (const int first = w_.integer(name); first != 0) {
    e.month = first / 100;
    e.day = first % 100;
  }
  return name.end;
}

}  // namespace rasd
