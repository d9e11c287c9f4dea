#include "rules/element_parser.hpp"

#include <algorithm>

#include "rules/vocabulary.hpp"
#include "token/lexicon.hpp"

namespace rasd {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_name(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
}

using Kind = PatternElement::Kind;

}  // namespace

bool ElementParser::fault(std::size_t at, const char* code, std::string message, std::string hint) {
  faults_.push_back({code, place_.file, place_.line, place_.column + static_cast<std::uint32_t>(at), std::move(message),
                     std::move(hint)});
  return false;
}

void ElementParser::skip_blanks() {
  while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
}

// Any of b+ l+ k+ w+ f+ s+ any+ before an element.
bool ElementParser::proclitics(PatternElement& element) {
  for (;;) {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    if (end == at_ || end >= text_.size() || text_[end] != '+') return true;
    const std::string_view name = text_.substr(at_, end - at_);
    if (name == "TRIGGER") return true;  // "TRIGGER+" is reported as a repetition
    if (name == "b") {
      element.proclitics |= kPrepBi;
    } else if (name == "l") {
      element.proclitics |= kPrepLi;
    } else if (name == "k") {
      element.proclitics |= kPrepKa;
    } else if (name == "w") {
      element.proclitics |= kConjWa;
    } else if (name == "f") {
      element.proclitics |= kConjFa;
    } else if (name == "s") {
      element.proclitics |= kFutureSa;
    } else if (name == "any") {
      element.any_preposition = true;
    } else {
      return fault(at_, "R053", "unknown proclitic '" + std::string(name) + "+'", "known are b+ l+ k+ w+ f+ s+ any+");
    }
    at_ = end + 1;
    if (at_ >= text_.size() || is_blank(text_[at_])) {
      return fault(at_, "R053", "nothing stands behind '" + std::string(name) + "+'",
                   "write it directly before the element: b+@");
    }
  }
}

bool ElementParser::base(PatternElement& element) {
  const char c = peek();
  if (c == '!') {
    element.negated = true;
    ++at_;
    const char next = peek();
    if (next != '{' && next != '[' && next != '<') {
      return fault(at_ - 1, "R054", "'!' must stand directly before a list, a type or a class",
                   "write !{a.list}, ![Place] or !<verb>");
    }
  }
  switch (peek()) {
    case '{':
      return list_names(element, Kind::lists);
    case '[':
      return type_name(element);
    case '<':
      return class_name(element);
    case '@':
      element.kind = Kind::argument;
      ++at_;
      return true;
    case '_':
      return gap(element);
    case '*':
    case '+':
    case '?':
    case '}':
    case ']':
    case '>':
    case ')':
    case '|':
      return fault(at_, "R052", std::string("'") + peek() + "' with nothing before it",
                   "a repetition follows its element directly: _{0,3}");
    default:
      return word(element);
  }
}

bool ElementParser::word(PatternElement& element) {
  std::size_t end = at_;
  while (end < text_.size() && is_name(text_[end])) ++end;
  const std::string_view word = text_.substr(at_, end - at_);
  if (word.empty()) {
    return fault(at_, "R040", "unexpected character in a pattern",
                 static_cast<unsigned char>(peek()) >= 0x80
                     ? "Arabic words stand in word lists; name the list: {a.list}"
                     : "elements are TRIGGER @ _ {a.list} [Type] <class> (X | Y)");
  }
  if (word == "TRIGGER") {
    element.kind = Kind::trigger;
    at_ = end;
    return true;
  }
  std::string hint = "elements are TRIGGER @ _ {a.list} [Type] <class> (X | Y)";
  const std::string name(word);
  if (argument_type_named(word)) {
    hint = "did you mean [" + name + "]?";
  } else if (unit_class_named(word)) {
    hint = "did you mean <" + name + ">?";
  } else if (word.find('.') != std::string_view::npos) {
    hint = "did you mean {" + name + "}?";
  } else {
    hint = did_you_mean(word, {"TRIGGER"}, hint);
  }
  return fault(at_, "R057", "unknown element '" + name + "'", hint);
}

