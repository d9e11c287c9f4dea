#include "rules/pattern_parser.hpp"

#include <algorithm>

#include "rules/pattern_checker.hpp"
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

using Row = std::vector<PatternElement>;

// A group of whole patterns.
bool holds_trigger(const PatternElement& element) {
  if (element.kind != Kind::group || element.min != 1 || element.max != 1) return false;
  return std::any_of(element.alternatives.begin(), element.alternatives.end(), [](const Row& row) {
    return std::any_of(row.begin(), row.end(), [](const PatternElement& inner) { return inner.kind == Kind::trigger; });
  });
}

class Parser {
 public:
  Parser(std::string_view text, const PatternPlace& place, Diagnostics& faults)
      : text_(text), place_(place), faults_(faults) {}

  // The alternatives `A | B` of the whole line; a group that holds the whole line is the same.
  std::optional<std::vector<Row>> parse() {
    std::vector<Row> rows;
    for (;;) {
      skip_blanks();
      const std::size_t begin = at_;
      Row row;
      if (!sequence(row, false)) return std::nullopt;
      if (at_ < text_.size() && text_[at_] == ')') {
        fault(at_, "R051", "')' without a group", "write groups as (X Y | Z)");
        return std::nullopt;
      }
      if (row.empty()) {
        fault(begin, "R051", "an alternative is empty", "write A | B");
        return std::nullopt;
      }
      rows.push_back(std::move(row));
      if (at_ >= text_.size()) break;
      ++at_;  // '|'
    }
    if (rows.size() == 1 && rows[0].size() == 1 && holds_trigger(rows[0][0]))
      rows = std::vector<Row>(rows[0][0].alternatives);
    return rows;
  }

  bool fault(std::size_t at, const char* code, std::string message, std::string hint = {}) {
    faults_.push_back({code, place_.file, place_.line, place_.column + static_cast<std::uint32_t>(at),
                       std::move(message), std::move(hint)});
    return false;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

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

  // Any of b+ l+ k+ w+ f+ s+ any+ before an element.
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

  bool base(PatternElement& element) {
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
      case '(':
        return group(element);
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
        break;
    }
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

  bool gap(PatternElement& element) {
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

  bool list_names(PatternElement& element, Kind kind) {
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

  bool known_parameter(std::size_t at, const std::string& name) {
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
    if (++depth_ > 20) return fault(open, "R051", "groups are nested too deeply", "at most 20 levels");
    for (;;) {
      skip_blanks();
      const std::size_t begin = at_;
      std::vector<PatternElement> row;
      if (!sequence(row, true)) return false;
      if (at_ >= text_.size()) return fault(open, "R051", "'(' is not closed", "write (X Y | Z)");
      if (row.empty())
        return fault(begin, "R051", "an alternative of the group is empty", "write (X)? where nothing may stand");
      element.alternatives.push_back(std::move(row));
      if (text_[at_++] == ')') break;
    }
    --depth_;
    return pass_on_proclitics(element, open);
  }

  // `b+(X | Y)` is `(b+X | b+Y)`.
  bool pass_on_proclitics(PatternElement& element, std::size_t open) {
    if (element.proclitics == 0 && !element.any_preposition) return true;
    for (auto& row : element.alternatives) {
      PatternElement& first = row.front();
      if (first.min == 0 || first.kind == Kind::trigger) {
        return fault(open, "R053", "the proclitic before the group has nothing to stand on",
                     "each alternative must begin with a unit");
      }
      first.proclitics |= element.proclitics;
      first.any_preposition = first.any_preposition || element.any_preposition;
      if (first.kind == Kind::group && !pass_on_proclitics(first, open)) return false;
    }
    element.proclitics = 0;
    element.any_preposition = false;
    return true;
  }

  bool repetition(PatternElement& element) {
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
        ++at_;
        unsigned bounds[2] = {0, 0};
        std::size_t count = 0;
        for (; count < 2; ++count) {
          if (!is_digit(peek())) return fault(at, "R047", "a repetition needs two numbers", "write {0,3}");
          while (is_digit(peek()))
            bounds[count] = std::min(1000u, bounds[count] * 10 + static_cast<unsigned>(text_[at_++] - '0'));
          if (peek() == '}' && count == 0) {
            bounds[1] = bounds[0];
            break;
          }
          if (count == 0 && peek() != ',') return fault(at, "R047", "a repetition needs two numbers", "write {0,3}");
          if (count == 0) ++at_;
        }
        if (peek() != '}') return fault(at, "R047", "'{' is not closed", "write {0,3}");
        ++at_;
        if (bounds[0] > bounds[1])
          return fault(at, "R047",
                       "a repetition from " + std::to_string(bounds[0]) + " to " + std::to_string(bounds[1]),
                       "the smaller number stands first");
        if (bounds[1] > kMaxRepeat)
          return fault(at, "R047", "a repetition of more than 30",
                       "arguments that far away are not found reliably; at most {0,30}");
        if (bounds[1] == 0) return fault(at, "R047", "a repetition of 0", "leave the element out");
        element.min = static_cast<std::uint8_t>(bounds[0]);
        element.max = static_cast<std::uint8_t>(bounds[1]);
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

  std::string_view text_;
  const PatternPlace& place_;
  Diagnostics& faults_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Pattern> parse_pattern(std::string_view text, const PatternPlace& place, Diagnostics& faults) {
  Parser parser(text, place, faults);
  std::optional<std::vector<Row>> rows = parser.parse();
  if (!rows) return std::nullopt;
  std::optional<Pattern> pattern;
  for (Row& row : *rows) {
    if (!check_pattern(row, place, faults)) return std::nullopt;
    Pattern one;
    one.elements = std::move(row);
    one.text = std::string(trimmed(text));
    one.file = place.file;
    one.line = place.line;
    if (pattern) {
      pattern->or_else.push_back(std::move(one));
    } else {
      pattern = std::move(one);
    }
  }
  return pattern;
}

std::optional<TriggerSequence> parse_trigger(std::string_view text, const PatternPlace& place, Diagnostics& faults) {
  Parser parser(text, place, faults);
  std::optional<std::vector<Row>> rows = parser.parse();
  if (!rows) return std::nullopt;
  if (rows->size() > 1) {
    parser.fault((*rows)[1][0].column - place.column, "R061", "a trigger line is one row of units",
                 "write several trigger lines, or {a|b}");
    return std::nullopt;
  }
  Row* row = &rows->front();
  bool has_list = false;
  for (const PatternElement& element : *row) {
    const std::size_t at = element.column - place.column;
    if (element.kind != Kind::lists && element.kind != Kind::type && element.kind != Kind::unit_class) {
      parser.fault(at, "R061", "a trigger line holds lists, types and classes only",
                   "write {a.list} or several in a row; patterns stand in role lines");
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
    parser.fault(0, "R062", "the trigger names no word list",
                 "rules are found by the words of their triggers: {a.list}");
    return std::nullopt;
  }
  TriggerSequence sequence;
  sequence.elements = std::move(*row);
  sequence.line = place.line;
  return sequence;
}

}  // namespace rasd
