#include "token/language_gate.hpp"

namespace rasd {

Result<LanguageGate> LanguageGate::load(const Lexicon& lexicon) {
  LanguageGate gate;
  gate.arabic_ = lexicon.list_id("language.arabic");
  gate.other_ = lexicon.list_id("language.other");
  if (gate.arabic_ == kNoList || gate.other_ == kNoList) {
    return Diagnostic{"D012", "data/language", 0, 0, "the lists language.arabic and language.other are missing", ""};
  }
  return gate;
}

void LanguageGate::mark(WordMarker& marker) const {
  marker.mark_list(arabic_, kMayTellLanguage);
  marker.mark_list(other_, kMayTellLanguage);
}

bool LanguageGate::is_arabic(const TokenizedText& text) const {
  std::size_t arabic = 0, other = 0;
  for (const Token& token : text.tokens) {
    if (!token.is_word() || !token.may(kMayTellLanguage)) continue;
    if (token.word->in(other_)) {
      ++other;
    } else if (token.word->in(arabic_)) {
      ++arabic;
    }
  }
  return other <= arabic;
}

}  // namespace rasd
