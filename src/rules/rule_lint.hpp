// What is suspicious in rules that compile: for `rasd rules check --strict`.
#pragma once

#include "rules/rule_set.hpp"
#include "token/word_list.hpp"

namespace rasd {

// R090 no example, R091 no counter-example, R092 two rules with equal triggers and lines, R093 a line that stands twice,
// R094 a trigger list without items, R095 an item that stands
// twice after folding, R096 a list that no rule names or imports, R097 a rule that another shadows, R098 a role line that an earlier one forestalls. `lists` are those of the rule directory, imports not
// resolved.
Diagnostics lint_rules(const RuleSet& rules, const std::vector<WordList>& lists, const Normalizer& normalizer);

}  // namespace rasd
