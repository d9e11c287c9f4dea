// The date of an incident that none of its mentions dates: what the text around it was talking about, else the day of publication.
#pragma once

#include <optional>

#include "event/record_values.hpp"

namespace rasd {

// `background`: all mentions recall something earlier; such an incident is not dated by the news around it.
[[nodiscard]] std::optional<EventDate> context_date(const IncidentView& incident, bool background);

}  // namespace rasd
