// What rule and data directories say before it is compiled.
#pragma once

#include "rasd/extractor.hpp"
#include "rules/rule.hpp"

namespace rasd {

// Rules, statuses and all word lists of rules and data, overlays included; imports not resolved.
[[nodiscard]] RuleSource read_knowledge_source(const KnowledgePaths& paths, Diagnostics& faults);

// The folder `name` of each data overlay.
[[nodiscard]] std::vector<std::string> overlay_folders(const KnowledgePaths& paths, const std::string& name);

}  // namespace rasd
