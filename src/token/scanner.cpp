#include "token/scanner.hpp"

#include <array>

#include "token/utf8.hpp"

namespace rasd {
namespace {

enum class Class : std::uint8_t { space, arabic, latin, digit, mark, symbol };

Class class_of_other(char32_t c) {
  if (is_arabic_letter(c)) return Class::arabic;
  if (c < 0x80) return Class::symbol;
  if (c == 0xA0 || c == 0x3000 || c == 0x202F || c == 0x205F || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029) {
    return Class::space;
  }
  if (c == 0xAB || c == 0xBB || c == 0xB7 || c == 0xA1 || c == 0xBF || (c >= 0x2010 && c <= 0x205E) || c == 0x060C ||
      c == 0x061B || c == 0x061F || c == 0x066A || c == 0x066B || c == 0x066C || c == 0x066D || c == 0x06D4 || c == 0x0609 ||
      c == 0xFD3E || c == 0xFD3F || (c >= 0x3001 && c <= 0x3011)) {
    return Class::mark;
  }
  // Letters of the other scripts that turn up in news: Latin, Greek, Cyrillic, Hebrew, Chinese.
  if ((c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x5FF) || (c >= 0x1E00 && c <= 0x1FFF) ||
      (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x700 && c <= 0x74F) || (c >= 0x7C0 && c <= 0x7FF) || (c >= 0x2D30 && c <= 0x2D7F)) {
    return Class::latin;
  }
  return Class::symbol;
}

constexpr std::array<Class, 128> make_ascii() {
  std::array<Class, 128> classes{};
  for (unsigned c = 0; c < 128; ++c) {
    Class of = Class::mark;
    if (c <= 0x20 || c == 0x7F) of = Class::space;
    if (c >= '0' && c <= '9') of = Class::digit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) of = Class::latin;
    if (c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' || c == '|' || c == '~') of = Class::symbol;
    classes[c] = of;
  }
  return classes;
}
constexpr std::array<Class, 128> kAscii = make_ascii();

constexpr std::array<bool, 256> make_arabic_block() {
  std::array<bool, 256> letters{};
  for (unsigned i = 0; i < 256; ++i) {
    const char32_t c = 0x600 + i;
    letters[i] = (c >= 0x0620 && c <= 0x065F) || (c >= 0x066E && c <= 0x06D3) || c == 0x06D5 || c == 0x0670 ||
                 (c >= 0x06FA && c <= 0x06FF) || (c >= 0x06EE && c <= 0x06EF) || (c >= 0x0610 && c <= 0x061A) ||
                 (c >= 0x06D6 && c <= 0x06ED);
  }
  return letters;
}
constexpr std::array<bool, 256> kArabicBlock = make_arabic_block();

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at)) ++at;
  return at;
}

bool starts_with(std::string_view text, std::size_t at, std::string_view start) {
  return text.compare(at, start.size(), start) == 0;
}

bool is_address_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>' && c != '(' && c != ')' && c != '[' && c != ']' &&
         c != '{' && c != '}' && c != '|' && c != '\'';
}

bool is_name_char(char c) {
  return is_ascii_letter(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c)) || c == '-' ||
         c == '_' || c == '.';
}

NormalizedSpan span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::size_t Scanner::skip_arabic(std::size_t at) const {
  while (at < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) break;
    if (byte >= 0xD8 && byte <= 0xDB && at + 1 < text_.size()) {
      if (!kArabicBlock[((byte & 3u) << 6) | (static_cast<unsigned char>(text_[at + 1]) & 0x3Fu)]) break;
      at += 2;
      continue;
    }
    const CodePoint c = code_point_at(text_, at);
    if (!is_arabic_letter(c.value)) break;
    at += c.size;
  }
  return at;
}

bool Scanner::next_of_any(Scanned& out) {
  while (at_ < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text_, at_);
    const Class of = byte < 0x80 ? kAscii[byte] : class_of_other(c.value);
    if (of == Class::space) {
      at_ += c.size;
      continue;
    }
    const std::size_t begin = at_;
    out.percent = false;
    out.number = 0;
    switch (of) {
      case Class::arabic:
        at_ = skip_arabic(at_ + c.size);
        out.kind = TokenKind::word;
        break;
      case Class::digit:
        scan_number(out);
        break;
      case Class::latin:
        if (!scan_address(out)) scan_latin(out);
        break;
      case Class::mark:
        out.kind = TokenKind::punctuation;
        if (byte == '%' && is_digit_at(text_, at_ + 1) && (at_ == 0 || !is_digit_at(text_, at_ - 1))) {
          ++at_;
          scan_number(out);
          out.percent = true;
        } else if (byte == '@' && scan_address(out)) {
          // a handle
        } else {
          at_ += c.size;
          if (byte == '.') {
            while (at_ < text_.size() && text_[at_] == '.') ++at_;
          }
        }
        break;
      default:
        at_ += c.size;
        out.kind = TokenKind::symbol;
        break;
    }
    out.span = span_of(begin, at_);
    return true;
  }
  return false;
}

