// The layers before the rules as JSON Lines: sentences, tokens with readings, mentions. See docs/output-format.md.
#pragma once

#include <string>
#include <vector>

#include "pipeline/knowledge_impl.hpp"
#include "sink/offset_units.hpp"

namespace rasd::cli {

// Feature bits and proclitic bits by name, as the output and `rasd lexicon show` write them.
[[nodiscard]] std::vector<std::string> feature_names(std::uint32_t features);
[[nodiscard]] std::vector<std::string> proclitic_names(std::uint8_t proclitics);

// What a workspace holds of one document, line by line. Keeps its scratch memory.
class LayerLines {
 public:
  LayerLines(const Knowledge::Impl& knowledge, OffsetUnit unit) : knowledge_(knowledge), units_(unit) {}

  // After tokenize_document.
  void sentences(const Document& document, const Workspace::Impl& workspace, std::string& out);
  void tokens(const Document& document, const Workspace::Impl& workspace, std::string& out);
  // After find_mentions. `types` holds one bit a MentionType. Only the outermost mentions of a type are written.
  void mentions(const Document& document, const Workspace::Impl& workspace, unsigned types, std::string& out);

 private:
  const Knowledge::Impl& knowledge_;
  OffsetUnits units_;
};

}  // namespace rasd::cli
