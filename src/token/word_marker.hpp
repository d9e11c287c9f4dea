// What a word may be for the stages behind the tokeniser, worked out once for each word and kept with it: most words are passed
// over by it without a look at their lists.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "token/token.hpp"

namespace rasd {

// Filled while knowledge is loaded, before the first text.
class WordMarker {
 public:
  // Words of the list get the mark.
  void mark_list(ListId list, WordMark mark) {
    known_ |= mark;
    if (list != kNoList) row(list).marks |= static_cast<std::uint8_t>(mark);
  }
  // Words that some name begins with get the mark. `names` (see NameIndex) must outlive the marker.
  template <class Names>
  void mark_first_words(const Names& names, WordMark mark) {
    known_ |= mark;
    names_.emplace_back([&names](const WordAnalysis& word) { return names.may_begin(word); }, mark);
  }
  // Words get the bits of their lists: `by_list` holds them by ListId.
  void add_classes(ClassSet set, const std::vector<std::uint64_t>& by_list) {
    sets_ |= 1u << set;
    for (std::size_t list = 0; list < by_list.size(); ++list) {
      if (by_list[list] != 0) row(static_cast<ListId>(list)).classes[set] |= by_list[list];
    }
  }

  // Fills the word's classes and gives its marks; those that nobody told of are set.
  std::uint8_t mark(WordAnalysis& word) const {
    unsigned marks = ~known_;
    word.class_sets = static_cast<std::uint8_t>(sets_);
    for (const ListHit& hit : word.lists) {
      if (hit.list >= by_list_.size()) continue;
      const Row& of = by_list_[hit.list];
      marks |= of.marks;
      for (std::size_t set = 0; set < kClassSets; ++set) word.classes[set] |= of.classes[set];
    }
    for (const auto& [may_begin, mark] : names_) {
      if (may_begin(word)) marks |= mark;
    }
    return static_cast<std::uint8_t>(marks);
  }

 private:
  struct Row {
    std::array<std::uint64_t, kClassSets> classes{};
    std::uint8_t marks = 0;
  };
  Row& row(ListId list) {
    if (by_list_.size() <= list) by_list_.resize(list + 1u);
    return by_list_[list];
  }

  unsigned sets_ = 0;
  unsigned known_ = 0;  // marks
  std::vector<Row> by_list_;
  std::vector<std::pair<std::function<bool(const WordAnalysis&)>, WordMark>> names_;
};

}  // namespace rasd
