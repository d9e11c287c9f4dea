// The rule language's meaning, written down as plainly as possible: backtracking straight over PatternElement and Unit,
// no tests shared, no masks, no RE2. Slow; what src/rules/lowering.* says is checked against it.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "clause/unit.hpp"
#include "rules/rule.hpp"

namespace rasd::naive {

struct Row {
  std::vector<Unit> units;
  std::vector<bool> barrier;  // triggers of rules
  std::function<ListId(const std::string&)> list_id;
  std::function<void()> on_step;  // where set: called for each unit that is tried, and may throw
};

struct Match {
  std::optional<std::uint32_t> argument;
};

using Kind = PatternElement::Kind;

inline bool is_type(const Unit& unit, ArgumentType type) {
  switch (type) {
    case ArgumentType::actor:
      return unit.has(MentionType::participant);
    case ArgumentType::place:
      return unit.has(MentionType::place);
    case ArgumentType::date:
      return unit.has(MentionType::date);
    case ArgumentType::count:
      return unit.counted;
    case ArgumentType::number:
      return unit.has(MentionType::number);
    case ArgumentType::weapon:
      return unit.has(MentionType::weapon);
    case ArgumentType::any: {
      const bool word = unit.kind == TokenKind::word || unit.kind == TokenKind::number;
      if (word && unit.types != 0) return true;
      const bool particle = unit.head != nullptr && unit.head->readings.front().pos == Pos::particle;
      return word && !unit.finite_verb && !particle;
    }
  }
  return false;
}

inline bool reads_as(const Unit& unit, Pos pos) {
  if (unit.head == nullptr) return false;
  return std::any_of(unit.head->readings.begin(), unit.head->readings.end(),
                     [&](const Reading& r) { return r.pos == pos && (r.lemma != 0 || !unit.head->known); });
}

inline bool is_class(const Unit& unit, UnitClass c) {
  const bool mention = unit.types != 0;
  std::string_view sign;
  if (unit.kind == TokenKind::punctuation && unit.head != nullptr) sign = unit.head->folded;
  switch (c) {
    case UnitClass::verb:
      return !mention && (unit.finite_verb || reads_as(unit, Pos::verb));
    case UnitClass::noun:
      return unit.kind == TokenKind::word &&
             (mention || reads_as(unit, Pos::noun) || reads_as(unit, Pos::name) || reads_as(unit, Pos::unknown));
    case UnitClass::adjective:
      return reads_as(unit, Pos::adjective);
    case UnitClass::particle:
      return !mention && reads_as(unit, Pos::particle);
    case UnitClass::finite:
      return unit.finite_verb;
    case UnitClass::passive:
      return unit.features & kPassive;
    case UnitClass::active:
      return unit.features & kActive;
    case UnitClass::plural:
      return unit.features & kPlural;
    case UnitClass::dual:
      return unit.features & kDual;
    case UnitClass::singular:
      return unit.features & kSingular;
    case UnitClass::feminine:
      return unit.features & kFeminine;
    case UnitClass::masculine:
      return unit.features & kMasculine;
    case UnitClass::article:
      return unit.proclitics & kArticle;
    case UnitClass::punct:
      return unit.kind == TokenKind::punctuation;
    case UnitClass::comma:
      return sign == "," || sign == "،";
    case UnitClass::quote:
      return sign == "\"" || sign == "'" || sign == "«" || sign == "»" || sign == "“" || sign == "”" || sign == "„" ||
             sign == "‘" || sign == "’" || sign == "‹" || sign == "›";
    case UnitClass::number:
      return unit.kind == TokenKind::number;
    case UnitClass::word:
      return unit.kind == TokenKind::word;
    default:
      return false;
  }
}

inline bool in_lists(const Row& row, std::size_t i, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return row.units[i].in(row.list_id(name)); });
}