// Digits, with separators of thousands and a decimal point. Groups that could be parts of a date or a list stay apart.
void Scanner::scan_number(Scanned& out) {
  out.kind = TokenKind::number;
  const std::size_t begin = at_;
  const std::size_t end = skip_digits(text_, begin);
  std::size_t groups_end = end;    // behind groups of three
  char separator = 0;
  int groups = 0;
  if (end - begin <= 3 && text_[begin] != '0') {
    while (groups_end < text_.size() && (text_[groups_end] == ',' || text_[groups_end] == '.') &&
           (separator == 0 || separator == text_[groups_end])) {
      const std::size_t group_end = skip_digits(text_, groups_end + 1);
      if (group_end - groups_end != 4) break;
      separator = text_[groups_end];
      groups_end = group_end;
      ++groups;
    }
  }
  at_ = groups_end;
  const auto add_digits = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (is_digit_at(text_, i)) out.number = out.number * 10 + (text_[i] - '0');
    }
  };
  add_digits(begin, groups_end);
  // One decimal part; a second point behind it means a date or a version.
  const bool point = at_ < text_.size() && (text_[at_] == '.' || text_[at_] == ',') && is_digit_at(text_, at_ + 1) &&
                     separator != text_[at_];
  if (point) {
    const std::size_t part_end = skip_digits(text_, at_ + 1);
    const bool more = part_end < text_.size() && (text_[part_end] == '.' || text_[part_end] == ',' || text_[part_end] == '/') &&
                      is_digit_at(text_, part_end + 1);
    const bool part_of_date = begin > 1 && (text_[begin - 1] == '.' || text_[begin - 1] == '/') && is_digit_at(text_, begin - 2);
    const bool list = text_[at_] == ',' && part_end - at_ > 3;  // «2006,2007»
    if (!more && !part_of_date && !list) {
      double scale = 1;
      for (std::size_t i = at_ + 1; i < part_end; ++i) {
        scale /= 10;
        out.number += scale * (text_[i] - '0');
      }
      at_ = part_end;
    }
  }
  if (at_ < text_.size() && text_[at_] == '%') {
    out.percent = true;
    ++at_;
  }
}

void Scanner::scan_latin(Scanned& out) {
  out.kind = TokenKind::word;
  while (at_ < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text_, at_);
    const Class of = byte < 0x80 ? kAscii[byte] : class_of_other(c.value);
    if (of != Class::latin) break;
    at_ += c.size;
  }
}

// A web address, e-mail address or handle at at_; moves behind it.
bool Scanner::scan_address(Scanned& out) {
  std::size_t end = at_;
  if (text_[at_] == '@') {
    end = at_ + 1;
    while (end < text_.size() && is_name_char(text_[end])) ++end;
    while (end > at_ + 1 && text_[end - 1] == '.') --end;
    if (end < at_ + 3) return false;
  } else if (starts_with(text_, at_, "http://") || starts_with(text_, at_, "https://") || starts_with(text_, at_, "www.")) {
    while (end < text_.size() && is_address_char(text_[end])) ++end;
    while (end > at_ && (text_[end - 1] == '.' || text_[end - 1] == ',' || text_[end - 1] == ':' || text_[end - 1] == ';' ||
                         text_[end - 1] == '!' || text_[end - 1] == '?')) {
      --end;
    }
  } else {
    while (end < text_.size() && is_name_char(text_[end])) ++end;
    const bool mail = end < text_.size() && text_[end] == '@' && end + 1 < text_.size() &&
                      is_ascii_letter(static_cast<unsigned char>(text_[end + 1]));
    if (mail) {
      ++end;
      while (end < text_.size() && is_name_char(text_[end])) ++end;
    }
    while (end > at_ && (text_[end - 1] == '.' || text_[end - 1] == '-' || text_[end - 1] == '_')) --end;
    if (!mail) {
      // A domain: letters, a point, at least two letters to the end.
      const std::string_view name = text_.substr(at_, end - at_);
      const std::size_t point = name.rfind('.');
      if (point == std::string_view::npos || point < 2 || name.size() - point < 3) return false;
      for (const char c : name.substr(point + 1)) {
        if (!(c >= 'a' && c <= 'z')) return false;
      }
      if (end < text_.size() && text_[end] == '/') {
        while (end < text_.size() && is_address_char(text_[end])) ++end;
      }
    }
  }
  at_ = end;
  out.kind = TokenKind::url;
  return true;
}

}  // namespace rasd
