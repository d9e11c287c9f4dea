#include <algorithm>

#include "rules/block_parser.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

bool is_casualty(Role role) {
  return role == Role::killed || role == Role::injured || role == Role::detained || role == Role::abducted ||
         role == Role::missing || role == Role::displaced;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

}  // namespace

void BlockParser::unknown_key(const SourceLine& line, const std::vector<std::string>& known, const std::string& where) {
  const std::string key(line.key);
  if (key.empty()) {
    fault(line, "R019", "an Arabic line without a key in " + where, "keys are " + joined(known));
  } else {
    fault(line, "R015", "unknown key '" + key + "' in " + where, did_you_mean(key, known, "keys are " + joined(known)));
  }
}

bool BlockParser::needs_value(const SourceLine& line, const std::string& what) {
  if (!line.rest.empty()) return true;
  fault_at(place(line, rest_column(line)), "R016", "'" + std::string(line.key) + "' needs " + what);
  return false;
}

void BlockParser::role_line(const SourceLine& line, const std::string& origin, const Parameters* parameters,
                            std::vector<RoleEntry>& entries) {
  if (!needs_value(line, "NAME?:TYPE and a pattern")) return;
  std::string_view rest = line.rest;
  std::uint32_t column = rest_column(line);
  const std::uint32_t head_column = column;
  const std::string_view head = take_word(rest, column);
  const std::size_t colon = head.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == head.size()) {
    fault_at(place(line, head_column), "R023", "'" + std::string(head) + "' is not NAME:TYPE",
             "write role place?:Place TRIGGER _{0,3} @");
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
    fault_at(place(line, head_column), "R024", "unknown role '" + name + "'",
             did_you_mean(name, role_names(), "roles are " + joined(role_names())));
    return;
  }
  const std::string type_name(head.substr(colon + 1));
  const std::optional<ArgumentType> type = argument_type_named(type_name);
  if (!type) {
    fault_at(place(line, head_column + static_cast<std::uint32_t>(colon) + 1), "R025",
             "unknown type '" + type_name + "'",
             did_you_mean(type_name, argument_type_names(), "types are " + joined(argument_type_names())));
    return;
  }
  if (rest.empty()) {
    fault_at(place(line, head_column + static_cast<std::uint32_t>(head.size())), "R016", "the role line has no pattern",
             "write role place?:Place TRIGGER _{0,3} @");
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

void BlockParser::include_line(const SourceLine& line, const Parameters* parameters, std::vector<RoleEntry>& entries) {
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
    fault_at(entry.place, "R035", "'" + entry.set + "' is no name of a roles block",
             "write include after_noun(prep.on), one set a line");
    return;
  }
  if (open != std::string_view::npos) {
    if (text.back() != ')') {
      fault_at(place(line, rest_column(line) + static_cast<std::uint32_t>(open)), "R035", "'(' is not closed",
               "write include after_noun(prep.on)");
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
      if (!check_include_argument(argument, parameters, place(line, column))) return;
      entry.arguments.push_back(argument);
      argument.clear();
    }
  }
  entries.push_back(std::move(entry));
}

bool BlockParser::check_include_argument(const std::string& argument, const Parameters* parameters,
                                         const SourcePlace& where) {
  std::size_t begin = 0;
  while (begin <= argument.size()) {
    std::size_t end = std::min(argument.find('|', begin), argument.size());
    std::string name = argument.substr(begin, end - begin);
    begin = end + 1;
    if (!name.empty() && name.front() == '$') {
      name.erase(0, 1);
      const bool known =
          parameters != nullptr && std::find(parameters->begin(), parameters->end(), name) != parameters->end();
      if (!known) {
        fault_at(where, "R034", "unknown parameter '$" + name + "'",
                 parameters == nullptr ? "rules have no parameters" : did_you_mean(name, *parameters));
        return false;
      }
    } else if (!is_identifier(name)) {
      fault_at(where, "R035", "'" + name + "' is no list name", "write include after_noun(prep.on|prep.near)");
      return false;
    }
  }
  return true;
}

void BlockParser::unless_line(const SourceLine& line, std::vector<LabelledPattern>& unless) {
  if (!needs_value(line, "a label and a pattern")) return;
  std::string_view rest = line.rest;
  std::uint32_t column = rest_column(line);
  const std::uint32_t label_column = column;
  const std::string label(take_word(rest, column));
  if (!is_identifier(label) || label == "TRIGGER" || label == "_") {
    fault_at(place(line, label_column), "R028", "'" + label + "' is no label",
             "write unless metaphor TRIGGER {noun.front}");
    return;
  }
  if (label == "no-trigger" || label == "no-match") {
    fault_at(place(line, label_column), "R028", "the label '" + label + "' is reserved",
             "choose a label that says why");
    return;
  }
  if (rest.empty()) {
    fault_at(place(line, column), "R016", "the unless line has no pattern",
             "write unless metaphor TRIGGER {noun.front}");
    return;
  }
  if (auto pattern = parse_pattern(rest, pattern_place(line, column), faults_))
    unless.push_back({label, std::move(*pattern)});
}

std::optional<Status> BlockParser::status_value(const SourceLine& line, const std::string& name, std::uint32_t column) {
  const std::optional<Status> status = status_named(name);
  if (!status)
    fault_at(place(line, column), "R027", "unknown status '" + name + "'",
             did_you_mean(name, status_names(), "values are " + joined(status_names())));
  return status;
}

void BlockParser::status_line(const SourceLine& line, std::vector<StatusLine>& statuses) {
  std::string_view rest = line.rest;
  std::uint32_t column = rest_column(line);
  const std::uint32_t value_column = column;
  const std::string name(take_word(rest, column));
  const std::optional<Status> status = status_value(line, name, value_column);
  if (!status) return;
  if (rest.empty()) {
    fault_at(place(line, column), "R016", "the status line has no pattern",
             "write status foiled {verb.foil} _{0,2} TRIGGER");
    return;
  }
  if (auto pattern = parse_pattern(rest, pattern_place(line, column), faults_))
    statuses.push_back({*status, std::move(*pattern)});
}

void BlockParser::implied_line(const SourceLine& line, std::vector<Role>& implied) {
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
      fault_at(place(line, here), "R036", "'" + name + "' is no casualty role",
               did_you_mean(name, casualties, "casualty roles are " + joined(casualties)));
    } else {
      implied.push_back(*role);
    }
  }
}

}  // namespace rasd
