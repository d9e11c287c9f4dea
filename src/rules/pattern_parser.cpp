#include "rules/pattern_parser.hpp"

#include <algorithm>

#include "rules/element_parser.hpp"
#include "rules/pattern_checker.hpp"

namespace rasd {
namespace {

using Kind = PatternElement::Kind;

using Row = std::vector<PatternElement>;

// A group of whole patterns.
bool holds_trigger(const PatternElement& element) {
  if (element.kind != Kind::group || element.min != 1 || element.max != 1) return false;
  return std::any_of(element.alternatives.begin(), element.alternatives.end(), [](const Row& row) {
    return std::any_of(row.begin(), row.end(), [](const PatternElement& inner) { return inner.kind == Kind::trigger; });
  });
}

class Parser : public ElementParser {
 public:
  Parser(std::string_view text, const PatternPlace& place, Diagnostics& faults) : ElementParser(text, place, faults) {}
  using ElementParser::fault;

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

 private:
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
      if (!proclitics(element) || !(peek() == '(' ? group(element) : base(element)) || !repetition(element)) return false;
      row.push_back(std::move(element));
    }
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

  int depth_ = 0;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
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
