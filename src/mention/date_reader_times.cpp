// Times of the day: parts of it and the clock.
#include "mention/date_reader.hpp"

namespace rasd {

// "morning", "late in the evening of", "at 5:30 in the morning of"
DateReader::Index DateReader::parts_of_day(Index at, DateExpression& e, bool& adverb) const {
  Index p = at;
  Piece piece;
  while (w_.inside(p)) {
    if (const Index end = clock(p); end != 0) {
      adverb = true;
      p = end;
    } else if (w_.read(p, kPart, piece) && (p == at || (piece.proclitics & kAnyPreposition) == 0)) {
      e.night = e.night || w_.value(piece) == "night";
      adverb = w_.has(p, kPartAdverb);
      p = piece.end;
    } else if (w_.read(p, kPartAdverb, piece) && (p == at || piece.bare())) {
      adverb = true;
      p = piece.end;
    } else if (p > at && w_.read(p, kClockZone, piece)) {
      adverb = true;
      p = piece.end;
    } else if (p > at && from(p) != 0) {
      const Index q = from(p);
      constexpr std::uint64_t kDays =
          date_bit(kPart) | date_bit(kWeekday) | date_bit(kRelativeDay) | date_bit(kDayNoun) | date_bit(kLastNight);
      if (!w_.inside(q) || (w_.mask(q) & kDays) == 0) break;
      p = q;
    } else {
      break;
    }
  }
  return p == at ? 0 : p;
}

// "the hour 5:30", "the fifth hour and a half"
DateReader::Index DateReader::clock(Index at) const {
  Piece piece;
  ParsedNumber number;
  Index p = at;
  if (w_.read(at, kClock, piece)) {
    p = piece.end;
    if (!w_.is_number(p)) {
      if (!grammar_.parse(numbers_, p, number) || number.value > 24) return 0;
      p = number.end;
    } else {
      if (w_.token(p).number >= 25) return 0;
      ++p;
    }
  } else if (w_.is_number(at) && w_.is_mark(at + 1, ':') && !w_.token(at + 1).space_before && w_.view(at).size() <= 2 &&
             w_.token(at).number < 25 && w_.is_number(at + 2) && w_.view(at + 2).size() == 2) {
    p = at + 1;
  } else {
    return 0;
  }
  while ((w_.is_mark(p, ':') || w_.is_mark(p, '.')) && w_.is_number(p + 1) && w_.touches_left(p + 1)) p += 2;
  if (w_.read(p, kHourFraction, piece) && (piece.proclitics & kAnyConjunction) != 0) p = piece.end;
  const bool apart = numbers_.has(p, kAnd);
  if (w_.inside(p) && grammar_.parse(numbers_, apart ? p + 1 : p, number) &&
      (apart || (number.proclitics & kConjWa) != 0) && w_.read(number.end, kUnitWord, piece) &&
      w_.value(piece)[0] == 'I') {
    p = piece.end;
  }
  return p;
}

}  // namespace rasd
