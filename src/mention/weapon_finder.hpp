// Weapons and means: data/weapons/*.lst, lists named weapon.<kind>. Threads: immutable after load.
#pragma once

#include <memory>

#include "mention/mention.hpp"
#include "token/word_marker.hpp"

namespace rasd {

class WeaponFinder {
 public:
  static Result<WeaponFinder> load(const Lexicon& lexicon);
  void find(const TokenizedText& text, TokenRange range, MentionSet& out) const;
  // Its lists, so that words come with what it asks of them.
  void mark(WordMarker& marker) const;

 private:
  struct Lists;
  std::shared_ptr<const Lists> lists_;
};

}  // namespace rasd
