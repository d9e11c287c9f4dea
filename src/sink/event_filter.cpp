#include "sink/event_filter.hpp"

#include <algorithm>

namespace rasd {
namespace {

template <class T, class Value>
bool asked_for(const std::vector<T>& wanted, const Value& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

}  // namespace

bool EventFilter::empty() const {
  return min_confidence <= 0 && statuses.empty() && types.empty() && countries.empty() && !salience && !since && !until;
}

bool EventFilter::passes(const Event& event) const {
  if (event.confidence < min_confidence) return false;
  if (!asked_for(statuses, event.status)) return false;
  if (!types.empty() && !asked_for(types, event.event_type) && !asked_for(types, event.sub_event_type)) return false;
  if (!countries.empty() && (!event.location || !asked_for(countries, event.location->country))) return false;
  if (salience && event.salience != *salience) return false;
  if (since && (!event.date || event.date->range.end < *since)) return false;
  if (until && (!event.date || *until < event.date->range.start)) return false;
  return true;
}

}  // namespace rasd
