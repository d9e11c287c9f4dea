// Sentence ends in normalised text: full stops, question and exclamation marks, dots of omission, line ends, and the bar
// behind a prefix («urgent |»). Not: the dots of numbers, URLs, initials and abbreviations (data/segmentation/abbreviations.tsv),
// and not inside a short quotation. A full stop without a space behind it ends a sentence between two longer Arabic words.
// Anything longer than kMaxSentence bytes is cut at the next comma or blank, so that the cost of later stages stays linear.
// Threads: immutable after load.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"
#include "rasd/span.hpp"

namespace rasd {

class Normalizer;

struct SentenceSpan {
  NormalizedSpan span;          // without the white space around it
  std::uint32_t paragraph = 0;  // counts line ends from 0; the title is paragraph 0 where there is one
  bool cut = false;             // ended by the cap, not by a mark
};

inline constexpr std::uint32_t kMaxSentence = 4000;

class SentenceSplitter {
 public:
  // `directory` is data/segmentation.
  static Result<SentenceSplitter> load(const std::string& directory, const Normalizer& normalizer);
  void split(std::string_view normalized, std::vector<SentenceSpan>& out) const;

 private:
  SentenceSplitter() = default;
  [[nodiscard]] bool is_abbreviation(std::string_view word, bool unit) const;
  // Whether the full stop at `at` ends the sentence that begins at `begin`; `behind` is the first byte after it.
  [[nodiscard]] bool ends_at_stop(std::string_view text, std::size_t begin, std::size_t at, std::size_t behind) const;

  std::vector<std::string> titles_;  // folded, sorted; a word whose full stop never ends a sentence
  std::vector<std::string> units_;   // its full stop ends one only where a conjunction follows
};

}  // namespace rasd
