// Patterns as programs. A pattern is cut at TRIGGER into the half before, which runs on the reversed units, and the
// half behind; each half is anchored at the trigger, so that its lazy gaps find the nearest argument. A half collects
// its distinct unit tests (at most 8); a unit becomes one byte, the truth bits of those tests, and the half an RE2
// program over these bytes (lowering.cpp is the only file that knows RE2). Tests that stand in gaps take the top bits,
// so that a gap is one byte range.
//
// Whether a half can match at all is decided first over the unit masks, one bit a unit, without bytes and without RE2:
// most halves stop there. RE2 runs where an argument must be picked. Both say the same; tests/rules checks them against
// a naive matcher.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.hpp"
#include "rules/unit_masks.hpp"

namespace rasd {

// Units that far from the trigger are not looked at.
inline constexpr std::uint32_t kReach = 40;
inline constexpr std::size_t kMaxHalfTests = 8;
inline constexpr std::uint32_t kNoUnit = 0xFFFFFFFF;

// The id of a list, or kNoList.
using ListResolver = std::function<ListId(std::string_view)>;

// The test that an element stands for. `argument` is the type of `@`. Reports unknown lists (R080) at `file`:`line`.
[[nodiscard]] UnitTest unit_test_of(const PatternElement& element, ArgumentType argument, const ListResolver& resolve,
                                    const std::vector<std::string>& known_lists, const std::string& file,
                                    std::uint32_t line, Diagnostics& faults);

class SnapshotWriter;
class SnapshotReader;

class PatternProgram {
 public:
  // nullptr where something was reported. `argument` is set for role lines.
  static std::unique_ptr<PatternProgram> lower(const Pattern& pattern, std::optional<ArgumentType> argument,
                                               const ListResolver& resolve, const std::vector<std::string>& known_lists,
                                               TestTable& tests, Diagnostics& faults);
  ~PatternProgram();
  PatternProgram(const PatternProgram&) = delete;
  PatternProgram& operator=(const PatternProgram&) = delete;

  struct Outcome {
    bool matched = false;
    std::uint32_t argument = kNoUnit;  // counted from the clause's first unit; kNoUnit in patterns without `@`
  };
  // `trigger` counts from the clause's first unit; `bytes` is scratch memory.
  [[nodiscard]] Outcome match(const ClauseMasks& masks, UnitRange trigger, std::string& bytes) const;

  // Where each alternative stops, for `explain`: the number of the element of its pattern that found nothing (kNoUnit: the
  // whole pattern matches), and the unit farthest from the trigger that the elements before it took.
  struct Stop {
    std::uint32_t element = kNoUnit;
    std::uint32_t reached = kNoUnit;  // counted from the clause's first unit; kNoUnit: the trigger itself
  };
  [[nodiscard]] std::vector<Stop> stops(const ClauseMasks& masks, UnitRange trigger) const;

  // The same by RE2 alone, and the masks' answer alone: for tests.
  [[nodiscard]] Outcome match_by_re2(const ClauseMasks& masks, UnitRange trigger, std::string& bytes) const;
  [[nodiscard]] bool gate(const ClauseMasks& masks, UnitRange trigger) const;
  // The two RE2 programs, half before and half behind; for tests and `explain`.
  [[nodiscard]] std::pair<std::string, std::string> expressions() const;

  // See text/snapshot.hpp.
  void fields(SnapshotWriter& snapshot);
  void fields(SnapshotReader& snapshot);

 private:
  friend class SnapshotReader;
  struct Half;
  PatternProgram();
  static std::unique_ptr<PatternProgram> lower_one(const Pattern& pattern, std::optional<ArgumentType> argument,
                                                   const ListResolver& resolve,
                                                   const std::vector<std::string>& known_lists, TestTable& tests,
                                                   Diagnostics& faults);
  [[nodiscard]] Outcome match_one(const ClauseMasks& masks, UnitRange trigger, std::string& bytes) const;
  [[nodiscard]] Outcome match_one_by_re2(const ClauseMasks& masks, UnitRange trigger, std::string& bytes) const;
  [[nodiscard]] Stop stop_one(const ClauseMasks& masks, UnitRange trigger) const;
  [[nodiscard]] bool carries_proclitics(const ClauseMasks& masks, UnitRange trigger) const;
  std::unique_ptr<Half> before_;
  std::unique_ptr<Half> behind_;
  std::uint32_t cut_ = 0;  // number of the element TRIGGER
  std::uint8_t trigger_proclitics_ = 0;
  std::unique_ptr<PatternProgram> otherwise_;  // the next alternative of the line
};

}  // namespace rasd
