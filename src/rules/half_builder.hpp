// The elements of one half of a pattern, with numbers of tests in the place of names.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "rules/lowering.hpp"

namespace rasd {

// An element with its test's number in the half instead of its names.
struct HalfNode {
  enum class Kind : std::uint8_t { unit, edge, group };
  Kind kind = Kind::unit;
  bool negated = false;
  bool capture = false;
  bool every = false;  // any unit: no test
  std::uint8_t test = 0;
  std::uint8_t min = 1, max = 1;
  std::vector<std::vector<HalfNode>> alternatives;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(kind, negated, capture, every, test, min, max, alternatives);
  }
};

using Windows = std::array<std::uint64_t, kMaxHalfTests>;

// Bit i of `starts`: the row may begin behind i units. The result says likewise where it may end. `valid` has a bit for
// each unit of the half, `edge` the bit of the place where the clause ends. Exact, since a row of units has one end for
// each number of units taken.
[[nodiscard]] std::uint64_t reach(const std::vector<HalfNode>& row, std::uint64_t starts, const Windows& windows,
                                  std::uint64_t valid, std::uint64_t edge);

struct BuiltHalf {
  std::vector<HalfNode> row;    // in running order: away from the trigger
  std::vector<UnitTest> tests;  // those that stand in gaps last
  bool has_argument = false;
};

// Elements [begin, end) of the pattern. Reports unknown lists; more tests than fit are left to the caller.
[[nodiscard]] BuiltHalf build_half(const Pattern& pattern, std::size_t begin, std::size_t end, bool reversed,
                                   ArgumentType argument, const ListResolver& resolve,
                                   const std::vector<std::string>& known_lists, Diagnostics& faults);

}  // namespace rasd
