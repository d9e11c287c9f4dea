// An element of a pattern as it stands in the rule file.
#pragma once

#include <string>

#include "rules/rule.hpp"

namespace rasd {

// `line` is the whole pattern, `element` one of its own elements or of its alternatives.
[[nodiscard]] std::string written_item(const Pattern& line, const PatternElement& element);

}  // namespace rasd
