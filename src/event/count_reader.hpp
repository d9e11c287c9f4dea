// How many the units of a clause count: figures, duals, single people, and what is joined to them. Internal to the event room.
// Threads: const and re-entrant.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class CountReader {
 public:
  explicit CountReader(const Lexicon& lexicon);
  // What a rule found at `unit` for a trigger that begins at unit `trigger`, with all who are joined to it.
  [[nodiscard]] std::optional<CountArgument> stated(const Analysis& analysis, const Clause& clause, std::uint32_t unit, std::uint32_t trigger,
                                                    std::string_view rule) const;
  // «the wounding of a third»: an ordinal at the unit counts one, «two others» two.
  [[nodiscard]] std::optional<CountArgument> of_others(const Analysis& analysis, const Clause& clause, std::uint32_t unit,
                                                       std::string_view rule) const;
  // Who is harmed without a figure: «the minister was hit», «the wounding of others».
  [[nodiscard]] std::optional<CountArgument> of_harmed(const Analysis& analysis, const std::vector<Argument>& targets) const;
  // Read off a noun that names the victims: «dead», «two wounded».
  [[nodiscard]] CountArgument implied(const Analysis& analysis, const Unit& trigger, std::string_view rule) const;

 private:
  [[nodiscard]] bool is_one_of(const Analysis& analysis, TokenRange who) const;
  [[nodiscard]] bool is_single(const Analysis& analysis, const Argument& target, const ParticipantValue& who) const;

  ListId bound_behind_;  // «at least» behind a count
  ListId one_of_;        // «one of»
  ListId dual_;          // «two dead» in one word
  ListId collective_;    // «a family», «a patrol»
  ListId two_others_;    // «and two others»
};

}  // namespace rasd
