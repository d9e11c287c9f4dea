// One number, in digits, words or a mix of both, without the words around it. Threads: immutable after load.
#pragma once

#include <memory>

#include "mention/number_lists.hpp"
#include "rasd/result.hpp"

namespace rasd {

// Classes of the number lists; the names are those of data/numbers.
enum NumberClass : std::uint8_t {
  kUnit,
  kTeenOne,
  kTeenFirst,
  kTen,
  kTens,
  kHundred,
  kScale,
  kScalePlural,
  kScaleDual,
  kFraction,
  kOrdinal,
  kVague,
  kSome,
  kOdd,
  kBound,
  kBoundBehind,
  kBetween,
  kTo,
  kOr,
  kFrom,
  kAnd,
  kArticleWord,
  kPoint,
  kMinus,
  kPercent,
  kLabel,
  kWeaponName,
  kNoNumber,
  kNumberClassCount
};

struct ParsedNumber {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  double value = 0;
  double odd_span = 0;  // "twenty-odd": the number may be larger by so much
  bool ordinal = false;
  bool vague = false;   // a vague word: value is the smallest number it can mean
  bool digits = false;  // one token of digits alone
  std::uint8_t proclitics = 0;
  std::uint8_t stem = 0;
};

class NumberGrammar {
 public:
  static Result<NumberGrammar> load(const Lexicon& lexicon);
  [[nodiscard]] const ListClasses& classes() const { return classes_; }

  // The longest number that starts at `index` (the first word may carry proclitics).
  bool parse(const ListWindow& window, std::uint32_t index, ParsedNumber& out) const;
  // The same, where vague words ("dozens", "a number of") count as numbers too.
  bool parse_with_vague(const ListWindow& window, std::uint32_t index, ParsedNumber& out) const;

 private:
  struct Cursor;
  bool parse_vague(const ListWindow& window, std::uint32_t index, ParsedNumber& out) const;

  ListClasses classes_{kNumberClasses};
};

}  // namespace rasd
