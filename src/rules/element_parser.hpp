// One element of a pattern as it is written: TRIGGER, @, _, {a.list}, [Type], <class>, what stands before it and how often. Rows and
// groups: rules/pattern_parser.cpp. Internal to the rules room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/pattern_parser.hpp"

namespace rasd {

class ElementParser {
 protected:
  ElementParser(std::string_view text, const PatternPlace& place, Diagnostics& faults)
      : text_(text), place_(place), faults_(faults) {}

  // Reports a fault at the byte `at` of the text; always false.
  bool fault(std::size_t at, const char* code, std::string message, std::string hint = {});
  void skip_blanks();
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  // Each reads on from at_; false: a fault was reported.
  bool proclitics(PatternElement& element);
  bool base(PatternElement& element);  // anything but a group
  bool repetition(PatternElement& element);

  std::string_view text_;
  const PatternPlace& place_;
  Diagnostics& faults_;
  std::size_t at_ = 0;

 private:
  bool word(PatternElement& element);
  bool gap(PatternElement& element);
  bool list_names(PatternElement& element, PatternElement::Kind kind);
  bool known_parameter(std::size_t at, const std::string& name);
  std::optional<std::string> enclosed(char close, const char* code);
  bool type_name(PatternElement& element);
  bool class_name(PatternElement& element);
  bool bounds(PatternElement& element);
};

}  // namespace rasd
