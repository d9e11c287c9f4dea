#include "mention/number_finder.hpp"

#include <cmath>

#include "mention/number_grammar.hpp"

namespace rasd {

struct NumberFinder::Lists {
  const Lexicon* lexicon = nullptr;
  NumberGrammar grammar;
};

namespace {

constexpr double kLargestCount = 9e15;
constexpr std::uint32_t kBehindReach = 5;  // words between a number and "at least" behind its noun

constexpr double kDashFactor = 20;  // "5-100" is a range, "6-2005" is not

enum class Bound : std::uint8_t { none, at_least, at_most, about };

Bound bound_of(const std::string& value) {
  if (value == "min") return Bound::at_least;
  if (value == "max") return Bound::at_most;
  return Bound::about;
}

std::int64_t to_count(double value) {
  if (value > kLargestCount) return static_cast<std::int64_t>(kLargestCount);
  if (value < -kLargestCount) return static_cast<std::int64_t>(-kLargestCount);
  return static_cast<std::int64_t>(std::floor(value + 1e-9));
}

constexpr std::uint64_t bits(std::initializer_list<NumberClass> classes) {
  std::uint64_t result = 0;
  for (const NumberClass c : classes) result |= std::uint64_t{1} << c;
  return result;
}

constexpr std::uint64_t kStarts = bits({kUnit, kTeenOne, kTeenFirst, kTen, kTens, kHundred, kScale, kScalePlural, kScaleDual,
                                        kFraction, kOrdinal, kVague, kSome, kOdd, kBound, kBetween, kMinus, kNoNumber});

// Reads the numbers of one sentence.
class SentenceNumbers {
 public:
  SentenceNumbers(const NumberGrammar& grammar, const ListWindow& window, MentionSet& out)
      : grammar_(grammar), window_(window), out_(out) {
    // The dates of this sentence stand at the end of what was found so far.
    first_date_ = out.mentions.size();
    while (first_date_ > 0 && out.mentions[first_date_ - 1].tokens.begin >= window.range().begin) --first_date_;
    last_date_ = out.mentions.size();
  }

  void run() {
    std::uint32_t i = window_.range().begin;
    while (i < window_.range().end) {
      if (const std::uint32_t behind = date_end(i); behind != 0) {
        i = behind;
        continue;
      }
      const Token& token = window_.token(i);
      const std::uint64_t mask = token.kind == TokenKind::number ? kStarts : window_.mask(i);
      i = (mask & kStarts) == 0 ? i + 1 : std::max(i + 1, read(i));
    }
  }

 private:
  struct Found {
    ParsedNumber number;
    std::optional<ParsedNumber> upper;  // of a range
    Bound bound = Bound::none;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t proclitics = 0;
    std::uint8_t stem = 0;
    bool percent = false;
  };

  // End of the date that covers the token, or 0.
  [[nodiscard]] std::uint32_t date_end(std::uint32_t index) const {
    for (std::size_t i = first_date_; i < last_date_; ++i) {
      const Mention& mention = out_.mentions[i];
      if (mention.type == MentionType::date && mention.tokens.contains(index)) return mention.tokens.end;
    }
    return 0;
  }
  [[nodiscard]] bool reaches_date(std::uint32_t begin, std::uint32_t end) const {
    for (std::size_t i = first_date_; i < last_date_; ++i) {
      const Mention& mention = out_.mentions[i];
      if (mention.type == MentionType::date && mention.tokens.begin < end && begin < mention.tokens.end) return true;
    }
    return false;
  }

  bool parse(std::uint32_t index, ParsedNumber& out) const {
    return window_.inside(index) && grammar_.parse_with_vague(window_, skip_article(index), out) &&
           !reaches_date(out.begin, out.end);
  }

  // "the" written apart before digits.
  [[nodiscard]] std::uint32_t skip_article(std::uint32_t index) const {
    return window_.has(index, kArticleWord) && window_.is_number(index + 1) ? index + 1 : index;
  }

