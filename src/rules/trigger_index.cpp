#include "rules/trigger_index.hpp"

#include <algorithm>

namespace rasd {

void TriggerIndex::add(TriggerProgram trigger) {
  for (std::uint32_t i = 0; i < trigger.units.size(); ++i) {
    if (trigger.units[i].kind == UnitTest::Kind::lists && !trigger.units[i].negated) {
      trigger.anchor = i;
      break;
    }
  }
  triggers_.push_back(std::move(trigger));
}

void TriggerIndex::finish(std::size_t list_count) {
  bitmap_.assign(list_count / 64 + 1, 0);
  by_list_.assign(list_count, {});
  for (std::uint32_t number = 0; number < triggers_.size(); ++number) {
    const TriggerProgram& trigger = triggers_[number];
    for (ListId list : trigger.units[trigger.anchor].lists) {
      if (list >= list_count) continue;
      bitmap_[list / 64] |= std::uint64_t{1} << (list % 64);
      by_list_[list].push_back(number);
    }
  }
}

void TriggerIndex::candidates(const ClauseSet& clauses, UnitRange units, std::vector<std::uint32_t>& out) const {
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    const Unit& unit = clauses.units[units.begin + i];
    if (unit.has(MentionType::date)) continue;  // «fajr al-yawm» is a time, not the verb of the same letters
    const std::size_t first = out.size();
    const auto add = [&](ListId list) {
      if (!may_trigger(list)) return;
      for (std::uint32_t number : by_list_[list]) {
        // A trigger that names several lists comes up once for a word that is in two of them.
        bool known = false;
        for (std::size_t k = first; k < out.size(); k += 2) known = known || out[k + 1] == number;
        if (!known) {
          out.push_back(i);
          out.push_back(number);
        }
      }
    };
    if (unit.phrase.list != kNoList) {
      add(unit.phrase.list);
    } else if (unit.head != nullptr) {
      for (const ListHit& hit : unit.head->lists) add(hit.list);
    }
  }
}

bool reads_as_listed(const Unit& unit, const std::vector<ListId>& lists) {
  if (!unit.finite_verb || unit.phrase.list != kNoList || unit.head == nullptr) return true;
  for (const Reading& reading : unit.head->readings) {
    if (reading.pos == Pos::noun || reading.pos == Pos::adjective) continue;
    for (const ListHit& hit : reading.lists) {
      if (std::find(lists.begin(), lists.end(), hit.list) != lists.end()) return true;
    }
  }
  return false;
}

}  // namespace rasd
