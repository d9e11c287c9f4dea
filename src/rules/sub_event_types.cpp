#include <string_view>
#include <vector>

#include "rules/rule.hpp"
#include "rules/rule_parser.hpp"

namespace rasd {

const char* to_string(Role role) {
  switch (role) {
    case Role::actor:
      return "actor";
    case Role::target:
      return "target";
    case Role::place:
      return "place";
    case Role::other_place:
      return "other_place";
    case Role::date:
      return "date";
    case Role::killed:
      return "killed";
    case Role::injured:
      return "injured";
    case Role::detained:
      return "detained";
    case Role::abducted:
      return "abducted";
    case Role::missing:
      return "missing";
    case Role::displaced:
      return "displaced";
    case Role::weapon:
      return "weapon";
    case Role::reporter:
      return "reporter";
  }
  return "";
}

const std::vector<SubEventType>& sub_event_types() {
  static const std::vector<SubEventType> types = {
      {"Battles", "Armed clash"},
      {"Battles", "Government regains territory"},
      {"Battles", "Non-state actor overtakes territory"},
      {"Explosions/Remote violence", "Air/drone strike"},
      {"Explosions/Remote violence", "Shelling/artillery/missile attack"},
      {"Explosions/Remote violence", "Remote explosive/landmine/IED"},
      {"Explosions/Remote violence", "Suicide bomb"},
      {"Explosions/Remote violence", "Grenade"},
      {"Explosions/Remote violence", "Chemical weapon"},
      {"Violence against civilians", "Attack"},
      {"Violence against civilians", "Abduction/forced disappearance"},
      {"Violence against civilians", "Sexual violence"},
      {"Protests", "Peaceful protest"},
      {"Protests", "Protest with intervention"},
      {"Protests", "Excessive force against protesters"},
      {"Riots", "Violent demonstration"},
      {"Riots", "Mob violence"},
      {"Strategic developments", "Agreement"},
      {"Strategic developments", "Arrests"},
      {"Strategic developments", "Change to group/activity"},
      {"Strategic developments", "Disrupted weapons use"},
      {"Strategic developments", "Headquarters or base established"},
      {"Strategic developments", "Looting/property destruction"},
      {"Strategic developments", "Non-violent transfer of territory"},
      {"Strategic developments", "Other"},
  };
  return types;
}

const char* event_type_of(std::string_view sub_event_type) {
  for (const SubEventType& type : sub_event_types()) {
    if (sub_event_type == type.sub_event_type) return type.event_type;
  }
  return nullptr;
}

}  // namespace rasd
