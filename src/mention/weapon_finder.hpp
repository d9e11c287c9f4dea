// Weapons and means: data/weapons/*.lst, lists named weapon.<kind>. Threads: immutable after load.
#pragma once

#include <memory>

#include "mention/mention.hpp"

namespace rasd {

class WeaponFinder {
 public:
  static Result<WeaponFinder> load(const Lexicon& lexicon);
  void find(const TokenizedText& text, TokenRange range, MentionSet& out) const;

 private:
  struct Lists;
  std::shared_ptr<const Lists> lists_;
};

}  // namespace rasd
