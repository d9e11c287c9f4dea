// The program under test, with arguments as a user types them.
#pragma once

#include <string>

#include "support/program.hpp"

namespace rasd {

inline Outcome rasd_program(const std::string& arguments, const std::string& input = {}) {
  return run_program(std::string("'") + RASD_BINARY + "' " + arguments, input);
}

}  // namespace rasd
