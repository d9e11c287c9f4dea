#include "mention/number_grammar.hpp"

namespace rasd {
namespace {

constexpr std::array<const char*, kNumberClassCount> kListNames = {
    "number.unit",         "number.teen_one", "number.teen_first", "number.ten",          "number.tens",
    "number.hundred",      "number.scale",    "number.scale_plural", "number.scale_dual", "number.fraction",
    "number.ordinal",      "number.vague",    "number.some",       "number.odd",          "number.bound",
    "number.bound_behind", "number.between",  "number.to",         "number.or",           "number.from",
    "number.and",          "number.article",  "number.point",      "number.minus",        "number.percent",
    "number.label",        "number.weapon_name", "number.none"};

constexpr double kHundredValue = 100;

// True where the token is the bare digits of a whole number.
bool whole_digits(const ListWindow& window, std::uint32_t index) {
  if (!window.is_number(index) || window.token(index).percent) return false;
  for (const char c : window.view(index)) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

}  // namespace

// Reads forward; every step is tried from a position and tells where it ended.
struct NumberGrammar::Cursor {
  const ListWindow& window;
  bool ordinal = false;

  struct Part {
    std::uint32_t end = 0;
    double value = 0;
    bool digits = false;
  };

  // Where the part behind "and" starts: the conjunction stands apart or is attached. 0 where there is none.
  [[nodiscard]] std::uint32_t behind_and(std::uint32_t at, bool& attached) const {
    attached = false;
    if (!window.inside(at)) return 0;
    if (window.has(at, kAnd) && window.inside(at + 1)) return at + 1;
    attached = true;
    return at;
  }

  // A piece of the class at `at`; joined: an "and" must be attached; otherwise no proclitic may stand on it.
  bool piece(std::uint32_t at, NumberClass list_class, bool joined, Piece& out) const {
    if (!window.read(at, list_class, out)) return false;
    return joined ? (out.proclitics & (kAnyConjunction | kAnyPreposition)) == kConjWa : out.bare();
  }

  // "and X": X of the class.
  bool and_piece(std::uint32_t at, NumberClass list_class, Piece& out) const {
    bool attached = false;
    const std::uint32_t next = behind_and(at, attached);
    return next != 0 && piece(next, list_class, attached, out);
  }

  // First part of a number: any proclitics may stand on its first word.
  bool first(std::uint32_t at, NumberClass list_class, Piece& out) const { return window.read(at, list_class, out); }

  enum class Join : std::uint8_t { start, direct, conjunction };

  bool part(std::uint32_t at, NumberClass list_class, Join join, Piece& out) const {
    if (join == Join::start) return first(at, list_class, out);
    return piece(at, list_class, join == Join::conjunction, out);
  }

  // 1..99 in words.
  bool below_hundred(std::uint32_t at, Join join, Part& out) {
    Piece word;
    Piece next;
    if (window.read(at, kFraction, word) && word.end > at + 1) return false;  // "three quarters"
    const bool first_of_teens = part(at, kTeenFirst, join, word);
    if (first_of_teens || part(at, kTeenOne, join, word)) {
      const bool ten = piece(word.end, kTen, false, next);
      if (ten || and_piece(word.end, kTens, next)) {
        ordinal = ordinal || first_of_teens;
        return done(next.end, ten ? 11 : 1 + window.number(next), out);
      }
    }
    const bool ordinal_unit = part(at, kOrdinal, join, word);
    if (ordinal_unit || part(at, kUnit, join, word)) {
      const double unit = window.number(word);
      ordinal = ordinal || ordinal_unit;
      if (unit < 10 && piece(word.end, kTen, false, next)) return done(next.end, unit + 10, out);
      if (unit < 10 && and_piece(word.end, kTens, next)) return done(next.end, unit + window.number(next), out);
      return done(word.end, unit, out);
    }
    if (part(at, kTen, join, word) || part(at, kTens, join, word)) return done(word.end, window.number(word), out);
    return false;
  }

  // 1..999 in words; or digits.
  bool group(std::uint32_t at, Join join, Part& out) {
    Piece word;
    if (window.is_number(at)) {
      out.digits = true;
      std::uint32_t end = at + 1;
      double value = window.token(at).number;
      end = spaced_thousands(at, value, end);
      if (value < 10 && piece(end, kHundred, false, word) && window.number(word) == kHundredValue) {
        return hundreds(word.end, value * kHundredValue, out);
      }
      return done(end, value, out);
    }
    if (part(at, kHundred, join, word)) return hundreds(word.end, window.number(word), out);
    Part small;
    if (!below_hundred(at, join, small)) return false;
    if (small.value < 10 && piece(small.end, kHundred, false, word) && window.number(word) == kHundredValue) {
      return hundreds(word.end, small.value * kHundredValue, out);
    }
    out = small;
    return true;
  }

