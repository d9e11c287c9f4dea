#include "rules/rule_blocks.hpp"

#include <algorithm>

#include "rules/block_parser.hpp"
#include "rules/rule_parser.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

const std::vector<std::string> kBlockWords = {"rule", "roles", "types", "list", "status"};
const std::vector<std::string> kMarginWords = {"rule", "roles", "types", "list", "status", "disable", "extends"};
const std::vector<std::string> kDisableWords = {"rule", "status", "roles", "types"};
const std::vector<std::string> kRuleKeys = {"event",  "trigger", "include", "role",    "require",
                                            "unless", "status",  "implied", "example", "counter"};
const std::vector<std::string> kStatusKeys = {"value", "pattern", "unless", "example", "counter"};

}  // namespace

bool is_identifier(std::string_view name) {
  if (name.empty()) return false;
  for (char c : name) {
    const bool good =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    if (!good) return false;
  }
  return true;
}

std::string_view take_word(std::string_view& text, std::uint32_t& column) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  std::size_t end = 0;
  while (end < text.size() && !is_blank(text[end])) ++end;
  const std::string_view word = text.substr(0, end);
  while (end < text.size() && is_blank(text[end])) ++end;
  text.remove_prefix(end);
  column += static_cast<std::uint32_t>(end);
  return word;
}

std::uint32_t rest_column(const SourceLine& line) {
  return line.rest.empty() ? line.indent + 1 + static_cast<std::uint32_t>(line.key.size()) : line.rest_column;
}

template <class Handle>
void BlockParser::body(Handle handle) {
  std::uint32_t indent = 0;
  while (at_ < lines_.size() && lines_[at_].indent > 0) {
    const SourceLine& line = lines_[at_++];
    if (indent == 0) indent = line.indent;
    if (line.indent != indent) {
      fault(line, "R018", "this line is indented otherwise than its block",
            "indent the lines of a block alike; only lines below example and counter stand deeper");
    } else {
      handle(line);
    }
  }
}

void BlockParser::fault_at(const SourcePlace& where, const char* code, std::string message, std::string hint) {
  faults_.push_back({code, where.file, where.line, where.column, std::move(message), std::move(hint)});
}

void BlockParser::parse(std::string_view content) {
  lines_ = read_source_lines(content, file_, faults_);
  while (at_ < lines_.size()) {
    const SourceLine& line = lines_[at_];
    if (line.indent > 0) {
      fault(line, "R011", "this line belongs to no block", "blocks start at the margin with " + joined(kBlockWords));
      skip_body();
      continue;
    }
    if (line.key == "list") {
      out_.lists.push_back(parse_word_list(lines_, at_, file_, faults_));
    } else if (line.key == "types") {
      types_block();
    } else if (line.key == "roles") {
      roles_block();
    } else if (line.key == "rule") {
      rule_block();
    } else if (line.key == "status") {
      status_block();
    } else if (line.key == "disable") {
      disable_line();
    } else if (line.key == "extends") {
      extends_line();
    } else {
      const std::string key(line.key);
      if (key.empty()) {
        fault(line, "R010", "an Arabic line at the margin", "blocks start with " + joined(kBlockWords));
      } else {
        fault(line, "R010", "unknown block '" + key + "'",
              did_you_mean(key, kMarginWords, "blocks are " + joined(kBlockWords)));
      }
      ++at_;
      skip_body();
    }
  }
}

void BlockParser::skip_body() {
  while (at_ < lines_.size() && lines_[at_].indent > 0) ++at_;
}

std::string BlockParser::block_name(const SourceLine& line, std::string_view& rest, std::uint32_t& column) {
  rest = line.rest;
  column = rest_column(line);
  const std::uint32_t name_column = column;
  const std::string name(take_word(rest, column));
  if (name.empty()) {
    fault_at(place(line, name_column), "R012", "'" + std::string(line.key) + "' needs a name",
             "write " + std::string(line.key) + " family.what");
    return {};
  }
  if (!is_identifier(name)) {
    fault_at(place(line, name_column), "R013", "'" + name + "' is no name",
             "names are ASCII letters, digits, '.', '_', '-'");
    return {};
  }
  return name;
}

void BlockParser::nothing_behind(const SourceLine& line, std::string_view rest, std::uint32_t column) {
  if (!rest.empty())
    fault_at(place(line, column), "R013", "unexpected '" + std::string(rest) + "' behind the name",
             "a name has no blanks");
}

