// Who did it and to whom: the participants of all mentions of an incident, each once.
#include "event/record_values.hpp"

#include <algorithm>

#include "event/merger.hpp"

namespace rasd {
namespace {

constexpr std::size_t kMaxParticipants = 4;

// How good a form of a participant is: a proper name beats a description beats a back reference.
int form_rank(const Analysis& analysis, const Argument& argument) {
  if (argument.mention < 0 || analysis.mention(argument.mention).type != MentionType::participant) return 1;
  const ParticipantValue& value = analysis.mentions->participant(analysis.mention(argument.mention));
  if (value.generic) return 0;
  return value.named || value.person ? 3 : 2;
}

Participant make_participant(const Analysis& analysis, const Argument& argument) {
  Participant out;
  out.mention = analysis.text_span(argument.tokens, argument.stem);
  out.name = out.mention.text;
  out.kind = "unknown";
  out.basis = to_string(argument.basis);
  out.rule = std::string(argument.rule);
  if (argument.mention < 0) return out;
  const Mention& mention = analysis.mention(argument.mention);
  if (mention.type != MentionType::participant) {
    if (mention.type == MentionType::place || mention.type == MentionType::weapon) out.kind = "facility";
    return out;
  }
  const ParticipantValue& value = analysis.mentions->participant(mention);
  out.kind = value.kind.empty() ? "unknown" : std::string(value.kind);
  out.country = std::string(value.country);
  if (value.id != kNoId) {
    const ActorEntry& actor = analysis.actors->entry(value.id);
    out.id = actor.id;
    out.name_en = actor.name_en;
    if (!actor.name.empty()) out.name = actor.name;
    if (out.country.empty()) out.country = actor.country;
  }
  return out;
}

}  // namespace

std::vector<Participant> participants_of(const IncidentView& incident, std::vector<Argument> EventMention::*side) {
  const Analysis& analysis = incident.analysis;
  // Groups of arguments that are one participant; the group's best form names it.
  std::vector<std::vector<Argument>> groups;
  const auto add = [&](const EventMention& event) {
    for (const Argument& argument : event.*side) {
      bool placed = false;
      for (auto& group : groups) {
        for (const Argument& known : group) {
          if (compare_participants(analysis, known, argument) == Agreement::same) {
            placed = true;
            break;
          }
        }
        if (placed) {
          group.push_back(argument);
          break;
        }
      }
      if (!placed) groups.push_back({argument});
    }
  };
  add(*incident.best);
  for (const EventMention* member : incident.members) {
    if (member != incident.best) add(*member);
  }
  const auto rank = [&](const std::vector<Argument>& group) {
    int best = 0;
    for (const Argument& argument : group) best = std::max(best, form_rank(analysis, argument));
    return best;
  };
  // Back references tell nothing where somebody is named.
  const bool named = std::any_of(groups.begin(), groups.end(), [&](const auto& group) { return rank(group) > 0; });
  if (named) std::erase_if(groups, [&](const auto& group) { return rank(group) == 0; });

  std::vector<Participant> out;
  for (const auto& group : groups) {
    if (out.size() >= kMaxParticipants) break;
    const Argument* best = &group.front();
    for (const Argument& argument : group) {
      if (form_rank(analysis, argument) > form_rank(analysis, *best)) best = &argument;
    }
    Participant participant = make_participant(analysis, *best);
    if (!participant.id.empty() && std::any_of(out.begin(), out.end(), [&](const Participant& p) { return p.id == participant.id; })) continue;
    for (const Argument& argument : group) {
      const std::string text = analysis.text_span(argument.tokens, argument.stem).text;
      if (text != participant.mention.text &&
          std::find(participant.aliases.begin(), participant.aliases.end(), text) == participant.aliases.end()) {
        participant.aliases.push_back(text);
      }
    }
    out.push_back(std::move(participant));
  }
  return out;
}

}  // namespace rasd
