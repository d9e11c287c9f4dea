#include "rules/pattern_item.hpp"

namespace rasd {
namespace {

// Where the line's first element stands in its text: a group around the whole pattern was taken off.
std::size_t first_offset(const Pattern& line) {
  if (line.elements.front().kind == PatternElement::Kind::group) return 0;
  const std::size_t at = line.text.find_first_not_of("( \t");
  return at == std::string::npos ? 0 : at;
}

}  // namespace

std::string written_item(const Pattern& line, const PatternElement& element) {
  if (line.elements.empty() || element.column < line.elements.front().column) return line.text;
  const std::size_t begin = first_offset(line) + (element.column - line.elements.front().column);
  if (begin >= line.text.size()) return line.text;
  int depth = 0;
  std::size_t end = begin;
  for (; end < line.text.size(); ++end) {
    const char c = line.text[end];
    if (depth == 0 && (c == ' ' || c == '\t' || c == '|' || c == ')')) break;
    if (c == '(' || c == '{' || c == '[') ++depth;
    if (c == ')' || c == '}' || c == ']') --depth;
  }
  return line.text.substr(begin, end - begin);
}

}  // namespace rasd
