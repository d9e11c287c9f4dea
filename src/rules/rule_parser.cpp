#include "rules/rule_parser.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/rule_blocks.hpp"
#include "rules/rule_layers.hpp"
#include "rules/vocabulary.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

void report(Diagnostics& faults, const SourcePlace& where, const char* code, std::string message,
            std::string hint = {}) {
  faults.push_back({code, where.file, where.line, where.column, std::move(message), std::move(hint)});
}

// Parameter name -> list names that stand for it.
using Bindings = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> bound(const std::vector<std::string>& lists, const Bindings& bindings) {
  std::vector<std::string> out;
  for (const std::string& list : lists) {
    const auto found = list.empty() || list.front() != '$' ? bindings.end() : bindings.find(list.substr(1));
    if (found == bindings.end()) {
      out.push_back(list);
    } else {
      out.insert(out.end(), found->second.begin(), found->second.end());
    }
  }
  return out;
}

void bind(std::vector<PatternElement>& row, const Bindings& bindings) {
  for (PatternElement& element : row) {
    element.lists = bound(element.lists, bindings);
    for (auto& alternative : element.alternatives) bind(alternative, bindings);
  }
}

// Puts role sets in the place of include lines.
class RoleExpander {
 public:
  RoleExpander(const std::map<std::string, const RoleSetBlock*>& sets, Diagnostics& faults)
      : sets_(sets), faults_(faults) {}

  void expand(const std::vector<RoleEntry>& entries, const Bindings& bindings, std::vector<RoleLine>& out) {
    for (const RoleEntry& entry : entries) {
      if (!entry.include) {
        out.push_back(entry.line);
        bind(out.back().pattern.elements, bindings);
        for (Pattern& other : out.back().pattern.or_else) bind(other.elements, bindings);
        continue;
      }
      const auto found = sets_.find(entry.set);
      if (found == sets_.end()) {
        std::vector<std::string> names;
        for (const auto& [name, set] : sets_) names.push_back(name);
        report(faults_, entry.place, "R031", "unknown role set '" + entry.set + "'",
               did_you_mean(entry.set, names, "role sets are defined by roles blocks"));
        continue;
      }
      const RoleSetBlock& set = *found->second;
      if (entry.arguments.size() != set.parameters.size()) {
        report(faults_, entry.place, "R032",
               "'" + set.name + "' takes " + std::to_string(set.parameters.size()) +
                   (set.parameters.size() == 1 ? " parameter, not " : " parameters, not ") +
                   std::to_string(entry.arguments.size()),
               set.parameters.empty() ? "write include " + set.name : "its parameters are " + joined(set.parameters));
        continue;
      }
      if (std::find(open_.begin(), open_.end(), set.name) != open_.end()) {
        report(faults_, entry.place, "R033", "the role set '" + set.name + "' includes itself", "take the include out");
        continue;
      }
      Bindings inner;
      for (std::size_t i = 0; i < set.parameters.size(); ++i)
        inner[set.parameters[i]] = bound(parts(entry.arguments[i]), bindings);
      open_.push_back(set.name);
      expand(set.entries, inner, out);
      open_.pop_back();
    }
  }

 private:
  static std::vector<std::string> parts(const std::string& argument) {
    std::vector<std::string> out;
    std::size_t begin = 0;
    while (begin <= argument.size()) {
      const std::size_t end = std::min(argument.find('|', begin), argument.size());
      out.push_back(argument.substr(begin, end - begin));
      begin = end + 1;
    }
    return out;
  }

  const std::map<std::string, const RoleSetBlock*>& sets_;
  Diagnostics& faults_;
  std::vector<std::string> open_;
};

// A file's faults in the order of its lines; the same fault of a role set that many rules include only once.
void sort_faults(Diagnostics& faults, std::size_t from) {
  const auto begin = faults.begin() + static_cast<std::ptrdiff_t>(from);
  const auto key = [](const Diagnostic& d) { return std::tie(d.file, d.line, d.column, d.code, d.message); };
  std::stable_sort(begin, faults.end(), [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  faults.erase(
      std::unique(begin, faults.end(), [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); }),
      faults.end());
}

}  // namespace

struct RuleParser::Impl {
  RuleBlocks blocks;
  RuleLayers layers;
  Diagnostics faults;
};

RuleParser::RuleParser() : impl_(std::make_unique<Impl>()) {}
RuleParser::~RuleParser() = default;

void RuleParser::parse(std::string_view content, const std::string& file) {
  const bool lists_only = file.size() > 4 && file.compare(file.size() - 4, 4, ".lst") == 0;
  if (lists_only) {
    for (WordList& list : parse_word_lists(content, file, impl_->faults))
      impl_->blocks.lists.push_back(std::move(list));
  } else {
    parse_rule_blocks(content, file, impl_->blocks, impl_->faults);
  }
}

