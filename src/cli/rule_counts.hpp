// `rasd rules list --counts`: how well rules and event types are covered by examples.
#pragma once

#include <string>

#include "rules/rule_set.hpp"

namespace rasd::cli {

struct ExampleCount {
  std::size_t examples = 0;
  std::size_t counters = 0;
};
[[nodiscard]] ExampleCount count_examples(const std::vector<Example>& examples);

// One line a sub-event type, tab-separated, with a header: rules, examples and counter-examples of the rules that give this type and no
// other, and of those that leave it open among others (these count for each of their types). Only rules whose id begins with `prefix`.
[[nodiscard]] std::string type_counts(const RuleSet& rules, const std::string& prefix);

}  // namespace rasd::cli
