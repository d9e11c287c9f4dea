// Finds the list items of several words ("phrases") in a text. The first word matches in all its inflected forms where the
// list inflects, the others as they are written; with an article before the first noun the others may have theirs, a dual or sound
// plural is followed by the second word's, and a pronoun at the end of a verb phrase goes with any third person. Threads: immutable after build.
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
  PhraseFinder() = default;  // finds nothing
  // Fills text.phrases, sorted by first token, longer first.
  void find(TokenizedText& text) const;
  [[nodiscard]] const NameTrie& names() const { return index_.trie(); }
  // Whether the word stands behind the first one in some phrase.
  [[nodiscard]] bool may_follow(const WordAnalysis& word) const {
    return word.word / 64 < follows_.size() && ((follows_[word.word / 64] >> (word.word % 64)) & 1u) != 0;
  }
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(index_, follows_, phrases_);
  }

 private:
  struct Phrase {
    static constexpr bool kPlain = true;  // see text/snapshot.hpp
    ListHit hit;
    std::uint32_t features = 0;      // of the first word
    std::uint32_t proclitics = 0;    // those that the first word may carry
  };
  class Builder;
  NameIndex index_;
  std::vector<std::uint64_t> follows_;  // by word, one bit
  std::vector<Phrase> phrases_;
};

}  // namespace rasd
