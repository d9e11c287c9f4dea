// Runs the examples and counter-examples that stand in the rule files through text, tokens, mentions, clauses and
// rules (and an example that states its event through the whole pipeline), and says where one that fails went wrong.
#pragma once

#include <cstddef>
#include <map>
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
  // How many example sentences of rules the whole pipeline gives an event of this sub-event type at their trigger; a sentence
  // that stands in two rules counts once.
  std::map<std::string, std::size_t> sentences;
  std::vector<ExampleFailure> failures;
};

// Of the rules and status blocks whose id begins with `prefix`; "" for all.
ExampleReport run_examples(const std::shared_ptr<const Knowledge>& knowledge, const std::string& prefix = {});

}  // namespace rasd
