// The articles of a command line: files, "-", or standard input.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/input_paths.hpp"
#include "cli/messages.hpp"
#include "cli/shard.hpp"
#include "source/source.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

struct InputOptions {
  PathOptions files;
  ReadOptions read;
  Shard shard;  // the records to take
};

void add_input_options(CLI::App& command, InputOptions& options);

// Nothing was named and standard input is a terminal: nobody is going to send anything.
[[nodiscard]] bool has_no_input(const InputOptions& options);
// Says so, with an example; the exit code is kUsage.
int explain_usage(const char* command);

class Articles {
 public:
  // `control` ends the reading early and counts bytes.
  Articles(const InputOptions& options, Messages& messages, ReadControl* control = nullptr);
  // The next article of all inputs, in their order; false at the end, or where too much was rejected.
  bool next(Document& out);
  // Is told of every record that can be read, and whether it is one of the shard's.
  using Listener = std::function<void(const Document& document, bool ours)>;
  void on_record(Listener tell) { tell_ = std::move(tell); }
  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

 private:
  // Takes what the readers have to say of this shard's records. What stands before a record is said by the shard that has it.
  void take_log();

  ReadOptions options_;
  Messages& messages_;
  std::vector<std::string> paths_;
  std::size_t opened_ = 0;
  std::unique_ptr<Source> source_;
  ReadLog log_;
  Shard shard_;
  std::uint64_t read_ = 0;
  Listener tell_;
};

}  // namespace rasd::cli
