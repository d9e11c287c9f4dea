// Rules and role lines that others make superfluous.
#pragma once

#include <vector>

#include "rules/rule.hpp"
#include "token/word_list.hpp"

namespace rasd {

// R097, one for each rule that some other one shadows: of the same event, with triggers at least as wide, no demand or
// exclusion of its own, and all of its lines. R098, one for each role line that an earlier line of the rule forestalls: the earlier one
// matches wherever it does. Only what the files say is compared (rules/pattern_cover.hpp), so what is not reported may still be
// superfluous; docs/diagnostics.md has it line by line. `lists`: imports not resolved.
[[nodiscard]] Diagnostics shadowed_rules(const std::vector<Rule>& rules, const std::vector<WordList>& lists);
[[nodiscard]] Diagnostics forestalled_lines(const std::vector<Rule>& rules, const std::vector<WordList>& lists);

}  // namespace rasd