bool ElementParser::gap(PatternElement& element) {
  element.kind = Kind::any;
  ++at_;
  if (is_letter(peek()))
    return fault(at_ - 1, "R057", "unknown element '_" + std::string(1, peek()) + "…'", "'_' stands alone");
  while (peek() == '!') {
    ++at_;
    PatternElement barrier;
    switch (peek()) {
      case '{':
        if (!list_names(barrier, Kind::lists)) return false;
        element.lists.insert(element.lists.end(), barrier.lists.begin(), barrier.lists.end());
        break;
      case '[':
        if (!type_name(barrier)) return false;
        element.barrier_types.push_back(barrier.type);
        break;
      case '<':
        if (!class_name(barrier)) return false;
        element.barrier_classes.push_back(barrier.unit_class);
        break;
      default:
        return fault(at_ - 1, "R054", "'!' must stand directly before a list, a type or a class",
                     "write _!{a.list}{0,8}");
    }
  }
  return true;
}

bool ElementParser::list_names(PatternElement& element, Kind kind) {
  element.kind = kind;
  const std::size_t open = at_++;
  if (is_digit(peek())) {
    return fault(open, "R052", "a repetition with nothing before it",
                 "a repetition follows its element directly: _{0,3}");
  }
  for (;;) {
    skip_blanks();
    const std::size_t begin = at_;
    const bool parameter = peek() == '$';
    if (parameter) ++at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    const std::string name(text_.substr(begin, at_ - begin));
    if (name.size() <= (parameter ? 1u : 0u)) {
      if (at_ < text_.size() && peek() != '}' && peek() != '|') {
        return fault(at_, "R048", "unexpected character in a list name",
                     "names are ASCII letters, digits, '.', '_', '-'");
      }
      return fault(open, "R048", "a list name is missing between { and }", "write {a.list} or {a.list|b.list}");
    }
    if (parameter && !known_parameter(begin, name)) return false;
    element.lists.push_back(name);
    skip_blanks();
    if (peek() == '|') {
      ++at_;
      continue;
    }
    if (peek() == '}') {
      ++at_;
      return true;
    }
    const std::size_t next = text_.find_first_of("{}", at_);
    return next == std::string_view::npos || text_[next] == '{'
               ? fault(open, "R048", "'{' is not closed", "write {a.list}")
               : fault(at_, "R048", "unexpected character in a list name",
                       "several lists are parted by '|': {a.list|b.list}");
  }
}

bool ElementParser::known_parameter(std::size_t at, const std::string& name) {
  if (place_.parameters == nullptr || place_.parameters->empty()) {
    return fault(at, "R034", "'" + name + "' stands outside a role set with parameters",
                 "only 'roles NAME PARAM' blocks have parameters");
  }
  const std::string bare = name.substr(1);
  if (std::find(place_.parameters->begin(), place_.parameters->end(), bare) != place_.parameters->end()) return true;
  return fault(at, "R034", "unknown parameter '" + name + "'",
               did_you_mean(bare, *place_.parameters, "the parameters are " + joined(*place_.parameters)));
}

// The text between at_ and `close`; nullopt is reported.
std::optional<std::string> ElementParser::enclosed(char close, const char* code) {
  const std::size_t open = at_;
  const std::size_t end = text_.find(close, open);
  if (end == std::string_view::npos) {
    fault(open, code, std::string("'") + text_[open] + "' is not closed", std::string("end it with '") + close + "'");
    return std::nullopt;
  }
  at_ = end + 1;
  return std::string(text_.substr(open + 1, end - open - 1));
}

