// The closed vocabularies of the rule language: one table each of name and value, so that an unknown name can be
// answered with the nearest known one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.hpp"

namespace rasd {

[[nodiscard]] std::optional<Role> role_named(std::string_view name);
[[nodiscard]] std::optional<ArgumentType> argument_type_named(std::string_view name);
[[nodiscard]] std::optional<UnitClass> unit_class_named(std::string_view name);
[[nodiscard]] std::optional<Status> status_named(std::string_view name);

[[nodiscard]] std::vector<std::string> role_names();
[[nodiscard]] std::vector<std::string> argument_type_names();
[[nodiscard]] std::vector<std::string> unit_class_names();
[[nodiscard]] std::vector<std::string> status_names();

[[nodiscard]] const char* to_string(ArgumentType type);
[[nodiscard]] const char* to_string(UnitClass unit_class);

// "did you mean X?", or `otherwise` where no known name is near.
[[nodiscard]] std::string did_you_mean(std::string_view name, const std::vector<std::string>& known,
                                       std::string otherwise = {});
// "a, b, c"
[[nodiscard]] std::string joined(const std::vector<std::string>& names);

}  // namespace rasd
