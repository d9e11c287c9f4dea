// Which files a command line means: those named, those in a list, those in a directory.
#pragma once

#include <string>
#include <vector>

#include "cli/messages.hpp"

namespace rasd::cli {

struct PathOptions {
  std::vector<std::string> paths;  // "-" = standard input
  std::string files_from;          // a file with a path a line; "-" = standard input
  bool null_separated = false;     // paths in it end with NUL
  bool recursive = false;
};

// In the order in which they were named; the files of a directory in the order of their bytes, hidden ones left out. What cannot
// be read has been said.
[[nodiscard]] std::vector<std::string> expand_paths(const PathOptions& options, Messages& messages);

}  // namespace rasd::cli
