// Tests of units, answered for a whole clause at once: one bit a unit. The masks of a clause are filled in one pass
// when one of its words can be a trigger; a test is then a few operations on words of 64 units.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "clause/unit.hpp"
#include "rules/rule.hpp"

namespace rasd {

// What a pattern element demands of one unit, its names resolved.
struct UnitTest {
  enum class Kind : std::uint8_t { any, gap, lists, type, unit_class };
  Kind kind = Kind::any;
  bool negated = false;
  bool no_preposition = false;  // arguments and types stand without an attached preposition unless one is named
  std::uint8_t proclitics = 0;  // all of these must be attached
  ArgumentType type = ArgumentType::any;   // kind type
  UnitClass unit_class = UnitClass::word;  // kind unit_class
  std::uint8_t barrier_types = 0;          // kind any, gap: 1 << ArgumentType
  std::uint32_t barrier_classes = 0;       // kind any, gap: 1 << UnitClass
  std::vector<ListId> lists;               // kind lists: one of them; kind any, gap: none of them
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(kind, negated, no_preposition, proclitics, type, unit_class, barrier_types, barrier_classes, lists);
  }
  friend bool operator==(const UnitTest&, const UnitTest&) = default;
  friend auto operator<=>(const UnitTest&, const UnitTest&) = default;
};

using TestId = std::uint32_t;  // the lowest bit: the test is one of a gap

// Numbers the distinct tests of a rule set, so that a clause answers each of them once.
class TestTable {
 public:
  TestId id_of(const UnitTest& test) {
    const auto next = static_cast<TestId>(2 * ids_.size() + (test.kind == UnitTest::Kind::gap ? 1 : 0));
    return ids_.emplace(test, next).first->second;
  }
  // Marks the lists that the tests name.
  void mark_lists(std::vector<std::uint8_t>& asked) const {
    for (const auto& [test, id] : ids_) mark_lists(test, asked);
  }
  static void mark_lists(const UnitTest& test, std::vector<std::uint8_t>& asked) {
    for (const ListId list : test.lists) {
      if (list < asked.size()) asked[list] = 1;
    }
  }

 private:
  std::map<UnitTest, TestId> ids_;
};

// Whether one unit is of a type or class by itself; a clause's ends are no units.
[[nodiscard]] bool is_of_type(const Unit& unit, ArgumentType type);
[[nodiscard]] bool is_of_class(const Unit& unit, UnitClass unit_class);

class ClauseMasks {
 public:
  // Fills the masks for the units of a clause, which must stay where they are while tests are asked. Barriers are added
  // behind that.
  // `asked`, where given: by list, whether any test names it; other lists get no masks.
  void start(const ClauseSet& clauses, UnitRange units, std::size_t list_count,
             const std::vector<std::uint8_t>* asked = nullptr);
  // Marks units (counted from the clause's first) as triggers of some rule: gaps stop there.
  void add_barrier(std::uint32_t begin, std::uint32_t end);

  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] std::uint8_t proclitics_of(std::uint32_t unit) const { return unit < size_ ? units_[unit].proclitics : std::uint8_t{0}; }
  [[nodiscard]] bool test(const UnitTest& test, std::uint32_t unit) const {
    return (forward(test, static_cast<int>(unit)) & 1u) != 0;
  }
  // Bit i: the unit `from + i` passes; bits behind the clause's end are 0. `from` may be down to -63.
  [[nodiscard]] std::uint64_t forward(const UnitTest& test, int from) const;
  // Bit i: the unit `end - 1 - i` passes.
  [[nodiscard]] std::uint64_t backward(const UnitTest& test, int end) const;
  // The same, remembered for clauses of up to 64 units. `id` is the test's number in the rule set's table.
  [[nodiscard]] std::uint64_t forward(const UnitTest& test, TestId id, std::uint32_t from) const {
    if (size_ > 64) return forward(test, static_cast<int>(from));
    return from >= 64 ? 0 : known(test, id).forward >> from;
  }
  [[nodiscard]] std::uint64_t backward(const UnitTest& test, TestId id, std::uint32_t end) const {
    if (size_ > 64) return backward(test, static_cast<int>(end));
    return end == 0 ? 0 : known(test, id).backward >> (64 - end);
  }

 private:
  struct Known {
    std::uint32_t epoch = 0;
    std::uint64_t forward = 0;   // bit i: unit i
    std::uint64_t backward = 0;  // bit i: unit 63 - i
  };
  const Known& known(const UnitTest& test, TestId id) const {
    if (id / 2 >= known_.size()) known_.resize(id / 2 + 1);
    Known& entry = known_[id / 2];
    // Barriers, which come later, stop gaps only. The test itself is looked at where nothing is known of it.
    if (entry.epoch != ((id & 1u) != 0 ? gap_epoch_ : known_epoch_)) fill(entry, test);
    return entry;
  }
  void fill(Known& entry, const UnitTest& test) const;

  static constexpr int kTypes = 7;
  static constexpr int kClasses = 20;
  static constexpr int kProclitics = 7;

  [[nodiscard]] std::uint64_t load(const std::vector<std::uint64_t>& masks, std::size_t row, int from) const;
  [[nodiscard]] std::uint64_t any_list(const std::vector<ListId>& lists, int from) const;
  void set(std::vector<std::uint64_t>& masks, std::size_t row, std::uint32_t unit) {
    masks[row * stride_ + unit / 64] |= std::uint64_t{1} << (unit % 64);
  }
  void add_row(ListId list);  // an empty one
  std::uint32_t next_epoch();

  std::uint32_t size_ = 0;
  std::size_t stride_ = 0;  // words a mask; the last one is always 0, so that loads may run over
  std::uint32_t epoch_ = 0;
  std::vector<std::uint32_t> list_epoch_;  // by list: the clause its row belongs to
  std::vector<std::uint32_t> list_row_;
  std::uint32_t list_rows_ = 0;
  std::vector<std::uint64_t> lists_;
  std::vector<std::uint64_t> types_;
  std::vector<std::uint64_t> proclitics_;
  std::vector<std::uint64_t> barrier_;
  const Unit* units_ = nullptr;
  mutable std::vector<std::uint64_t> classes_;  // filled when first asked for
  mutable std::uint32_t classes_known_ = 0;
  mutable std::vector<Known> known_;  // by TestId
  std::uint32_t known_epoch_ = 0;     // of this clause
  std::uint32_t gap_epoch_ = 0;       // of this clause and its barriers
  std::uint32_t last_epoch_ = 0;
};

}  // namespace rasd