void BlockParser::disable_line() {
  const SourceLine line = lines_[at_++];
  std::string_view rest = line.rest;
  std::uint32_t column = rest_column(line);
  const std::uint32_t kind_column = column;
  DisableLine out;
  out.kind = std::string(take_word(rest, column));
  out.place = place(line);
  if (std::find(kDisableWords.begin(), kDisableWords.end(), out.kind) == kDisableWords.end()) {
    fault_at(place(line, kind_column), "R063", "disable needs one of " + joined(kDisableWords),
             did_you_mean(out.kind, kDisableWords, out.kind == "list" ? "write the list again, with the key replaces" : "write disable rule family.what"));
  } else {
    out.place.column = column;
    out.name = std::string(take_word(rest, column));
    if (out.name.empty()) {
      fault_at(out.place, "R012", "'disable " + out.kind + "' needs a name", "write disable " + out.kind + " family.what");
    } else {
      nothing_behind(line, rest, column);
      out_.disabled.push_back(std::move(out));
    }
  }
  skip_body();
}

void BlockParser::extends_line() {
  const SourceLine line = lines_[at_++];
  if (line.rest != "shipped") {
    fault_at(place(line, rest_column(line)), "R063", "extends needs 'shipped'",
             "extends shipped: these rules are added to those of the program");
  }
  skip_body();
}

void BlockParser::types_block() {
  const SourceLine head = lines_[at_++];
  std::string_view rest;
  std::uint32_t column = 0;
  TypeSetBlock block;
  block.name = block_name(head, rest, column);
  if (!block.name.empty()) nothing_behind(head, rest, column);
  block.place = place(head);
  bool any = false;
  body([&](const SourceLine& line) {
    any = true;
    std::string name(line.key);
    if (!line.rest.empty()) {
      if (!name.empty()) name += ' ';
      name += line.rest;
    }
    if (event_type_of(name) == nullptr) {
      fault(line, "R021", "unknown sub-event type '" + name + "'",
            did_you_mean(name, sub_event_type_names(), "docs/rule-language.md lists the 25 types"));
    } else if (std::find(block.types.begin(), block.types.end(), name) != block.types.end()) {
      fault(line, "R017", "'" + name + "' stands twice in the set", "leave one out");
    } else {
      block.types.push_back(name);
    }
  });
  if (!any) fault(head, "R029", "the types block is empty", "write one sub-event type a line, the likeliest first");
  if (!block.name.empty()) out_.type_sets.push_back(std::move(block));
}

void BlockParser::roles_block() {
  const SourceLine head = lines_[at_++];
  std::string_view rest;
  std::uint32_t column = 0;
  RoleSetBlock block;
  block.name = block_name(head, rest, column);
  block.place = place(head);
  while (!block.name.empty() && !rest.empty()) {
    const std::uint32_t here = column;
    std::string parameter(take_word(rest, column));
    if (!parameter.empty() && parameter.front() == '$') parameter.erase(0, 1);
    if (!is_identifier(parameter)) {
      fault_at(place(head, here), "R013", "'" + parameter + "' is no parameter name", "write roles NAME PARAM PARAM");
    } else if (std::find(block.parameters.begin(), block.parameters.end(), parameter) != block.parameters.end()) {
      fault_at(place(head, here), "R017", "the parameter '" + parameter + "' stands twice", "leave one out");
    } else {
      block.parameters.push_back(parameter);
    }
  }
  bool any = false;
  body([&](const SourceLine& line) {
    any = true;
    if (line.key == "role") {
      role_line(line, block.name, &block.parameters, block.entries);
    } else if (line.key == "include") {
      include_line(line, &block.parameters, block.entries);
    } else {
      unknown_key(line, {"role", "include"}, "a roles block");
    }
  });
  if (!any) fault(head, "R030", "the roles block is empty", "write role lines below it");
  if (!block.name.empty()) out_.role_sets.push_back(std::move(block));
}

void BlockParser::rule_block() {
  const SourceLine head = lines_[at_++];
  std::string_view rest;
  std::uint32_t column = 0;
  RuleBlock block;
  block.rule.id = block_name(head, rest, column);
  if (!block.rule.id.empty()) nothing_behind(head, rest, column);
  block.rule.file = file_;
  block.rule.line = head.number;
  std::vector<BecausePlace> becauses;
  bool has_trigger = false;
  body([&](const SourceLine& line) { rule_line(line, block, becauses, has_trigger); });
  check_because(becauses, block.rule.unless);
  if (block.event_place.line == 0)
    fault(head, "R020", "the rule has no event line", "write event and a sub-event type");
  if (!has_trigger) fault(head, "R022", "the rule has no trigger line", "write trigger {a.list}");
  if (!block.rule.id.empty()) out_.rules.push_back(std::move(block));
}

