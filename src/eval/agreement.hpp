// How far an event of the program says what a coder's event says.
#pragma once

#include "eval/scored_event.hpp"

namespace rasd::eval {

struct Tally {
  std::size_t right = 0;
  std::size_t extra = 0;   // said and wrong
  std::size_t missed = 0;  // not said, or said wrong
  [[nodiscard]] std::size_t faults() const { return extra + missed; }
  Tally& operator+=(const Tally& other) {
    right += other.right;
    extra += other.extra;
    missed += other.missed;
    return *this;
  }
  friend bool operator==(const Tally&, const Tally&) = default;
};

// `found` may be null: nothing was said.
[[nodiscard]] Tally agreement(Argument argument, const ScoredEvent& gold, const ScoredEvent* found);
[[nodiscard]] bool has_same_sub_type(const ScoredEvent& gold, const ScoredEvent& found);
[[nodiscard]] bool overlaps(const ScoredEvent& left, const ScoredEvent& right);

// What speaks for the two being one event; 0 where they cannot be: their types must agree, and a trigger of the one lie in a mention of
// the other or two arguments besides the country agree.
[[nodiscard]] double weight(const ScoredEvent& gold, const ScoredEvent& found);

}  // namespace rasd::eval
