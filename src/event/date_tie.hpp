// Whose a date is, from what stands before it in its clause. Knowledge: data/event/dates.lst, event.lst.
#pragma once

#include <cstdint>
#include <optional>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class DateTies {
 public:
  explicit DateTies(const Lexicon& lexicon);
  // Of the date at unit `u` of a clause; units before `first` are not looked at.
  [[nodiscard]] DateOwner owner(const ClauseSet& set, std::uint32_t first, std::uint32_t u) const;
  // «met on Monday to discuss the raid», «a strike on Saturday in protest at the killing of»: the date before belongs to what is done about the act.
  [[nodiscard]] bool about_between(const ClauseSet& set, std::uint32_t begin, std::uint32_t end) const;
  // The units between hold a relative clause: a date behind belongs to its noun.
  [[nodiscard]] bool relative_between(const ClauseSet& set, std::uint32_t begin, std::uint32_t end) const;
  // «until Monday»: an end, not the day of an act.
  [[nodiscard]] bool is_end(const ClauseSet& set, std::uint32_t u) const { return u > 0 && set.units[u - 1].in(until_); }
  // The clause opens with «before»: what it tells came later than what stands before it.
  [[nodiscard]] bool tells_later(const ClauseSet& set, const Clause& clause) const;

 private:
  [[nodiscard]] std::optional<DateOwner> owned_by(const Unit& unit) const;
  ListId saying_, reporting_, commenting_, that_, relative_, before_, until_, about_;
};

}  // namespace rasd
