// The place of an incident that none of its mentions places: what the text around it was talking about.
#pragma once

#include <optional>

#include "event/record_values.hpp"

namespace rasd {

[[nodiscard]] std::optional<Argument> context_place(const IncidentView& incident);

}  // namespace rasd
