// A rule file as data: what the parser produces and the rule set is compiled from. No behaviour.
// The language is described in docs/rule-language.md.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "rasd/event.hpp"
#include "rasd/result.hpp"
#include "token/word_list.hpp"

namespace rasd {

enum class Role : std::uint8_t {
  actor,
  target,
  place,
  other_place,
  date,
  killed,
  injured,
  detained,
  abducted,
  missing,
  displaced,
  weapon,
  reporter
};
inline constexpr std::size_t kRoles = 13;
[[nodiscard]] const char* to_string(Role role);

enum class ArgumentType : std::uint8_t { actor, place, date, count, number, weapon, any };

// Closed classes that `<class>` names.
enum class UnitClass : std::uint8_t {
  verb,
  noun,
  adjective,
  particle,
  finite,
  passive,
  active,
  plural,
  dual,
  singular,
  feminine,
  masculine,
  article,
  punct,
  comma,
  quote,
  number,
  word,
  clause_start,
  clause_end
};

struct PatternElement {
  enum class Kind : std::uint8_t { trigger, argument, any, lists, type, unit_class, group };
  Kind kind = Kind::any;
  bool negated = false;
  std::vector<std::string> lists;           // kind lists; kind any: the barrier lists of `_!{…}`
  std::vector<ArgumentType> barrier_types;  // kind any: `_![…]`
  std::vector<UnitClass> barrier_classes;   // kind any: `_!<…>`
  ArgumentType type = ArgumentType::any;    // kind type
  UnitClass unit_class = UnitClass::word;   // kind unit_class
  std::uint8_t proclitics = 0;              // Proclitic bits demanded by b+ l+ k+ w+ f+ s+
  bool any_preposition = false;             // any+
  std::uint8_t min = 1, max = 1;
  std::vector<std::vector<PatternElement>> alternatives;  // kind group
  std::uint32_t column = 0;
};

struct Pattern {
  std::vector<PatternElement> elements;
  std::string text;  // as written
  std::string file;
  std::uint32_t line = 0;
  std::vector<Pattern> or_else;  // `A | B`: tried in order where this one does not match
  // Of a pattern that is compiled, its place is enough.
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(line);
  }
};

struct RoleLine {
  Role role = Role::actor;
  ArgumentType type = ArgumentType::actor;
  bool optional = false;
  Pattern pattern;
  std::string origin;  // rule id or role set name, for provenance
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(role, type, optional, pattern, origin);
  }
};

struct LabelledPattern {
  std::string label;
  Pattern pattern;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(label, pattern);
  }
};

struct StatusLine {
  Status status = Status::asserted;
  Pattern pattern;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(status, pattern);
  }
};

struct Example {
  bool counter = false;
  std::string text;
  std::string trigger;  // empty: any
  std::vector<std::pair<Role, std::string>> roles;
  std::string event;    // examples of rules only: the sub-event type that the whole pipeline gives; empty: not checked
  std::string because;  // counter only
  std::string file;
  std::uint32_t line = 0;
};

struct TriggerSequence {
  std::vector<PatternElement> elements;  // consecutive units; lists, types, classes only, no repetition
  std::uint32_t line = 0;
};

struct Rule {
  std::string id;
  std::string event;                    // sub-event type or types block
  std::vector<std::string> sub_events;  // what `event` stands for, most likely first
  std::vector<TriggerSequence> triggers;
  std::vector<RoleLine> roles;  // included sets expanded
  std::vector<Pattern> requires_;
  std::vector<LabelledPattern> unless;
  std::vector<StatusLine> statuses;
  std::vector<Role> implied;  // roles that the trigger noun's own number fills
  std::vector<Example> examples;
  std::string file;
  std::uint32_t line = 0;
  // What extraction needs: no triggers (they are compiled), no examples, no file, which may be moved.
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(id, event, sub_events, roles, requires_, unless, statuses, implied, line);
  }
};

struct StatusRule {
  std::string id;
  Status value = Status::asserted;
  std::vector<Pattern> patterns;
  std::vector<LabelledPattern> unless;
  std::vector<Example> examples;
  std::string file;
  std::uint32_t line = 0;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(id, value, patterns, unless, line);
  }
};

// Everything that a directory of rule files says.
struct RuleSource {
  std::vector<WordList> lists;  // of *.lst and of list blocks; imports not resolved yet
  std::vector<Rule> rules;
  std::vector<StatusRule> statuses;
  // The lists are the lexicon's by then.
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(rules, statuses);
  }
};

}  // namespace rasd
