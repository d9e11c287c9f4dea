// The lowering says the same as the naive matcher: on patterns written by hand and on random ones.
#include "rules/lowering.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <random>

#include "rules/pattern_parser.hpp"
#include "support/naive_matcher.hpp"

namespace rasd {
namespace {

TestTable tests;  // of all programs of this test

const std::vector<std::string> kLists = {"a", "b", "c", "d", "e"};

ListId list_id(std::string_view name) {
  for (std::size_t i = 0; i < kLists.size(); ++i) {
    if (kLists[i] == name) return static_cast<ListId>(i + 1);
  }
  return kNoList;
}

// A row of units made by hand; owns the words.
class RowMaker {
 public:
  Unit& add() {
    Word& word = words_.emplace_back();
    word.analysis.readings = {&word.reading, 1};
    row.units.emplace_back();
    row.barrier.push_back(false);
    row.units.back().head = &word.analysis;
    return row.units.back();
  }
  WordAnalysis& last_word() { return words_.back().analysis; }
  void put_into(ListId list) {
    words_.back().hit = {list, 0};
    last_word().lists = {&words_.back().hit, 1};
  }
  RowMaker() {
    row.list_id = [](const std::string& name) { return list_id(name); };
  }
  naive::Row row;

 private:
  struct Word {
    WordAnalysis analysis;
    Reading reading;
    ListHit hit;
  };
  std::deque<Word> words_;
};

// One letter a unit: lists a–e, A actor, P place, N counted number, V finite verb, T barrier trigger, ',' comma, '.' a
// plain word; a sign before it: '+' b- attached, '&' w- attached.
std::unique_ptr<RowMaker> row_of(std::string_view text) {
  auto maker = std::make_unique<RowMaker>();
  std::uint8_t proclitics = 0;
  for (char c : text) {
    if (c == '+') {
      proclitics |= kPrepBi;
      continue;
    }
    if (c == '&') {
      proclitics |= kConjWa;
      continue;
    }
    Unit& unit = maker->add();
    unit.proclitics = proclitics;
    proclitics = 0;
    if (c >= 'a' && c <= 'e') maker->put_into(list_id(std::string(1, c)));
    if (c == 'A') unit.types |= 1u << static_cast<int>(MentionType::participant);
    if (c == 'P') unit.types |= 1u << static_cast<int>(MentionType::place);
    if (c == 'N') unit.counted = true;
    if (c == 'V') unit.finite_verb = true;
    if (c == 'T') maker->row.barrier.back() = true;
    if (c == ',') {
      unit.kind = TokenKind::punctuation;
      maker->last_word().folded = ",";
    }
  }
  return maker;
}

Pattern pattern_of(const std::string& text, bool argument) {
  Diagnostics faults;
  PatternPlace place{"test", 1, 1, argument, nullptr};
  std::optional<Pattern> pattern = parse_pattern(text, place, faults);
  EXPECT_TRUE(pattern) << text << ": " << (faults.empty() ? "" : faults[0].to_string());
  return pattern ? *pattern : Pattern{};
}

// The masks of a row, which they look into.
struct Masked {
  explicit Masked(const naive::Row& row) {
    set.units = row.units;
    masks.start(set, {0, static_cast<std::uint32_t>(set.units.size())}, kLists.size() + 1);
    for (std::uint32_t i = 0; i < row.barrier.size(); ++i) {
      if (row.barrier[i]) masks.add_barrier(i, i + 1);
    }
  }
  ClauseSet set;
  ClauseMasks masks;
};

// "-" no match, "+" a match without argument, else the argument's position.
std::string lowered(const std::string& text, ArgumentType type, const std::string& units, std::uint32_t trigger) {
  const bool argument = text.find('@') != std::string::npos;
  const Pattern pattern = pattern_of(text, argument);
  Diagnostics faults;
  auto program =
      PatternProgram::lower(pattern, argument ? std::optional(type) : std::nullopt, list_id, kLists, tests, faults);
  EXPECT_TRUE(program) << (faults.empty() ? "" : faults[0].to_string());
  if (!program) return "?";
  const auto maker = row_of(units);
  std::string bytes;
  const auto outcome = program->match(Masked(maker->row).masks, {trigger, trigger + 1}, bytes);
  if (!outcome.matched) return "-";
  return outcome.argument == kNoUnit ? "+" : std::to_string(outcome.argument);
}

TEST(Lowering, FindsTheNearestArgumentOnBothSides) {
  EXPECT_EQ(lowered("TRIGGER _{0,4} @", ArgumentType::actor, "t.A.A", 0), "2");
  EXPECT_EQ(lowered("@ _{0,4} TRIGGER", ArgumentType::actor, "A.A.t", 4), "2");
  EXPECT_EQ(lowered("TRIGGER @", ArgumentType::actor, "t.A", 0), "-");
  EXPECT_EQ(lowered("{a} _{0,2} @ _{0,2} TRIGGER {b}", ArgumentType::place, "a.P.tb", 4), "2");
  EXPECT_EQ(lowered("{a} _{0,2} @ _{0,2} TRIGGER {b}", ArgumentType::place, "a.P.ta", 4), "-");
}

TEST(Lowering, GapsStopAtBarriers) {
  EXPECT_EQ(lowered("TRIGGER _{0,4} @", ArgumentType::actor, "t.VA", 0), "-");
  EXPECT_EQ(lowered("TRIGGER _{0,4} @", ArgumentType::actor, "t.TA", 0), "-");
  EXPECT_EQ(lowered("TRIGGER _{0,4} <finite> @", ArgumentType::actor, "t.VA", 0), "3")
      << "named elements may be barriers";
  EXPECT_EQ(lowered("TRIGGER _ _ @", ArgumentType::actor, "t.VA", 0), "3") << "a single _ is any unit";
  EXPECT_EQ(lowered("TRIGGER _!{c}{0,4} @", ArgumentType::actor, "t.cA", 0), "-");
  EXPECT_EQ(lowered("TRIGGER _!<comma>{0,4} @", ArgumentType::actor, "t.,A", 0), "-");
  EXPECT_EQ(lowered("TRIGGER _![Place]{0,4} @", ArgumentType::actor, "t.PA", 0), "-");
}

TEST(Lowering, ArgumentsStandWithoutPrepositionUnlessOneIsNamed) {
  EXPECT_EQ(lowered("TRIGGER _{0,4} @", ArgumentType::actor, "t+AA", 0), "2");
  EXPECT_EQ(lowered("TRIGGER _{0,4} b+@", ArgumentType::actor, "tA+A", 0), "2");
  EXPECT_EQ(lowered("TRIGGER _{0,4} any+@", ArgumentType::actor, "t+AA", 0), "1");
  EXPECT_EQ(lowered("TRIGGER _{0,4} @", ArgumentType::actor, "t&A", 0), "1") << "conjunctions may be attached";
  EXPECT_EQ(lowered("TRIGGER _{0,4} w+@", ArgumentType::actor, "tA&A", 0), "2");
  EXPECT_EQ(lowered("TRIGGER _{0,4} w+@", ArgumentType::actor, "t&+A", 0), "-");
  EXPECT_EQ(lowered("b+TRIGGER @", ArgumentType::actor, "+tA", 0), "1");
  EXPECT_EQ(lowered("b+TRIGGER @", ArgumentType::actor, "tA", 0), "-");
}

TEST(Lowering, ClauseEndsAreAnchors) {
  EXPECT_EQ(lowered("<clause_start> _{0,2} TRIGGER", ArgumentType::any, "..t", 2), "+");
  EXPECT_EQ(lowered("<clause_start> _{0,2} TRIGGER", ArgumentType::any, "...t", 3), "-");
  EXPECT_EQ(lowered("TRIGGER {a} <clause_end>", ArgumentType::any, "ta", 0), "+");
  EXPECT_EQ(lowered("TRIGGER {a} <clause_end>", ArgumentType::any, "ta.", 0), "-");
  const std::string far = "t" + std::string(40, '.');
  EXPECT_EQ(lowered("TRIGGER _{0,30} _{0,30} <clause_end>", ArgumentType::any, far, 0), "+");
  EXPECT_EQ(lowered("TRIGGER _{0,30} _{0,30} <clause_end>", ArgumentType::any, far + ".", 0), "-") << "out of reach";
}

TEST(Lowering, GroupsAlternativesAndNegation) {
  EXPECT_EQ(lowered("TRIGGER ({a} | {b} {c}) @", ArgumentType::actor, "tbcA", 0), "3");
  EXPECT_EQ(lowered("@ ({a} | {b} {c}) TRIGGER", ArgumentType::actor, "Abct", 3), "0");
  EXPECT_EQ(lowered("TRIGGER ({a} @ | {b} _ @)", ArgumentType::actor, "tb.A", 0), "3");
  EXPECT_EQ(lowered("TRIGGER !{a} @", ArgumentType::actor, "tbA", 0), "2");
  EXPECT_EQ(lowered("TRIGGER !{a} @", ArgumentType::actor, "taA", 0), "-");
  EXPECT_EQ(lowered("TRIGGER b+!{a} @", ArgumentType::actor, "tbA", 0), "-");
  EXPECT_EQ(lowered("TRIGGER b+!{a} @", ArgumentType::actor, "t+bA", 0), "2");
  EXPECT_EQ(lowered("TRIGGER {a|b}{2} @", ArgumentType::actor, "tabA", 0), "3");
  EXPECT_EQ(lowered("TRIGGER ({a} {b}?){0,3} @", ArgumentType::actor, "tabaA", 0), "4");
}

TEST(Lowering, AlternativesOfTheWholeLine) {
  EXPECT_EQ(lowered("@ TRIGGER | TRIGGER _{0,3} @", ArgumentType::actor, "AtA", 1), "0");
  EXPECT_EQ(lowered("@ TRIGGER | TRIGGER _{0,3} @", ArgumentType::actor, ".t.A", 1), "3");
  EXPECT_EQ(lowered("({a} TRIGGER | TRIGGER {b})", ArgumentType::any, "at", 1), "+");
  EXPECT_EQ(lowered("({a} TRIGGER | TRIGGER {b})", ArgumentType::any, "btb", 1), "+");
  EXPECT_EQ(lowered("({a} TRIGGER | TRIGGER {b})", ArgumentType::any, "bta", 1), "-");
}

TEST(Lowering, ClausesOfMoreThanAWordOfUnits) {
  const std::string row = std::string(70, '.') + "At" + std::string(60, '.') + "A";
  EXPECT_EQ(lowered("@ TRIGGER", ArgumentType::actor, row, 71), "70");
  EXPECT_EQ(lowered("TRIGGER @", ArgumentType::actor, std::string(63, '.') + "tA" + std::string(70, '.'), 63), "64");
}

TEST(Lowering, EightTestsAHalfAndNoMore) {
  const Pattern eight = pattern_of("TRIGGER {a} {b} {c} {d} {e} [Actor] [Place] _{0,2}", false);
  const Pattern nine = pattern_of("TRIGGER {a} {b} {c} {d} {e} [Actor] [Place] _{0,2} [Date]", false);
  const Pattern shared = pattern_of("[Date] TRIGGER {a} !{a} {b} {c} {d} {e} [Actor] [Place] _{0,2} _{0,3} _", false);
  Diagnostics faults;
  EXPECT_TRUE(PatternProgram::lower(eight, std::nullopt, list_id, kLists, tests, faults));
  EXPECT_TRUE(PatternProgram::lower(shared, std::nullopt, list_id, kLists, tests, faults))
      << "equal tests and negations share a bit";
  EXPECT_FALSE(PatternProgram::lower(nine, std::nullopt, list_id, kLists, tests, faults));
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].code, "R058");
  EXPECT_NE(faults[0].message.find("9 different tests"), std::string::npos);
}

