// Writes JSON into a buffer that is used again: members in the order of the calls, no blanks, strings always valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rasd {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  // Starts a new line: one JSON value each.
  void end_line() {
    out_ += '\n';
    first_ = true;
  }

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  // Keys are plain ASCII.
  void key(std::string_view name);
  void string(std::string_view value);
  // A value that is written already.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }
  void integer(std::int64_t value);
  // At most `decimals` places, without trailing zeros.
  void number(double value, int decimals);

  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  // Left out where there is nothing to say.
  void optional_member(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }
  void member(std::string_view name, std::int64_t value) {
    key(name);
    integer(value);
  }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;  // nothing stands yet in the innermost array or object
};

}  // namespace rasd
