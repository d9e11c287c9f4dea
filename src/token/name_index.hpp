// Names of one or more words -> payload numbers: the gazetteer, the actor lexicon and the phrases of word lists look up here.
// A hash trie over WordIds. Threads: immutable after build; find is const.
#pragma once

#include <cstdint>
#include <vector>

#include "token/token.hpp"

namespace rasd {

struct NameHit {
  TokenRange tokens;
  std::uint32_t payload = 0;    // as given to add; several names may share one, one name may have several
  std::uint8_t proclitics = 0;  // of the first word
};

class NameIndex {
 public:
  // `words` are the folded words of the name, the first one with its article and without other clitics.
  void add(const std::vector<WordId>& words, std::uint32_t payload);

  // Appends the names that start at token `index` and end before `end`: longest first, then payload order.
  // The first word may carry conjunctions and prepositions. Quotation marks and underscores between the words are passed over.
  void find(const TokenizedText& text, std::uint32_t index, std::uint32_t end, std::vector<NameHit>& out) const;
  // Whether any name starts with the word.
  [[nodiscard]] bool may_begin(const WordAnalysis& word) const {
    for (const NameStart& start : word.name_starts) {
      if (begins(start.word)) return true;
    }
    return false;
  }
  [[nodiscard]] bool empty() const { return nodes_.size() == 1; }

 private:
  struct Edge {
    std::uint64_t key = 0;   // node << 32 | word; 0 = free slot (words count from 1)
    std::uint32_t node = 0;
  };
  struct Node {
    std::uint32_t payload = 0;  // index into payloads_, 0 = none
    bool leads_on = false;      // has edges
  };
  struct Payload {
    std::uint32_t value = 0;
    std::uint32_t next = 0;
  };
  [[nodiscard]] std::uint32_t step(std::uint32_t node, WordId word) const;  // 0 = no edge
  std::uint32_t make_step(std::uint32_t node, WordId word);
  void grow();

  [[nodiscard]] bool begins(WordId word) const {
    return word / 64 < begins_.size() && ((begins_[word / 64] >> (word % 64)) & 1u) != 0;
  }

  std::vector<std::uint64_t> begins_;  // by word, one bit: some name begins with it. Small enough for the processor's cache
  std::vector<std::uint32_t> first_;  // by word: the node behind the root, 0 = none
  std::vector<Edge> edges_;           // open addressing; from all nodes but the root
  std::size_t edge_count_ = 0;
  std::vector<Node> nodes_ = {{}};        // 0 is the root
  std::vector<Payload> payloads_ = {{}};  // 0 is none
};

}  // namespace rasd
