// One pattern or trigger line -> elements. Reports the first fault of the line and gives nothing then.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.hpp"

namespace rasd {

// Where a pattern stands, and what may stand in it.
struct PatternPlace {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 1;                              // of the pattern's first character
  bool argument = false;                                 // role lines: `@` stands exactly once; elsewhere never
  const std::vector<std::string>* parameters = nullptr;  // of the role set, without $; nullptr: none may be named
};

std::optional<Pattern> parse_pattern(std::string_view text, const PatternPlace& place, Diagnostics& faults);
std::optional<TriggerSequence> parse_trigger(std::string_view text, const PatternPlace& place, Diagnostics& faults);

inline constexpr std::uint8_t kMaxRepeat = 30;

}  // namespace rasd
