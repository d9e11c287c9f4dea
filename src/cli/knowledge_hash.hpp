// What rules and data say, as two numbers that are the same on every machine.
#pragma once

#include <string>

#include "rasd/extractor.hpp"

namespace rasd::cli {

struct KnowledgeHash {
  std::string rules;  // sixteen hex digits
  std::string data;
};

// Of the bytes of all files that are read, overlays included, and their names below their directory.
[[nodiscard]] KnowledgeHash knowledge_hash(const KnowledgePaths& paths);

}  // namespace rasd::cli
