// Names of one or more words -> payload numbers: the gazetteer, the actor lexicon and the phrases of word lists look up here.
// A hash trie over WordIds. Threads: immutable after build; find is const.
#pragma once

#include <cstdint>
#include <unordered_map>
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
  // The first word may carry conjunctions and prepositions.
  void find(const TokenizedText& text, std::uint32_t index, std::uint32_t end, std::vector<NameHit>& out) const;
  [[nodiscard]] bool empty() const { return edges_.empty(); }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;        // (node, word) -> node
  std::vector<std::vector<std::uint32_t>> payloads_ = {{}};       // by node
};

}  // namespace rasd
