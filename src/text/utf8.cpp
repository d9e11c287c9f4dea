#include "text/utf8.hpp"

#include "text/bytes.hpp"

namespace rasd {

DecodedPoint decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  std::uint32_t need = 0;
  unsigned char low = 0x80;  // the range of the second byte excludes overlong forms, surrogates and too large values
  unsigned char high = 0xBF;
  char32_t point = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    need = 1;
    point = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    need = 2;
    point = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    need = 3;
    point = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {kReplacement, 1, false};
  }
  std::uint32_t size = 1;
  for (; need > 0; --need, ++size) {
    if (at + size >= text.size()) return {kReplacement, size, false};
    const unsigned char next = byte(at + size);
    if (next < low || next > high) return {kReplacement, size, false};
    point = (point << 6) | (next & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {point, size, true};
}

void append_utf8(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (point >> 18));
    out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

std::size_t count_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += is_continuation(byte) ? 0 : 1;
  return count;
}

namespace {

// Whether a block, with the byte before it, is of ASCII and two-byte sequences; the last of these may go on behind it.
bool is_plain_block(const char* block) {
  const Bytes bytes(block);
  const Bytes leads_before = Bytes(block - 1).between(0xC2, 0xDF);
  const Bytes continuations = bytes.between(0x80, 0xBF);
  const Bytes known = bytes.between(0, 0x7F) | bytes.between(0xC2, 0xDF) | continuations;
  return !(~known | (leads_before ^ continuations)).any();
}

bool is_pair_lead(char byte) { return static_cast<unsigned char>(byte) >= 0xC2 && static_cast<unsigned char>(byte) <= 0xDF; }

}  // namespace

bool is_valid_utf8(std::string_view text) {
  std::size_t i = 0;
  std::size_t one_by_one = 1;  // up to here
  while (i < text.size()) {
    if (i >= one_by_one) {
      if (text.size() - i >= Bytes::kSize && is_plain_block(text.data() + i)) {
        i += Bytes::kSize;
        continue;
      }
      one_by_one = i + Bytes::kSize;
      if (is_pair_lead(text[i - 1])) --i;  // its second byte was not looked at yet
    }
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      ++i;
      continue;
    }
    if (is_pair_lead(text[i]) && i + 1 < text.size() && is_continuation(text[i + 1])) {
      i += 2;
      continue;
    }
    const DecodedPoint point = decode_utf8(text, i);
    if (!point.valid) return false;
    i += point.size;
  }
  return text.empty() || !is_pair_lead(text.back());
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const DecodedPoint point = decode_utf8(text, i);
    if (point.valid) {
      out.append(text.substr(i, point.size));
    } else {
      append_utf8(out, kReplacement);
    }
    i += point.size;
  }
  return out;
}

}  // namespace rasd
