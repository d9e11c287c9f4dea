// Rule files -> RuleSource. Recovers at the next line or block and reports everything: see docs/diagnostics.md for the
// codes.
#pragma once

#include <string>
#include <vector>

#include "rules/rule.hpp"

namespace rasd {

// The 25 sub-event types with their event types (the ACLED codebook); order fixed.
struct SubEventType {
  const char* event_type;
  const char* sub_event_type;
};
[[nodiscard]] const std::vector<SubEventType>& sub_event_types();
// The event type of a sub-event type; nullptr where there is none of that name.
[[nodiscard]] const char* event_type_of(std::string_view sub_event_type);

// Parses one file's content and appends to `out`. Role sets and type sets are kept in the parser until finish(), since
// files may use one another's.
class RuleParser {
 public:
  RuleParser();
  ~RuleParser();
  RuleParser(const RuleParser&) = delete;
  RuleParser& operator=(const RuleParser&) = delete;
  void parse(std::string_view content, const std::string& file);
  // What is parsed from now on lies over what was parsed before, and may disable parts of it.
  void end_layer();
  // Expands includes and type sets; whatever was wrong in any file is in `faults`.
  RuleSource finish(Diagnostics& faults);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// All *.rules and *.lst files below a directory, in bytewise order of their paths; then those of the directories that lie over it.
RuleSource parse_rule_directory(const std::string& directory, Diagnostics& faults,
                                const std::vector<std::string>& overlays = {});

}  // namespace rasd
