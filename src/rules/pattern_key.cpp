#include "rules/pattern_key.hpp"

namespace rasd {
namespace {

void write_key(const std::vector<PatternElement>& row, std::string& out) {
  for (const PatternElement& element : row) {
    out += ' ';
    out += static_cast<char>('a' + static_cast<int>(element.kind));
    out += element.negated ? '!' : '.';
    out += element.any_preposition ? '~' : '.';
    for (int value :
         {static_cast<int>(element.type), static_cast<int>(element.unit_class), static_cast<int>(element.proclitics),
          static_cast<int>(element.min), static_cast<int>(element.max)}) {
      out += std::to_string(value);
      out += ',';
    }
    for (const std::string& list : element.lists) out += list + '|';
    for (ArgumentType type : element.barrier_types) out += 't' + std::to_string(static_cast<int>(type));
    for (UnitClass unit_class : element.barrier_classes) out += 'c' + std::to_string(static_cast<int>(unit_class));
    for (const auto& alternative : element.alternatives) {
      out += '(';
      write_key(alternative, out);
      out += ')';
    }
  }
}

}  // namespace

std::string pattern_key(const std::vector<PatternElement>& row) {
  std::string out;
  write_key(row, out);
  return out;
}

std::string pattern_key(const Pattern& pattern) {
  std::string out = pattern_key(pattern.elements);
  for (const Pattern& other : pattern.or_else) out += " / " + pattern_key(other.elements);
  return out;
}

}  // namespace rasd
