#include "event/record_values.hpp"

#include <algorithm>

#include "event/merger.hpp"

namespace rasd {
namespace {

constexpr std::size_t kMaxParticipants = 4;
constexpr std::size_t kMaxPlaces = 12;

// How telling a mention of an event is: the trigger of the record is taken from the most telling one.
double informativeness(const Analysis& analysis, const EventMention& event) {
  double value = event.harm ? 0 : 3;
  value += event.actors.empty() ? 0 : 1;
  value += event.targets.empty() ? 0 : 1;
  for (const auto& count : event.counts) value += count ? 0.5 : 0;
  value += event.date ? 0.3 : 0;
  value += !event.places.empty() && event.places.front().basis == Basis::clause ? 0.5 : 0;
  if (analysis.sentence(event.sentence).is_title) value -= 0.4;
  return value;
}

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

IncidentView view_incident(const Analysis& analysis, const std::vector<EventMention>& events, const Incident& incident) {
  IncidentView view{analysis, events, {}, nullptr};
  double best = -1;
  for (const std::uint32_t index : incident.members) {
    view.members.push_back(&events[index]);
    const double value = informativeness(analysis, events[index]);
    if (value > best) {
      best = value;
      view.best = &events[index];
    }
  }
  return view;
}

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

Place make_place(const Analysis& analysis, const Argument& argument) {
  const Mention& mention = analysis.mention(argument.mention);
  const PlaceValue& value = analysis.mentions->place(mention);
  Place out;
  const bool own_name = !value.name.empty();
  out.mention = analysis.text_span(own_name ? value.name : mention.tokens, own_name ? value.name_stem : mention.stem);
  out.name = out.mention.text;
  out.kind = std::string(value.kind);
  out.country = std::string(value.country);
  out.precision = value.precision;
  out.basis = to_string(argument.basis);
  out.rule = std::string(argument.rule);
  if (value.id != kNoId) {
    const GazetteerEntry& entry = analysis.gazetteer->entry(value.id);
    out.id = entry.id;
    out.name_en = entry.name_en;
    out.admin1 = entry.admin1;
    if (out.country.empty()) out.country = entry.country;
    if (entry.located) {
      out.latitude = entry.latitude;
      out.longitude = entry.longitude;
    }
  }
  return out;
}

std::vector<Place> places_of(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  struct Candidate {
    Argument argument;
    double cost;
  };
  std::vector<Candidate> candidates;
  double order = 0;
  const auto add = [&](const EventMention& event) {
    for (const Argument& place : event.places) {
      if (place.mention < 0) continue;
      const PlaceValue& value = analysis.mentions->place(analysis.mention(place.mention));
      double cost = order;
      order += 0.1;
      cost += place.basis == Basis::clause ? 0 : 3;
      if (place.rule.empty()) cost += 0.6;
      // The most specific named place: a village before its province before the country.
      cost += value.precision == 3 ? 2.5 : 0;
      if (value.precision == 3 && value.kind == "country") cost += 1.5;
      if (value.precision == 2) cost += 0.8;
      candidates.push_back({place, cost});
    }
    order += 0.4;
  };
  add(*incident.best);
  for (const EventMention* member : incident.members) {
    if (member != incident.best) add(*member);
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  std::vector<Place> out;
  for (const Candidate& candidate : candidates) {
    if (out.size() >= kMaxPlaces) break;
    Place place = make_place(analysis, candidate.argument);
    const bool known = std::any_of(out.begin(), out.end(), [&](const Place& p) {
      return p.name == place.name || (!p.id.empty() && p.id == place.id);
    });
    if (!known) out.push_back(std::move(place));
  }
  return out;
}

std::optional<EventDate> date_of(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  const Argument* best = nullptr;
  double best_cost = 1000;
  double order = 0;
  for (const EventMention* member : incident.members) {
    if (member->date && member->date->mention >= 0) {
      const DateValue& value = analysis.mentions->date(analysis.mention(member->date->mention));
      if (value.resolved) {
        double cost = order + (member->date->basis == Basis::clause ? 0 : 2);
        if (value.resolved->precision != DatePrecision::day) cost += 3;
        if (cost < best_cost) {
          best_cost = cost;
          best = &*member->date;
        }
      }
    }
    order += 0.5;
  }
  if (best == nullptr) return std::nullopt;
  const Mention& mention = analysis.mention(best->mention);
  const DateValue& value = analysis.mentions->date(mention);
  EventDate out;
  out.range = *value.resolved;
  out.basis = value.basis.empty() ? "explicit" : value.basis;
  out.mention = analysis.text_span(mention.tokens, mention.stem);
  out.rule = std::string(best->rule);
  return out;
}

std::optional<Casualty> casualty_of(const IncidentView& incident, CasualtyKind kind) {
  const Analysis& analysis = incident.analysis;
  const CountArgument* best = nullptr;
  int best_rank = -1;
  for (const EventMention* member : incident.members) {
    const auto& count = member->counts[static_cast<std::size_t>(kind)];
    if (!count) continue;
    // A figure beats an implied number; the body is more exact than the title.
    int rank = count->implied ? 0 : 2;
    if (!analysis.sentence(member->sentence).is_title) rank += 1;
    if (rank > best_rank) {
      best_rank = rank;
      best = &*count;
    }
  }
  if (best == nullptr) return std::nullopt;
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
      const bool known = std::any_of(out.begin(), out.end(), [&](const Weapon& w) { return w.mention.text == weapon.mention.text; });
      if (!known) out.push_back(std::move(weapon));
    }
  }
  return out;
}

}  // namespace rasd
