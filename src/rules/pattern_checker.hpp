// What must hold of a pattern as a whole, once its elements are read.
#pragma once

#include <vector>

#include "rules/pattern_parser.hpp"

namespace rasd {

[[nodiscard]] bool is_clause_end(const PatternElement& element);

// TRIGGER once and at the top, `@` once on every way through a role line, clause ends on their sides. Reports the first
// fault.
[[nodiscard]] bool check_pattern(const std::vector<PatternElement>& row, const PatternPlace& place,
                                 Diagnostics& faults);

}  // namespace rasd
