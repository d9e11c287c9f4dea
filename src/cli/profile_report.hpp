// What `rasd rules profile` prints: a table to read, or one JSON object.
#pragma once

#include <string>

#include "pipeline/rule_profile.hpp"

namespace rasd::cli {

// Only the rules and status blocks whose id begins with `prefix`; the rules that fired most come first.
std::string profile_table(const RuleProfile& profile, const std::string& prefix);
std::string profile_json(const RuleProfile& profile, const std::string& prefix);

}  // namespace rasd::cli
