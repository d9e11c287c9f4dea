// Whether a text in Arabic script is Arabic: its small words are counted (data/language). Persian, Urdu and Kurdish give no events.
// Threads: immutable after load.
#pragma once

#include "rasd/result.hpp"
#include "token/token.hpp"
#include "token/word_marker.hpp"

namespace rasd {

class LanguageGate {
 public:
  static Result<LanguageGate> load(const Lexicon& lexicon);
  // False where small words of other languages outnumber the Arabic ones. A text without any (a headline) passes.
  [[nodiscard]] bool is_arabic(const TokenizedText& text) const;
  // The lists that decide.
  void mark(WordMarker& marker) const;

 private:
  ListId arabic_ = kNoList;
  ListId other_ = kNoList;
};

}  // namespace rasd
