// Half-open ranges. A span of the original text, of the normalised text and of tokens are different
// types, so that an offset of one cannot be used in another; only OffsetMap converts between them.
#pragma once

#include <compare>
#include <cstdint>

namespace rasd {

// [begin, end). Units: bytes of UTF-8 for the two text spaces, tokens for TokenRange.
template <class Space>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

struct OriginalSpace;
struct NormalizedSpace;
struct TokenSpace;

using OriginalSpan = Span<OriginalSpace>;      // bytes of the text as it was given
using NormalizedSpan = Span<NormalizedSpace>;  // bytes of the text after folding
using TokenRange = Span<TokenSpace>;           // indices into TokenizedText::tokens

}  // namespace rasd
