// Ctrl-C and kill leave no unfinished file behind.
#pragma once

#include <string>

namespace rasd::cli {

// The file to remove when the program is interrupted; empty = none.
void remove_when_interrupted(const std::string& path);

}  // namespace rasd::cli
