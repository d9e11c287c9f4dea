// A written word as two numbers and a hash, made without a branch for each letter: most words are compared by them alone.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "token/string_table.hpp"

namespace rasd {

struct WordKey {
  static constexpr std::size_t kLongest = 16;  // bytes of the words that `head`, `tail` and the size tell apart

  std::uint64_t head = 0;  // the first bytes
  std::uint64_t tail = 0;  // the last ones; they may overlap
  std::uint32_t hash = 0;

  // `last_original`: the word's last letter before it was folded, which makes it another word; or 0.
  WordKey() = default;
  WordKey(std::string_view word, char32_t last_original) {
    const char* const begin = word.data();
    const char* const end = begin + word.size();
    if (word.size() >= 8) {
      head = load<std::uint64_t>(begin);
      tail = load<std::uint64_t>(end - 8);
    } else if (word.size() >= 4) {
      head = load<std::uint32_t>(begin);
      tail = load<std::uint32_t>(end - 4);
    } else if (word.size() >= 2) {
      head = load<std::uint16_t>(begin);
      tail = load<std::uint16_t>(end - 2);
    } else if (!word.empty()) {
      head = static_cast<unsigned char>(*begin);
    }
    constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ull;
    std::uint64_t mix = (head ^ (word.size() * kPrime)) * kPrime;
    mix = (mix ^ (mix >> 32) ^ tail) * kPrime;
    if (word.size() > kLongest) mix ^= hash_bytes(word);
    mix = (mix ^ (mix >> 29) ^ last_original) * kPrime;
    hash = static_cast<std::uint32_t>(mix >> 32);
  }

 private:
  template <class Number>
  static Number load(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof(number));
    return number;
  }
};

}  // namespace rasd
