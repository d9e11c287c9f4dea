// What one rule file says, block by block, before the blocks of all files are put together (rule_parser.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.hpp"

namespace rasd {

// One place of a file, to report at.
struct SourcePlace {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// `role …` or `include SET(ARGUMENT, …)`.
struct RoleEntry {
  bool include = false;
  RoleLine line;
  std::string set;
  std::vector<std::string> arguments;
  SourcePlace place;
};

struct RoleSetBlock {
  std::string name;
  std::vector<std::string> parameters;
  std::vector<RoleEntry> entries;
  SourcePlace place;
};

struct TypeSetBlock {
  std::string name;
  std::vector<std::string> types;
  SourcePlace place;
};

// A line of an example that names a role: checked once the rule's includes are expanded.
struct ExampleRolePlace {
  std::size_t example = 0;
  Role role = Role::actor;
  SourcePlace place;
};

struct RuleBlock {
  Rule rule;  // without roles and sub_events
  std::vector<RoleEntry> entries;
  std::vector<ExampleRolePlace> example_roles;
  SourcePlace event_place;
};

// `disable rule ID`: a block of the directories below this one that is not wanted.
struct DisableLine {
  std::string kind;  // rule, status, roles, types
  std::string name;
  SourcePlace place;
};

struct RuleBlocks {
  std::vector<WordList> lists;
  std::vector<RuleBlock> rules;
  std::vector<StatusRule> statuses;
  std::vector<RoleSetBlock> role_sets;
  std::vector<TypeSetBlock> type_sets;
  std::vector<DisableLine> disabled;
};

[[nodiscard]] std::vector<std::string> sub_event_type_names();

// Appends the blocks of one *.rules file.
void parse_rule_blocks(std::string_view content, const std::string& file, RuleBlocks& out, Diagnostics& faults);

// Every word that may begin a line of a rule file, without those of word lists and examples; some twice.
[[nodiscard]] std::vector<std::string> rule_file_keys();

}  // namespace rasd
