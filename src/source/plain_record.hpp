// Reads a JSON object as dumps write it - strings, true, false, null and whole numbers - several times faster than the general
// parser. What is rarer (nested values, fractions, surrogate pairs, any fault) is left to that parser, which also words the faults.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rasd {

class PlainRecordReader {
 public:
  // `line` must be valid UTF-8.
  explicit PlainRecordReader(std::string_view line) : at_(line.data()), end_(line.data() + line.size()) {}

  // Calls key, string, null, boolean and number_unsigned of the handler. False: begin anew with the general parser.
  template <class Handler>
  bool run(Handler& handler) {
    skip_space();
    if (!take('{')) return false;
    handler.start_object(0);
    skip_space();
    if (!take('}')) {
      do {
        skip_space();
        if (!read_string()) return false;
        handler.key(value_);
        skip_space();
        if (!take(':')) return false;
        skip_space();
        if (!read_value(handler)) return false;
        skip_space();
      } while (take(','));
      if (!take('}')) return false;
    }
    handler.end_object();
    skip_space();
    return at_ == end_;
  }

 private:
  [[nodiscard]] bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || *at_ == '\n')) ++at_;
  }
  [[nodiscard]] bool take_word(std::string_view word) {
    if (static_cast<std::size_t>(end_ - at_) < word.size() || std::string_view(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  template <class Handler>
  bool read_value(Handler& handler) {
    if (at_ == end_) return false;
    switch (*at_) {
      case '"':
        return read_string() && handler.string(value_);
      case 'n':
        return take_word("null") && handler.null();
      case 't':
        return take_word("true") && handler.boolean(true);
      case 'f':
        return take_word("false") && handler.boolean(false);
      default:
        break;
    }
    std::uint64_t number = 0;
    return read_whole_number(number) && handler.number_unsigned(number);
  }
  bool read_whole_number(std::uint64_t& number);
  bool read_string();  // into value_
  bool read_escape();

  const char* at_;
  const char* end_;
  std::string value_;
};

}  // namespace rasd
