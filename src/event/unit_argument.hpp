// The mention of a type that stands at a unit, as an argument. Internal to the event room.
#pragma once

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

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

}  // namespace rasd
