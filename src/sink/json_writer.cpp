#include "sink/json_writer.hpp"

#include <charconv>
#include <cmath>

#include "text/utf8.hpp"

namespace rasd {
namespace {

bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\'; }

void append_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (byte) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default:
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 0xF];
  }
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  first_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  out_ += '"';
  std::size_t copied = 0;  // what is fine is copied in one piece
  std::size_t at = 0;
  while (at < value.size()) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (is_plain(byte)) {
      ++at;
    } else if (byte >= 0xC2 && byte <= 0xDF && at + 1 < value.size() && is_continuation(value[at + 1])) {
      at += 2;
    } else if (byte < 0x80) {
      out_.append(value, copied, at - copied);
      append_escape(out_, byte);
      copied = ++at;
    } else {
      const DecodedPoint point = decode_utf8(value, at);
      if (!point.valid) {
        out_.append(value, copied, at - copied);
        append_utf8(out_, kReplacement);
        copied = at + point.size;
      }
      at += point.size;
    }
  }
  out_.append(value, copied, at - copied);
  out_ += '"';
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out_.append(digits, static_cast<std::size_t>(end - digits));
}

void JsonWriter::number(double value, int decimals) {
  separate();
  char digits[64];
  if (!std::isfinite(value) || std::abs(value) > 1e15) value = 0;
  char* end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals).ptr;
  if (decimals > 0) {
    while (end[-1] == '0') --end;
    if (end[-1] == '.') --end;
  }
  const std::string_view written(digits, static_cast<std::size_t>(end - digits));
  out_ += written == "-0" ? "0" : written;
}

}  // namespace rasd
