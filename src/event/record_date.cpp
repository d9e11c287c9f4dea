// When: the best date among the mentions of an incident.
#include "event/record_values.hpp"

#include "event/date_context.hpp"

#include <algorithm>

namespace rasd {

namespace {

bool one_day(const DateRange& range) { return range.start == range.end; }

// A year that a later mention gives by the way does not date what stands before it.
bool by_the_way(const IncidentView& incident, const EventMention& member, const DateRange& range) {
  return range.precision == DatePrecision::year && &member != incident.members.front() && member.sentence != incident.members.front()->sentence &&
         !incident.members.front()->background;
}

// «in the last two days», and in another mention «on Friday»: the day, where it lies within the period.
const Argument* day_within(const IncidentView& incident, const DateRange& period) {
  for (const EventMention* member : incident.members) {
    if (!member->date || member->date->mention < 0 || member->date->owner != DateOwner::act || member->date->basis != Basis::clause) continue;
    const DateValue& value = incident.analysis.mentions->date(incident.analysis.mention(member->date->mention));
    if (!value.resolved || !one_day(*value.resolved)) continue;
    if (value.resolved->start >= period.start && value.resolved->end <= period.end) return &*member->date;
  }
  return nullptr;
}

}  // namespace

std::optional<EventDate> date_of(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  const Argument* best = nullptr;
  double best_cost = 1000;
  double order = 0;
  for (const EventMention* member : incident.members) {
    if (member->date && member->date->mention >= 0 && member->date->owner != DateOwner::comment) {
      const DateValue& value = analysis.mentions->date(analysis.mention(member->date->mention));
      if (value.resolved && !by_the_way(incident, *member, *value.resolved)) {
        double cost = order + (member->date->basis == Basis::clause ? 0 : 2) + (member->date->owner == DateOwner::report ? 2.5 : 0);
        if (value.resolved->precision != DatePrecision::day) cost += one_day(*value.resolved) ? 1 : 3;
        if (cost < best_cost) {
          best_cost = cost;
          best = &*member->date;
        }
      }
    }
    order += 0.5;
  }
  if (best == nullptr) return std::nullopt;
  const DateRange range = *analysis.mentions->date(analysis.mention(best->mention)).resolved;
  if (!one_day(range)) {
    if (const Argument* day = day_within(incident, range)) best = day;
  }
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
