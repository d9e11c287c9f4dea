#include "rules/rule_lint.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rules/shadow_lint.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

std::string place_of(const std::string& file, std::uint32_t line) {
  return file + ":" + std::to_string(line);
}

// Lists that a row of elements names.
void collect_lists(const std::vector<PatternElement>& row, std::set<std::string>& out) {
  for (const PatternElement& element : row) {
    out.insert(element.lists.begin(), element.lists.end());
    for (const auto& alternative : element.alternatives) collect_lists(alternative, out);
  }
}

void collect_lists(const Pattern& pattern, std::set<std::string>& out) {
  collect_lists(pattern.elements, out);
  for (const Pattern& other : pattern.or_else) collect_lists(other, out);
}

std::set<std::string> lists_named(const RuleSet& rules) {
  std::set<std::string> named;
  for (const Rule& rule : rules.rules()) {
    for (const TriggerSequence& trigger : rule.triggers) collect_lists(trigger.elements, named);
    for (const RoleLine& line : rule.roles) collect_lists(line.pattern, named);
    for (const Pattern& pattern : rule.requires_) collect_lists(pattern, named);
    for (const LabelledPattern& each : rule.unless) collect_lists(each.pattern, named);
    for (const StatusLine& each : rule.statuses) collect_lists(each.pattern, named);
  }
  for (const StatusRule& status : rules.statuses()) {
    for (const Pattern& pattern : status.patterns) collect_lists(pattern, named);
    for (const LabelledPattern& each : status.unless) collect_lists(each.pattern, named);
  }
  return named;
}

std::string squeezed(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c != ' ' && c != '\t') out += c;
  }
  return out;
}

std::string shape_of(const TriggerSequence& trigger) {
  std::string out;
  for (const PatternElement& element : trigger.elements) {
    out += element.negated ? " !" : " ";
    switch (element.kind) {
      case PatternElement::Kind::lists:
        out += joined(element.lists);
        break;
      case PatternElement::Kind::type:
        out += to_string(element.type);
        break;
      case PatternElement::Kind::unit_class:
        out += to_string(element.unit_class);
        break;
      default:
        break;
    }
    out += ' ' + std::to_string(element.proclitics);
  }
  return out;
}

// All that makes a rule match, as text: equal texts are one rule written twice.
std::string shape_of(const Rule& rule) {
  std::string out = rule.event;
  std::vector<std::string> triggers;
  for (const TriggerSequence& trigger : rule.triggers) triggers.push_back(shape_of(trigger));
  std::sort(triggers.begin(), triggers.end());
  for (const std::string& trigger : triggers) out += "\nt" + trigger;
  for (const RoleLine& line : rule.roles)
    out += std::string("\nr") + to_string(line.role) + to_string(line.type) + squeezed(line.pattern.text);
  for (const Pattern& pattern : rule.requires_) out += "\nq" + squeezed(pattern.text);
  for (const LabelledPattern& each : rule.unless) out += "\nu" + squeezed(each.pattern.text);
  return out;
}

class Linter {
 public:
  Linter(const RuleSet& rules, const std::vector<WordList>& lists, const Normalizer& normalizer)
      : rules_(rules), lists_(lists), normalizer_(normalizer) {}

  Diagnostics run() {
    std::map<std::string, const Rule*> shapes;
    std::set<std::pair<std::string, std::uint32_t>> doubled;  // said once is enough
    for (const Rule& rule : rules_.rules()) {
      examples(rule);
      const auto [other, fresh] = shapes.emplace(shape_of(rule), &rule);
      if (!fresh) {
        say("R092", rule.file, rule.line, "the rule '" + rule.id + "' says the same as '" + other->second->id + "'",
            "first at " + place_of(other->second->file, other->second->line));
        doubled.emplace(rule.file, rule.line);
      }
      doubled_roles(rule);
      doubled_triggers(rule);
    }
    for (const StatusRule& status : rules_.statuses()) examples(status);
    for (Diagnostic& shadowed : shadowed_rules(rules_.rules(), lists_)) {
      if (doubled.count({shadowed.file, shadowed.line}) == 0) found_.push_back(std::move(shadowed));
    }
    for (Diagnostic& line : forestalled_lines(rules_.rules(), lists_)) found_.push_back(std::move(line));
    lists_without_use();
    items();
    return std::move(found_);
  }

