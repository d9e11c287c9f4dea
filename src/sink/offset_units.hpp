// Byte offsets of a text in the unit that the output counts in. One pass over the text, then constant time an offset.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rasd/sink.hpp"

namespace rasd {

class OffsetUnits {
 public:
  explicit OffsetUnits(OffsetUnit unit) : unit_(unit) {}
  // `text` must outlive the conversions. A maximal sequence of bytes that are no UTF-8 counts as one character.
  void index(std::string_view text);
  [[nodiscard]] std::int64_t convert(std::uint32_t byte) const;

 private:
  OffsetUnit unit_;
  std::string_view text_;
  std::vector<std::uint32_t> counts_;  // valid text: units before each block; else before each byte
  bool by_byte_ = false;
};

}  // namespace rasd
