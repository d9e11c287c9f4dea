// What the participants of a text say of each other: back references, the country of forces that name none, names that
// several actors have.
#pragma once

#include "mention/participant_lists.hpp"

namespace rasd {

// Call once, when the mentions of the whole text are sorted.
void resolve_participants(const TokenizedText& text, const ActorLexicon& actors, const ParticipantLists& lists,
                          MentionSet& set);

}  // namespace rasd
