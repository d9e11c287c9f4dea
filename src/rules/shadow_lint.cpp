#include "rules/shadow_lint.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rules/pattern_key.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

using Names = std::set<std::string>;

bool within(const Names& inner, const Names& outer) {
  return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

// A rule as sets of keys, so that rules are compared line by line whatever their order.
struct Shape {
  const Rule* rule = nullptr;
  Names exclusions;
  Names demands;
  std::map<Role, Names> lines;  // type and pattern
  std::set<Role> needed;        // roles without which the rule does not apply
  std::vector<std::string> statuses;
  std::set<Role> implied;
};

Shape shape_of(const Rule& rule) {
  Shape shape;
  shape.rule = &rule;
  for (const LabelledPattern& each : rule.unless) shape.exclusions.insert(pattern_key(each.pattern));
  for (const Pattern& pattern : rule.requires_) shape.demands.insert(pattern_key(pattern));
  for (const RoleLine& line : rule.roles) {
    shape.lines[line.role].insert(std::string(to_string(line.type)) + pattern_key(line.pattern));
    if (!line.optional) shape.needed.insert(line.role);
  }
  for (const StatusLine& line : rule.statuses) shape.statuses.push_back(std::string(to_string(line.status)) + pattern_key(line.pattern));
  shape.implied.insert(rule.implied.begin(), rule.implied.end());
  return shape;
}

class ShadowLint {
 public:
  explicit ShadowLint(const std::vector<WordList>& lists) {
    for (const WordList& list : lists) imports_[list.name].insert(list.imports.begin(), list.imports.end());
  }

  Diagnostics run(const std::vector<Rule>& rules) {
    std::map<std::vector<std::string>, std::vector<Shape>> by_event;
    for (const Rule& rule : rules) by_event[rule.sub_events].push_back(shape_of(rule));
    Diagnostics found;
    for (const auto& [event, shapes] : by_event) {
      for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (std::size_t k = 0; k < shapes.size(); ++k) {
          if (i == k || !shadows(shapes[k], shapes[i])) continue;
          if (i < k && shadows(shapes[i], shapes[k])) continue;  // either says the same: the later one is reported
          report(*shapes[i].rule, *shapes[k].rule, found);
          break;
        }
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.file != b.file ? a.file < b.file : a.line < b.line;
    });
    return found;
  }

 private:
  static void report(const Rule& rule, const Rule& other, Diagnostics& found) {
    found.push_back({"R097", rule.file, rule.line, 1, "the rule '" + rule.id + "' finds nothing that '" + other.id + "' does not find",
                     "take it out, or give it what the other at " + other.file + ':' + std::to_string(other.line) + " has not"});
  }

  [[nodiscard]] bool shadows(const Shape& wide, const Shape& narrow) const {
    if (!within(wide.exclusions, narrow.exclusions) || !within(wide.demands, narrow.demands)) return false;
    if (wide.statuses != narrow.statuses) return false;
    if (!std::includes(wide.implied.begin(), wide.implied.end(), narrow.implied.begin(), narrow.implied.end())) return false;
    for (const auto& [role, lines] : narrow.lines) {
      const auto same_role = wide.lines.find(role);
      if (same_role == wide.lines.end() || !within(lines, same_role->second)) return false;
    }
    // What the wide rule needs the narrow one needs as well, and by lines that the wide one has too.
    if (!std::includes(narrow.needed.begin(), narrow.needed.end(), wide.needed.begin(), wide.needed.end())) return false;
    return std::all_of(narrow.rule->triggers.begin(), narrow.rule->triggers.end(), [&](const TriggerSequence& trigger) {
      return std::any_of(wide.rule->triggers.begin(), wide.rule->triggers.end(),
                         [&](const TriggerSequence& other) { return covers(other, trigger); });
    });
  }

  [[nodiscard]] bool covers(const TriggerSequence& wide, const TriggerSequence& narrow) const {
    return std::equal(wide.elements.begin(), wide.elements.end(), narrow.elements.begin(), narrow.elements.end(),
                      [&](const PatternElement& a, const PatternElement& b) { return covers(a, b); });
  }

  // Whether `wide` holds for every unit for which `narrow` does.
  [[nodiscard]] bool covers(const PatternElement& wide, const PatternElement& narrow) const {
    if (wide.kind != PatternElement::Kind::lists || narrow.kind != PatternElement::Kind::lists || wide.negated || narrow.negated) {
      return pattern_key({wide}) == pattern_key({narrow});
    }
    if (wide.proclitics != narrow.proclitics || wide.any_preposition != narrow.any_preposition) return false;
    Names known;
    for (const std::string& list : wide.lists) add_with_imports(list, known);
    return std::all_of(narrow.lists.begin(), narrow.lists.end(), [&](const std::string& list) { return known.count(list) != 0; });
  }

  void add_with_imports(const std::string& list, Names& out) const {
    if (!out.insert(list).second) return;
    const auto imports = imports_.find(list);
    if (imports == imports_.end()) return;
    for (const std::string& name : imports->second) add_with_imports(name, out);
  }

  std::map<std::string, Names> imports_;
};

}  // namespace

Diagnostics shadowed_rules(const std::vector<Rule>& rules, const std::vector<WordList>& lists) {
  return ShadowLint(lists).run(rules);
}

}  // namespace rasd