  // Reads at `i`; returns where to go on.
  std::uint32_t read(std::uint32_t i) {
    Piece piece;
    if (window_.read(i, kNoNumber, piece)) return piece.end;
    Found found;
    if (read_bounded(i, found) || read_between(i, found) || read_plain(i, found)) {
      if (is_name_or_time(found) || is_one_of(found)) return found.end;
      if (found.bound == Bound::none) read_bound_behind(found);
      push(found);
      return found.end;
    }
    return i + 1;
  }

  bool read_plain(std::uint32_t i, Found& found) {
    if (!parse(i, found.number)) return false;
    found.begin = i;
    found.end = found.number.end;
    found.proclitics = found.number.proclitics;
    found.stem = found.number.stem;
    const bool minus_sign = found.number.digits && i > window_.range().begin && window_.is_dash(i - 1) &&
                            window_.touches_left(i) && (i - 1 == window_.range().begin || !window_.touches_left(i - 1));
    if (minus_sign) {
      found.number.value = -found.number.value;
      found.begin = i - 1;
    }
    read_decimals(found);
    read_range(found);
    read_percent(found);
    return true;
  }

  // "0,25" and ".25", which the tokeniser leaves apart.
  void read_decimals(Found& found) {
    const std::uint32_t begin = found.number.begin;
    const std::uint32_t end = found.number.end;
    if (!found.number.digits || end != begin + 1) return;
    const auto fraction = [&](std::uint32_t index) {
      return window_.token(index).number / std::pow(10.0, static_cast<double>(window_.view(index).size()));
    };
    const bool point_before = begin > window_.range().begin && window_.touches_left(begin) &&
                              (window_.is_mark(begin - 1, '.') || window_.view(begin - 1) == "\xD9\xAB");
    if (point_before && !window_.touches_left(begin - 1)) {
      found.number.value = fraction(begin);
      found.begin = begin - 1;
    } else if (window_.is_comma(end) && window_.touches_left(end) && window_.is_number(end + 1) &&
               window_.touches_left(end + 1) && window_.view(end + 1).size() != 3 && !window_.is_comma(end + 2)) {
      found.number.value += fraction(end + 1);
      found.number.end = found.end = end + 2;
    }
  }

  bool read_bounded(std::uint32_t i, Found& found) {
    Piece bound;
    if (!window_.read(i, kBound, bound)) return false;
    Piece second;  // "at least about 5": the first one counts
    std::uint32_t at = bound.end;
    if (window_.read(at, kBound, second) && second.bare()) at = second.end;
    const bool bracket = window_.is_mark(at, '(') && window_.is_number(at + 1) && window_.is_mark(at + 2, ')');
    if (bracket) ++at;  // "more than (60)"
    Found inner;
    if (!read_between(at, inner) && !read_plain(at, inner)) return false;
    if (inner.number.ordinal) return false;
    if (bracket && inner.end == at + 1) ++inner.end;
    found = inner;
    found.begin = i;
    found.bound = bound_of(window_.value(bound));
    found.proclitics = bound.proclitics;
    found.stem = bound.stem();
    return true;
  }

  // "between 5 and 7"
  bool read_between(std::uint32_t i, Found& found) {
    Piece between;
    if (!window_.read(i, kBetween, between)) return false;
    if (!parse(between.end, found.number) || found.number.ordinal || found.number.vague) return false;
    ParsedNumber upper;
    Piece link;
    std::uint32_t at = found.number.end;
    bool joined = false;
    if (window_.has(at, kAnd)) {
      joined = true;
      ++at;
    } else if (window_.read(at, kTo, link)) {
      joined = true;
      at = link.end;
    } else if (window_.is_dash(at)) {
      joined = true;
      ++at;
    }
    if (!parse(at, upper) || upper.ordinal || (!joined && (upper.proclitics & kConjWa) == 0)) return false;
    scale_like(found.number, upper);
    if (upper.value < found.number.value) return false;
    found.upper = upper;
    found.begin = i;
    found.end = upper.end;
    found.proclitics = between.proclitics;
    found.stem = between.stem();
    read_percent(found);
    return true;
  }

