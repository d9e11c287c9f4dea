#include "event/record_unidentified.hpp"

#include <algorithm>

namespace rasd {
namespace {

bool is_person(const Analysis& analysis, OriginalSpan span) {
  const MentionSet& set = *analysis.mentions;
  return std::any_of(set.mentions.begin(), set.mentions.end(), [&](const Mention& mention) {
    return mention.type == MentionType::participant && set.participant(mention).person &&
           analysis.text->original(mention.tokens, mention.stem) == span;
  });
}

}  // namespace

void give_unidentified_ids(const Analysis& analysis, Event& record) {
  for (auto* side : {&record.actors, &record.targets}) {
    for (Participant& participant : *side) {
      if (!participant.id.empty() || is_person(analysis, participant.mention.span)) continue;
      participant.id = unidentified_id(participant.kind, participant.country);
    }
  }
}

}  // namespace rasd
