// A pattern as text: equal keys match alike. Parameters are bound by then, so the text as written would not do.
#pragma once

#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace rasd {

[[nodiscard]] std::string pattern_key(const Pattern& pattern);
[[nodiscard]] std::string pattern_key(const std::vector<PatternElement>& row);

}  // namespace rasd
