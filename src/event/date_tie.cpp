#include "event/date_tie.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kFronted = 4;  // units in which the verb follows a date at the head of its clause

}  // namespace

DateTies::DateTies(const Lexicon& lexicon)
    : saying_(lexicon.list_id("event.saying")),
      reporting_(lexicon.list_id("event.reporting")),
      commenting_(lexicon.list_id("event.commenting")),
      that_(lexicon.list_id("event.that")),
      relative_(lexicon.list_id("event.relative")),
      before_(lexicon.list_id("event.before_that")),
      until_(lexicon.list_id("event.until")),
      about_(lexicon.list_id("event.about")) {}

DateOwner DateTies::owner(const ClauseSet& set, std::uint32_t first, std::uint32_t u) const {
  for (std::uint32_t i = u; i-- > first;) {
    const Unit& unit = set.units[i];
    if (unit.in(that_)) return DateOwner::act;
    if (const auto owner = owned_by(unit)) return *owner;
  }
  // «earlier on Tuesday the channel announced that»: fronted, it is the next verb's.
  for (std::uint32_t i = u + 1; i < set.units.size() && i < u + kFronted; ++i) {
    if ((set.units[i].proclitics & kAnyConjunction) != 0) break;  // «…, and said»
    if (const auto owner = owned_by(set.units[i])) return *owner;
  }
  return DateOwner::act;
}

std::optional<DateOwner> DateTies::owned_by(const Unit& unit) const {
  if (unit.in(commenting_)) return DateOwner::comment;
  if (unit.in(saying_) || unit.in(reporting_)) return DateOwner::report;
  if (unit.finite_verb) return DateOwner::act;
  return std::nullopt;
}

bool DateTies::about_between(const ClauseSet& set, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (set.units[i].in(about_)) return true;
  }
  return false;
}

bool DateTies::relative_between(const ClauseSet& set, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (set.units[i].in(relative_)) return true;
  }
  return false;
}

bool DateTies::tells_later(const ClauseSet& set, const Clause& clause) const {
  return !clause.units.empty() && set.units[clause.units.begin].in(before_);
}

}  // namespace rasd