void BlockParser::rule_line(const SourceLine& line, RuleBlock& block, std::vector<BecausePlace>& becauses,
                            bool& has_trigger) {
  if (line.key == "event") {
    if (block.event_place.line != 0)
      return fault(line, "R017", "'event' stands twice", "a types block names several types");
    block.event_place = place(line, rest_column(line));
    if (needs_value(line, "a sub-event type or the name of a types block")) block.rule.event = std::string(line.rest);
  } else if (line.key == "trigger") {
    has_trigger = true;
    if (!needs_value(line, "a word list: {a.list}")) return;
    if (auto trigger = parse_trigger(line.rest, pattern_place(line, rest_column(line)), faults_))
      block.rule.triggers.push_back(std::move(*trigger));
  } else if (line.key == "include") {
    include_line(line, nullptr, block.entries);
  } else if (line.key == "role") {
    role_line(line, block.rule.id, nullptr, block.entries);
  } else if (line.key == "require") {
    if (!needs_value(line, "a pattern")) return;
    if (auto pattern = parse_pattern(line.rest, pattern_place(line, rest_column(line)), faults_))
      block.rule.requires_.push_back(std::move(*pattern));
  } else if (line.key == "unless") {
    unless_line(line, block.rule.unless);
  } else if (line.key == "status") {
    if (needs_value(line, "a status and a pattern")) status_line(line, block.rule.statuses);
  } else if (line.key == "implied") {
    if (needs_value(line, "a casualty role")) implied_line(line, block.rule.implied);
  } else if (line.key == "example" || line.key == "counter") {
    std::vector<std::pair<Role, SourcePlace>> roles;
    SourcePlace because;
    block.rule.examples.push_back(example_block(line, true, roles, because));
    for (auto& [role, where] : roles) block.example_roles.push_back({block.rule.examples.size() - 1, role, where});
    if (because.line != 0) becauses.push_back({block.rule.examples.back().because, because});
  } else {
    unknown_key(line, kRuleKeys, "a rule");
  }
}

void BlockParser::status_block() {
  const SourceLine head = lines_[at_++];
  std::string_view rest;
  std::uint32_t column = 0;
  StatusRule rule;
  rule.id = block_name(head, rest, column);
  if (!rule.id.empty()) nothing_behind(head, rest, column);
  rule.file = file_;
  rule.line = head.number;
  bool has_value = false;
  bool has_pattern = false;
  std::vector<BecausePlace> becauses;
  body([&](const SourceLine& line) {
    if (line.key == "value") {
      if (has_value) return fault(line, "R017", "'value' stands twice", "leave one out");
      has_value = true;
      if (!needs_value(line, "a status")) return;
      if (auto status = status_value(line, std::string(line.rest), rest_column(line))) rule.value = *status;
    } else if (line.key == "pattern") {
      has_pattern = true;
      if (!needs_value(line, "a pattern")) return;
      if (auto pattern = parse_pattern(line.rest, pattern_place(line, rest_column(line)), faults_))
        rule.patterns.push_back(std::move(*pattern));
    } else if (line.key == "unless") {
      unless_line(line, rule.unless);
    } else if (line.key == "example" || line.key == "counter") {
      std::vector<std::pair<Role, SourcePlace>> roles;
      SourcePlace because;
      rule.examples.push_back(example_block(line, false, roles, because));
      for (auto& [role, where] : roles)
        fault_at(where, "R075", std::string("a status block finds no role '") + to_string(role) + "'",
                 "name the text and the trigger only");
      if (because.line != 0) becauses.push_back({rule.examples.back().because, because});
    } else {
      unknown_key(line, kStatusKeys, "a status block");
    }
  });
  check_because(becauses, rule.unless);
  if (!has_value)
    fault(head, "R037", "the status block has no value line", "write value and one of " + joined(status_names()));
  if (!has_pattern)
    fault(head, "R038", "the status block has no pattern line", "write pattern {negator} _{0,2} TRIGGER");
  if (!rule.id.empty()) out_.statuses.push_back(std::move(rule));
}

std::vector<std::string> sub_event_type_names() {
  std::vector<std::string> names;
  for (const SubEventType& type : sub_event_types()) names.emplace_back(type.sub_event_type);
  return names;
}

void parse_rule_blocks(std::string_view content, const std::string& file, RuleBlocks& out, Diagnostics& faults) {
  BlockParser(file, out, faults).parse(content);
}

std::vector<std::string> rule_file_keys() {
  std::vector<std::string> keys = kMarginWords;
  for (const auto* more : {&kRuleKeys, &kStatusKeys}) keys.insert(keys.end(), more->begin(), more->end());
  return keys;
}

}  // namespace rasd
