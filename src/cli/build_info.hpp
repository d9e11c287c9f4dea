// What a report of a fault needs to name: versions of the program, of what it was built with, and where its knowledge stands.
#pragma once

#include <string>

namespace rasd::cli {

[[nodiscard]] std::string build_info();

}  // namespace rasd::cli
