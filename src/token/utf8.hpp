// Reading UTF-8 one code point at a time. Total: a bad byte counts as one code point U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rasd {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes; 0 at the end of the text
};

[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0u) == 0x80u; };
  const unsigned char first = byte(offset);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first < 0xE0 && continues(offset + 1)) {
    return {(static_cast<char32_t>(first & 0x1Fu) << 6) | (byte(offset + 1) & 0x3Fu), 2};
  }
  if (first >= 0xE0 && first < 0xF0 && continues(offset + 1) && continues(offset + 2)) {
    return {(static_cast<char32_t>(first & 0x0Fu) << 12) | (static_cast<char32_t>(byte(offset + 1) & 0x3Fu) << 6) |
                (byte(offset + 2) & 0x3Fu),
            3};
  }
  if (first >= 0xF0 && first < 0xF5 && continues(offset + 1) && continues(offset + 2) && continues(offset + 3)) {
    return {(static_cast<char32_t>(first & 0x07u) << 18) | (static_cast<char32_t>(byte(offset + 1) & 0x3Fu) << 12) |
                (static_cast<char32_t>(byte(offset + 2) & 0x3Fu) << 6) | (byte(offset + 3) & 0x3Fu),
            4};
  }
  return {0xFFFD, 1};
}

// The code point that ends at `end`.
[[nodiscard]] inline CodePoint code_point_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 4) {
    --begin;
    if ((static_cast<unsigned char>(text[begin]) & 0xC0u) != 0x80u) break;
  }
  if (begin == end) return {};
  return code_point_at(text, begin);
}

[[nodiscard]] inline bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
[[nodiscard]] inline bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Letters of the Arabic blocks (with the marks that stand on letters; not digits and punctuation).
[[nodiscard]] inline bool is_arabic_mark(char32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x0610 && c <= 0x061A) || (c >= 0x06D6 && c <= 0x06ED);
}
[[nodiscard]] inline bool is_arabic_letter(char32_t c) {
  return (c >= 0x0620 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3) || c == 0x06D5 || (c >= 0x06EE && c <= 0x06EF) ||
         (c >= 0x06FA && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) || (c >= 0x08A0 && c <= 0x08C7) ||
         (c >= 0xFB50 && c <= 0xFDFB) || (c >= 0xFE70 && c <= 0xFEFC) || is_arabic_mark(c);
}

}  // namespace rasd
