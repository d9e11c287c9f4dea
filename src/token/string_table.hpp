// Strings -> numbers from 0, in the order in which they were added: one arena, one flat hash table.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rasd {

inline constexpr std::uint32_t kNoString = 0xFFFFFFFFu;

[[nodiscard]] inline std::uint64_t hash_bytes(std::string_view text) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15ull;
  std::uint64_t hash = text.size() * kPrime;
  const char* at = text.data();
  std::size_t left = text.size();
  while (left >= 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, at, 8);
    hash = (hash ^ block) * kPrime;
    hash ^= hash >> 32;
    at += 8;
    left -= 8;
  }
  if (left > 0) {
    std::uint64_t block = 0;
    std::memcpy(&block, at, left);
    hash = (hash ^ block) * kPrime;
    hash ^= hash >> 32;
  }
  hash *= kPrime;
  return hash ^ (hash >> 29);
}

// A StringTable that cannot grow any more: flat arrays that may lie in a file. The arrays are not owned.
class FrozenStrings {
 public:
  struct Slot {
    static constexpr bool kPlain = true;  // see text/snapshot.hpp
    std::uint32_t tag = 0;
    std::uint32_t id = kNoString;
  };
  FrozenStrings() = default;
  // `begins` has one more element than there are strings; `slots` may be empty where nothing is looked up.
  FrozenStrings(std::span<const std::uint32_t> begins, std::string_view arena, std::span<const Slot> slots)
      : begins_(begins), arena_(arena), slots_(slots) {}
  // kNoString where unknown.
  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    if (slots_.empty()) return kNoString;
    const std::uint64_t hash = hash_bytes(text);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].id != kNoString) {
      if (slots_[at].tag == tag_of(hash) && (*this)[slots_[at].id] == text) return slots_[at].id;
      at = (at + 1) & (slots_.size() - 1);
    }
    return kNoString;
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t id) const {
    return arena_.substr(begins_[id], begins_[id + 1] - begins_[id]);
  }
  [[nodiscard]] std::size_t size() const { return begins_.empty() ? 0 : begins_.size() - 1; }
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

 private:
  std::span<const std::uint32_t> begins_;
  std::string_view arena_;
  std::span<const Slot> slots_;
};

class StringTable {
 public:
  std::uint32_t add(std::string_view text) {
    if ((spans_.size() + 1) * 2 > slots_.size()) grow();
    const std::uint64_t hash = hash_bytes(text);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].id != kNoString) {
      if (slots_[at].tag == tag_of(hash) && (*this)[slots_[at].id] == text) return slots_[at].id;
      at = (at + 1) & (slots_.size() - 1);
    }
    const auto id = static_cast<std::uint32_t>(spans_.size());
    slots_[at] = {tag_of(hash), id};
    note(hash);
    spans_.push_back({static_cast<std::uint32_t>(arena_.size()), static_cast<std::uint32_t>(text.size())});
    arena_.append(text);
    return id;
  }
  // kNoString where unknown.
  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    if (slots_.empty()) return kNoString;
    const std::uint64_t hash = hash_bytes(text);
    const std::size_t bit = filter_bit(hash);
    if (((filter_[bit / 64] >> (bit % 64)) & 1u) == 0) return kNoString;
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].id != kNoString) {
      if (slots_[at].tag == tag_of(hash) && (*this)[slots_[at].id] == text) return slots_[at].id;
      at = (at + 1) & (slots_.size() - 1);
    }
    return kNoString;
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t id) const {
    return std::string_view(arena_).substr(spans_[id].begin, spans_[id].size);
  }
  [[nodiscard]] std::size_t size() const { return spans_.size(); }
  // The parts of a FrozenStrings of the same content.
  [[nodiscard]] std::vector<std::uint32_t> begins() const {
    std::vector<std::uint32_t> out;
    out.reserve(spans_.size() + 1);
    for (const Extent& extent : spans_) out.push_back(extent.begin);
    out.push_back(static_cast<std::uint32_t>(arena_.size()));
    return out;
  }
  [[nodiscard]] const std::string& arena() const { return arena_; }
  [[nodiscard]] const std::vector<FrozenStrings::Slot>& slots() const { return slots_; }
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(arena_, spans_, slots_, filter_);
  }

 private:
  using Slot = FrozenStrings::Slot;
  struct Extent {
    static constexpr bool kPlain = true;
    std::uint32_t begin;
    std::uint32_t size;
  };
  static std::uint32_t tag_of(std::uint64_t hash) { return FrozenStrings::tag_of(hash); }
  void grow() {
    const std::size_t size = slots_.empty() ? 1024 : slots_.size() * 2;
    slots_.assign(size, {});
    filter_.assign(size * kFilterBits / 64, 0);
    for (std::uint32_t id = 0; id < spans_.size(); ++id) {
      const std::uint64_t hash = hash_bytes((*this)[id]);
      std::size_t at = hash & (size - 1);
      while (slots_[at].id != kNoString) at = (at + 1) & (size - 1);
      slots_[at] = {tag_of(hash), id};
      note(hash);
    }
  }
  // One bit by hash for each string: answers most look-ups of strings that are not there, and fits into the processor's cache.
  static constexpr std::size_t kFilterBits = 4;  // a slot
  [[nodiscard]] std::size_t filter_bit(std::uint64_t hash) const { return (hash >> 20) & (slots_.size() * kFilterBits - 1); }
  void note(std::uint64_t hash) {
    const std::size_t bit = filter_bit(hash);
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }

  std::string arena_;
  std::vector<Extent> spans_;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> filter_;
};

}  // namespace rasd
