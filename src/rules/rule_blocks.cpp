#include "rules/rule_blocks.hpp"

#include <algorithm>

#include "rules/pattern_parser.hpp"
#include "rules/rule_parser.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_identifier(std::string_view name) {
  if (name.empty()) return false;
  for (char c : name) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    if (!good) return false;
  }
  return true;
}

// The first word of `text`; `text` becomes what stands behind it, `column` moves along.
std::string_view take_word(std::string_view& text, std::uint32_t& column) {
  std::size_t end = 0;
  while (end < text.size() && !is_blank(text[end])) ++end;
  const std::string_view word = text.substr(0, end);
  while (end < text.size() && is_blank(text[end])) ++end;
  text.remove_prefix(end);
  column += static_cast<std::uint32_t>(end);
  return word;
}

bool is_casualty(Role role) {
  return role == Role::killed || role == Role::injured || role == Role::detained || role == Role::abducted ||
         role == Role::missing || role == Role::displaced;
}

const std::vector<std::string> kBlockWords = {"list", "types", "roles", "rule", "status"};
const std::vector<std::string> kRuleKeys = {"event", "trigger", "include", "role", "require", "unless", "status", "implied", "example", "counter"};
const std::vector<std::string> kStatusKeys = {"value", "pattern", "unless", "example", "counter"};

class BlockParser {
 public:
  BlockParser(const std::string& file, RuleBlocks& out, Diagnostics& faults) : file_(file), out_(out), faults_(faults) {}

  void parse(std::string_view content) {
    lines_ = read_source_lines(content, file_, faults_);
    while (at_ < lines_.size()) {
      const SourceLine& line = lines_[at_];
      if (line.indent > 0) {
        fault(line, "R011", "this line belongs to no block", "blocks start at the margin with " + joined(kBlockWords));
        skip_body(line.indent > 0 ? 0 : line.indent);
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
      } else {
        const std::string key(line.key);
        if (key.empty()) {
          fault(line, "R010", "an Arabic line at the margin", "blocks start with " + joined(kBlockWords));
        } else {
          fault(line, "R010", "unknown block '" + key + "'", did_you_mean(key, kBlockWords, "blocks are " + joined(kBlockWords)));
        }
        ++at_;
        skip_body(0);
      }
    }
  }

 private:
  SourcePlace place(const SourceLine& line, std::uint32_t column = 0) const {
    return {file_, line.number, column == 0 ? line.indent + 1 : column};
  }
  void fault_at(const SourcePlace& where, const char* code, std::string message, std::string hint = {}) {
    faults_.push_back({code, where.file, where.line, where.column, std::move(message), std::move(hint)});
  }
  void fault(const SourceLine& line, const char* code, std::string message, std::string hint = {}) {
    fault_at(place(line), code, std::move(message), std::move(hint));
  }
  // Column of what stands behind the key; behind the key itself where nothing does.
  static std::uint32_t rest_column(const SourceLine& line) {
    return line.rest.empty() ? line.indent + 1 + static_cast<std::uint32_t>(line.key.size()) : line.rest_column;
  }

  void skip_body(std::uint32_t margin) {
    while (at_ < lines_.size() && lines_[at_].indent > margin) ++at_;
  }

  // "KEYWORD NAME": the name, checked; empty after a fault.
  std::string block_name(const SourceLine& line, std::string_view& rest, std::uint32_t& column) {
    rest = line.rest;
    column = rest_column(line);
    const std::uint32_t name_column = column;
    const std::string name(take_word(rest, column));
    if (name.empty()) {
      fault_at(place(line, name_column), "R012", "'" + std::string(line.key) + "' needs a name", "write " + std::string(line.key) + " family.what");
      return {};
    }
    if (!is_identifier(name)) {
      fault_at(place(line, name_column), "R013", "'" + name + "' is no name", "names are ASCII letters, digits, '.', '_', '-'");
      return {};
    }
    return name;
  }
  void nothing_behind(const SourceLine& line, std::string_view rest, std::uint32_t column) {
    if (!rest.empty()) fault_at(place(line, column), "R013", "unexpected '" + std::string(rest) + "' behind the name", "a name has no blanks");
  }

