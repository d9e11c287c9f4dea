#include "rules/pattern_parser.hpp"

#include <algorithm>

#include "rules/vocabulary.hpp"
#include "token/lexicon.hpp"

namespace rasd {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-'; }

using Kind = PatternElement::Kind;

class Parser {
 public:
  Parser(std::string_view text, const PatternPlace& place, Diagnostics& faults) : text_(text), place_(place), faults_(faults) {}

  std::optional<std::vector<PatternElement>> parse() {
    std::vector<PatternElement> row;
    if (!sequence(row, false)) return std::nullopt;
    if (at_ < text_.size()) {
      fault(at_, "R051", std::string("'") + text_[at_] + "' without a group", "write groups as (X Y | Z)");
      return std::nullopt;
    }
    return row;
  }

  bool fault(std::size_t at, const char* code, std::string message, std::string hint = {}) {
    faults_.push_back({code, place_.file, place_.line, place_.column + static_cast<std::uint32_t>(at), std::move(message),
                       std::move(hint)});
    return false;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  // Elements up to the end, '|' or ')'.
  bool sequence(std::vector<PatternElement>& row, bool in_group) {
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
      const char c = peek();
      if (c == ')' || c == '|') {
        if (!in_group) return true;  // the caller reports it
        break;
      }
      PatternElement element;
      element.column = place_.column + static_cast<std::uint32_t>(at_);
      if (!proclitics(element) || !base(element) || !repetition(element)) return false;
      row.push_back(std::move(element));
    }
    return true;
  }