 private:
  void say(const char* code, const std::string& file, std::uint32_t line, std::string message, std::string hint = {}) {
    found_.push_back({code, file, line, 1, std::move(message), std::move(hint)});
  }

  template <class Block>
  void examples(const Block& block) {
    const auto is_counter = [](const Example& example) { return example.counter; };
    if (std::all_of(block.examples.begin(), block.examples.end(), is_counter))
      say("R090", block.file, block.line, "'" + block.id + "' has no example",
          "write one below it: example, text …, trigger …");
    if (std::none_of(block.examples.begin(), block.examples.end(), is_counter))
      say("R091", block.file, block.line, "'" + block.id + "' has no counter-example",
          "write one below it: counter, text …, because …");
  }

  void doubled_roles(const Rule& rule) {
    std::set<std::string> seen;
    for (const RoleLine& line : rule.roles) {
      if (!seen.insert(std::string(to_string(line.role)) + ':' + to_string(line.type) + ' ' +
                       squeezed(line.pattern.text) + bound_lists(line.pattern))
               .second) {
        say("R093", line.pattern.file, line.pattern.line,
            "this line stands twice in '" + rule.id + "' and can never be the first to match",
            "take one out; role sets that are included count");
      }
    }
  }
  static std::string bound_lists(const Pattern& pattern) {
    std::set<std::string> lists;
    collect_lists(pattern, lists);
    return joined({lists.begin(), lists.end()});
  }

  void doubled_triggers(const Rule& rule) {
    std::set<std::string> seen;
    for (const TriggerSequence& trigger : rule.triggers) {
      if (!seen.insert(shape_of(trigger)).second)
        say("R093", rule.file, trigger.line, "this trigger line stands twice in '" + rule.id + "'", "take one out");
      for (const PatternElement& element : trigger.elements) {
        if (element.kind != PatternElement::Kind::lists || element.negated) continue;
        const bool empty = std::all_of(element.lists.begin(), element.lists.end(),
                                       [&](const std::string& name) { return is_empty(name); });
        if (empty)
          say("R094", rule.file, trigger.line,
              "the trigger can never match: " + joined(element.lists) + " has no items",
              "write items, or import a list");
      }
    }
  }

  [[nodiscard]] bool is_empty(const std::string& name) const {
    for (const WordList& list : lists_) {
      if (list.name == name) return list.items.empty() && list.imports.empty();
    }
    return false;
  }

  void lists_without_use() {
    std::set<std::string> named = lists_named(rules_);
    for (const WordList& list : lists_) named.insert(list.imports.begin(), list.imports.end());
    for (const WordList& list : lists_) {
      if (named.count(list.name) == 0)
        say("R096", list.file, list.line, "nothing names the list '" + list.name + "'",
            "take it out, or name it in a rule");
    }
  }

  void items() {
    for (const WordList& list : lists_) {
      std::map<std::string, std::uint32_t> seen;
      for (const ListItem& item : list.items) {
        // Two lemmas of one spelling (a form-I and a form-II verb) are told apart by their class or forms.
        std::string key = normalizer_.fold(item.text);
        for (const ListItemForm& form : item.forms) key += '|' + form.key + normalizer_.fold(form.text);
        const auto [other, fresh] = seen.emplace(std::move(key), item.line);
        if (!fresh)
          say("R095", list.file, item.line, "this item stands twice in '" + list.name + "' after folding",
              "first in line " + std::to_string(other->second));
      }
    }
  }

  const RuleSet& rules_;
  const std::vector<WordList>& lists_;
  const Normalizer& normalizer_;
  Diagnostics found_;
};

}  // namespace

Diagnostics lint_rules(const RuleSet& rules, const std::vector<WordList>& lists, const Normalizer& normalizer) {
  return Linter(rules, lists, normalizer).run();
}

}  // namespace rasd
