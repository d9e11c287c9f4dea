// Knowledge as a file that the build makes: lexicon, phrases, actors and rules as they are once their texts are compiled, so that a
// program starts without reading these. Used for the very files that it was made from, by the very code that wrote it, and together with
// the compiled gazetteer of that build, whose numbers of words it goes on with.
#pragma once

#include <string>

#include "pipeline/knowledge_impl.hpp"

namespace rasd {

// Fills vocabulary, lexicon, phrases, actors and rules; normalizer and gazetteer are there. False, and nothing filled, where `file` is not
// made from these paths, is cut off or not as it was written, or where there are overlays.
[[nodiscard]] bool restore_knowledge(const std::string& file, const KnowledgePaths& paths, Knowledge::Impl& knowledge);

// The bytes of such a file. The gazetteer must be a compiled one.
Result<std::string> compile_knowledge(const KnowledgePaths& paths);

}  // namespace rasd
