#include "rules/rule_layers.hpp"

#include <algorithm>

#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

const std::string& name_of(const RuleBlock& block) { return block.rule.id; }
const std::string& name_of(const StatusRule& block) { return block.id; }
const std::string& name_of(const RoleSetBlock& block) { return block.name; }
const std::string& name_of(const TypeSetBlock& block) { return block.name; }

// Takes the block out of the first `below` ones; where there is none of that name, says so.
template <class Block>
void take_out(std::vector<Block>& blocks, std::size_t& below, const DisableLine& line, Diagnostics& faults) {
  const auto end = blocks.begin() + static_cast<std::ptrdiff_t>(below);
  const auto found = std::find_if(blocks.begin(), end, [&](const Block& block) { return name_of(block) == line.name; });
  if (found != end) {
    blocks.erase(found);
    --below;
    return;
  }
  std::vector<std::string> names;
  for (auto block = blocks.begin(); block != end; ++block) names.push_back(name_of(*block));
  faults.push_back({"R064", line.place.file, line.place.line, line.place.column,
                    "there is no " + line.kind + " '" + line.name + "' to disable",
                    did_you_mean(line.name, names, names.empty() ? "only what other directories define can be disabled" : "")});
}

}  // namespace

void RuleLayers::end_layer(RuleBlocks& blocks, Diagnostics& faults) {
  for (const DisableLine& line : blocks.disabled) {
    if (line.kind == "rule") take_out(blocks.rules, rules_, line, faults);
    if (line.kind == "status") take_out(blocks.statuses, statuses_, line, faults);
    if (line.kind == "roles") take_out(blocks.role_sets, role_sets_, line, faults);
    if (line.kind == "types") take_out(blocks.type_sets, type_sets_, line, faults);
  }
  blocks.disabled.clear();
  rules_ = blocks.rules.size();
  statuses_ = blocks.statuses.size();
  role_sets_ = blocks.role_sets.size();
  type_sets_ = blocks.type_sets.size();
}

}  // namespace rasd
