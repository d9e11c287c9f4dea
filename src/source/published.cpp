// Days of publication as dumps and feeds write them.
#include <array>
#include <chrono>
#include <string>
#include <tuple>

#include "source/source.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

// Small words and numbers of a date, in the order in which they stand.
struct Parts {
  struct Part {
    bool is_number = false;
    std::string_view text;
    unsigned value = 0;
    char before = '\0';
    char after = '\0';
  };
  std::array<Part, 8> parts;
  std::size_t count = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool all_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

// Arabic and Persian digits as ASCII ones; marks of direction left out.
std::string plain_digits(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedPoint point = decode_utf8(text, i);
    i += point.size;
    if (point.point >= 0x660 && point.point <= 0x669) {
      out += static_cast<char>('0' + (point.point - 0x660));
    } else if (point.point >= 0x6F0 && point.point <= 0x6F9) {
      out += static_cast<char>('0' + (point.point - 0x6F0));
    } else if (point.point != 0x200E && point.point != 0x200F && point.point != 0x61C) {
      append_utf8(out, point.point);
    }
  }
  return out;
}

// The first parts; what stands behind them is a time of day or a zone.
Parts cut(std::string_view text) {
  Parts out;
  for (std::size_t i = 0; i < text.size() && out.count < out.parts.size();) {
    const std::size_t start = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    const bool is_number = i > start;
    if (!is_number) {
      while (i < text.size() && is_letter(text[i])) ++i;
    }
    if (i == start) {
      ++i;
      continue;
    }
    Parts::Part part{is_number, text.substr(start, i - start), 0, start > 0 ? text[start - 1] : '\0',
                     i < text.size() ? text[i] : '\0'};
    if (is_number && part.text.size() <= 4) {
      for (const char digit : part.text) part.value = part.value * 10 + static_cast<unsigned>(digit - '0');
    }
    out.parts[out.count++] = part;
  }
  return out;
}

// 1 to 12 from an English name of a month or its first three letters; 0 = none.
unsigned month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kNames = {"january", "february", "march",     "april",   "may",      "june",
                                                       "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  for (unsigned month = 0; month < kNames.size(); ++month) {
    bool same = word.size() <= kNames[month].size() || word == "Sept";
    for (std::size_t i = 0; same && i < word.size(); ++i) same = static_cast<char>(word[i] | 0x20) == kNames[month][i];
    if (same) return month + 1;
  }
  return 0;
}

// "Tue, 23 Jan 2024 10:00:00 GMT", "January 23, 2024", "Tue Jan 23 10:00:00 +0000 2024".
std::optional<Date> parse_worded(std::string_view text) {
  const Parts cut_text = cut(text);
  unsigned month = 0;
  std::optional<unsigned> day;
  for (std::size_t i = 0; i < cut_text.count; ++i) {
    const Parts::Part& part = cut_text.parts[i];
    if (!part.is_number) {
      if (month == 0) month = month_of(part.text);
      continue;
    }
    if (part.text.size() <= 2 && !day && part.after != ':') {
      day = part.value;
    } else if (part.text.size() == 4 && day && month != 0 && (part.before == ' ' || (i == 2 && part.before != '+'))) {
      return make_date(static_cast<int>(part.value), month, *day);
    }
  }
  return std::nullopt;
}

// 2024-1-3, 3.1.2024, and 3/1/2024 where the order is told.
std::optional<Date> parse_numbers(std::string_view text, DateOrder order) {
  const Parts parts = cut(text);
  if (parts.count < 3 || !is_digit(text.front())) return std::nullopt;
  const auto& [first, second, third] = std::tie(parts.parts[0], parts.parts[1], parts.parts[2]);
  if (!first.is_number || !second.is_number || !third.is_number || first.after != second.after) return std::nullopt;
  if (third.after != '\0' && third.after != ' ' && third.after != 'T' && third.after != ',') return std::nullopt;
  const char mark = first.after;
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  if (second.text.size() > 2) return std::nullopt;
  if (first.text.size() == 4 && third.text.size() <= 2) return make_date(static_cast<int>(first.value), second.value, third.value);
  if (third.text.size() != 4 || first.text.size() > 2) return std::nullopt;
  const int year = static_cast<int>(third.value);
  const bool day_first = order == DateOrder::day_first || (order == DateOrder::unset && (mark == '.' || first.value > 12));
  const bool month_first = order == DateOrder::month_first || (order == DateOrder::unset && mark != '.' && second.value > 12);
  if (day_first) return make_date(year, second.value, first.value);
  if (month_first) return make_date(year, first.value, second.value);
  return first.value == second.value ? make_date(year, first.value, first.value) : std::nullopt;
}

// Seconds or milliseconds since 1970, of this century.
std::optional<Date> parse_timestamp(std::string_view text) {
  if (!all_digits(text) || (text.size() != 10 && text.size() != 13)) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char digit : text.substr(0, 10)) seconds = seconds * 10 + (digit - '0');
  return Date{std::chrono::floor<std::chrono::days>(std::chrono::seconds{seconds})};
}

}  // namespace

std::optional<Date> parse_published(std::string_view text, DateOrder order) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (const auto date = parse_iso_date(text)) return date;
  const std::string plain = plain_digits(text);
  if (plain.empty()) return std::nullopt;
  if (const auto date = parse_iso_date(plain)) return date;
  if (const auto date = parse_timestamp(plain)) return date;
  if ((plain.size() == 8 || plain.size() == 14) && all_digits(plain)) {
    return parse_iso_date(std::string(plain).substr(0, 8).insert(6, "-").insert(4, "-"));
  }
  if (const auto date = parse_numbers(plain, order)) return date;
  return parse_worded(plain);
}

}  // namespace rasd
