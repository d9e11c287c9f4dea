// Numbers in digits and words, with their bounds. Knowledge: data/numbers/*.lst.
// Threads: immutable after load; find is const and re-entrant.
#pragma once

#include "mention/mention.hpp"
#include "token/word_marker.hpp"

namespace rasd {

class NumberFinder {
 public:
  static Result<NumberFinder> load(const Lexicon& lexicon);
  // Appends the numbers of `range` (one sentence) to `out`, in text order. Times, phone numbers, weapon names (S-300)
  // and the numbers of dates are not numbers; the date finder runs first and its tokens are in `out` already.
  void find(const TokenizedText& text, TokenRange range, MentionSet& out) const;
  // Its lists, so that words come with what it asks of them.
  void mark(WordMarker& marker) const;

 private:
  struct Lists;               // ids of the word lists that it needs
  std::shared_ptr<const Lists> lists_;
};

}  // namespace rasd
