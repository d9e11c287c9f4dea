// Events as JSON Lines: one object a line, keys and order as in docs/output-format.md.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "rasd/sink.hpp"
#include "sink/offset_units.hpp"

namespace rasd {

struct JsonlOptions {
  OffsetUnit offsets = OffsetUnit::code_point;
  bool provenance = false;  // which rule found each participant, date, place and toll
};

// Appends the lines of one document's events. Keeps its scratch memory; one writer a thread.
class EventLineWriter {
 public:
  explicit EventLineWriter(const JsonlOptions& options) : options_(options), units_(options.offsets) {}
  void append(const Document& document, const std::vector<Event>& events, std::string& out);

 private:
  JsonlOptions options_;
  OffsetUnits units_;
};

class JsonlSink : public Sink {
 public:
  // Takes whole lines; false = cannot be written any more.
  using Write = std::function<bool(std::string_view)>;
  // `flush_each` hands out the lines after each document instead of in larger pieces.
  JsonlSink(Write write, const JsonlOptions& options, bool flush_each = false)
      : write_(std::move(write)), lines_(options), flush_each_(flush_each) {}
  void write(const Document& document, const std::vector<Event>& events) override;
  bool finish() override;
  // A line that is no event, behind what was written so far.
  void append_line(std::string_view line) {
    buffer_ += line;
    if (watch_) watch_(line);
  }
  // Is shown all lines of an article, and each line that is no event, before they are written.
  void on_lines(std::function<void(std::string_view)> watch) { watch_ = std::move(watch); }

 private:
  Write write_;
  EventLineWriter lines_;
  bool flush_each_;
  bool good_ = true;
  std::string buffer_;
  std::function<void(std::string_view)> watch_;
};

}  // namespace rasd
