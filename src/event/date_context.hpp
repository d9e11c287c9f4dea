// The date of an incident that none of its mentions dates: what the text around it was talking about, else the day of publication.
#pragma once

#include <optional>

#include "event/record_values.hpp"

namespace rasd {

// `background`: all mentions recall something earlier; such an incident is not dated by the news around it.
[[nodiscard]] std::optional<EventDate> context_date(const IncidentView& incident, bool background);

// Where it is counted back from something else, or a text opens with a dated event, what a later report of another day tells was likely on that day too.
[[nodiscard]] std::optional<EventDate> rather_than_report(const IncidentView& incident, const DateRange& reported);

}  // namespace rasd
