// The articles of a command line: files, "-", or standard input.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/input_paths.hpp"
#include "cli/messages.hpp"
#include "source/source.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

struct InputOptions {
  PathOptions files;
  ReadOptions read;
};

void add_input_options(CLI::App& command, InputOptions& options);

// Nothing was named and standard input is a terminal: nobody is going to send anything.
[[nodiscard]] bool has_no_input(const InputOptions& options);
// Says so, with an example; the exit code is kUsage.
int explain_usage(const char* command);

class Articles {
 public:
  Articles(const InputOptions& options, Messages& messages);
  // The next article of all inputs, in their order; false at the end.
  bool next(Document& out);

 private:
  const InputOptions& options_;
  Messages& messages_;
  std::vector<std::string> paths_;
  std::size_t opened_ = 0;
  std::unique_ptr<Source> source_;
  ReadLog log_;
};

}  // namespace rasd::cli
