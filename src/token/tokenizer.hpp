// Cuts normalised text into tokens: words, numbers (1,200 · 12.5 · 20% · 2/3), punctuation, URLs, symbols. Hashtag signs and
// underscores separate words. Every byte that is no white space belongs to exactly one token.
// Threads: const and re-entrant; the cache and the output belong to the caller.
#pragma once

#include <string_view>

#include "text/sentence_splitter.hpp"
#include "token/token.hpp"
#include "token/word_marker.hpp"

namespace rasd {

class PhraseFinder;

class Tokenizer {
 public:
  Tokenizer(const SentenceSplitter& splitter, const PhraseFinder& phrases);

  // `original` is the text that `text` was normalised from (the last letters of words are read from it).
  // `title_end`: normalised offset where the title ends, 0 where there is none.
  void tokenize(const NormalizedText& text, std::string_view original, std::uint32_t title_end, WordCache& cache,
                TokenizedText& out) const;

  // To be filled before the first text.
  [[nodiscard]] WordMarker& marker() { return marker_; }

 private:
  [[nodiscard]] std::uint16_t mark(WordAnalysis& word, std::pmr::memory_resource& memory) const;
  const SentenceSplitter& splitter_;
  const PhraseFinder& phrases_;
  WordMarker marker_;
};

}  // namespace rasd
