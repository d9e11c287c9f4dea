// Cuts sentences into clauses, and clauses into units. Knowledge: data/clause/*.lst (lists clause.*).
// Threads: immutable after load; const and re-entrant.
#pragma once

#include <memory>

#include "clause/unit.hpp"
#include "token/word_marker.hpp"

namespace rasd {

inline constexpr std::uint32_t kMaxClauseUnits = 120;  // keeps matching linear on texts without punctuation

class ClauseSplitter {
 public:
  static Result<ClauseSplitter> load(const Lexicon& lexicon);
  // Appends the clauses of sentence `sentence`. Mentions are sorted; the outermost ones become units.
  void split(const TokenizedText& text, std::uint32_t sentence, const MentionSet& mentions, ClauseSet& out) const;
  // Its lists.
  void mark(WordMarker& marker) const;

 private:
  struct Lists;
  std::shared_ptr<const Lists> lists_;
};

}  // namespace rasd
