// The frame of a date phrase: since, ranges, parts of the day, weekdays and days told from today.
#include "mention/date_reader.hpp"

namespace rasd {

const std::array<const char*, kDateListCount> kDateListNames = {"calendar.month",
                                                                "calendar.month_weak",
                                                                "calendar.month_homograph",
                                                                "calendar.hijri_month",
                                                                "calendar.month_noun",
                                                                "calendar.hijri_mark",
                                                                "calendar.gregorian_mark",
                                                                "calendar.weekday",
                                                                "calendar.weekday_bare",
                                                                "calendar.relative_day",
                                                                "calendar.last_night",
                                                                "calendar.not_today",
                                                                "calendar.none",
                                                                "calendar.not_before",
                                                                "calendar.day_noun",
                                                                "calendar.part",
                                                                "calendar.part_adverb",
                                                                "calendar.clock",
                                                                "calendar.clock_zone",
                                                                "calendar.hour_fraction",
                                                                "calendar.unit",
                                                                "calendar.unit_definite",
                                                                "calendar.modifier",
                                                                "calendar.same",
                                                                "calendar.this",
                                                                "calendar.same_before",
                                                                "calendar.few",
                                                                "calendar.period_part",
                                                                "calendar.season",
                                                                "calendar.decade",
                                                                "calendar.last_century",
                                                                "calendar.year_noun",
                                                                "calendar.since",
                                                                "calendar.ago",
                                                                "calendar.later",
                                                                "calendar.from_now",
                                                                "calendar.about",
                                                                "calendar.several",
                                                                "calendar.before_year",
                                                                "calendar.before_month",
                                                                "calendar.from",
                                                                "calendar.in",
                                                                "calendar.during",
                                                                "calendar.on_date",
                                                                "calendar.range_open",
                                                                "calendar.range_to",
                                                                "calendar.future",
                                                                "calendar.day_after",
                                                                "calendar.on",
                                                                "calendar.lasting",
                                                                "calendar.feast",
                                                                "calendar.feast_day",
                                                                "calendar.anniversary",
                                                                "calendar.yearly"};

namespace {

PeriodPart part_of(const std::string& value) {
  static constexpr std::array<std::pair<std::string_view, PeriodPart>, 13> kParts = {
      {{"begin", PeriodPart::begin},
       {"middle", PeriodPart::middle},
       {"end", PeriodPart::end},
       {"rest", PeriodPart::rest},
       {"half1", PeriodPart::half1},
       {"half2", PeriodPart::half2},
       {"quarter1", PeriodPart::quarter1},
       {"quarter2", PeriodPart::quarter2},
       {"quarter3", PeriodPart::quarter3},
       {"quarter4", PeriodPart::quarter4},
       {"third1", PeriodPart::third1},
       {"third2", PeriodPart::third2},
       {"third3", PeriodPart::third3}}};
  for (const auto& [name, part] : kParts) {
    if (name == value) return part;
  }
  return PeriodPart::whole;
}

bool has_conjunction(const Piece& piece) {
  return (piece.proclitics & kAnyConjunction) != 0;
}

}  // namespace

bool DateReader::read(Index at, DatePhrase& out) const {
  out = DatePhrase{};
  out.begin = at;
  Piece piece;
  const std::uint64_t mask = w_.mask(at);
  for (std::uint8_t list = 0; list < kDateListCount && out.stem == 0; ++list) {
    if ((mask >> list & 1u) != 0 && w_.read(at, list, piece)) {
      out.proclitics = piece.proclitics;
      out.stem = piece.stem();
    }
  }
  if (w_.read(at, kSince, piece)) {
    out.since = true;
    Index end = point(piece.end, out.first, false);
    if (end == 0) end = ago(at, out.first);
    if (end == 0 || out.first.form == DateForm::time_only) return false;
    out.end = end;
    DateExpression last;
    if (const Index to = link(end, false); to != 0 && !w_.is_dash(end)) {
      if (const Index last_end = point(to, last, true); last_end != 0 && last.form != DateForm::time_only) {
        out.last = last;
        out.end = last_end;
        out.since = false;
      }
    }
    return true;
  }
  if (w_.read(at, kRangeOpen, piece) && range(at, piece.end, out)) return true;
  if (years(at, out)) return true;
  const Index end = point(at, out.first, false);
  if (end == 0) return false;
  out.end = end;
  if (out.first.form == DateForm::period && out.first.unit == 'W' && w_.read(end, kRangeOpen, piece)) {
    DatePhrase inner = out;
    if (range(at, piece.end, inner) && inner.last && inner.first.weekday) {  // "next week between Wednesday and Friday"
      inner.first.week_shift = inner.last->week_shift = out.first.modifier;
      out = inner;
      return true;
    }
  }
  // "Friday evening and this dawn"
  if (out.first.has_part_of_day && w_.read(end, kPart, piece) && has_conjunction(piece)) {
    DateExpression last;
    const Index last_end = point(end, last, false);
    if (last_end != 0 && last.has_part_of_day && (last.form == DateForm::day || last.form == DateForm::relative)) {
      out.last = last;
      out.end = last_end;
      return true;
    }
  }
  // "2 October to 22 October", "12 January 2016 - 22/1/2016"
  const bool exact = out.first.form == DateForm::day && out.first.day && (out.first.month || out.first.weekday);
  if (const Index to = exact ? link(end, false) : 0; to != 0) {
    DateExpression last;
    const Index last_end = point(to, last, true);
    if (last_end != 0 && last.form == DateForm::day && last.day) {
      out.last = last;
      out.end = last_end;
    }
  }
  return true;
}

// "1980-1988"
bool DateReader::years(Index at, DatePhrase& out) const {
  if (!w_.is_number(at) || !w_.is_dash(at + 1) || w_.is_dash(at + 3)) return false;
  int first = 0;
  int last = 0;
  if (year_number(at, first, false) == 0 || !w_.is_number(at + 2) || year_number(at + 2, last, false) == 0 ||
      last <= first)
    return false;
  out.first.form = DateForm::year;
  out.first.year = first;
  out.last = out.first;
  out.last->year = last;
  out.end = at + 3;
  return true;
}

// Between the two ends of a range.
DateReader::Index DateReader::link(Index at, bool opened) const {
  Piece piece;
  if (w_.read(at, kRangeTo, piece)) return piece.end;
  if (w_.is_dash(at)) return at + 1;
  if (!opened || !w_.inside(at)) return 0;
  if (numbers_.has(at, kAnd)) return at + 1;
  return at;  // the conjunction is attached: the reader of the second end sees it
}

bool DateReader::range(Index at, Index open_end, DatePhrase& out) const {
  DateExpression first;
  const Index end = point(open_end, first, true);
  if (end == 0 || first.form == DateForm::time_only) return false;
  if (first.day2) {  // "between 3 and 5 May"
    out.begin = at;
    out.end = end;
    out.first = first;
    return true;
  }
  const Index to = link(end, true);
  if (to == 0) return false;
  DateExpression last;
  const Index last_end = point(to, last, true);
  if (last_end == 0 || last.form == DateForm::time_only) return false;
  if (to == end) {  // nothing but an attached conjunction joins them
    Piece piece;
    bool joined = false;
    const std::uint64_t mask = w_.mask(to);
    for (std::uint8_t list = 0; list < kDateListCount && !joined; ++list) {
      joined = (mask >> list & 1u) != 0 && w_.read(to, list, piece) && has_conjunction(piece);
    }
    ParsedNumber number;
    if (!joined && !(grammar_.parse(numbers_, to, number) && (number.proclitics & kConjWa) != 0)) return false;
  }
  if (first.form != last.form && first.form != DateForm::day && last.form != DateForm::day) return false;
  out.begin = at;
  out.end = last_end;
  out.first = first;
  out.last = last;
  return true;
}

DateReader::Index DateReader::point(Index at, DateExpression& e, bool opened) const {
  Index p = at;
  Piece piece;
  if (const Index end = feast(at, e); end != 0) return end;
  if (w_.read(p, kPeriodPart, piece)) {
    DateExpression with_part = e;
    with_part.part = part_of(w_.value(piece));
    Index q = piece.end;
    if (const Index f = from(q); f != 0) q = f;
    const Index end = core(q, with_part, true);
    if (end != 0 && with_part.form != DateForm::relative && !with_part.weekday &&
        !(with_part.day && !with_part.hijri)) {
      e = with_part;
      return end;
    }
  }
  bool adverb = false;
  const Index parts_end = parts_of_day(p, e, adverb);
  if (parts_end != 0) {
    p = parts_end;
    e.has_part_of_day = true;
  }
  if (parts_end != 0) {
    if (const Index end = feast(p, e); end != 0) return end;
  }
  const Index day_at = p;
  if (w_.read(p, kDayNoun, piece) && (p == at || !has_conjunction(piece) || opened)) {
    e.both = w_.value(piece) == "two";
    p = piece.end;
  }
  if (parts_end == 0 && p == day_at) return core(p, e, opened);
  // Behind a part of the day or the word "day" only days can stand.
  Index end = 0;
  if (w_.is_mark(p, '(') && w_.read(p + 1, kWeekday, piece) && w_.is_mark(piece.end, ')')) {
    e.form = DateForm::day;
    e.weekday = w_.integer(piece);
    return piece.end + 1;
  }
  if (parts_end != 0 && w_.read(p, kLastNight, piece)) {
    e.form = DateForm::night;
    end = piece.end;
  }
  if (end == 0) end = relative(p, e);
  if (end == 0) end = weekday(p, e);
  if (end == 0) {
    end = dated(p, e);
    if (end != 0 && !e.day) end = 0;
  }
  if (end == 0 && parts_end != 0) end = single_period(p, e);
  if (end != 0) return behind(end);
  if (adverb && parts_end != 0) {
    e = DateExpression{};
    e.form = DateForm::time_only;
    return parts_end;
  }
  return 0;
}

DateReader::Index DateReader::core(Index at, DateExpression& e, bool opened) const {
  if (!w_.inside(at)) return 0;
  Piece piece;
  if (w_.read(at, kLastNight, piece)) {
    e.form = DateForm::night;
    return piece.end;
  }
  if (const Index end = relative(at, e); end != 0) return behind(end);
  if (const Index end = weekday(at, e); end != 0) return behind(end);
  if (const Index end = dated(at, e); end != 0) return end;
  if (const Index end = year(at, e); end != 0) return end;
  if (opened && w_.is_number(at)) {
    int number = 0;
    if (const Index end = year_number(at, number, false); end != 0) {
      e.form = DateForm::year;
      e.year = number;
      return end;
    }
  }
  if (const Index end = period(at, e); end != 0) return end;
  if (const Index end = season(at, e); end != 0) return end;
  if (e.part != PeriodPart::whole) return 0;
  const Index end = ago(at, e);
  return end != 0 ? end : during(at, e);
}

// What may stand behind a day: "in the evening".
DateReader::Index DateReader::behind(Index at) const {
  Piece piece;
  if (w_.read(at, kPartAdverb, piece) && piece.bare() && !w_.has(piece.end, kWeekday) &&
      !w_.has(piece.end, kRelativeDay)) {
    return piece.end;
  }
  return at;
}

}  // namespace rasd