  // Any of b+ l+ k+ w+ f+ any+ before an element.
  bool proclitics(PatternElement& element) {
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
      } else if (name == "any") {
        element.any_preposition = true;
      } else {
        return fault(at_, "R053", "unknown proclitic '" + std::string(name) + "+'", "known are b+ l+ k+ w+ f+ any+");
      }
      at_ = end + 1;
      if (at_ >= text_.size() || is_blank(text_[at_])) {
        return fault(at_, "R053", "nothing stands behind '" + std::string(name) + "+'", "write it directly before the element: b+@");
      }
    }
  }

  bool base(PatternElement& element) {
    const char c = peek();
    if (c == '!') {
      element.negated = true;
      ++at_;
      const char next = peek();
      if (next != '{' && next != '[' && next != '<') {
        return fault(at_ - 1, "R054", "'!' must stand directly before a list, a type or a class", "write !{a.list}, ![Place] or !<verb>");
      }
    }
    switch (peek()) {
      case '{': return list_names(element, Kind::lists);
      case '[': return type_name(element);
      case '<': return class_name(element);
      case '(': return group(element);
      case '@':
        element.kind = Kind::argument;
        ++at_;
        return true;
      case '_': return gap(element);
      case '*': case '+': case '?': case '}': case ']': case '>': case ')': case '|':
        return fault(at_, "R052", std::string("'") + peek() + "' with nothing before it", "a repetition follows its element directly: _{0,3}");
      default: break;
    }
    std::size_t end = at_;
    while (end < text_.size() && is_name(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.empty()) {
      return fault(at_, "R040", "unexpected character in a pattern",
                   static_cast<unsigned char>(peek()) >= 0x80 ? "Arabic words stand in word lists; name the list: {a.list}"
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

  bool gap(PatternElement& element) {
    element.kind = Kind::any;
    ++at_;
    if (is_letter(peek())) return fault(at_ - 1, "R057", "unknown element '_" + std::string(1, peek()) + "…'", "'_' stands alone");
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
          return fault(at_ - 1, "R054", "'!' must stand directly before a list, a type or a class", "write _!{a.list}{0,8}");
      }
    }
    return true;
  }

  bool list_names(PatternElement& element, Kind kind) {
    element.kind = kind;
    const std::size_t open = at_++;
    if (is_digit(peek())) {
      return fault(open, "R052", "a repetition with nothing before it", "a repetition follows its element directly: _{0,3}");
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
          return fault(at_, "R048", "unexpected character in a list name", "names are ASCII letters, digits, '.', '_', '-'");
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
      return at_ >= text_.size() ? fault(open, "R048", "'{' is not closed", "write {a.list}")
                                 : fault(at_, "R048", "unexpected character in a list name", "several lists are parted by '|': {a.list|b.list}");
    }
  }

  bool known_parameter(std::size_t at, const std::string& name) {
    if (place_.parameters == nullptr || place_.parameters->empty()) {
      return fault(at, "R034", "'" + name + "' stands outside a role set with parameters", "only 'roles NAME PARAM' blocks have parameters");
    }
    const std::string bare = name.substr(1);
    if (std::find(place_.parameters->begin(), place_.parameters->end(), bare) != place_.parameters->end()) return true;
    return fault(at, "R034", "unknown parameter '" + name + "'",
                 did_you_mean(bare, *place_.parameters, "the parameters are " + joined(*place_.parameters)));
  }

  // The text between at_ and `close`; nullopt is reported.
  std::optional<std::string> enclosed(char close, const char* code) {
    const std::size_t open = at_;
    const std::size_t end = text_.find(close, open);
    if (end == std::string_view::npos) {
      fault(open, code, std::string("'") + text_[open] + "' is not closed", std::string("end it with '") + close + "'");
      return std::nullopt;
    }
    at_ = end + 1;
    return std::string(text_.substr(open + 1, end - open - 1));
  }

  bool type_name(PatternElement& element) {
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

  bool class_name(PatternElement& element) {
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

  bool group(PatternElement& element) {
    element.kind = Kind::group;
    const std::size_t open = at_++;
    if (element.proclitics != 0 || element.any_preposition) {
      return fault(open, "R053", "a proclitic cannot stand before a group", "write it before the elements inside");
    }
    if (++depth_ > 20) return fault(open, "R051", "groups are nested too deeply", "at most 20 levels");
    for (;;) {
      skip_blanks();
      const std::size_t begin = at_;
      std::vector<PatternElement> row;
      if (!sequence(row, true)) return false;
      if (at_ >= text_.size()) return fault(open, "R051", "'(' is not closed", "write (X Y | Z)");
      if (row.empty()) return fault(begin, "R051", "an alternative of the group is empty", "write (X)? where nothing may stand");
      element.alternatives.push_back(std::move(row));
      if (text_[at_++] == ')') break;
    }
    --depth_;
    return true;
  }

  bool repetition(PatternElement& element) {
    const std::size_t at = at_;
    switch (peek()) {
      case '?': ++at_; element.min = 0; element.max = 1; break;
      case '*': ++at_; element.min = 0; element.max = kMaxRepeat; break;
      case '+': ++at_; element.min = 1; element.max = kMaxRepeat; break;
      case '{': {
        if (!is_digit(peek(1))) {
          if (peek(1) == ',' || peek(1) == '}' || peek(1) == '-') {
            return fault(at, "R047", "a repetition needs two numbers", "write {0,3}");
          }
          break;  // the next element, written without a blank
        }
        ++at_;
        unsigned bounds[2] = {0, 0};
        std::size_t count = 0;
        for (; count < 2; ++count) {
          if (!is_digit(peek())) return fault(at, "R047", "a repetition needs two numbers", "write {0,3}");
          while (is_digit(peek())) bounds[count] = std::min(1000u, bounds[count] * 10 + static_cast<unsigned>(text_[at_++] - '0'));
          if (peek() == '}' && count == 0) {
            bounds[1] = bounds[0];
            break;
          }
          if (count == 0 && peek() != ',') return fault(at, "R047", "a repetition needs two numbers", "write {0,3}");
          if (count == 0) ++at_;
        }
        if (peek() != '}') return fault(at, "R047", "'{' is not closed", "write {0,3}");
        ++at_;
        if (bounds[0] > bounds[1]) return fault(at, "R047", "a repetition from " + std::to_string(bounds[0]) + " to " + std::to_string(bounds[1]), "the smaller number stands first");
        if (bounds[1] > kMaxRepeat) return fault(at, "R047", "a repetition of more than 30", "arguments that far away are not found reliably; at most {0,30}");
        if (bounds[1] == 0) return fault(at, "R047", "a repetition of 0", "leave the element out");
        element.min = static_cast<std::uint8_t>(bounds[0]);
        element.max = static_cast<std::uint8_t>(bounds[1]);
        break;
      }
      default: return true;
    }
    if (at_ == at) return true;
    if (element.kind == Kind::trigger) return fault(at, "R046", "TRIGGER cannot be repeated or left out", "TRIGGER stands exactly once");
    if (element.kind == Kind::argument) return fault(at, "R055", "'@' cannot be repeated or left out", "write 'role NAME?:TYPE' where the role may be missing");
    if (element.kind == Kind::unit_class && (element.unit_class == UnitClass::clause_start || element.unit_class == UnitClass::clause_end)) {
      return fault(at, "R056", "the end of a clause cannot be repeated", "use a group: (<clause_start> | <comma>)");
    }
    if (peek() == '?' || peek() == '*' || peek() == '+') {
      return fault(at_, "R047", "two repetitions of one element", "repetitions are lazy already");
    }
    return true;
  }

  std::string_view text_;
  const PatternPlace& place_;
  Diagnostics& faults_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

bool is_clause_end(const PatternElement& element) {
  return element.kind == Kind::unit_class && (element.unit_class == UnitClass::clause_start || element.unit_class == UnitClass::clause_end);
}

// Checks what a whole pattern must hold: TRIGGER once and at the top, `@` once on every way through a role line.
class Checker {
 public:
  Checker(const PatternPlace& place, Parser& parser) : place_(place), parser_(parser) {}

  bool check(const std::vector<PatternElement>& row) {
    std::size_t triggers = 0;
    const PatternElement* argument = nullptr;
    for (const PatternElement& element : row) {
      if (element.kind == Kind::trigger && ++triggers > 1) return fault(element, "R042", "TRIGGER stands twice", "TRIGGER stands exactly once in a pattern");
    }
    bool behind = false;
    for (const PatternElement& element : row) {
      if (element.kind == Kind::trigger) {
        behind = true;
        continue;
      }
      if (!check_element(element, behind, triggers == 1)) return false;
      if (arguments(element) > 0) {
        if (argument != nullptr) return fault(element, "R044", "'@' stands twice", "'@' stands exactly once in a role line");
        argument = &element;
      }
    }
    if (triggers == 0) return parser_.fault(0, "R041", "TRIGGER is missing", "say where the trigger stands: TRIGGER _{0,3} @");
    if (place_.argument && argument == nullptr) return parser_.fault(0, "R043", "'@' is missing", "say where the argument stands: TRIGGER _{0,3} @");
    if (row.size() == 1 && row[0].proclitics == 0) {
      return parser_.fault(0, "R059", "the pattern is TRIGGER alone, which always matches", "name what stands beside the trigger");
    }
    return true;
  }

 private:
  bool fault(const PatternElement& element, const char* code, std::string message, std::string hint) {
    return parser_.fault(element.column - place_.column, code, std::move(message), std::move(hint));
  }

  static std::size_t arguments(const PatternElement& element) {
    if (element.kind == Kind::argument) return 1;
    std::size_t count = 0;
    for (const auto& row : element.alternatives) {
      for (const PatternElement& inner : row) count += arguments(inner);
    }
    return count;
  }

  bool check_element(const PatternElement& element, bool behind, bool has_trigger) {
    if (element.kind == Kind::argument && !place_.argument) {
      return fault(element, "R045", "'@' stands only in role lines", "use _ or a type such as [Actor]");
    }
    if (is_clause_end(element) && (element.negated || element.proclitics != 0)) {
      return fault(element, "R056", "the end of a clause is no unit", "write <clause_start> or <clause_end> alone");
    }
    if (is_clause_end(element) && has_trigger) {
      if (behind && element.unit_class == UnitClass::clause_start) return fault(element, "R056", "<clause_start> stands behind TRIGGER and can never match", "");
      if (!behind && element.unit_class == UnitClass::clause_end) return fault(element, "R056", "<clause_end> stands before TRIGGER and can never match", "");
    }
    if (element.kind != Kind::group) return true;
    const bool may_skip = element.min == 0 || element.max > 1;
    std::size_t with_argument = 0;
    for (const auto& row : element.alternatives) {
      std::size_t count = 0;
      for (const PatternElement& inner : row) {
        if (inner.kind == Kind::trigger) return fault(inner, "R046", "TRIGGER cannot stand in a group", "put TRIGGER beside the group");
        if (!check_element(inner, behind, has_trigger)) return false;
        const std::size_t here = arguments(inner) > 0 ? 1 : 0;
        count += here;
        if (count > 1) return fault(inner, "R044", "'@' stands twice", "'@' stands exactly once on every way through the pattern");
      }
      with_argument += count;
    }
    if (with_argument > 0 && may_skip) return fault(element, "R055", "'@' stands in a group that is repeated or may be left out", "'@' stands exactly once on every way through the pattern");
    if (with_argument > 0 && with_argument < element.alternatives.size()) {
      return fault(element, "R055", "'@' stands in some alternatives of the group only", "every alternative needs it, or write two role lines");
    }
    return true;
  }

  const PatternPlace& place_;
  Parser& parser_;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Pattern> parse_pattern(std::string_view text, const PatternPlace& place, Diagnostics& faults) {
  Parser parser(text, place, faults);
  std::optional<std::vector<PatternElement>> row = parser.parse();
  if (!row || !Checker(place, parser).check(*row)) return std::nullopt;
  Pattern pattern;
  pattern.elements = std::move(*row);
  pattern.text = std::string(trimmed(text));
  pattern.file = place.file;
  pattern.line = place.line;
  return pattern;
}

std::optional<TriggerSequence> parse_trigger(std::string_view text, const PatternPlace& place, Diagnostics& faults) {
  Parser parser(text, place, faults);
  std::optional<std::vector<PatternElement>> row = parser.parse();
  if (!row) return std::nullopt;
  bool has_list = false;
  for (const PatternElement& element : *row) {
    const std::size_t at = element.column - place.column;
    if (element.kind != Kind::lists && element.kind != Kind::type && element.kind != Kind::unit_class) {
      parser.fault(at, "R061", "a trigger line holds lists, types and classes only", "write {a.list} or several in a row; patterns stand in role lines");
      return std::nullopt;
    }
    if (is_clause_end(element)) {
      parser.fault(at, "R061", "the end of a clause cannot stand in a trigger", "use an unless or require line");
      return std::nullopt;
    }
    if (element.min != 1 || element.max != 1) {
      parser.fault(at, "R060", "a trigger's units cannot be repeated or left out", "write several trigger lines");
      return std::nullopt;
    }
    has_list = has_list || (element.kind == Kind::lists && !element.negated);
  }
  if (!has_list) {
    parser.fault(0, "R062", "the trigger names no word list", "rules are found by the words of their triggers: {a.list}");
    return std::nullopt;
  }
  TriggerSequence sequence;
  sequence.elements = std::move(*row);
  sequence.line = place.line;
  return sequence;
}

}  // namespace rasd