  // Calls `handle` for each line of the block's body at its own indent; lines that are deeper than the first one are reported, unless
  // `handle` took them.
  template <class Handle>
  void body(Handle handle) {
    std::uint32_t indent = 0;
    while (at_ < lines_.size() && lines_[at_].indent > 0) {
      const SourceLine& line = lines_[at_];
      if (indent == 0) indent = line.indent;
      if (line.indent != indent) {
        fault(line, "R018", "this line is indented otherwise than its block", "indent the lines of a block alike; only lines below example and counter stand deeper");
        ++at_;
        continue;
      }
      ++at_;
      handle(line);
    }
  }

  void types_block() {
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
        fault(line, "R021", "unknown sub-event type '" + name + "'", did_you_mean(name, sub_event_type_names(), "docs/rule-language.md lists the 25 types"));
      } else if (std::find(block.types.begin(), block.types.end(), name) != block.types.end()) {
        fault(line, "R017", "'" + name + "' stands twice in the set", "leave one out");
      } else {
        block.types.push_back(name);
      }
    });
    if (!any) fault(head, "R029", "the types block is empty", "write one sub-event type a line, the likeliest first");
    if (!block.name.empty()) out_.type_sets.push_back(std::move(block));
  }

  void roles_block() {
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

  void unknown_key(const SourceLine& line, const std::vector<std::string>& known, const std::string& where) {
    const std::string key(line.key);
    if (key.empty()) {
      fault(line, "R019", "an Arabic line without a key in " + where, "keys are " + joined(known));
    } else {
      fault(line, "R015", "unknown key '" + key + "' in " + where, did_you_mean(key, known, "keys are " + joined(known)));
    }
  }

  bool needs_value(const SourceLine& line, const std::string& what) {
    if (!line.rest.empty()) return true;
    fault_at(place(line, rest_column(line)), "R016", "'" + std::string(line.key) + "' needs " + what);
    return false;
  }

  PatternPlace pattern_place(const SourceLine& line, std::uint32_t column, bool argument = false,
                             const std::vector<std::string>* parameters = nullptr) const {
    return {file_, line.number, column, argument, parameters};
  }

  void role_line(const SourceLine& line, const std::string& origin, const std::vector<std::string>* parameters, std::vector<RoleEntry>& entries) {
    if (!needs_value(line, "NAME?:TYPE and a pattern")) return;
    std::string_view rest = line.rest;
    std::uint32_t column = rest_column(line);
    const std::uint32_t head_column = column;
    const std::string_view head = take_word(rest, column);
    const std::size_t colon = head.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == head.size()) {
      fault_at(place(line, head_column), "R023", "'" + std::string(head) + "' is not NAME:TYPE", "write role place?:Place TRIGGER _{0,3} @");
      return;
    }
    RoleEntry entry;
    entry.place = place(line);
    std::string name(head.substr(0, colon));
    if (name.back() == '?') {
      entry.line.optional = true;
      name.pop_back();
    }
    const std::optional<Role> role = role_named(name);
    if (!role) {
      fault_at(place(line, head_column), "R024", "unknown role '" + name + "'", did_you_mean(name, role_names(), "roles are " + joined(role_names())));
      return;
    }
    const std::string type_name(head.substr(colon + 1));
    const std::optional<ArgumentType> type = argument_type_named(type_name);
    if (!type) {
      fault_at(place(line, head_column + static_cast<std::uint32_t>(colon) + 1), "R025", "unknown type '" + type_name + "'",
               did_you_mean(type_name, argument_type_names(), "types are " + joined(argument_type_names())));
      return;
    }
    if (rest.empty()) {
      fault_at(place(line, head_column + static_cast<std::uint32_t>(head.size())), "R016", "the role line has no pattern", "write role place?:Place TRIGGER _{0,3} @");
      return;
    }
    std::optional<Pattern> pattern = parse_pattern(rest, pattern_place(line, column, true, parameters), faults_);
    if (!pattern) return;
    entry.line.role = *role;
    entry.line.type = *type;
    entry.line.pattern = std::move(*pattern);
    entry.line.origin = origin;
    entries.push_back(std::move(entry));
  }

  void include_line(const SourceLine& line, const std::vector<std::string>* parameters, std::vector<RoleEntry>& entries) {
    if (!needs_value(line, "the name of a roles block")) return;
    RoleEntry entry;
    entry.include = true;
    entry.place = place(line, rest_column(line));
    std::string_view text = line.rest;
    const std::size_t open = text.find('(');
    std::string_view name = text.substr(0, open);
    while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
    entry.set = std::string(name);
    if (!is_identifier(name)) {
      fault_at(entry.place, "R035", "'" + entry.set + "' is no name of a roles block", "write include after_noun(prep.on), one set a line");
      return;
    }
    if (open != std::string_view::npos) {
      if (text.back() != ')') {
        fault_at(place(line, rest_column(line) + static_cast<std::uint32_t>(open)), "R035", "'(' is not closed", "write include after_noun(prep.on)");
        return;
      }
      std::string argument;
      const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
      for (std::size_t i = 0; i <= inside.size(); ++i) {
        if (i < inside.size() && inside[i] != ',') {
          if (!is_blank(inside[i])) argument += inside[i];
          continue;
        }
        const std::uint32_t column = rest_column(line) + static_cast<std::uint32_t>(open + 1);
        if (!check_argument(argument, parameters, place(line, column))) return;
        entry.arguments.push_back(argument);
        argument.clear();
      }
    }
    entries.push_back(std::move(entry));
  }

  // A list name, several parted by '|', or a $PARAMETER of the role set around.
  bool check_argument(const std::string& argument, const std::vector<std::string>* parameters, const SourcePlace& where) {
    std::size_t begin = 0;
    while (begin <= argument.size()) {
      std::size_t end = std::min(argument.find('|', begin), argument.size());
      std::string name = argument.substr(begin, end - begin);
      begin = end + 1;
      if (!name.empty() && name.front() == '$') {
        name.erase(0, 1);
        const bool known = parameters != nullptr && std::find(parameters->begin(), parameters->end(), name) != parameters->end();
        if (!known) {
          fault_at(where, "R034", "unknown parameter '$" + name + "'", parameters == nullptr ? "rules have no parameters" : did_you_mean(name, *parameters));
          return false;
        }
      } else if (!is_identifier(name)) {
        fault_at(where, "R035", "'" + name + "' is no list name", "write include after_noun(prep.on|prep.near)");
        return false;
      }
    }
    return true;
  }

  // `unless LABEL PATTERN`
  void unless_line(const SourceLine& line, std::vector<LabelledPattern>& unless) {
    if (!needs_value(line, "a label and a pattern")) return;
    std::string_view rest = line.rest;
    std::uint32_t column = rest_column(line);
    const std::uint32_t label_column = column;
    const std::string label(take_word(rest, column));
    if (!is_identifier(label) || label == "TRIGGER" || label == "_") {
      fault_at(place(line, label_column), "R028", "'" + label + "' is no label", "write unless metaphor TRIGGER {noun.front}");
      return;
    }
    if (label == "no-trigger" || label == "no-match") {
      fault_at(place(line, label_column), "R028", "the label '" + label + "' is reserved", "choose a label that says why");
      return;
    }
    if (rest.empty()) {
      fault_at(place(line, column), "R016", "the unless line has no pattern", "write unless metaphor TRIGGER {noun.front}");
      return;
    }
    if (auto pattern = parse_pattern(rest, pattern_place(line, column), faults_)) unless.push_back({label, std::move(*pattern)});
  }

  std::optional<Status> status_value(const SourceLine& line, const std::string& name, std::uint32_t column) {
    const std::optional<Status> status = status_named(name);
    if (!status) fault_at(place(line, column), "R027", "unknown status '" + name + "'", did_you_mean(name, status_names(), "values are " + joined(status_names())));
    return status;
  }

  // The lines below `example` or `counter`. `labels` are the unless labels that `because` may name, checked by the caller.
  Example example_block(const SourceLine& head, std::vector<std::pair<Role, SourcePlace>>& roles, SourcePlace& because) {
    Example example;
    example.counter = head.key == "counter";
    example.file = file_;
    example.line = head.number;
    if (!head.rest.empty()) fault_at(place(head, rest_column(head)), "R016", "nothing stands behind '" + std::string(head.key) + "'", "write the text on the next line: text …");
    std::vector<std::string> known = {"text", "trigger"};
    if (example.counter) {
      known.push_back("because");
    } else {
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
      } else if (key == "because") {
        example.because = std::string(line.rest);
        because = place(line, rest_column(line));
      } else {
        const Role role = *role_named(key);
        example.roles.emplace_back(role, std::string(line.rest));
        roles.emplace_back(role, place(line));
      }
    }
    if (std::find(seen.begin(), seen.end(), "text") == seen.end()) fault(head, "R070", "the " + std::string(head.key) + " has no text", "write text … below it");
    if (example.counter && std::find(seen.begin(), seen.end(), "because") == seen.end()) {
      fault(head, "R071", "the counter does not say why it must not match", "write because LABEL, no-trigger or no-match");
    }
    return example;
  }

  struct BecausePlace {
    std::string label;
    SourcePlace place;
  };

  void check_because(const std::vector<BecausePlace>& becauses, const std::vector<LabelledPattern>& unless) {
    std::vector<std::string> known;
    for (const LabelledPattern& each : unless) known.push_back(each.label);
    known.emplace_back("no-trigger");
    known.emplace_back("no-match");
    for (const BecausePlace& because : becauses) {
      if (std::find(known.begin(), known.end(), because.label) != known.end()) continue;
      fault_at(because.place, "R072", "unknown reason '" + because.label + "'", did_you_mean(because.label, known, "reasons are " + joined(known)));
    }
  }

  void rule_block() {
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
    body([&](const SourceLine& line) {
      if (line.key == "event") {
        if (block.event_place.line != 0) return fault(line, "R017", "'event' stands twice", "a types block names several types");
        block.event_place = place(line, rest_column(line));
        if (needs_value(line, "a sub-event type or the name of a types block")) block.rule.event = std::string(line.rest);
      } else if (line.key == "trigger") {
        has_trigger = true;
        if (!needs_value(line, "a word list: {a.list}")) return;
        if (auto trigger = parse_trigger(line.rest, pattern_place(line, rest_column(line)), faults_)) block.rule.triggers.push_back(std::move(*trigger));
      } else if (line.key == "include") {
        include_line(line, nullptr, block.entries);
      } else if (line.key == "role") {
        role_line(line, block.rule.id, nullptr, block.entries);
      } else if (line.key == "require") {
        if (!needs_value(line, "a pattern")) return;
        if (auto pattern = parse_pattern(line.rest, pattern_place(line, rest_column(line)), faults_)) block.rule.requires_.push_back(std::move(*pattern));
      } else if (line.key == "unless") {
        unless_line(line, block.rule.unless);
      } else if (line.key == "status") {
        if (needs_value(line, "a status and a pattern")) status_line(line, block.rule.statuses);
      } else if (line.key == "implied") {
        if (needs_value(line, "a casualty role")) implied_line(line, block.rule.implied);
      } else if (line.key == "example" || line.key == "counter") {
        std::vector<std::pair<Role, SourcePlace>> roles;
        SourcePlace because;
        block.rule.examples.push_back(example_block(line, roles, because));
        for (auto& [role, where] : roles) block.example_roles.push_back({block.rule.examples.size() - 1, role, where});
        if (because.line != 0) becauses.push_back({block.rule.examples.back().because, because});
      } else {
        unknown_key(line, kRuleKeys, "a rule");
      }
    });
    check_because(becauses, block.rule.unless);
    if (block.event_place.line == 0) fault(head, "R020", "the rule has no event line", "write event and a sub-event type");
    if (!has_trigger) fault(head, "R022", "the rule has no trigger line", "write trigger {a.list}");
    if (!block.rule.id.empty()) out_.rules.push_back(std::move(block));
  }

  void status_line(const SourceLine& line, std::vector<StatusLine>& statuses) {
    std::string_view rest = line.rest;
    std::uint32_t column = rest_column(line);
    const std::uint32_t value_column = column;
    const std::string name(take_word(rest, column));
    const std::optional<Status> status = status_value(line, name, value_column);
    if (!status) return;
    if (rest.empty()) {
      fault_at(place(line, column), "R016", "the status line has no pattern", "write status foiled {verb.foil} _{0,2} TRIGGER");
      return;
    }
    if (auto pattern = parse_pattern(rest, pattern_place(line, column), faults_)) statuses.push_back({*status, std::move(*pattern)});
  }

  void implied_line(const SourceLine& line, std::vector<Role>& implied) {
    std::string_view rest = line.rest;
    std::uint32_t column = rest_column(line);
    while (!rest.empty()) {
      const std::uint32_t here = column;
      const std::string name(take_word(rest, column));
      const std::optional<Role> role = role_named(name);
      std::vector<std::string> casualties;
      for (const std::string& each : role_names()) {
        if (is_casualty(*role_named(each))) casualties.push_back(each);
      }
      if (!role || !is_casualty(*role)) {
        fault_at(place(line, here), "R036", "'" + name + "' is no casualty role", did_you_mean(name, casualties, "casualty roles are " + joined(casualties)));
      } else {
        implied.push_back(*role);
      }
    }
  }

  void status_block() {
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
        if (auto pattern = parse_pattern(line.rest, pattern_place(line, rest_column(line)), faults_)) rule.patterns.push_back(std::move(*pattern));
      } else if (line.key == "unless") {
        unless_line(line, rule.unless);
      } else if (line.key == "example" || line.key == "counter") {
        std::vector<std::pair<Role, SourcePlace>> roles;
        SourcePlace because;
        rule.examples.push_back(example_block(line, roles, because));
        for (auto& [role, where] : roles) fault_at(where, "R075", std::string("a status block finds no role '") + to_string(role) + "'", "name the text and the trigger only");
        if (because.line != 0) becauses.push_back({rule.examples.back().because, because});
      } else {
        unknown_key(line, kStatusKeys, "a status block");
      }
    });
    check_because(becauses, rule.unless);
    if (!has_value) fault(head, "R037", "the status block has no value line", "write value and one of " + joined(status_names()));
    if (!has_pattern) fault(head, "R038", "the status block has no pattern line", "write pattern {negator} _{0,2} TRIGGER");
    if (!rule.id.empty()) out_.statuses.push_back(std::move(rule));
  }

  const std::string& file_;
  RuleBlocks& out_;
  Diagnostics& faults_;
  std::vector<SourceLine> lines_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> sub_event_type_names() {
  std::vector<std::string> names;
  for (const SubEventType& type : sub_event_types()) names.emplace_back(type.sub_event_type);
  return names;
}

void parse_rule_blocks(std::string_view content, const std::string& file, RuleBlocks& out, Diagnostics& faults) {
  BlockParser(file, out, faults).parse(content);
}

}  // namespace rasd