void RuleParser::end_layer() { impl_->layers.end_layer(impl_->blocks, impl_->faults); }

RuleSource RuleParser::finish(Diagnostics& faults) {
  end_layer();
  RuleBlocks& blocks = impl_->blocks;
  Diagnostics& own = impl_->faults;

  std::map<std::string, const TypeSetBlock*> type_sets;
  for (const TypeSetBlock& set : blocks.type_sets) {
    if (event_type_of(set.name) != nullptr)
      report(own, set.place, "R014", "'" + set.name + "' is a sub-event type already", "choose another name");
    const auto [other, fresh] = type_sets.emplace(set.name, &set);
    if (!fresh)
      report(own, set.place, "R014", "the types block '" + set.name + "' is defined twice",
             "first in " + other->second->place.file + ":" + std::to_string(other->second->place.line));
  }
  std::map<std::string, const RoleSetBlock*> role_sets;
  for (const RoleSetBlock& set : blocks.role_sets) {
    const auto [other, fresh] = role_sets.emplace(set.name, &set);
    if (!fresh)
      report(own, set.place, "R014", "the roles block '" + set.name + "' is defined twice",
             "first in " + other->second->place.file + ":" + std::to_string(other->second->place.line));
  }

  RuleSource source;
  source.lists = std::move(blocks.lists);
  std::vector<std::string> event_names = sub_event_type_names();
  for (const auto& [name, set] : type_sets) event_names.push_back(name);
  std::map<std::string, std::pair<std::string, std::uint32_t>> ids;
  const auto define = [&](const std::string& id, const std::string& file, std::uint32_t line) {
    const auto [other, fresh] = ids.emplace(id, std::make_pair(file, line));
    if (!fresh)
      report(own, {file, line, 1}, "R014", "'" + id + "' is defined twice",
             "first in " + other->second.first + ":" + std::to_string(other->second.second));
  };

  // Faults of a role set are found once, also where no rule includes it.
  {
    RoleExpander check(role_sets, own);
    for (const RoleSetBlock& set : blocks.role_sets) {
      std::vector<RoleLine> lines;
      check.expand(set.entries, {}, lines);
    }
  }

  for (RuleBlock& block : blocks.rules) {
    Rule rule = std::move(block.rule);
    define(rule.id, rule.file, rule.line);
    if (!rule.event.empty()) {
      const auto set = type_sets.find(rule.event);
      if (event_type_of(rule.event) != nullptr) {
        rule.sub_events = {rule.event};
      } else if (set != type_sets.end()) {
        rule.sub_events = set->second->types;
      } else {
        report(own, block.event_place, "R021", "unknown sub-event type or types block '" + rule.event + "'",
               did_you_mean(rule.event, event_names, "docs/rule-language.md lists the 25 types"));
      }
    }
    RoleExpander(role_sets, own).expand(block.entries, {}, rule.roles);
    for (const ExampleRolePlace& named : block.example_roles) {
      const auto has = [&](Role role) {
        return std::any_of(rule.roles.begin(), rule.roles.end(),
                           [&](const RoleLine& line) { return line.role == role; }) ||
               std::find(rule.implied.begin(), rule.implied.end(), role) != rule.implied.end();
      };
      if (!has(named.role)) {
        report(own, named.place, "R075", std::string("the rule has no role '") + to_string(named.role) + "'",
               "write a role line for it, or leave it out of the example");
      }
    }
    source.rules.push_back(std::move(rule));
  }
  for (StatusRule& status : blocks.statuses) {
    define(status.id, status.file, status.line);
    source.statuses.push_back(std::move(status));
  }

  sort_faults(own, 0);
  faults.insert(faults.end(), own.begin(), own.end());
  impl_ = std::make_unique<Impl>();
  return source;
}

RuleSource parse_rule_directory(const std::string& directory, Diagnostics& faults, const std::vector<std::string>& overlays) {
  RuleParser parser;
  Diagnostics unreadable;
  // Gives the number of files.
  const auto parse_all = [&](const std::string& root) {
    std::vector<std::string> files = list_files(root, ".rules");
    const std::vector<std::string> word_files = list_files(root, ".lst");
    files.insert(files.end(), word_files.begin(), word_files.end());
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
      Result<std::string> content = read_file(file);
      if (!content) {
        unreadable.insert(unreadable.end(), content.error().begin(), content.error().end());
        continue;
      }
      parser.parse(*content, file);
    }
    parser.end_layer();
    return files.size();
  };
  if (parse_all(directory) == 0) {
    unreadable.push_back({"R004", directory, 0, 0, "no *.rules files in this directory",
                          "give the directory that holds the rule families"});
  }
  for (const std::string& overlay : overlays) parse_all(overlay);
  faults.insert(faults.end(), unreadable.begin(), unreadable.end());
  return parser.finish(faults);
}

}  // namespace rasd