TEST(Lowering, AGapIsOneByteRange) {
  Diagnostics faults;
  const auto program = PatternProgram::lower(pattern_of("TRIGGER {a} _{0,30} {b} _{0,9} @", true), ArgumentType::actor,
                                             list_id, kLists, tests, faults);
  ASSERT_TRUE(program);
  EXPECT_NE(program->expressions().second.find("[\\x{08}-\\x{0F}]{0,30}?"), std::string::npos)
      << program->expressions().second;
}

// Random patterns as text, so that the parser is part of what is checked.
class PatternWriter {
 public:
  explicit PatternWriter(std::mt19937& random) : random_(random) {}

  std::string pattern(bool argument) {
    if (pick(8) == 0) return "(" + one(argument) + " | " + one(argument) + ")";
    return pick(8) == 0 ? one(argument) + " | " + one(argument) : one(argument);
  }

 private:
  std::string one(bool argument) {
    const bool argument_before = argument && pick(2) == 0;
    std::string out = row(pick(4), argument_before, true, 0);
    out += pick(8) == 0 ? " b+TRIGGER " : " TRIGGER ";
    out += row(pick(4), argument && !argument_before, false, 0);
    return out;
  }

  unsigned pick(unsigned n) { return static_cast<unsigned>(random_() % n); }

