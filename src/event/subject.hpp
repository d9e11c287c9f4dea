// The doer that a rule did not reach: the subject of the clause, of the sentence, or of the act told just before.
// Internal to the event room.
#pragma once

#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

// Whether a participant is of a kind that fights.
[[nodiscard]] bool fighting_kind(std::string_view kind);

// Acts that kill and hurt nobody (arrests, interceptions, rallies): a toll that came to them belongs to another
// incident.
[[nodiscard]] bool harmless(const EventMention& event);

// Gives event mentions without an actor the fighting party that is the subject before them. `events` are in text order.
void add_subjects(const Analysis& analysis, std::vector<EventMention>& events);

}  // namespace rasd
