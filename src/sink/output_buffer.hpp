// Text on its way to an output, in large pieces: a terminal or a reader that waits gets each record at once.
#pragma once

#include <string>

#include "sink/output.hpp"

namespace rasd {

class OutputBuffer {
 public:
  explicit OutputBuffer(Output& output) : output_(output), limit_(output.is_terminal() ? 0 : kPiece) {}
  // Append to it, then call written().
  [[nodiscard]] std::string& text() { return text_; }
  // False where nothing can be written any more.
  bool written() { return text_.size() < limit_ || flush(); }
  bool flush() {
    good_ = good_ && (text_.empty() || output_.write(text_));
    text_.clear();
    return good_;
  }

 private:
  static constexpr std::size_t kPiece = std::size_t{64} << 10;

  Output& output_;
  std::size_t limit_;
  std::string text_;
  bool good_ = true;
};

}  // namespace rasd
