// Where rules/ and data/ are, what the user lays over them, and loading them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/messages.hpp"
#include "rasd/extractor.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

struct KnowledgeOptions {
  std::string rules;  // empty = beside the program
  std::string data;
  bool shipped_only = false;  // nothing of the user's folder
};

void add_knowledge_options(CLI::App& command, KnowledgeOptions& options);

// The directories that belong to this program (share/rasd of its prefix, the source tree of its build), then rules/ and data/ of the
// user's folder, then the given ones where these are overlays: rules with an `extends shipped` line, data without the folder
// normalization/. A given directory that is no overlay stands for all of them.
std::optional<KnowledgePaths> find_knowledge(const KnowledgeOptions& options, Messages& messages);

// $XDG_CONFIG_HOME/rasd, or .config/rasd in the home directory; empty where there is neither.
[[nodiscard]] std::string user_folder();

// Null where something is missing or wrong; it has been said.
std::shared_ptr<const Knowledge> load_knowledge(const KnowledgeOptions& options, Messages& messages);
// For extraction alone: from the compiled file of these rules and data, where there is one. See KnowledgePaths.
std::shared_ptr<const Knowledge> load_compiled_knowledge(const KnowledgeOptions& options, Messages& messages);

// Changes whenever a file of the rules or data does.
[[nodiscard]] std::string knowledge_state(const KnowledgeOptions& options);

}  // namespace rasd::cli