  // "5 to 7 thousand": the lower number takes the scale of the upper one.
  static void scale_like(ParsedNumber& lower, const ParsedNumber& upper) {
    for (const double scale : {1e9, 1e6, 1e3}) {
      if (upper.value >= scale && std::fmod(upper.value, scale) == 0 && lower.value < 1000 && lower.digits &&
          !upper.digits && lower.value <= upper.value / scale) {
        lower.value *= scale;
        return;
      }
    }
  }

  // "5-7", "five to seven", "five or six"
  void read_range(Found& found) {
    const ParsedNumber& lower = found.number;
    if (lower.ordinal || lower.vague || lower.odd_span != 0 || lower.value < 0) return;
    std::uint32_t at = found.end;
    Piece link;
    Piece from;
    const bool behind_from = found.begin > window_.range().begin && window_.read(found.begin - 1, kFrom, from);
    bool dash = false;
    if (window_.is_dash(at)) {
      if (!lower.digits || !window_.is_number(at + 1)) return;
      if (window_.token(at).space_before != window_.token(at + 1).space_before) return;  // a dash of the sentence
      if (at + 2 < window_.range().end && window_.is_dash(at + 2) && window_.is_number(at + 3))
        return;  // no date, no phone
      dash = true;
      ++at;
    } else if (!behind_from && window_.read(at, kTo, link) && link.bare()) {
      at = link.end;
    } else if (window_.read(at, kOr, link) && link.bare()) {
      at = link.end;
    } else {
      return;
    }
    ParsedNumber upper;
    if (!parse(at, upper) || upper.ordinal || upper.vague || upper.stem != 0) return;
    ParsedNumber scaled = lower;
    scale_like(scaled, upper);
    if (upper.value <= scaled.value || (dash && upper.value > kDashFactor * scaled.value)) return;
    found.number = scaled;
    found.upper = upper;
    found.end = upper.end;
  }

  void read_percent(Found& found) {
    Piece piece;
    if (window_.token(found.end - 1).percent) found.percent = true;
    if (window_.read(found.end, kPercent, piece)) {
      found.percent = true;
      found.end = piece.end;
    }
  }

  // "5 at least", "5 civilians at least"; words, no comma, no other number between.
  void read_bound_behind(Found& found) {
    if (found.number.ordinal) return;
    Piece piece;
    for (std::uint32_t at = found.end; at < found.end + kBehindReach && window_.inside(at); ++at) {
      if (at > found.end && window_.is_comma(at) && window_.has(at + 1, kBoundBehind)) ++at;
      if (window_.read(at, kBoundBehind, piece)) {
        Piece next;  // "5 dead and more than 20 wounded": the bound is of what follows
        if (window_.read(at, kBound, next) && next.end > piece.end) return;
        found.bound = bound_of(window_.value(piece));
        if (at == found.end) found.end = piece.end;
        return;
      }
      const Token& token = window_.token(at);
      if (!token.is_word() || (at > found.end && (window_.mask(at) & kStarts) != 0)) return;
    }
  }

  // Folding writes "and one of the ..." like "one": a definite noun behind it gives it away.
  [[nodiscard]] bool is_one_of(const Found& found) const {
    if (found.number.value != 1 || found.end != found.begin + 1 || found.number.ordinal || found.number.digits)
      return false;
    if (!window_.inside(found.end) || date_end(found.end) != 0 || !window_.token(found.end).is_word()) return false;
    if (!window_.has(found.begin, kTeenOne)) return false;
    const std::string_view next = window_.view(found.end);
    return next.size() > 8 && next.substr(0, 4) == "\xD8\xA7\xD9\x84";
  }

