// How a run over many articles behaves: threads, errors, resuming, what it says meanwhile.
#pragma once

#include <string>

#include "cli/error_log.hpp"
#include "cli/progress.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

struct RunOptions {
  unsigned jobs = 0;  // 0 = one a core
  ErrorPolicy errors;
  bool resume = false;
  bool no_clobber = false;
  bool line_buffered = false;
  bool quiet = false;
  bool verbose = false;
  ProgressWish progress = ProgressWish::usual;
};

void add_run_options(CLI::App& command, RunOptions& options);
[[nodiscard]] unsigned number_of_jobs(const RunOptions& options);

// All options of a command line that bear on what is written, for telling whether two runs are the same.
[[nodiscard]] std::string options_that_matter(const CLI::App& command);
// Those that bear on how a record becomes events, wherever it stands and wherever they go: a JSON object.
[[nodiscard]] std::string options_of_records(const CLI::App& command);

}  // namespace rasd::cli
