// Which sub-event types are parts of which: data/types/absorbs.tsv. Threads: immutable after load.
#pragma once

#include <array>
#include <string>

#include "event/sub_event_set.hpp"
#include "rasd/result.hpp"

namespace rasd {

class TypeOrder {
 public:
  // `directory` is data/types.
  static Result<TypeOrder> load(const std::string& directory);

  // Whether some type of `whole` has some type of `part` as its part.
  [[nodiscard]] bool absorbs(SubEventSet whole, SubEventSet part) const;
  // Whether mentions of the two sets can be one incident.
  [[nodiscard]] bool compatible(SubEventSet a, SubEventSet b) const {
    return (a & b) != 0 || absorbs(a, b) || absorbs(b, a);
  }
  // What is left open when a mention of `next` joins: the common types, else the whole's.
  [[nodiscard]] SubEventSet join(SubEventSet open, SubEventSet next) const;

 private:
  std::array<SubEventSet, 32> parts_{};  // by type
};

}  // namespace rasd
