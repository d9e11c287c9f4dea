// The word lists of a finder as small numbers, so that a token is tested against all of them in one pass, and a window
// on one sentence that reads list items (words and phrases) from it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "token/token.hpp"
#include "token/word_marker.hpp"

namespace rasd {

inline constexpr std::size_t kMaxListClasses = 64;

// Immutable after load.
class ListClasses {
 public:
  // `set`: where words that a marker went over (see mark) keep their classes.
  explicit ListClasses(ClassSet set) : set_(set) {}
  // Class `index` (below 64) is the list `name`; false where there is no such list.
  bool add(const Lexicon& lexicon, std::uint8_t index, std::string_view name);
  // Bit of each class that the word is in.
  [[nodiscard]] std::uint64_t mask(const WordAnalysis& word) const {
    if ((word.class_sets >> set_ & 1u) != 0) return word.classes[set_];
    std::uint64_t bits = 0;
    for (const ListHit& hit : word.lists) {
      if (hit.list < class_of_.size()) bits |= class_of_[hit.list];
    }
    return bits;
  }
  [[nodiscard]] std::uint64_t bit_of(ListId list) const { return list < class_of_.size() ? class_of_[list] : 0; }
  [[nodiscard]] ListId list(std::uint8_t index) const { return lists_[index]; }
  void mark(WordMarker& marker) const { marker.add_classes(set_, class_of_); }

 private:
  ClassSet set_;
  std::array<ListId, kMaxListClasses> lists_{};
  std::vector<std::uint64_t> class_of_;  // by ListId: the bit of its class, or 0
};

// A list item in the text.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  ValueId value = 0;
  std::uint8_t proclitics = 0;  // conjunctions and prepositions of the first word

  // Bytes of those proclitics: each is one letter of two bytes.
  [[nodiscard]] std::uint8_t stem() const {
    const auto bits = static_cast<std::uint8_t>(proclitics & (kAnyConjunction | kAnyPreposition));
    std::uint8_t count = 0;
    for (std::uint8_t rest = bits; rest != 0; rest = static_cast<std::uint8_t>(rest & (rest - 1))) ++count;
    return static_cast<std::uint8_t>(2 * count);
  }
  [[nodiscard]] bool bare() const { return (proclitics & (kAnyConjunction | kAnyPreposition)) == 0; }
};

// One sentence, read by list classes.
class ListWindow {
 public:
  ListWindow(const TokenizedText& text, TokenRange range, const Lexicon& lexicon, const ListClasses& classes);
  ListWindow(const ListWindow&) = delete;  // points into itself
  ListWindow& operator=(const ListWindow&) = delete;

  [[nodiscard]] const TokenizedText& text() const { return text_; }
  [[nodiscard]] TokenRange range() const { return range_; }
  [[nodiscard]] const Token& token(std::uint32_t index) const { return text_.tokens[index]; }
  [[nodiscard]] bool inside(std::uint32_t index) const { return index < range_.end; }
  [[nodiscard]] std::string_view view(std::uint32_t index) const { return text_.text->view(text_.tokens[index].span); }

  // The longest item of the class that starts at the token.
  bool read(std::uint32_t index, std::uint8_t list_class, Piece& piece) const {
    return has(index, list_class) && read_known(index, list_class, piece);
  }
  [[nodiscard]] bool has(std::uint32_t index, std::uint8_t list_class) const {
    return inside(index) && (masks_[index - range_.begin] >> list_class & 1u) != 0;
  }
  // Classes of the token's word and of the phrases that start at it and end in the sentence.
  [[nodiscard]] std::uint64_t mask(std::uint32_t index) const { return masks_[index - range_.begin]; }
  // All classes that stand in the sentence.
  [[nodiscard]] std::uint64_t held() const { return held_; }
  [[nodiscard]] const std::string& value(const Piece& piece) const { return lexicon_.value_text(piece.value); }
  [[nodiscard]] double number(const Piece& piece) const;
  [[nodiscard]] int integer(const Piece& piece) const;

  // Single punctuation or symbol character.
  [[nodiscard]] bool is_mark(std::uint32_t index, char mark) const;
  [[nodiscard]] bool is_dash(std::uint32_t index) const;
  [[nodiscard]] bool is_comma(std::uint32_t index) const;
  [[nodiscard]] bool is_number(std::uint32_t index) const {
    return inside(index) && token(index).kind == TokenKind::number;
  }
  // True where the tokens `index - 1` and `index` touch.
  [[nodiscard]] bool touches_left(std::uint32_t index) const {
    return index > range_.begin && !token(index).space_before;
  }

 private:
  bool read_known(std::uint32_t index, std::uint8_t list_class, Piece& piece) const;

  const TokenizedText& text_;
  TokenRange range_;
  const Lexicon& lexicon_;
  const ListClasses& classes_;
  const PhraseHit* phrases_begin_ = nullptr;
  const PhraseHit* phrases_end_ = nullptr;
  std::uint64_t held_ = 0;
  std::uint64_t* masks_ = nullptr;              // by token of the sentence
  std::array<std::uint64_t, 128> short_masks_;  // where the sentence is short
  std::vector<std::uint64_t> long_masks_;
};

}  // namespace rasd