bool ElementParser::type_name(PatternElement& element) {
  element.kind = Kind::type;
  const std::size_t open = at_;
  const std::optional<std::string> name = enclosed(']', "R049");
  if (!name) return false;
  const std::optional<ArgumentType> type = argument_type_named(*name);
  if (!type) {
    return fault(open + 1, "R049", "unknown type '" + *name + "'",
                 did_you_mean(*name, argument_type_names(), "types are " + joined(argument_type_names())));
  }
  element.type = *type;
  return true;
}

bool ElementParser::class_name(PatternElement& element) {
  element.kind = Kind::unit_class;
  const std::size_t open = at_;
  const std::optional<std::string> name = enclosed('>', "R050");
  if (!name) return false;
  const std::optional<UnitClass> unit_class = unit_class_named(*name);
  if (!unit_class) {
    return fault(open + 1, "R050", "unknown class '" + *name + "'",
                 did_you_mean(*name, unit_class_names(), "classes are " + joined(unit_class_names())));
  }
  element.unit_class = *unit_class;
  return true;
}

// «{0,3}», «{3}».
bool ElementParser::bounds(PatternElement& element) {
  const std::size_t open = at_;
  ++at_;
  unsigned limits[2] = {0, 0};
  std::size_t count = 0;
  for (; count < 2; ++count) {
    if (!is_digit(peek())) return fault(open, "R047", "a repetition needs two numbers", "write {0,3}");
    while (is_digit(peek()))
      limits[count] = std::min(1000u, limits[count] * 10 + static_cast<unsigned>(text_[at_++] - '0'));
    if (peek() == '}' && count == 0) {
      limits[1] = limits[0];
      break;
    }
    if (count == 0 && peek() != ',') return fault(open, "R047", "a repetition needs two numbers", "write {0,3}");
    if (count == 0) ++at_;
  }
  if (peek() != '}') return fault(open, "R047", "'{' is not closed", "write {0,3}");
  ++at_;
  if (limits[0] > limits[1])
    return fault(open, "R047",
                 "a repetition from " + std::to_string(limits[0]) + " to " + std::to_string(limits[1]),
                 "the smaller number stands first");
  if (limits[1] > kMaxRepeat)
    return fault(open, "R047", "a repetition of more than 30",
                 "arguments that far away are not found reliably; at most {0,30}");
  if (limits[1] == 0) return fault(open, "R047", "a repetition of 0", "leave the element out");
  element.min = static_cast<std::uint8_t>(limits[0]);
  element.max = static_cast<std::uint8_t>(limits[1]);
  return true;
}

bool ElementParser::repetition(PatternElement& element) {
  const std::size_t at = at_;
  switch (peek()) {
    case '?':
      ++at_;
      element.min = 0;
      element.max = 1;
      break;
    case '*':
      ++at_;
      element.min = 0;
      element.max = kMaxRepeat;
      break;
    case '+':
      ++at_;
      element.min = 1;
      element.max = kMaxRepeat;
      break;
    case '{': {
      if (!is_digit(peek(1))) {
        if (peek(1) == ',' || peek(1) == '}' || peek(1) == '-') {
          return fault(at, "R047", "a repetition needs two numbers", "write {0,3}");
        }
        break;  // the next element, written without a blank
      }
      if (!bounds(element)) return false;
      break;
    }
    default:
      return true;
  }
  if (at_ == at) return true;
  if (element.kind == Kind::trigger)
    return fault(at, "R046", "TRIGGER cannot be repeated or left out", "TRIGGER stands exactly once");
  if (element.kind == Kind::argument)
    return fault(at, "R055", "'@' cannot be repeated or left out",
                 "write 'role NAME?:TYPE' where the role may be missing");
  if (element.kind == Kind::unit_class &&
      (element.unit_class == UnitClass::clause_start || element.unit_class == UnitClass::clause_end)) {
    return fault(at, "R056", "the end of a clause cannot be repeated", "use a group: (<clause_start> | <comma>)");
  }
  if (peek() == '?' || peek() == '*' || peek() == '+') {
    return fault(at_, "R047", "two repetitions of one element", "repetitions are lazy already");
  }
  return true;
}

}  // namespace rasd
