// Finds the tokens of normalised text, one after another, by the classes of their characters.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "rasd/span.hpp"
#include "token/token.hpp"

namespace rasd {

struct Scanned {
  NormalizedSpan span;
  TokenKind kind = TokenKind::word;
  bool percent = false;
  double number = 0;
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  // False at the end of the text.
  bool next(Scanned& out) {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    const std::size_t end = skip_letters(at_);
    if (end == at_) return next_of_any(out);
    const std::size_t begin = at_;
    at_ = skip_arabic(end);
    out.kind = TokenKind::word;
    out.percent = false;
    out.number = 0;
    out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    return true;
  }

 private:
  // The end of the row of letters U+0620 to U+065F at `at`, as far as it can be told four letters at a time: most words end there. Where
  // the bytes of a number stand in another order, and at the end of the text, it is `at`.
  [[nodiscard]] std::size_t skip_letters(std::size_t at) const {
    if constexpr (std::endian::native != std::endian::little) return at;
    constexpr std::uint64_t kFirstOfEach = 0x0001000100010001ull;
    while (text_.size() - at >= sizeof(std::uint64_t)) {
      std::uint64_t letters = 0;
      std::memcpy(&letters, text_.data() + at, sizeof(letters));
      // The first byte is D8 with a second one from A0 up, or D9 with one below A0.
      letters ^= kFirstOfEach * 0x80D8;
      const std::uint64_t other = (letters & kFirstOfEach * 0xC0FE) | (((letters ^ letters >> 13) & kFirstOfEach) ^ kFirstOfEach);
      if (other != 0) return at + static_cast<std::size_t>(std::countr_zero(other)) / 16 * 2;
      at += sizeof(letters);
    }
    return at;
  }
  // The same for all letters and marks of the Arabic blocks.
  [[nodiscard]] std::size_t skip_arabic(std::size_t at) const;
  bool next_of_any(Scanned& out);
  void scan_number(Scanned& out);
  void scan_latin(Scanned& out);
  bool scan_address(Scanned& out);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace rasd
