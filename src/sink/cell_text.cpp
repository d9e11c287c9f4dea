#include "sink/cell_text.hpp"

#include <charconv>

#include "text/utf8.hpp"

namespace rasd {
namespace {

template <class Number>
std::string digits_of(Number value) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return {digits, end};
}

// Signs that begin a formula, also in their full-width forms; control characters that spreadsheets skip before one.
bool begins_formula(char32_t point) {
  switch (point) {
    case U'=': case U'+': case U'-': case U'@': case U'\t': case U'\r': case U'\n': case U'\0':
    case 0xFF1D: case 0xFF0B: case 0xFF0D: case 0xFF20:
      return true;
    default:
      return false;
  }
}

// Bytes of a character at `at` that is none to show; 0 where it is fine. Looks at bytes, as nearly all of them are.
std::size_t unprintable_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  if (byte != 0xEF) return 0;
  const std::string_view point = text.substr(at, 3);
  return point == "\xEF\xBF\xBE" || point == "\xEF\xBF\xBF" ? 3 : 0;
}

}  // namespace

std::string printable(std::string text) {
  std::string out;
  std::size_t copied = 0;  // what is fine is copied in one piece
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t size = unprintable_at(text, i);
    if (size == 0) continue;
    out.append(text, copied, i - copied);
    append_utf8(out, kReplacement);
    copied = i + size;
    i = copied - 1;
  }
  return copied == 0 ? std::move(text) : out.append(text, copied);
}

std::string cell_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return digits_of(*integer);
  if (const auto* number = std::get_if<double>(&cell)) return digits_of(*number);
  return {};
}

std::string disarmed(std::string text) {
  if (!text.empty() && begins_formula(decode_utf8(text, 0).point)) text.insert(text.begin(), '\'');
  return text;
}

std::string fitted(std::string text) {
  if (text.size() <= kMaxCellUnits) return text;  // never more units than bytes
  std::size_t units = 0;
  std::size_t keep = 0;  // bytes that leave room for the ellipsis
  for (std::size_t i = 0; i < text.size();) {
    const DecodedPoint point = decode_utf8(text, i);
    units += point.point > 0xFFFF ? 2 : 1;
    i += point.size;
    if (units < kMaxCellUnits) keep = i;
    if (units > kMaxCellUnits) {
      text.resize(keep);
      append_utf8(text, U'\u2026');
      break;
    }
  }
  return text;
}

}  // namespace rasd
