// Lowering against the oracle: a pattern and some clauses are made from the bytes; the unit masks, RE2 and the two
// together must say what the naive matcher says, down to the argument. An input "pattern: TRIGGER …", newline, bytes
// gives the pattern as text and makes only the clauses from bytes.
#include "rules/lowering.hpp"

#include "fuzz.hpp"
#include "pattern_maker.hpp"
#include "rules/pattern_parser.hpp"

namespace rasd::fuzz {
namespace {

constexpr std::string_view kWritten = "pattern: ";
constexpr std::size_t kMaxSteps = 10'000;  // of the naive matcher, which is exponential

std::string shown(const naive::Row& row) {
  std::string out;
  for (std::size_t i = 0; i < row.units.size(); ++i) {
    const Unit& unit = row.units[i];
    out += " [" + std::to_string(i) + ":k" + std::to_string(static_cast<int>(unit.kind)) + " t" +
           std::to_string(unit.types) + " p" + std::to_string(unit.proclitics) + " f" + std::to_string(unit.features);
    for (const ListHit& hit : unit.head->lists) out += " " + list_names()[hit.list];
    if (unit.phrase.list != kNoList) out += " phrase " + list_names()[unit.phrase.list];
    if (unit.counted) out += " counted";
    if (unit.finite_verb) out += " finite";
    if (row.barrier[i]) out += " barrier";
    out += " " + std::string(unit.head->folded) + "]";
  }
  return out;
}

void compare(const Pattern& pattern, ArgumentType type, const PatternProgram& program, const naive::Row& row,
             UnitRange trigger, ClauseMasks& masks) {
  struct TooLong {};
  std::size_t steps = 0;
  naive::Row counted = row;
  counted.on_step = [&] {
    if (++steps > kMaxSteps) throw TooLong{};
  };
  std::optional<naive::Match> expected;
  try {
    expected = naive::match(pattern, type, counted, trigger);
  } catch (const TooLong&) {
    return;
  }
  ClauseSet set;
  // The clause stands between others, whose units must not count.
  set.units.push_back(row.units.back());
  set.units.insert(set.units.end(), row.units.begin(), row.units.end());
  set.units.push_back(row.units.front());
  const auto size = static_cast<std::uint32_t>(row.units.size());
  masks.start(set, {1, size + 1}, list_names().size());
  for (std::uint32_t i = 0; i < size; ++i) {
    if (row.barrier[i]) masks.add_barrier(i, i + 1);
  }
  std::string bytes;
  const bool gate = program.gate(masks, trigger);
  const PatternProgram::Outcome lean = program.match(masks, trigger, bytes);
  const PatternProgram::Outcome full = program.match_by_re2(masks, trigger, bytes);
  const auto where = [&] {
    return ": " + pattern.text + " type " + std::to_string(static_cast<int>(type)) + " at " +
           std::to_string(trigger.begin) + ".." + std::to_string(trigger.end) + " over" + shown(row);
  };
  if (gate != expected.has_value()) check(false, "the masks differ from the oracle" + where());
  if (lean.matched != expected.has_value()) check(false, "matching differs from the oracle" + where());
  if (full.matched != expected.has_value()) check(false, "RE2 differs from the oracle" + where());
  if (!expected) return;
  const std::uint32_t argument = expected->argument.value_or(kNoUnit);
  if (lean.argument != argument) check(false, "the argument differs from the oracle's" + where());
  if (full.argument != argument) check(false, "RE2's argument differs from the oracle's" + where());
}

}  // namespace

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> none;
  return none;
}

void fuzz_one(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = as_text(data, size);
  const std::size_t line = input.find('\n');
  const bool written = line != std::string_view::npos && input.substr(0, kWritten.size()) == kWritten;
  Choices choices(data + (written ? line + 1 : 0), size - (written ? line + 1 : 0));
  const bool argument = written ? input.substr(0, line).find('@') != std::string_view::npos : choices.pick(3) != 0;
  const auto type = static_cast<ArgumentType>(choices.pick(7));
  const std::string text = written ? std::string(input.substr(kWritten.size(), line - kWritten.size()))
                                   : PatternMaker(choices).pattern(argument);
  Diagnostics faults;
  const PatternPlace place{"fuzz", 1, 1, argument, nullptr};
  const std::optional<Pattern> pattern = parse_pattern(text, place, faults);
  if (!pattern) {
    const std::string& code = faults.at(0).code;
    check(written || code == "R059" || code == "R053" || code == "R056", "a made pattern does not parse: " + faults[0].to_string());
    return;
  }
  TestTable tests;
  const ListResolver resolve = [](std::string_view name) {
    for (std::size_t i = 0; i < list_names().size(); ++i) {
      if (list_names()[i] == name) return static_cast<ListId>(i);
    }
    return kNoList;
  };
  const auto program = PatternProgram::lower(*pattern, argument ? std::optional(type) : std::nullopt, resolve,
                                             list_names(), tests, faults);
  if (!program) {
    check(written || faults.at(0).code == "R058", "a made pattern is not lowered: " + faults[0].to_string());
    return;
  }
  ClauseMasks masks;  // used again from clause to clause, as in a run
  for (int i = 0; i < 3 && (i == 0 || !choices.empty()); ++i) {
    const RowMaker maker(choices);
    const auto units = static_cast<std::uint32_t>(maker.row.units.size());
    const std::uint32_t begin = choices.byte() % units;
    for (const std::uint32_t at : {begin, units / 2}) {
      const std::uint32_t end = std::min(units, at + 1 + choices.pick(3));
      compare(*pattern, type, *program, maker.row, {at, end}, masks);
    }
  }
}

}  // namespace rasd::fuzz
