// When: the best date among the mentions of an incident.
#include "event/record_values.hpp"

#include "event/date_context.hpp"

#include <algorithm>

namespace rasd {

std::optional<EventDate> date_of(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  const Argument* best = nullptr;
  double best_cost = 1000;
  double order = 0;
  for (const EventMention* member : incident.members) {
    if (member->date && member->date->mention >= 0 && member->date->owner != DateOwner::comment) {
      const DateValue& value = analysis.mentions->date(analysis.mention(member->date->mention));
      if (value.resolved) {
        double cost = order + (member->date->basis == Basis::clause ? 0 : 2) + (member->date->owner == DateOwner::report ? 2 : 0);
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
  if (auto date = rather_than(incident, *best, *value.resolved)) return date;
  EventDate out;
  out.range = *value.resolved;
  out.basis = value.basis.empty() ? "explicit" : value.basis;
  out.mention = analysis.text_span(mention.tokens, mention.stem);
  out.rule = std::string(best->rule);
  return out;
}

}  // namespace rasd