  // Weapons ("S-300"), units and decrees ("Brigade 55"), clock times, phone numbers.
  [[nodiscard]] bool is_name_or_time(const Found& found) const {
    const ParsedNumber& number = found.number;
    const std::uint32_t begin = number.begin;
    const std::uint32_t first = window_.range().begin;
    if (!window_.is_number(begin)) return false;
    if (begin > first) {
      const bool touches = window_.touches_left(begin);
      if (touches && window_.is_dash(begin - 1) && begin - 1 > first && window_.touches_left(begin - 1) &&
          !window_.is_number(begin - 2)) {
        return true;
      }
      const bool latin =
          window_.token(begin - 1).is_word() && static_cast<unsigned char>(window_.view(begin - 1)[0]) < 0x80;
      if (touches && latin) return true;
      const bool space_dash = window_.is_dash(begin - 1) && begin - 1 > first;
      const std::uint32_t word = space_dash ? begin - 2 : begin - 1;
      if (window_.has(word, kWeaponName) || (!space_dash && window_.has(word, kLabel))) return true;
      if (touches &&
          (window_.is_mark(begin - 1, '+') || window_.is_mark(begin - 1, ':') || window_.is_mark(begin - 1, '#'))) {
        return true;
      }
    }
    const std::uint32_t last = found.end - 1;
    if (window_.is_mark(last + 1, ':') && window_.touches_left(last + 1) && window_.is_number(last + 2) &&
        window_.touches_left(last + 2)) {
      return true;
    }
    if (window_.is_dash(last + 1) && window_.touches_left(last + 1) && window_.inside(last + 2) &&
        window_.touches_left(last + 2) && window_.token(last + 2).is_word() && number.digits) {
      return true;  // "7-F"
    }
    const std::string_view digits = window_.view(begin);
    if (number.digits && digits.size() == 4 && digits[0] == '0' && digits[1] != '.' && digits[1] != ',')
      return true;  // 0700 hours
    return number.digits && digits.size() >= 7 && digits[0] == '0' && digits.find('.') == std::string_view::npos;
  }

  void push(const Found& found) {
    NumberValue value;
    value.value = found.number.value;
    value.vague = found.number.vague;
    value.kind = found.percent          ? NumberKind::percent
                 : found.number.ordinal ? NumberKind::ordinal
                                        : NumberKind::cardinal;
    value.range.min = to_count(found.number.value);
    value.range.max = value.range.min;
    if (found.number.vague || found.number.odd_span < 0) value.range.max.reset();
    if (found.number.odd_span > 0) value.range.max = to_count(found.number.value + found.number.odd_span);
    if (found.upper) value.range.max = to_count(found.upper->value);
    if (found.bound == Bound::at_least) value.range.max.reset();
    if (found.bound == Bound::at_most) {
      if (!value.range.max) value.range.max = value.range.min;
      value.range.min = std::min<std::int64_t>(1, *value.range.max);
    }
    Mention mention;
    mention.type = MentionType::number;
    mention.tokens = {found.begin, found.end};
    mention.stem = found.stem;
    mention.proclitics = found.proclitics;
    mention.value = static_cast<std::uint32_t>(out_.numbers.size());
    out_.numbers.push_back(value);
    out_.mentions.push_back(mention);
  }

  const NumberGrammar& grammar_;
  const ListWindow& window_;
  MentionSet& out_;
  std::size_t first_date_ = 0;
  std::size_t last_date_ = 0;
};

}  // namespace

Result<NumberFinder> NumberFinder::load(const Lexicon& lexicon) {
  Result<NumberGrammar> grammar = NumberGrammar::load(lexicon);
  if (!grammar) return grammar.error();
  NumberFinder finder;
  finder.lists_ = std::make_shared<const Lists>(Lists{&lexicon, std::move(grammar).value()});
  return finder;
}

void NumberFinder::mark(WordMarker& marker) const { lists_->grammar.classes().mark(marker); }

void NumberFinder::find(const TokenizedText& text, TokenRange range, MentionSet& out) const {
  const ListWindow window(text, range, *lists_->lexicon, lists_->grammar.classes());
  bool any = (window.held() & kStarts) != 0;
  for (std::uint32_t i = range.begin; i < range.end && !any; ++i) any = text.tokens[i].kind == TokenKind::number;
  if (!any) return;
  SentenceNumbers(lists_->grammar, window, out).run();
}

}  // namespace rasd
