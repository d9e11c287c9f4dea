// Which events are written: what a user asked for by confidence, status, type, country, salience and date. Threads: immutable
// once filled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rasd/event.hpp"

namespace rasd {

// An empty list or optional asks for nothing. An event is written where everything that is asked for holds.
struct EventFilter {
  double min_confidence = 0;
  std::vector<Status> statuses;
  std::vector<std::string> types;      // event types or sub-event types, by name
  std::vector<std::string> countries;  // ISO 3166-1 alpha-3 of the event's place
  std::optional<Salience> salience;
  std::optional<Date> since, until;    // days of the Gregorian calendar, both inclusive; undated events are not between

  [[nodiscard]] bool empty() const;
  [[nodiscard]] bool passes(const Event& event) const;
};

}  // namespace rasd
