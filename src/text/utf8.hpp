// UTF-8, one code point at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rasd {

inline constexpr char32_t kReplacement = 0xFFFD;

struct DecodedPoint {
  char32_t point = 0;      // U+FFFD where the bytes are no UTF-8
  std::uint32_t size = 1;  // bytes read, at least 1
  bool valid = true;
};

// The code point at `at`. Bytes that are no UTF-8 are taken as one maximal subpart, as Unicode recommends.
[[nodiscard]] DecodedPoint decode_utf8(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t point);
[[nodiscard]] std::size_t count_points(std::string_view text);
[[nodiscard]] bool is_valid_utf8(std::string_view text);
// `text` with each maximal ill-formed part replaced by U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

[[nodiscard]] inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace rasd
