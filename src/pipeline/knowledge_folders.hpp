// Where rules and data stand: beside the program or library that asks, and what lies over them.
#pragma once

#include <optional>
#include <string>

#include "rasd/extractor.hpp"

namespace rasd {

struct KnowledgeRequest {
  std::string beside;       // folder of the program or library; its prefix has share/rasd
  std::string source_tree;  // where a build outside the tree looks at last; may be empty
  std::string rules;        // a directory that is named, or empty. It lies over the shipped one where it says `extends shipped`,
  std::string data;         // or, for data, has no normalization/; else it stands for it
  std::string user;         // the user's folder with rules/ and data/, between the two; may be empty
};

// Nothing where the shipped rules and data are needed and not found. With the compiled files, as extraction wants them.
[[nodiscard]] std::optional<KnowledgePaths> find_knowledge_folders(const KnowledgeRequest& request);

inline constexpr const char* kNoKnowledge = "the directories rules/ and data/ are not where this program looks for them";

}  // namespace rasd
