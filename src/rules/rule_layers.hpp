// Rule directories one upon the other: what a later one says of the blocks of those below it.
#pragma once

#include "rules/rule_blocks.hpp"

namespace rasd {

class RuleLayers {
 public:
  // Ends a layer: its `disable` lines take out what the layers below define. R064: there is nothing of that name.
  void end_layer(RuleBlocks& blocks, Diagnostics& faults);

 private:
  // What the layers below hold: the first so many blocks of each kind.
  std::size_t rules_ = 0;
  std::size_t statuses_ = 0;
  std::size_t role_sets_ = 0;
  std::size_t type_sets_ = 0;
};

}  // namespace rasd
