// Where rules/ and data/ are, and loading them.
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
};

void add_knowledge_options(CLI::App& command, KnowledgeOptions& options);

// The given directories, else those that belong to this program: share/rasd of its prefix, the source tree of its build.
std::optional<KnowledgePaths> find_knowledge(const KnowledgeOptions& options, Messages& messages);

// Null where something is missing or wrong; it has been said.
std::shared_ptr<const Knowledge> load_knowledge(const KnowledgeOptions& options, Messages& messages);

// Changes whenever a file of the rules or data does.
[[nodiscard]] std::string knowledge_state(const KnowledgeOptions& options);

}  // namespace rasd::cli
