// How many: the figures that the mentions of an incident give; and with what.
#include "event/record_values.hpp"

#include <algorithm>

#include "event/subject.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kTotalReach = 2;  // sentences behind a part's figure in which its total is looked for

// A figure beats «some», which beats a number read off the noun; the body is more exact than the title.
int count_rank(const Analysis& analysis, const EventMention& member, const CountArgument& count) {
  int rank = count.implied ? 0 : 2;
  if (!count.implied && (count.count.max || count.count.min > 1)) rank += 2;
  if (!analysis.sentence(member.sentence).is_title) rank += 1;
  return rank;
}

// Groups that are told as a part of all victims.
bool is_part(std::string_view group) {
  return group == "journalists" || group == "children" || group == "women";
}

// An arrest or abduction that gives no figure: those whom it took.
std::optional<Casualty> taken(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  static const SubEventSet kTaking = sub_event_set({"Arrests", "Abduction/forced disappearance"});
  if (incident.best->harm || (incident.best->types & kTaking) == 0) return std::nullopt;
  std::vector<const EventMention*> members{incident.best};
  members.insert(members.end(), incident.members.begin(), incident.members.end());
  for (const EventMention* member : members) {
    if (member->types != incident.best->types) continue;
    for (const Argument& target : member->targets) {
      if (target.mention < 0 || analysis.mention(target.mention).type != MentionType::participant) continue;
      const ParticipantValue& value = analysis.mentions->participant(analysis.mention(target.mention));
      if (value.thing || (!value.person && !value.count)) continue;
      Casualty out;
      out.count = value.count ? *value.count : CountRange{1, 1};
      out.mention = analysis.text_span(target.tokens, target.stem);
      out.rule = std::string(target.rule);
      return out;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Casualty> casualty_of(const IncidentView& incident, CasualtyKind kind) {
  const Analysis& analysis = incident.analysis;
  if ((kind == CasualtyKind::killed || kind == CasualtyKind::injured) && harmless(*incident.best)) return std::nullopt;
  const CountArgument* best = nullptr;
  int best_rank = -1;
  std::uint32_t best_sentence = 0;
  for (const EventMention* member : incident.members) {
    const auto& count = member->counts[static_cast<std::size_t>(kind)];
    if (!count) continue;
    const int rank = count_rank(analysis, *member, *count);
    const bool total = best != nullptr && rank >= 4 && is_part(best->group) && !is_part(count->group) &&
                       count->count.min > best->count.min && member->sentence <= best_sentence + kTotalReach;
    if (rank > best_rank || total) {
      best_rank = std::max(rank, best_rank);
      best = &*count;
      best_sentence = member->sentence;
    }
  }
  if (best == nullptr) {
    return kind == CasualtyKind::detained || kind == CasualtyKind::abducted ? taken(incident) : std::nullopt;
  }
  Casualty out;
  out.count = best->count;
  out.mention = analysis.text_span(best->tokens, best->stem);
  out.rule = std::string(best->rule);
  if (!best->group.empty()) out.groups.push_back({std::string(best->group), best->count});
  return out;
}

std::vector<Weapon> weapons_of(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  std::vector<Weapon> out;
  for (const EventMention* member : incident.members) {
    for (const Argument& argument : member->weapons) {
      Weapon weapon;
      weapon.mention = analysis.text_span(argument.tokens, argument.stem);
      if (argument.mention >= 0 && analysis.mention(argument.mention).type == MentionType::weapon) {
        weapon.kind = std::string(analysis.mentions->weapon(analysis.mention(argument.mention)).kind);
      }
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const Weapon& w) { return w.mention.text == weapon.mention.text; });
      if (!known) out.push_back(std::move(weapon));
    }
  }
  return out;
}

}  // namespace rasd
