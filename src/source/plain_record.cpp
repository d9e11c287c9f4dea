#include "source/plain_record.hpp"

#include <cstring>

#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighs = 0x8080808080808080;
constexpr int kMaxDigits = 18;

// Whether some byte of the eight is zero (exact where none below it is).
constexpr std::uint64_t zeros(std::uint64_t bytes) { return (bytes - kOnes) & ~bytes & kHighs; }

// Whether some byte is a quotation mark, a backslash or below a blank.
constexpr bool has_mark(std::uint64_t bytes) {
  const std::uint64_t controls = (bytes - kOnes * 0x20) & ~bytes & kHighs;
  return (zeros(bytes ^ (kOnes * '"')) | zeros(bytes ^ (kOnes * '\\')) | controls) != 0;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

bool PlainRecordReader::read_whole_number(std::uint64_t& number) {
  const char* const first = at_;
  while (at_ != end_ && *at_ >= '0' && *at_ <= '9' && at_ - first < kMaxDigits) {
    number = number * 10 + static_cast<std::uint64_t>(*at_ - '0');
    ++at_;
  }
  if (at_ == first || (*first == '0' && at_ - first > 1)) return false;
  return at_ != end_ && (*at_ == ',' || *at_ == '}' || *at_ == ' ');
}

bool PlainRecordReader::read_string() {
  if (!take('"')) return false;
  value_.clear();
  while (true) {
    const char* const run = at_;
    while (end_ - at_ >= 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, at_, 8);
      if (has_mark(bytes)) break;
      at_ += 8;
    }
    while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) ++at_;
    value_.append(run, static_cast<std::size_t>(at_ - run));
    if (at_ == end_ || static_cast<unsigned char>(*at_) < 0x20) return false;
    if (take('"')) return true;
    ++at_;
    if (!read_escape()) return false;
  }
}

bool PlainRecordReader::read_escape() {
  if (at_ == end_) return false;
  switch (*at_++) {
    case '"':
      value_ += '"';
      return true;
    case '\\':
      value_ += '\\';
      return true;
    case '/':
      value_ += '/';
      return true;
    case 'n':
      value_ += '\n';
      return true;
    case 't':
      value_ += '\t';
      return true;
    case 'r':
      value_ += '\r';
      return true;
    case 'b':
      value_ += '\b';
      return true;
    case 'f':
      value_ += '\f';
      return true;
    case 'u':
      break;
    default:
      return false;
  }
  if (end_ - at_ < 4) return false;
  char32_t point = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = hex_digit(*at_++);
    if (digit < 0) return false;
    point = point * 16 + static_cast<char32_t>(digit);
  }
  if (point >= 0xD800 && point < 0xE000) return false;
  append_utf8(value_, point);
  return true;
}

}  // namespace rasd
