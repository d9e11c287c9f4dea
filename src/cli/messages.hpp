// What the program says to people: on standard error, one line a thing, never a flood.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "cli/error_log.hpp"
#include "rasd/result.hpp"
#include "source/source.hpp"

namespace rasd::cli {

class Messages {
 public:
  explicit Messages(bool quiet = false) : quiet_(quiet) {}

  void error(const std::string& text);
  // Nothing is lost, but somebody may wonder.
  void warn(const std::string& text);
  // All of them, each on its line, and their number.
  void faults(const Diagnostics& diagnostics);
  // Prints what a reader reported, empties the log and counts.
  void take(ReadLog& log);
  // How many records were rejected and warnings not shown, and closes the list of errors; at the end.
  void summary();
  // kDone, kFailed or kRejected, after what was taken.
  [[nodiscard]] int exit_code() const;

  void set_quiet(bool quiet) { quiet_ = quiet; }
  // Also says what was chosen where an input does not tell.
  void set_verbose(bool verbose) { verbose_ = verbose; }
  void note(const std::string& text) { print(text); }
  // A line of progress stands on the terminal and gives way to messages.
  void set_line_shown(bool shown) { line_shown_ = shown; }
  // Is told of every rejected record, shown or not.
  void on_rejection(std::function<void(const Rejection&)> tell) { errors_.on_reject(std::move(tell)); }
  [[nodiscard]] ErrorLog& errors() { return errors_; }
  [[nodiscard]] std::size_t rejected() const { return errors_.count(); }
  // Too much was rejected: no more is to be read, and what was written is not the whole.
  [[nodiscard]] bool gave_up() const { return errors_.gave_up(); }

 private:
  void print(const std::string& text) const;

  bool quiet_;
  bool verbose_ = false;
  bool line_shown_ = false;
  ErrorLog errors_;
  std::size_t warned_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace rasd::cli
