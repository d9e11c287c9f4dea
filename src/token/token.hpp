// The words of a text, in order, and its sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rasd/span.hpp"
#include "text/normalizer.hpp"
#include "token/lexicon.hpp"

namespace rasd {

enum class TokenKind : std::uint8_t { word, number, punctuation, url, symbol };

// What a word can be, see Token::may.
enum WordMark : std::uint8_t {
  kMayTrigger = 1,       // in a list that some rule's trigger names
  kMayTellLanguage = 2,  // in a list that tells Arabic from other languages
  kMayBeginPlace = 4,    // first word of some place name
  kMayBeginActor = 8,    // first word of some actor's name
  kMayBeWeapon = 16,     // in a list of weapons
  kMayEndClause = 32,    // in a list of words that begin or end a clause
  kMayFollowInPhrase = 64,  // in some list item of several words, and not its first one
};

struct Token {
  NormalizedSpan span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;
  bool percent = false;              // number: a percent sign follows directly
  // Known without a look at the analysis, which is seldom in the processor's cache:
  bool may_begin_phrase = true;      // false: no list item of several words begins with it
  bool may_be_listed = true;         // false: word->lists is empty
  std::uint8_t marks = 0xFF;         // WordMark bits; an absent one is certain
  const WordAnalysis* word = nullptr;  // never null; punctuation and numbers have one as well (lists may hold them)
  double number = 0;                 // kind number: its value
  [[nodiscard]] bool may(WordMark mark) const { return (marks & mark) != 0; }
  [[nodiscard]] bool is_word() const { return kind == TokenKind::word; }
};

struct Sentence {
  TokenRange tokens;
  NormalizedSpan span;
  std::uint32_t paragraph = 0;
  bool is_title = false;
  bool cut = false;  // by kMaxSentence
};

// A list item of several words found in the text.
struct PhraseHit {
  TokenRange tokens;
  ListHit hit;
  std::uint8_t proclitics = 0;  // those of the first word
  std::uint32_t features = 0;   // Feature bits of the first word
};

// One text, cut up. Refers to `text`, which must outlive it; word pointers live as long as the WordCache's document.
struct TokenizedText {
  const NormalizedText* text = nullptr;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<PhraseHit> phrases;  // sorted by first token, longer first

  [[nodiscard]] std::string_view view(TokenRange range) const {
    if (range.empty()) return {};
    return text->view({tokens[range.begin].span.begin, tokens[range.end - 1].span.end});
  }
  [[nodiscard]] NormalizedSpan span(TokenRange range) const {
    if (range.empty()) return {};
    return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
  // The original bytes of a token range, without the proclitics of its first word where `stem_offset` says how long they are.
  [[nodiscard]] OriginalSpan original(TokenRange range, std::uint32_t stem_offset = 0) const {
    NormalizedSpan s = span(range);
    s.begin += stem_offset;
    return text->map.to_original(s);
  }
  // Clears the vectors, keeps their memory.
  void clear() { tokens.clear(); sentences.clear(); phrases.clear(); }
};

}  // namespace rasd
