// From the words of a clause to the rules whose triggers they can be.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/unit_masks.hpp"
#include "token/token.hpp"

namespace rasd {

// A trigger line, its names resolved. It is found by one of its units, the anchor: the first that names lists.
struct TriggerProgram {
  std::uint32_t rule = 0;
  std::uint32_t sequence = 0;
  std::vector<UnitTest> units;
  std::uint32_t anchor = 0;
  // Each is a set of lists of which one must stand somewhere in the sentence, or no rule of this trigger matches.
  std::vector<std::vector<ListId>> needs;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(rule, sequence, units, anchor, needs);
  }
};

class TriggerIndex {
 public:
  void add(TriggerProgram trigger);
  // Once all are added.
  void finish(std::size_t list_count);

  [[nodiscard]] bool may_trigger(ListId list) const {
    return list < bitmap_.size() * 64 && ((bitmap_[list / 64] >> (list % 64)) & 1u) != 0;
  }
  // Whether some trigger can stand in the sentence, judged by its words and phrases alone: what names lists in a trigger
  // or in what its rule requires needs a word or phrase of them. No clause of a sentence without one has a match.
  [[nodiscard]] bool may_match(const TokenizedText& text, const Sentence& sentence) const;
  // Appends (unit, trigger number) for each unit of the clause that can be the anchor of a trigger.
  void candidates(const ClauseSet& clauses, UnitRange units, std::vector<std::uint32_t>& out) const;
  [[nodiscard]] const TriggerProgram& trigger(std::uint32_t number) const { return triggers_[number]; }
  [[nodiscard]] const std::vector<TriggerProgram>& triggers() const { return triggers_; }
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(triggers_, bitmap_, alone_, by_list_, by_needs_);
  }

 private:
  std::vector<TriggerProgram> triggers_;
  std::vector<std::uint64_t> bitmap_;                // by list
  std::vector<std::uint64_t> alone_;                 // by list: some trigger needs nothing else
  std::vector<std::vector<std::uint32_t>> by_list_;  // list -> numbers, rising
  std::vector<std::vector<std::uint32_t>> by_needs_;  // the same, one of those that need the same
};

// Whether the unit passes the test, which asks for lists and is not negated.
[[nodiscard]] bool is_listed(const Unit& unit, const UnitTest& test);
// Whether a unit that is in one of the lists is so by a reading that the clause allows: a unit that is clearly a finite
// verb is in a list of nouns only by its spelling.
[[nodiscard]] bool reads_as_listed(const Unit& unit, const std::vector<ListId>& lists);

}  // namespace rasd
