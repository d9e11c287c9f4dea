// Finds the list items of several words ("phrases") in a text. The first word matches in all its inflected forms where the
// list inflects, the others as they are written. Threads: immutable after build.
#pragma once

#include <memory>
#include <vector>

#include "token/name_index.hpp"
#include "token/token.hpp"

namespace rasd {

class PhraseFinder {
 public:
  PhraseFinder(const Lexicon& lexicon, const Normalizer& normalizer, const std::vector<WordList>& lists,
               Vocabulary& vocabulary);
  // Fills text.phrases, sorted by first token, longer first.
  void find(TokenizedText& text) const;

 private:
  struct Phrase {
    ListHit hit;
  };
  NameIndex index_;
  std::vector<Phrase> phrases_;
};

}  // namespace rasd
