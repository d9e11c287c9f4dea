#include "rules/pattern_checker.hpp"

namespace rasd {

using Kind = PatternElement::Kind;

bool is_clause_end(const PatternElement& element) {
  return element.kind == Kind::unit_class &&
         (element.unit_class == UnitClass::clause_start || element.unit_class == UnitClass::clause_end);
}

namespace {

// RE2 takes no more, and the time to match grows with it.
constexpr unsigned kMaxNestedRepeat = 1000;

// Checks what a whole pattern must hold: TRIGGER once and at the top, `@` once on every way through a role line.
class Checker {
 public:
  Checker(const PatternPlace& place, Diagnostics& faults) : place_(place), faults_(faults) {}

  bool check(const std::vector<PatternElement>& row) {
    std::size_t triggers = 0;
    const PatternElement* argument = nullptr;
    for (const PatternElement& element : row) {
      if (element.kind == Kind::trigger && ++triggers > 1)
        return fault(element, "R042", "TRIGGER stands twice", "TRIGGER stands exactly once in a pattern");
    }
    bool behind = false;
    for (const PatternElement& element : row) {
      if (element.kind == Kind::trigger) {
        behind = true;
        continue;
      }
      if (!check_element(element, behind, triggers == 1)) return false;
      if (arguments(element) > 0) {
        if (argument != nullptr)
          return fault(element, "R044", "'@' stands twice", "'@' stands exactly once in a role line");
        argument = &element;
      }
    }
    if (triggers == 0)
      return fault(row[0], "R041", "TRIGGER is missing",
                   "say where the trigger stands, in each alternative: TRIGGER _{0,3} @");
    if (place_.argument && argument == nullptr)
      return fault(row[0], "R043", "'@' is missing",
                   "say where the argument stands, in each alternative: TRIGGER _{0,3} @");
    if (row.size() == 1 && row[0].proclitics == 0) {
      return fault(row[0], "R059", "the pattern is TRIGGER alone, which always matches",
                   "name what stands beside the trigger");
    }
    return true;
  }

 private:
  bool fault(const PatternElement& element, const char* code, std::string message, std::string hint) {
    faults_.push_back({code, place_.file, place_.line, element.column, std::move(message), std::move(hint)});
    return false;
  }

  static std::size_t arguments(const PatternElement& element) {
    if (element.kind == Kind::argument) return 1;
    std::size_t count = 0;
    for (const auto& row : element.alternatives) {
      for (const PatternElement& inner : row) count += arguments(inner);
    }
    return count;
  }

  // `repeats`: how often the groups around the element let it stand.
  bool check_element(const PatternElement& element, bool behind, bool has_trigger, unsigned repeats = 1) {
    repeats *= element.max;
    if (repeats > kMaxNestedRepeat) {
      return fault(element, "R047", "repetitions inside one another make more than 1000",
                   "the units behind the 40th are not looked at; smaller numbers do");
    }
    if (element.kind == Kind::argument && !place_.argument) {
      return fault(element, "R045", "'@' stands only in role lines", "use _ or a type such as [Actor]");
    }
    if (is_clause_end(element) && (element.negated || element.proclitics != 0)) {
      return fault(element, "R056", "the end of a clause is no unit", "write <clause_start> or <clause_end> alone");
    }
    if (is_clause_end(element) && has_trigger) {
      if (behind && element.unit_class == UnitClass::clause_start)
        return fault(element, "R056", "<clause_start> stands behind TRIGGER and can never match", "");
      if (!behind && element.unit_class == UnitClass::clause_end)
        return fault(element, "R056", "<clause_end> stands before TRIGGER and can never match", "");
    }
    if (element.kind != Kind::group) return true;
    const bool may_skip = element.min == 0 || element.max > 1;
    std::size_t with_argument = 0;
    for (const auto& row : element.alternatives) {
      std::size_t count = 0;
      for (const PatternElement& inner : row) {
        if (inner.kind == Kind::trigger)
          return fault(inner, "R046", "TRIGGER cannot stand in a group", "put TRIGGER beside the group");
        if (!check_element(inner, behind, has_trigger, repeats)) return false;
        const std::size_t here = arguments(inner) > 0 ? 1 : 0;
        count += here;
        if (count > 1)
          return fault(inner, "R044", "'@' stands twice", "'@' stands exactly once on every way through the pattern");
      }
      with_argument += count;
    }
    if (with_argument > 0 && may_skip)
      return fault(element, "R055", "'@' stands in a group that is repeated or may be left out",
                   "'@' stands exactly once on every way through the pattern");
    if (with_argument > 0 && with_argument < element.alternatives.size()) {
      return fault(element, "R055", "'@' stands in some alternatives of the group only",
                   "every alternative needs it, or write two role lines");
    }
    return true;
  }

  const PatternPlace& place_;
  Diagnostics& faults_;
};

}  // namespace

bool check_pattern(const std::vector<PatternElement>& row, const PatternPlace& place, Diagnostics& faults) {
  return Checker(place, faults).check(row);
}

}  // namespace rasd
