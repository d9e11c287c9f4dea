// Rules that another rule makes superfluous.
#pragma once

#include <vector>

#include "rules/rule.hpp"
#include "token/word_list.hpp"

namespace rasd {

// R097, one for each rule that some other one shadows: of the same event, with triggers at least as wide, no demand or
// exclusion of its own, and all of its lines. Only what the files say is compared, so a rule that is not reported may
// still be superfluous. What that means line by line is in docs/diagnostics.md. `lists`: imports not resolved.
[[nodiscard]] Diagnostics shadowed_rules(const std::vector<Rule>& rules, const std::vector<WordList>& lists);

}  // namespace rasd
