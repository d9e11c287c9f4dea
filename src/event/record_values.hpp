// Turns the arguments of an incident's mentions into the values of its record. Internal to the event room.
#pragma once

#include <optional>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

// The members of an incident, best first: the mention that says most leads.
struct IncidentView {
  const Analysis& analysis;
  const std::vector<EventMention>& events;
  std::vector<const EventMention*> members;  // in text order
  const EventMention* best = nullptr;
};

[[nodiscard]] IncidentView view_incident(const Analysis& analysis, const std::vector<EventMention>& events,
                                         const Incident& incident);

// Participants of one side, the best attested ones first, each once with its other forms as aliases.
[[nodiscard]] std::vector<Participant> participants_of(const IncidentView& incident, std::vector<Argument> EventMention::*side);
// Places, the location first.
[[nodiscard]] std::vector<Place> places_of(const IncidentView& incident);
[[nodiscard]] std::optional<EventDate> date_of(const IncidentView& incident);
[[nodiscard]] std::optional<Casualty> casualty_of(const IncidentView& incident, CasualtyKind kind);
[[nodiscard]] std::vector<Weapon> weapons_of(const IncidentView& incident);

// A place mention as a record's place.
[[nodiscard]] Place make_place(const Analysis& analysis, const Argument& argument);

}  // namespace rasd