  bool hundreds(std::uint32_t end, double value, Part& out) {
    bool attached = false;
    const std::uint32_t next = behind_and(end, attached);
    Part small;
    if (next != 0 && below_hundred(next, attached ? Join::conjunction : Join::direct, small)) {
      return done(small.end, value + small.value, out);
    }
    if (next != 0 && next != end && whole_digits(window, next) && window.token(next).number < kHundredValue &&
        value != kHundredValue) {
      return done(next + 1, value + window.token(next).number, out);
    }
    return done(end, value, out);
  }

  // "1 234 567": groups of three digits set apart by blanks.
  std::uint32_t spaced_thousands(std::uint32_t at, double& value, std::uint32_t end) const {
    if (!whole_digits(window, at) || window.view(at).size() > 3 || window.token(at).number == 0) return end;
    while (window.is_number(end) && window.token(end).space_before && !window.token(end).percent) {
      const std::string_view digits = window.view(end);
      const bool last = digits.size() > 4 && digits[3] == '.';
      if (!last && (digits.size() != 3 || !whole_digits(window, end))) break;
      value = value * 1000 + window.token(end).number;
      ++end;
      if (last) break;
    }
    return end;
  }

  // A scale word directly behind `at`.
  bool scale(std::uint32_t at, double limit, Part& out) const {
    Piece word;
    if (piece(at, kScale, false, word) || piece(at, kScalePlural, false, word)) {
      const double value = window.number(word);
      if (value >= limit) return false;
      out.end = word.end;
      out.value = value;
      return true;
    }
    return false;
  }

