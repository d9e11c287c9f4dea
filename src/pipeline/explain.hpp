// Says for one article what every stage saw and decided: tokens with readings, mentions, clauses, rule matches with what found each argument,
// what was merged, re-typed and dropped. Plain text; the same stages as extract run, so the events are the same.
#pragma once

#include <string>

#include "rasd/extractor.hpp"

namespace rasd {

struct ExplainOptions {
  bool tokens = true;   // readings of every token of sentences that have a trigger
  bool all = false;     // also sentences without a trigger
};

[[nodiscard]] std::string explain(const Knowledge& knowledge, const Document& document, Workspace& workspace,
                                  const ExplainOptions& options);

}  // namespace rasd
