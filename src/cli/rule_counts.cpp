#include "cli/rule_counts.hpp"

#include <algorithm>

#include "rules/rule_parser.hpp"

namespace rasd::cli {
namespace {

struct TypeCount {
  std::size_t rules = 0;
  ExampleCount of;
  void add(const ExampleCount& more) {
    ++rules;
    of.examples += more.examples;
    of.counters += more.counters;
  }
  [[nodiscard]] std::string cells() const {
    return '\t' + std::to_string(rules) + '\t' + std::to_string(of.examples) + '\t' + std::to_string(of.counters);
  }
};

}  // namespace

ExampleCount count_examples(const std::vector<Example>& examples) {
  ExampleCount out;
  out.counters = static_cast<std::size_t>(
      std::count_if(examples.begin(), examples.end(), [](const Example& example) { return example.counter; }));
  out.examples = examples.size() - out.counters;
  return out;
}

std::string type_counts(const RuleSet& rules, const std::string& prefix) {
  std::string out = "sub-event type\trules\texamples\tcounters\topen rules\topen examples\topen counters\n";
  for (const SubEventType& type : sub_event_types()) {
    TypeCount alone;
    TypeCount open;
    for (const Rule& rule : rules.rules()) {
      if (rule.id.compare(0, prefix.size(), prefix) != 0) continue;
      if (std::find(rule.sub_events.begin(), rule.sub_events.end(), type.sub_event_type) == rule.sub_events.end()) continue;
      (rule.sub_events.size() == 1 ? alone : open).add(count_examples(rule.examples));
    }
    if (alone.rules + open.rules > 0) out += type.sub_event_type + alone.cells() + open.cells() + '\n';
  }
  return out;
}

}  // namespace rasd::cli