  static bool done(std::uint32_t end, double value, Part& out) {
    out.end = end;
    out.value = value;
    return true;
  }
};

Result<NumberGrammar> NumberGrammar::load(const Lexicon& lexicon) {
  NumberGrammar grammar;
  Diagnostics faults;
  for (std::uint8_t i = 0; i < kNumberClassCount; ++i) {
    if (!grammar.classes_.add(lexicon, i, kListNames[i])) {
      faults.push_back({"M001", "data/numbers", 0, 0, std::string("word list ") + kListNames[i] + " is missing", ""});
    }
  }
  if (!faults.empty()) return faults;
  return grammar;
}

bool NumberGrammar::parse(const ListWindow& window, std::uint32_t index, ParsedNumber& out) const {
  Cursor cursor{window};
  Piece word;
  out = ParsedNumber{};
  out.begin = index;
  if (window.inside(index) && window.mask(index) == 0 && !window.is_number(index)) return false;  // most words
  std::uint32_t at = index;
  double sign = 1;
  if (window.read(at, kMinus, word)) {
    sign = -1;
    at = word.end;
  }
  const auto note_first = [&](const Piece& piece) {
    if (sign > 0) {
      out.proclitics = piece.proclitics;
      out.stem = piece.stem();
    }
  };
  for (const NumberClass list_class :
       {kUnit, kTeenOne, kTeenFirst, kTen, kTens, kHundred, kScale, kScaleDual, kFraction, kOrdinal}) {
    if (window.read(at, list_class, word)) {
      note_first(word);
      break;
    }
  }

  double total = 0;
  double limit = 1e15;  // the next scale must be smaller
  double last_scale = 0;
  using Join = Cursor::Join;
  Join join = Join::start;
  bool any = false;
  std::uint32_t end = at;
  bool attached = false;
  while (true) {
    const std::uint32_t from = at;
    Cursor::Part part;
    Cursor::Part scale;
    if (cursor.part(from, kFraction, join, word)) {
      const double fraction = window.number(word);
      if (join == Join::start) {  // "half a million", "a third"
        if (cursor.scale(word.end, limit, scale)) {
          total += fraction * scale.value;
          end = scale.end;
        } else {
          total += fraction;
          end = word.end;
        }
      } else {  // "two millions and a half (of the million)"
        total += fraction * (last_scale > 0 ? last_scale : 1);
        end = word.end;
        if (last_scale > 0 && cursor.scale(word.end, 2 * last_scale, scale) && scale.value == last_scale)
          end = scale.end;
      }
      any = true;
      break;
    }
    if (cursor.part(from, kScaleDual, join, word) && window.number(word) < 3 * limit) {
      const double value = window.number(word);
      Piece single;
      // The dual in construct state and the accusative singular are written alike: a counted noun must follow the dual.
      const bool ambiguous = cursor.part(from, kScale, join, single);
      const bool noun_follows = window.inside(word.end) && window.token(word.end).is_word() &&
                                !window.has(word.end, kAnd) &&
                                !(window.mask(word.end) & ~(std::uint64_t{1} << kBoundBehind)) &&
                                window.token(word.end).word->readings.front().proclitics == 0;
      last_scale = value / 2;
      total += ambiguous && !noun_follows ? last_scale : value;
      limit = last_scale;
      end = word.end;
      any = true;
    } else if (cursor.part(from, kScale, join, word) && window.number(word) < limit) {
      last_scale = window.number(word);
      total += last_scale;
      limit = last_scale;
      end = word.end;
      any = true;
    } else if (cursor.group(from, join, part) && (limit > 1e14 || part.value < limit)) {
      if (cursor.scale(part.end, limit, scale)) {
        total += part.value * scale.value;
        last_scale = scale.value;
        limit = scale.value;
        end = scale.end;
        any = true;
      } else {
        total += part.value;
        end = part.end;
        out.digits = part.digits && !any;
        any = true;
        const std::uint32_t next = cursor.behind_and(end, attached);
        if (!out.digits && next != 0 &&
            cursor.part(next, kFraction, attached ? Join::conjunction : Join::direct, word)) {
          total += window.number(word);
          end = word.end;
        }
        break;
      }
    } else {
      break;
    }
    const std::uint32_t next = cursor.behind_and(end, attached);
    if (next == 0) break;
    if (window.is_number(next) && (next == end || !whole_digits(window, next))) break;  // digits need their "and"
    at = next;
    join = attached ? Join::conjunction : Join::direct;
  }
  if (!any) return false;
  if (window.has(end, kPoint) && !cursor.ordinal) {  // "one point five"
    Cursor::Part decimals;
    if (cursor.group(window.inside(end) ? end + 1 : end, Join::direct, decimals)) {
      double place = 10;
      while (place <= decimals.value) place *= 10;
      total += decimals.value / place;
      end = decimals.end;
      out.digits = false;
    }
  }
  Piece odd;
  if (total >= 20 && cursor.and_piece(end, kOdd, odd)) {
    out.odd_span = total < 100 ? 9 : -1;
    end = odd.end;
    out.digits = false;
  }
  out.end = end;
  out.value = sign * total;
  out.ordinal = cursor.ordinal;
  return true;
}

bool NumberGrammar::parse_vague(const ListWindow& window, std::uint32_t index, ParsedNumber& out) const {
  Cursor cursor{window};
  Piece word;
  Piece next;
  out = ParsedNumber{};
  out.begin = index;
  out.vague = true;
  const auto finish = [&](std::uint32_t end, double value) {
    out.end = end;
    out.value = value;
    return true;
  };
  const auto note_first = [&] {
    out.proclitics = word.proclitics;
    out.stem = word.stem();
  };
  if (window.read(index, kOdd, word)) {  // "a few and twenty"
    note_first();
    if (!cursor.and_piece(word.end, kTens, next)) return false;
    out.vague = false;
    out.odd_span = 9;
    return finish(next.end, window.number(next));
  }
  if (window.read(index, kVague, word)) {
    note_first();
    const double value = window.number(word);
    Cursor::Part scale;
    if (cursor.scale(word.end, 1e15, scale)) return finish(scale.end, value * scale.value);
    return finish(word.end, value);
  }
  if (window.read(index, kScalePlural, word)) {
    note_first();
    const double value = window.number(word);
    Cursor::Part scale;
    if (cursor.scale(word.end, 1e15, scale) && scale.value > value) return finish(scale.end, 2 * value * scale.value);
    return finish(word.end, 2 * value);
  }
  if (window.read(index, kSome, word)) {
    note_first();
    if (cursor.piece(word.end, kTen, false, next)) {  // "some-teen"
      out.vague = false;
      out.odd_span = 6;
      return finish(next.end, 13);
    }
    if (cursor.and_piece(word.end, kTens, next)) {
      out.vague = false;
      out.odd_span = 8;
      return finish(next.end, window.number(next) + 1);
    }
    ParsedNumber more;
    if ((window.has(word.end, kVague) || window.has(word.end, kScalePlural)) && parse_vague(window, word.end, more) &&
        more.stem == 0) {
      return finish(more.end, more.value);
    }
    return finish(word.end, window.number(word));
  }
  return false;
}

bool NumberGrammar::parse_with_vague(const ListWindow& window, std::uint32_t index, ParsedNumber& out) const {
  ParsedNumber vague;
  const bool is_vague = parse_vague(window, index, vague);
  if (parse(window, index, out) && (!is_vague || out.end >= vague.end)) return true;
  if (is_vague) out = vague;
  return is_vague;
}

}  // namespace rasd
