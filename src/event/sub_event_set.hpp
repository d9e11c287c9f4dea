// Sets of the 25 sub-event types as bits, in the order of sub_event_types().
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rasd {

using SubEventSet = std::uint32_t;

// Index of a sub-event type in sub_event_types(); -1 where there is none of that name.
[[nodiscard]] int sub_event_index(std::string_view name);
[[nodiscard]] SubEventSet sub_event_set(const std::vector<std::string>& names);

[[nodiscard]] constexpr bool has_sub_event(SubEventSet set, int index) { return ((set >> index) & 1u) != 0; }

}  // namespace rasd
