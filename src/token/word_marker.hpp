// What a word may be for the stages behind the tokeniser, as one byte that is kept with the word and put into its tokens: most
// words are passed over by it without a look at their analysis, which is seldom in the processor's cache.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "token/name_index.hpp"
#include "token/token.hpp"

namespace rasd {

// Filled while knowledge is loaded, before the first text.
class WordMarker {
 public:
  // Words of the list get the mark.
  void mark_list(ListId list, WordMark mark) {
    if (list == kNoList) return;
    if (by_list_.size() <= list) by_list_.resize(list + 1u, 0);
    by_list_[list] |= static_cast<std::uint8_t>(mark);
  }
  // Words that some name begins with get the mark. The trie must outlive the marker.
  void mark_first_words(const NameTrie& names, WordMark mark) { names_.emplace_back(&names, mark); }

  [[nodiscard]] std::uint8_t marks_of(const WordAnalysis& word) const {
    unsigned marks = 0;
    for (const ListHit& hit : word.lists) {
      if (hit.list < by_list_.size()) marks |= by_list_[hit.list];
    }
    for (const auto& [names, mark] : names_) {
      if (names->may_begin(word)) marks |= mark;
    }
    return static_cast<std::uint8_t>(marks);
  }

 private:
  std::vector<std::uint8_t> by_list_;
  std::vector<std::pair<const NameTrie*, WordMark>> names_;
};

}  // namespace rasd