inline bool fits(const Row& row, std::size_t i, const PatternElement& e, ArgumentType argument) {
  const Unit& unit = row.units[i];
  bool ok = true;
  switch (e.kind) {
    case Kind::argument:
      ok = is_type(unit, argument);
      break;
    case Kind::type:
      ok = is_type(unit, e.type);
      break;
    case Kind::lists:
      ok = in_lists(row, i, e.lists);
      break;
    case Kind::unit_class:
      ok = is_class(unit, e.unit_class);
      break;
    case Kind::any:
      if (e.min != 1 || e.max != 1) ok = !row.barrier[i] && !unit.finite_verb;
      ok = ok && !in_lists(row, i, e.lists);
      for (ArgumentType type : e.barrier_types) ok = ok && !is_type(unit, type);
      for (UnitClass c : e.barrier_classes) ok = ok && !is_class(unit, c);
      break;
    default:
      return false;
  }
  if (e.negated) ok = !ok;
  if ((unit.proclitics & e.proclitics) != e.proclitics) return false;
  const bool typed = e.kind == Kind::argument || (e.kind == Kind::type && !e.negated);
  if (typed && !e.any_preposition && !(e.proclitics & kAnyPreposition) && (unit.proclitics & kAnyPreposition))
    return false;
  return ok;
}

// One half, already in running order: distance from the trigger -> index of the unit.
class Half {
 public:
  Half(const Row& row, std::vector<std::size_t> order, bool whole, bool reversed, ArgumentType argument)
      : row_(row), order_(std::move(order)), whole_(whole), reversed_(reversed), argument_(argument) {}

  bool match(const std::vector<PatternElement>& elements) {
    return sequence(elements, 0, 0, [](std::size_t) { return true; });
  }
  std::optional<std::uint32_t> captured;

 private:
  using Next = std::function<bool(std::size_t)>;

  bool sequence(const std::vector<PatternElement>& elements, std::size_t i, std::size_t at, const Next& next) {
    if (i == elements.size()) return next(at);
    const PatternElement& e = reversed_ ? elements[elements.size() - 1 - i] : elements[i];
    return repeat(e, 0, at, [&, i](std::size_t end) { return sequence(elements, i + 1, end, next); });
  }
  // Lazy: leaves as soon as it may.
  bool repeat(const PatternElement& e, int done, std::size_t at, const Next& next) {
    if (done >= e.min && next(at)) return true;
    if (done >= e.max) return false;
    return once(e, at, [&, done](std::size_t end) { return repeat(e, done + 1, end, next); });
  }
  bool once(const PatternElement& e, std::size_t at, const Next& next) {
    if (row_.on_step) row_.on_step();
    if (e.kind == Kind::group) {
      for (const auto& alternative : e.alternatives) {
        if (sequence(alternative, 0, at, next)) return true;
      }
      return false;
    }
    if (e.kind == Kind::unit_class &&
        (e.unit_class == UnitClass::clause_start || e.unit_class == UnitClass::clause_end)) {
      return at == order_.size() && whole_ && next(at);
    }
    if (at == order_.size() || !fits(row_, order_[at], e, argument_)) return false;
    const auto before = captured;
    if (e.kind == Kind::argument) captured = static_cast<std::uint32_t>(order_[at]);
    if (next(at + 1)) return true;
    captured = before;
    return false;
  }

  const Row& row_;
  std::vector<std::size_t> order_;
  bool whole_;
  bool reversed_;
  ArgumentType argument_;
};

// `trigger` counts units of the row.
inline std::optional<Match> match_one(const Pattern& pattern, ArgumentType argument, const Row& row,
                                      UnitRange trigger) {
  constexpr std::size_t kLooksAt = 40;
  const auto& elements = pattern.elements;
  const auto at =
      std::find_if(elements.begin(), elements.end(), [](const PatternElement& e) { return e.kind == Kind::trigger; });
  if ((row.units[trigger.begin].proclitics & at->proclitics) != at->proclitics) return std::nullopt;

  std::vector<std::size_t> left, right;
  for (std::size_t i = trigger.begin; i-- > 0 && left.size() < kLooksAt;) left.push_back(i);
  for (std::size_t i = trigger.end; i < row.units.size() && right.size() < kLooksAt; ++i) right.push_back(i);
  Half before(row, left, left.size() == trigger.begin, true, argument);
  Half behind(row, right, trigger.end + right.size() == row.units.size(), false, argument);
  if (!before.match({elements.begin(), at}) || !behind.match({at + 1, elements.end()})) return std::nullopt;
  Match out;
  out.argument = before.captured ? before.captured : behind.captured;
  return out;
}

inline std::optional<Match> match(const Pattern& pattern, ArgumentType argument, const Row& row, UnitRange trigger) {
  auto out = match_one(pattern, argument, row, trigger);
  for (const Pattern& other : pattern.or_else) {
    if (!out) out = match_one(other, argument, row, trigger);
  }
  return out;
}

}  // namespace rasd::naive