  std::string row(unsigned size, bool argument, bool before, int depth) {
    std::vector<std::string> parts;
    for (unsigned i = 0; i < size; ++i) parts.push_back(element(before, depth));
    if (argument) {
      std::string at = proclitic() + "@";
      if (depth < 1 && pick(5) == 0)
        at = "(" + row(1, true, before, depth + 1) + " | " + row(1, true, before, depth + 1) + ")";
      parts.insert(parts.begin() + pick(static_cast<unsigned>(parts.size()) + 1), at);
    }
    std::string out;
    for (const std::string& part : parts) out += part + " ";
    return out;
  }
  std::string proclitic() {
    const char* some[] = {"", "", "", "", "", "b+", "w+", "any+"};
    return some[pick(8)];
  }
  std::string repetition() {
    const char* some[] = {"", "", "", "?", "{0,2}", "{1,3}", "{0,5}", "*", "+", "{2}"};
    return some[pick(10)];
  }
  std::string element(bool before, int depth) {
    const char* lists[] = {"{a}", "{b}", "{a|c}", "{d}", "{e|b}"};
    const char* types[] = {"[Actor]", "[Place]", "[Count]", "[Any]"};
    const char* classes[] = {"<finite>", "<comma>", "<word>"};
    switch (pick(10)) {
      case 0:
        return proclitic() + lists[pick(5)] + repetition();
      case 1:
        return proclitic() + "!" + lists[pick(5)] + repetition();
      case 2:
        return proclitic() + types[pick(4)] + repetition();
      case 3:
        return "!" + std::string(pick(2) ? types[pick(4)] : classes[pick(3)]) + repetition();
      case 4:
        return classes[pick(3)] + repetition();
      case 5:
        return pick(3) ? "_" + repetition() : (before ? "<clause_start>" : "<clause_end>");
      case 6:
        return "_!" +
               std::string(pick(2)   ? lists[pick(5)]
                           : pick(2) ? types[pick(4)]
                                     : classes[pick(3)]) +
               repetition();
      case 7:
        if (depth < 2) {
          std::string group = "(" + row(1 + pick(2), false, before, depth + 1);
          if (pick(2)) group += "| " + row(1 + pick(2), false, before, depth + 1);
          const char* some[] = {"", "", "?", "{0,2}", "{1,2}"};
          return group + ")" + some[pick(5)];
        }
        [[fallthrough]];
      default:
        return "_{0," + std::to_string(1 + pick(6)) + "}";
    }
  }

