// Finds the tokens of normalised text, one after another, by the classes of their characters.
#pragma once

#include <cstdint>
#include <string_view>

#include "rasd/span.hpp"
#include "token/token.hpp"

namespace rasd {

struct Scanned {
  NormalizedSpan span;
  TokenKind kind = TokenKind::word;
  bool percent = false;
  double number = 0;
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  // False at the end of the text.
  bool next(Scanned& out);

 private:
  void scan_number(Scanned& out);
  void scan_latin(Scanned& out);
  bool scan_address(Scanned& out);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace rasd
