// What the program says to people: on standard error, one line a thing, never a flood.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

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
  // Is told of every rejected record, shown or not.
  void on_rejection(std::function<void(const Rejection&)> tell) { tell_ = std::move(tell); }
  // How many records were rejected and warnings not shown; at the end.
  void summary() const;
  // kDone, kFailed or kRejected, after what was taken.
  [[nodiscard]] int exit_code() const;

  [[nodiscard]] std::size_t rejected() const { return rejected_; }

  void set_quiet(bool quiet) { quiet_ = quiet; }

 private:
  std::function<void(const Rejection&)> tell_;
  bool quiet_;
  std::size_t rejected_ = 0;
  std::size_t warned_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace rasd::cli
