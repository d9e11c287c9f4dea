#include <algorithm>

#include "rules/block_parser.hpp"
#include "rules/rule_parser.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {

Example BlockParser::example_block(const SourceLine& head, bool of_rule,
                                   std::vector<std::pair<Role, SourcePlace>>& roles, SourcePlace& because) {
  Example example;
  example.counter = head.key == "counter";
  example.file = file_;
  example.line = head.number;
  if (!head.rest.empty())
    fault_at(place(head, rest_column(head)), "R016", "nothing stands behind '" + std::string(head.key) + "'",
             "write the text on the next line: text …");
  std::vector<std::string> known = {"text", "trigger"};
  if (example.counter) {
    known.push_back("because");
  } else {
    if (of_rule) known.push_back("event");
    for (const std::string& role : role_names()) known.push_back(role);
  }
  std::vector<std::string> seen;
  std::uint32_t indent = 0;
  while (at_ < lines_.size() && lines_[at_].indent > head.indent) {
    const SourceLine& line = lines_[at_++];
    if (indent == 0) indent = line.indent;
    if (line.indent != indent) {
      fault(line, "R018", "this line is indented otherwise than its block", "indent the lines of an example alike");
      continue;
    }
    const std::string key(line.key);
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      unknown_key(line, known, example.counter ? "a counter" : "an example");
      continue;
    }
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
      fault(line, "R017", "'" + key + "' stands twice", "leave one out");
      continue;
    }
    seen.push_back(key);
    if (!needs_value(line, key == "because" ? "an unless label, no-trigger or no-match" : "text")) continue;
    if (key == "text") {
      example.text = std::string(line.rest);
    } else if (key == "trigger") {
      example.trigger = std::string(line.rest);
    } else if (key == "event") {
      example.event = line.rest;
      if (event_type_of(example.event) == nullptr)
        fault_at(place(line, rest_column(line)), "R076", "unknown sub-event type '" + example.event + "'",
                 did_you_mean(example.event, sub_event_type_names(), "docs/rule-language.md lists the 25 types"));
    } else if (key == "because") {
      example.because = std::string(line.rest);
      because = place(line, rest_column(line));
    } else {
      const Role role = *role_named(key);
      example.roles.emplace_back(role, std::string(line.rest));
      roles.emplace_back(role, place(line));
    }
  }
  if (std::find(seen.begin(), seen.end(), "text") == seen.end())
    fault(head, "R070", "the " + std::string(head.key) + " has no text", "write text … below it");
  if (example.counter && std::find(seen.begin(), seen.end(), "because") == seen.end()) {
    fault(head, "R071", "the counter does not say why it must not match",
          "write because LABEL, no-trigger or no-match");
  }
  return example;
}

void BlockParser::check_because(const std::vector<BecausePlace>& becauses, const std::vector<LabelledPattern>& unless) {
  std::vector<std::string> known;
  for (const LabelledPattern& each : unless) known.push_back(each.label);
  known.emplace_back("no-trigger");
  known.emplace_back("no-match");
  for (const BecausePlace& because : becauses) {
    if (std::find(known.begin(), known.end(), because.label) != known.end()) continue;
    fault_at(because.place, "R072", "unknown reason '" + because.label + "'",
             did_you_mean(because.label, known, "reasons are " + joined(known)));
  }
}

}  // namespace rasd
