// Files of event records on a command line, read line by line: what convert and validate share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/messages.hpp"
#include "sink/record_sink.hpp"
#include "source/archive.hpp"
#include "source/byte_reader.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

struct RecordFiles {
  std::vector<std::string> paths;  // none = standard input
};

void add_record_files(CLI::App& command, RecordFiles& files);
// As for articles: nothing was named, and nobody is going to send anything.
[[nodiscard]] bool has_no_input(const RecordFiles& files);
int explain_usage(const char* command, const RecordFiles& files);

class RecordLineReader {
 public:
  RecordLineReader(const RecordFiles& files, Messages& messages);
  // The next line of all files that is not blank; lines of `--on-error emit` are counted among the rejected records. False at the end. What cannot be opened or read is reported.
  bool next();
  [[nodiscard]] std::string_view line() const { return line_; }  // valid until next()
  [[nodiscard]] const std::string& file() const { return name_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }  // counts from 1 in each file
  // The records of all lines; reports those that hold none. False where the sink cannot write any more.
  bool write_all(RecordSink& sink);
  // Reports the line as left out.
  void reject(const std::string& reason);

 private:
  bool open_next();
  void take(const Rejection& rejection);

  std::vector<std::string> paths_;
  Messages& messages_;
  std::size_t opened_ = 0;
  std::unique_ptr<Archive> archive_;  // where the file is packed; outlives its reader
  std::unique_ptr<ByteReader> bytes_;
  std::string name_;
  std::string_view line_;
  std::uint64_t number_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace rasd::cli
