// Dates in figures, read from the characters: tokenisers cut them up in different ways.
#include "mention/date_reader.hpp"

namespace rasd {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr int kTwoDigitPivot = 50;

struct Figure {
  int value = 0;
  int digits = 0;
};

bool read_figure(std::string_view text, std::size_t& at, Figure& out) {
  out = {};
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && out.digits < 5) {
    out.value = out.value * 10 + (text[at] - '0');
    ++out.digits;
    ++at;
  }
  return out.digits > 0 && out.digits < 5;
}

bool is_year(const Figure& figure) {
  return figure.digits == 4 && figure.value >= kFirstYear && figure.value <= kLastYear;
}
bool is_month(const Figure& figure) {
  return figure.digits <= 2 && figure.value >= 1 && figure.value <= 12;
}
bool is_day(const Figure& figure) {
  return figure.digits <= 2 && figure.value >= 1 && figure.value <= 31;
}

void set_day_month(const Figure& first, const Figure& second, NumericDate& out) {
  const bool swapped = !is_month(second) && is_month(first);
  out.day = swapped ? second.value : first.value;
  out.month = swapped ? first.value : second.value;
}

// The token that ends at the byte, or 0.
std::uint32_t token_behind(const ListWindow& window, std::uint32_t at, std::uint32_t byte) {
  while (window.inside(at) && window.token(at).span.end < byte) ++at;
  return window.inside(at) && window.token(at).span.end == byte ? at + 1 : 0;
}

}  // namespace

bool read_numeric_date(const ListWindow& window, std::uint32_t at, bool short_allowed, NumericDate& out) {
  if (!window.is_number(at) || window.token(at).percent) return false;
  const std::uint32_t begin = window.token(at).span.begin;
  const std::string_view text = std::string_view(window.text().text->text).substr(begin);
  if (begin > 0) {
    const char before = window.text().text->text[begin - 1];
    if (before == '/' || before == '.' || before == ':' || before == '+') return false;
  }
  std::size_t i = 0;
  Figure figures[3];
  char separators[2] = {0, 0};
  int count = 0;
  while (count < 3 && read_figure(text, i, figures[count])) {
    ++count;
    if (count == 3 || i + 1 >= text.size()) break;
    const char c = text[i];
    if ((c != '/' && c != '-' && c != '.') || text[i + 1] < '0' || text[i + 1] > '9') break;
    separators[count - 1] = c;
    ++i;
  }
  if (count < 2) return false;
  if (i < text.size() && text[i] >= '0' && text[i] <= '9') return false;
  if (i + 1 < text.size() && (text[i] == '/' || text[i] == '-' || text[i] == ':') && text[i + 1] >= '0' &&
      text[i + 1] <= '9') {
    return false;
  }
  out = {};
  if (count == 3) {
    if (separators[0] != separators[1]) return false;
    if (is_year(figures[0]) && is_month(figures[1]) && is_day(figures[2])) {
      out.year = figures[0].value;
      out.month = figures[1].value;
      out.day = figures[2].value;
    } else if (is_day(figures[0]) && is_day(figures[1]) && (is_month(figures[0]) || is_month(figures[1]))) {
      if (is_year(figures[2])) {
        out.year = figures[2].value;
      } else if (figures[2].digits == 2 && separators[0] != '.') {
        out.year = figures[2].value + (figures[2].value < kTwoDigitPivot ? 2000 : 1900);
      } else {
        return false;
      }
      set_day_month(figures[0], figures[1], out);
    } else {
      return false;
    }
  } else if (is_year(figures[0]) && is_month(figures[1]) && (separators[0] != '.' || short_allowed)) {
    out.year = figures[0].value;
    out.month = figures[1].value;
  } else if (is_month(figures[0]) && is_year(figures[1]) && separators[0] != '.') {
    out.month = figures[0].value;
    out.year = figures[1].value;
  } else if (short_allowed && separators[0] != '.' && is_day(figures[0]) && is_day(figures[1]) &&
             (is_month(figures[0]) || is_month(figures[1]))) {
    set_day_month(figures[0], figures[1], out);
  } else {
    return false;
  }
  out.end = token_behind(window, at, begin + static_cast<std::uint32_t>(i));
  return out.end != 0;
}

}  // namespace rasd
