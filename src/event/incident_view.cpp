// Which mention of an incident leads its record.
#include "event/record_values.hpp"

#include <algorithm>

namespace rasd {
namespace {

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

}  // namespace rasd
