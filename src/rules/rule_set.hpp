// Compiled rules: an index from trigger words to rules, and for each pattern an RE2 program over one byte a unit
// (rules/lowering.hpp). Threads: immutable once built and shared by all; programs are compiled when first needed
// (std::call_once). Matching needs a MatchScratch of the caller's.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "clause/unit.hpp"
#include "rules/rule.hpp"
#include "rules/unit_masks.hpp"
#include "token/word_marker.hpp"

namespace rasd {

struct ArgumentMatch {
  Role role = Role::actor;
  std::uint32_t unit = 0;          // index into ClauseSet::units
  const RoleLine* line = nullptr;  // the line that found it
};

struct RuleMatch {
  const Rule* rule = nullptr;
  std::uint32_t clause = 0;
  UnitRange trigger;
  std::vector<ArgumentMatch> arguments;  // at most one a role; in the order of the rule's lines
  Status status = Status::asserted;
  const StatusRule* status_rule = nullptr;  // nullptr: the rule's own line, or none
};

// What was tried and where it stopped, for `explain` and `rules test`.
struct MatchTrace {
  // An item of a pattern that found nothing.
  struct Stop {
    const Pattern* pattern = nullptr;  // the line
    std::string item;                  // as written; empty: the whole pattern holds, which an unless line must not
    bool reached = false;              // units beside the trigger were taken before it
    std::uint32_t unit = 0;            // the farthest of them
  };
  // A unit that is a word of the rule's trigger line where the other items of the line do not stand beside it.
  struct Near {
    const Rule* rule = nullptr;
    std::uint32_t clause = 0;
    std::uint32_t unit = 0;
    std::uint32_t line = 0;  // of the trigger line
  };
  struct Step {
    const Rule* rule = nullptr;
    std::uint32_t clause = 0;
    UnitRange trigger;
    std::string outcome;  // "matched", "unless LABEL", "require line N", "role NAME not found"
    // Status blocks one of whose patterns matches at the trigger: "applies", or the unless label that stopped it.
    std::vector<std::pair<const StatusRule*, std::string>> statuses;
    std::vector<Stop> stops;  // with `items`: for a missing role all of its lines
  };
  bool items = false;  // whether items and near triggers are asked for
  std::vector<Step> steps;
  std::vector<Near> near;
};

// Memory that match() uses again. One a thread; belongs to one RuleSet at a time.
struct MatchScratch {
  struct Found {
    UnitRange trigger;  // counted from the clause's first unit
    std::uint32_t rule = 0;
    std::uint32_t sequence = 0;  // number of the trigger line
    bool possible = false;       // its require lines can hold
  };
  std::string bytes;
  std::vector<std::uint32_t> candidates;  // unit, trigger, unit, trigger …
  std::vector<Found> found;
  ClauseMasks masks;
  std::vector<std::uint32_t> program_epoch;  // by program: the trigger its outcome belongs to
  std::vector<std::uint64_t> program_outcome;
  std::uint32_t epoch = 0;
};

class RuleSet {
 public:
  // Checks names against `lexicon` and compiles. `lexicon` must have been built from source.lists (and the lists of
  // data/).
  static Result<std::shared_ptr<const RuleSet>> build(RuleSource source, std::shared_ptr<const Lexicon> lexicon);
  // A built set as bytes, and back: without what extraction does not need, see the fields of Rule. Bytes that end too early give a set that
  // must not be used.
  void save(SnapshotWriter& snapshot) const;
  static std::shared_ptr<const RuleSet> restore(SnapshotReader& snapshot, std::shared_ptr<const Lexicon> lexicon);
  ~RuleSet();
  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;

  // Whether a word can be (the first unit of) a trigger of some rule: the gate that decides which sentences are worth
  // mentions.
  [[nodiscard]] bool may_trigger(const WordAnalysis& word) const;
  [[nodiscard]] bool may_trigger(ListId phrase_list) const;
  // The lists that triggers name.
  void mark_triggers(WordMarker& marker) const;
  // Whether any rule can match in the sentence, whatever mentions are found in it.
  [[nodiscard]] bool may_match(const TokenizedText& text, const Sentence& sentence) const;
  // Appends the matches of one clause, sorted by trigger, then rule order. Several rules may match at one trigger: all
  // are given.
  void match(const ClauseSet& clauses, std::uint32_t clause, MatchScratch& scratch, std::vector<RuleMatch>& out,
             MatchTrace* trace = nullptr) const;

  [[nodiscard]] const std::vector<Rule>& rules() const;
  [[nodiscard]] const std::vector<StatusRule>& statuses() const;
  [[nodiscard]] const Lexicon& lexicon() const;

 private:
  struct Impl;
  explicit RuleSet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rasd
