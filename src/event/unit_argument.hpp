// The mention of a type that stands at a unit, as an argument. Internal to the event room.
#pragma once

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

inline constexpr int kMostCoordinated = 6;

// The unit has a mention of the type.
[[nodiscard]] inline Argument unit_argument(const Analysis& analysis, const Unit& unit, MentionType type, Basis basis,
                                            std::string_view rule = {}) {
  Argument argument;
  argument.mention = unit.mentions[static_cast<int>(type)];
  const Mention& mention = analysis.mention(argument.mention);
  argument.tokens = mention.tokens;
  argument.stem = mention.stem;
  argument.basis = basis;
  argument.rule = rule;
  return argument;
}

// Appends the mentions of the same type that are coordinated with the one at `unit`: «X, Y wa-Z».
inline void add_coordinated(const Analysis& analysis, UnitRange clause, std::uint32_t unit, MentionType type, Basis basis,
                            std::string_view rule, std::vector<Argument>& out) {
  const auto& units = analysis.clauses->units;
  std::uint32_t at = unit + 1;
  for (int n = 0; n < kMostCoordinated && at < clause.end; ++n) {
    bool comma = false;
    while (at < clause.end && units[at].kind == TokenKind::punctuation) {
      comma = true;
      ++at;
    }
    if (at >= clause.end) return;
    const Unit& next = units[at];
    const bool joined = (next.proclitics & kConjWa) != 0 || (comma && type == MentionType::place);
    if (!joined || !next.has(type) || (next.proclitics & kAnyPreposition) != 0) return;
    out.push_back(unit_argument(analysis, next, type, basis, rule));
    // «the base of X» is struck as a whole where only its noun is a participant.
    if (type == MentionType::participant && out.back().tokens.begin == next.tokens.begin) out.back().tokens = next.tokens;
    ++at;
  }
}

}  // namespace rasd
