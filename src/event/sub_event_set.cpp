#include "event/sub_event_set.hpp"

#include <string>

#include "rules/rule_parser.hpp"

namespace rasd {

int sub_event_index(std::string_view name) {
  const auto& types = sub_event_types();
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (name == types[i].sub_event_type) return static_cast<int>(i);
  }
  return -1;
}

SubEventSet sub_event_set(const std::vector<std::string>& names) {
  SubEventSet set = 0;
  for (const std::string& name : names) {
    const int index = sub_event_index(name);
    if (index >= 0) set |= SubEventSet{1} << index;
  }
  return set;
}

}  // namespace rasd
