// A hash that never changes: ids that are printed are made of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rasd {

// FNV-1a, 64 bits. `seed` chains several pieces.
[[nodiscard]] constexpr std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0xcbf29ce484222325u) {
  std::uint64_t hash = seed;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3u;
  }
  return hash;
}

// Sixteen lower-case hex digits.
[[nodiscard]] inline std::string hex16(std::uint64_t value) {
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 0xF];
  return out;
}

}  // namespace rasd
