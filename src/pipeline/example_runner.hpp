// Runs the examples and counter-examples that stand in the rule files through text, tokens, mentions, clauses and
// rules, and says where one that fails went wrong.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "rasd/extractor.hpp"

namespace rasd {

struct ExampleFailure {
  std::string id;  // of the rule or status block
  std::string file;
  std::uint32_t line = 0;
  std::string reason;   // one line
  std::string details;  // the clause's units with what is known of them, the rule's triggers and where each stopped;
                        // lines, indented
};

struct ExampleReport {
  std::size_t passed = 0;
  std::vector<ExampleFailure> failures;
};

// Of the rules and status blocks whose id begins with `prefix`; "" for all.
ExampleReport run_examples(const std::shared_ptr<const Knowledge>& knowledge, const std::string& prefix = {});

}  // namespace rasd