  std::mt19937& random_;
};

std::string random_row(std::mt19937& random, std::size_t size) {
  const std::string_view letters = "abcdeAAPPNVT,......";
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    if (random() % 6 == 0) out += '+';
    if (random() % 8 == 0) out += '&';
    out += letters[random() % letters.size()];
  }
  return out;
}

TEST(Lowering, AgreesWithTheNaiveMatcherOnRandomPatterns) {
  std::mt19937 random(20240123);
  PatternWriter writer(random);
  std::size_t matches = 0;
  std::size_t compared = 0;
  for (int round = 0; round < 8000; ++round) {
    const bool argument = random() % 3 != 0;
    const std::string text = writer.pattern(argument);
    Diagnostics faults;
    PatternPlace place{"random", 1, 1, argument, nullptr};
    const std::optional<Pattern> pattern = parse_pattern(text, place, faults);
    if (!pattern) {
      ASSERT_EQ(faults.at(0).code, "R059") << text << ": " << faults[0].to_string();
      continue;
    }
    const auto type = static_cast<ArgumentType>(random() % 7);
    const auto program =
        PatternProgram::lower(*pattern, argument ? std::optional(type) : std::nullopt, list_id, kLists, tests, faults);
    if (!program) {
      ASSERT_EQ(faults.at(0).code, "R058") << text;
      continue;
    }
    for (int i = 0; i < 6; ++i) {
      const std::size_t size = random() % 12 == 0 ? 45 + random() % 100 : 1 + random() % 12;
      const std::string units = random_row(random, size);
      const auto maker = row_of(units);
      const auto trigger = static_cast<std::uint32_t>(random() % size);
      const UnitRange range{
          trigger, std::min(static_cast<std::uint32_t>(size), trigger + 1 + static_cast<std::uint32_t>(random() % 2))};
      const auto expected = naive::match(*pattern, type, maker->row, range);
      const Masked masked(maker->row);
      const ClauseMasks& masks = masked.masks;
      std::string bytes;
      const auto lean = program->match(masks, range, bytes);
      const auto full = program->match_by_re2(masks, range, bytes);
      const std::string where = text + " over " + units + " at " + std::to_string(trigger);
      ASSERT_EQ(program->gate(masks, range), expected.has_value()) << where;
      ASSERT_EQ(lean.matched, expected.has_value()) << where;
      ASSERT_EQ(full.matched, expected.has_value()) << where;
      ++compared;
      if (!expected) continue;
      ++matches;
      ASSERT_EQ(lean.argument, expected->argument.value_or(kNoUnit)) << where;
      ASSERT_EQ(full.argument, expected->argument.value_or(kNoUnit)) << where;
    }
  }
  EXPECT_GT(compared, 25000u);
  EXPECT_GT(matches, compared / 10) << "too few matches to mean anything";
}

}  // namespace
}  // namespace rasd
