// Names of one or more words -> payload numbers: the gazetteer, the actor lexicon and the phrases of word lists look up here.
// A hash trie over WordIds. Threads: immutable after build; find is const.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "token/token.hpp"

namespace rasd {

struct NameHit {
  TokenRange tokens;
  std::uint32_t payload = 0;    // as given to add; several names may share one, one name may have several
  std::uint8_t proclitics = 0;  // of the first word
};

// The trie as flat arrays that may lie in a file. The arrays are not owned.
class NameTrie {
 public:
  struct Edge {  // a slot of an open hash table; from all nodes but the root
    static constexpr bool kPlain = true;  // see text/snapshot.hpp
    std::uint32_t from = 0;
    std::uint32_t word = 0;  // 0 = free slot (words count from 1)
    std::uint32_t to = 0;
  };
  struct Node {
    static constexpr bool kPlain = true;
    std::uint32_t payload = 0;   // index into payloads, 0 = none
    std::uint32_t leads_on = 0;  // 1: has edges
  };
  struct Payload {
    static constexpr bool kPlain = true;
    std::uint32_t value = 0;
    std::uint32_t next = 0;
  };
  struct Arrays {
    std::span<const std::uint64_t> begins;  // by word, one bit: some name begins with it. Small enough for the processor's cache
    std::span<const std::uint32_t> first;   // by word: the node behind the root, 0 = none
    std::span<const Edge> edges;            // a power of two of them, or none
    std::span<const Node> nodes;            // 0 is the root
    std::span<const Payload> payloads;      // 0 is none
  };
  NameTrie() = default;
  explicit NameTrie(const Arrays& arrays) : arrays_(arrays) {}

  // Appends the names that start at token `index` and end before `end`: longest first, then payload order.
  // The first word may carry conjunctions and prepositions. Quotation marks and underscores between the words are passed over.
  // `set`: as what the words' analyses know this index; kNoNames: they do not.
  void find(const TokenizedText& text, std::uint32_t index, std::uint32_t end, std::vector<NameHit>& out, NameSet set = kNoNames) const;
  // Appends to the first `count` of `nodes` the ways to begin a name with the word. False where they are not enough.
  bool add_nodes(const WordAnalysis& word, NameSet set, std::span<NameNode> nodes, std::size_t& count) const;
  // Whether any name starts with the word.
  [[nodiscard]] bool may_begin(const WordAnalysis& word) const {
    for (const NameStart& start : word.name_starts) {
      if (begins(start.word)) return true;
    }
    return false;
  }
  [[nodiscard]] bool empty() const { return arrays_.nodes.size() <= 1; }
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const;  // 0 = no edge
  static std::uint64_t slot_of(std::uint32_t node, WordId word);

 private:
  [[nodiscard]] bool begins(WordId word) const {
    return word / 64 < arrays_.begins.size() && ((arrays_.begins[word / 64] >> (word % 64)) & 1u) != 0;
  }

  void follow(const TokenizedText& text, const NameNode& start, std::uint32_t index, std::uint32_t end, std::vector<NameHit>& out) const;
  [[nodiscard]] NameNode node_of(const NameStart& start, NameSet set) const;

  Arrays arrays_;
};

class NameIndex {
 public:
  NameIndex() { refresh(); }
  NameIndex(NameIndex&&) = default;  // the arrays keep their place
  NameIndex& operator=(NameIndex&&) = default;
  NameIndex(const NameIndex&) = delete;
  NameIndex& operator=(const NameIndex&) = delete;
  // `words` are the folded words of the name, the first one with its article and without other clitics.
  void add(const std::vector<WordId>& words, std::uint32_t payload);

  [[nodiscard]] const NameTrie& trie() const { return trie_; }
  [[nodiscard]] NameTrie::Arrays arrays() const { return {begins_, first_, edges_, nodes_, payloads_}; }
  void find(const TokenizedText& text, std::uint32_t index, std::uint32_t end, std::vector<NameHit>& out, NameSet set = kNoNames) const {
    trie_.find(text, index, end, out, set);
  }
  [[nodiscard]] bool may_begin(const WordAnalysis& word) const { return trie_.may_begin(word); }
  [[nodiscard]] bool empty() const { return trie_.empty(); }
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(begins_, first_, edges_, edge_count_, nodes_, payloads_);
    refresh();
  }

 private:
  std::uint32_t make_step(std::uint32_t node, WordId word);
  void grow();
  void refresh() { trie_ = NameTrie(arrays()); }

  std::vector<std::uint64_t> begins_;
  std::vector<std::uint32_t> first_;
  std::vector<NameTrie::Edge> edges_;
  std::size_t edge_count_ = 0;
  std::vector<NameTrie::Node> nodes_ = {{}};
  std::vector<NameTrie::Payload> payloads_ = {{}};
  NameTrie trie_;
};

}  // namespace rasd
