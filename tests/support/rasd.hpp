// The program under test, from outside.
#pragma once

#include <string>

#include "support/program.hpp"

namespace rasd {

inline Outcome rasd_program(const std::string& arguments, const std::string& input = {}) {
  return run_program(std::string("'") + RASD_BINARY + "' " + arguments, input);
}

inline std::string sample_articles() { return std::string(RASD_SOURCE_DIR) + "/data/samples/samples.jsonl"; }

}  // namespace rasd
