// The date of an incident that none of its mentions dates: what the text around it was talking about, else the day of publication.
#pragma once

#include <optional>

#include "event/record_values.hpp"

namespace rasd {

// `background`: all mentions recall something earlier; such an incident is not dated by the news around it.
[[nodiscard]] std::optional<EventDate> context_date(const IncidentView& incident, bool background);

// What speaks louder than a date that a mention of the incident has: a distance in the same sentence («a week after»: the date is of the
// other event); beside the day of a report, the dated event that the text opens with.
[[nodiscard]] std::optional<EventDate> rather_than(const IncidentView& incident, const Argument& date, const DateRange& range);

}  // namespace rasd
