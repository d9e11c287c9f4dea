// An explanation as text for a terminal.
#pragma once

#include <string>

#include "pipeline/explanation.hpp"

namespace rasd {

struct ExplainTextOptions {
  bool tokens = false;    // readings of every word of sentences that have a trigger
  bool all = false;       // also sentences without a trigger
  bool colour = false;
  std::string event = {}; // only this event
};

[[nodiscard]] std::string explanation_text(const Explanation& explanation, const ExplainTextOptions& options);
// One sentence: why the events that it has, or why none.
[[nodiscard]] std::string sentence_text(const Explanation& explanation, const ExplainedSentence& sentence, const ExplainTextOptions& options);

}  // namespace rasd
