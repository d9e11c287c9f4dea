// The places of an incident, with what the text around it adds where its mentions name none.
#pragma once

#include <vector>

#include "event/record_values.hpp"

namespace rasd {

// The location first.
[[nodiscard]] std::vector<Place> places_in_context(const IncidentView& incident);

}  // namespace rasd
