#include "sink/offset_units.hpp"

#include <algorithm>
#include <cstring>

#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::size_t kBlock = 64;

// UTF-16 units, or code points, of the characters that begin in the bytes; these are valid UTF-8.
std::uint32_t count_units(std::string_view bytes, OffsetUnit unit) {
  std::uint32_t count = 0;
  std::size_t at = 0;
  for (; bytes.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {  // eight bytes at a time
    constexpr std::uint64_t kLowest = 0x0101010101010101ull;
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, sizeof(eight));
    const std::uint64_t begins = (~eight >> 7 | eight >> 6) & kLowest;  // a continuation has the highest bit and not the next one
    count += static_cast<std::uint32_t>(begins * kLowest >> 56);
  }
  for (; at < bytes.size(); ++at) count += is_continuation(bytes[at]) ? 0u : 1u;
  if (unit == OffsetUnit::utf16) {
    for (const char byte : bytes) count += static_cast<unsigned char>(byte) >= 0xF0 ? 1u : 0u;
  }
  return count;
}

}  // namespace

void OffsetUnits::index(std::string_view text) {
  text_ = text;
  counts_.clear();
  if (unit_ == OffsetUnit::byte) return;
  by_byte_ = !is_valid_utf8(text);
  std::uint32_t count = 0;
  if (!by_byte_) {
    for (std::size_t at = 0; at < text.size(); at += kBlock) {
      counts_.push_back(count);
      count += count_units(text.substr(at, kBlock), unit_);
    }
    return;
  }
  counts_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_utf8(text, at);
    counts_.insert(counts_.end(), point.size, count);
    count += unit_ == OffsetUnit::utf16 && point.point >= 0x10000 ? 2 : 1;
    at += point.size;
  }
  counts_.push_back(count);
}

std::int64_t OffsetUnits::convert(std::uint32_t byte) const {
  if (unit_ == OffsetUnit::byte || text_.empty()) return byte;
  const std::size_t at = std::min<std::size_t>(byte, text_.size());
  if (by_byte_) return counts_[at];
  const std::size_t block = std::min(at / kBlock, counts_.size() - 1);
  return counts_[block] + count_units(text_.substr(block * kBlock, at - block * kBlock), unit_);
}

}  // namespace rasd
