#include "rules/shadow_lint.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "rules/pattern_cover.hpp"
#include "rules/pattern_key.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

bool by_place(const Diagnostic& a, const Diagnostic& b) { return a.file != b.file ? a.file < b.file : a.line < b.line; }

class ShadowLint {
 public:
  explicit ShadowLint(const std::vector<WordList>& lists) : cover_(lists) {}

  Diagnostics rules(const std::vector<Rule>& rules) const {
    std::map<std::vector<std::string>, std::vector<const Rule*>> by_event;
    for (const Rule& rule : rules) by_event[rule.sub_events].push_back(&rule);
    Diagnostics found;
    for (const auto& [event, same] : by_event) {
      for (std::size_t i = 0; i < same.size(); ++i) {
        for (std::size_t k = 0; k < same.size(); ++k) {
          if (i == k || !shadows(*same[k], *same[i])) continue;
          if (i < k && shadows(*same[i], *same[k])) continue;  // either says the same: the later one is reported
          const Rule& rule = *same[i];
          const Rule& other = *same[k];
          found.push_back({"R097", rule.file, rule.line, 1, "the rule '" + rule.id + "' finds nothing that '" + other.id + "' does not find",
                           "take it out, or give it what the other at " + other.file + ':' + std::to_string(other.line) + " has not"});
          break;
        }
      }
    }
    std::stable_sort(found.begin(), found.end(), by_place);
    return found;
  }

  Diagnostics lines(const std::vector<Rule>& rules) const {
    Diagnostics found;
    std::set<std::pair<std::string, std::uint32_t>> reported;  // a role set's line, in the first rule that includes it
    for (const Rule& rule : rules) {
      for (auto line = rule.roles.begin(); line != rule.roles.end(); ++line) {
        const auto earlier = std::find_if(rule.roles.begin(), line, [&](const RoleLine& other) { return forestalls(other, *line); });
        if (earlier == line || !reported.emplace(line->pattern.file, line->pattern.line).second) continue;
        found.push_back({"R098", line->pattern.file, line->pattern.line, 1,
                         "this line can never be the first to match in '" + rule.id + "'",
                         "whatever it matches, the line before it at " + earlier->pattern.file + ':' + std::to_string(earlier->pattern.line) +
                             " matches"});
      }
    }
    std::stable_sort(found.begin(), found.end(), by_place);
    return found;
  }

 private:
  // Equal lines are R093.
  [[nodiscard]] bool forestalls(const RoleLine& earlier, const RoleLine& line) const {
    return earlier.role == line.role && earlier.type == line.type && pattern_key(earlier.pattern) != pattern_key(line.pattern) &&
           cover_.covers(earlier.pattern, line.pattern);
  }

  [[nodiscard]] bool shadows(const Rule& wide, const Rule& narrow) const {
    return triggers_covered(wide, narrow) && lines_covered(wide, narrow) && demands_no_more(wide, narrow) &&
           statuses_of(wide) == statuses_of(narrow) &&
           std::all_of(narrow.implied.begin(), narrow.implied.end(), [&](Role role) {
             return std::find(wide.implied.begin(), wide.implied.end(), role) != wide.implied.end();
           });
  }

  [[nodiscard]] bool triggers_covered(const Rule& wide, const Rule& narrow) const {
    return std::all_of(narrow.triggers.begin(), narrow.triggers.end(), [&](const TriggerSequence& trigger) {
      return std::any_of(wide.triggers.begin(), wide.triggers.end(),
                         [&](const TriggerSequence& other) { return cover_.covers(other.elements, trigger.elements); });
    });
  }

  // What stops the wide rule stops the narrow one too: its exclusions, its demands, the roles that it needs. By lines_covered the wide rule
  // finds a role that both need.
  [[nodiscard]] bool demands_no_more(const Rule& wide, const Rule& narrow) const {
    const bool exclusions = std::all_of(wide.unless.begin(), wide.unless.end(), [&](const LabelledPattern& each) {
      return std::any_of(narrow.unless.begin(), narrow.unless.end(),
                         [&](const LabelledPattern& other) { return cover_.covers(other.pattern, each.pattern); });
    });
    const bool demands = std::all_of(wide.requires_.begin(), wide.requires_.end(), [&](const Pattern& each) {
      return std::any_of(narrow.requires_.begin(), narrow.requires_.end(), [&](const Pattern& other) { return cover_.covers(each, other); });
    });
    return exclusions && demands && std::all_of(wide.roles.begin(), wide.roles.end(), [&](const RoleLine& line) {
      return line.optional || needs(narrow, line.role);
    });
  }

  static bool needs(const Rule& rule, Role role) {
    return std::any_of(rule.roles.begin(), rule.roles.end(), [&](const RoleLine& line) { return line.role == role && !line.optional; });
  }

  [[nodiscard]] bool lines_covered(const Rule& wide, const Rule& narrow) const {
    return std::all_of(narrow.roles.begin(), narrow.roles.end(), [&](const RoleLine& line) {
      return std::any_of(wide.roles.begin(), wide.roles.end(), [&](const RoleLine& other) {
        return other.role == line.role && other.type == line.type && cover_.covers(other.pattern, line.pattern);
      });
    });
  }

  static std::vector<std::string> statuses_of(const Rule& rule) {
    std::vector<std::string> out;
    for (const StatusLine& line : rule.statuses) out.push_back(std::string(to_string(line.status)) + pattern_key(line.pattern));
    return out;
  }

  PatternCover cover_;
};

}  // namespace

Diagnostics shadowed_rules(const std::vector<Rule>& rules, const std::vector<WordList>& lists) {
  return ShadowLint(lists).rules(rules);
}

Diagnostics forestalled_lines(const std::vector<Rule>& rules, const std::vector<WordList>& lists) {
  return ShadowLint(lists).lines(rules);
}

}  // namespace rasd
