// What a word may be for the stages behind the tokeniser, worked out once for each word and kept with it: most words are passed
// over by it without a look at their lists.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "token/arena.hpp"
#include "token/name_index.hpp"
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
  // Words that some name begins with get the mark, and what `names` (a NameTrie, which must outlive the marker) has for them.
  void mark_first_words(const NameTrie& names, NameSet set, WordMark mark) {
    known_ |= mark;
    names_.push_back({&names, set, mark});
  }
  void know_names(const NameTrie& names, NameSet set) { names_.push_back({&names, set, WordMark{}}); }
  // Words get the bits of their lists: `by_list` holds them by ListId.
  void add_classes(ClassSet set, const std::vector<std::uint64_t>& by_list) {
    sets_ |= 1u << set;
    for (std::size_t list = 0; list < by_list.size(); ++list) {
      if (by_list[list] != 0) row(static_cast<ListId>(list)).classes[set] |= by_list[list];
    }
  }

  // Fills the word's classes and its beginnings of names (in `memory`) and gives its marks; those that nobody told of are set.
  std::uint8_t mark(WordAnalysis& word, std::pmr::memory_resource& memory) const {
    unsigned marks = ~known_;
    word.class_sets = static_cast<std::uint8_t>(sets_);
    for (const ListHit& hit : word.lists) {
      if (hit.list >= by_list_.size()) continue;
      const Row& of = by_list_[hit.list];
      marks |= of.marks;
      for (std::size_t set = 0; set < kClassSets; ++set) word.classes[set] |= of.classes[set];
    }
    std::array<NameNode, kMaxNodes> nodes;
    std::size_t count = 0;
    for (const Names& each : names_) {
      const std::size_t before = count;
      if (each.names->add_nodes(word, each.set, nodes, count)) {
        word.name_sets = static_cast<std::uint8_t>(word.name_sets | 1u << each.set);
        if (count != before) marks |= each.mark;
      } else {  // more than there is room for: they are looked up in the text
        count = before;
        marks |= each.mark;
      }
    }
    word.name_nodes = copy_row<NameNode>({nodes.data(), count}, memory);
    return static_cast<std::uint8_t>(marks);
  }

 private:
  static constexpr std::size_t kMaxNodes = 32;
  struct Names {
    const NameTrie* names;
    NameSet set;
    WordMark mark;
  };
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
  std::vector<Names> names_;
};

}  // namespace rasd
