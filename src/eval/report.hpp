// The figures of a score, and each disagreement, as text and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "eval/score.hpp"

namespace rasd::eval {

// Precision, recall and F1 of the detection, of each argument that occurs, and of all together; then the figures that are no such.
[[nodiscard]] std::string report_text(const Figures& figures);
[[nodiscard]] nlohmann::ordered_json report_json(const Figures& figures);

// One line a disagreement: article, what it is, what gold has and what the program has, the rules that found it.
[[nodiscard]] std::string error_lines(const Score& score);

// The rules that found an event, as in a+b.
[[nodiscard]] std::string rules_of(const ScoredEvent& event);

}  // namespace rasd::eval
