#include "event/record_settle.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "event/event_mention.hpp"
#include "event/sub_event_set.hpp"

namespace rasd {
namespace {

bool forces(const Participant& who) {
  return who.kind == "police" || who.kind == "state_forces" || who.kind == "external_forces" || who.kind == "government";
}

bool demonstrators(const Participant& who) { return who.kind == "protesters" || who.kind == "rioters"; }

bool crowd(const Participant& who) { return demonstrators(who) || who.kind == "civilians"; }

template <typename Predicate>
void move_if(std::vector<Participant>& from, std::vector<Participant>& to, Predicate predicate) {
  const auto kept = std::stable_partition(from.begin(), from.end(), [&](const Participant& p) { return !predicate(p); });
  std::move(kept, from.end(), std::back_inserter(to));
  from.erase(kept, from.end());
}

// Who is taken is detained or abducted by what the act turned out to be, never both.
void settle_taken(int type, Event& record) {
  auto& detained = record.casualties[static_cast<std::size_t>(CasualtyKind::detained)];
  auto& abducted = record.casualties[static_cast<std::size_t>(CasualtyKind::abducted)];
  if (!detained || !abducted) return;
  (type == sub_event_index("Abduction/forced disappearance") ? detained : abducted).reset();
}

// Forces of the state lay no bombs at home: beside one they are who was hit or who tells of it.
void drop_announcers(int type, Event& record) {
  static const SubEventSet kBombs = sub_event_set({"Remote explosive/landmine/IED", "Suicide bomb", "Grenade"});
  if (!has_sub_event(kBombs, type)) return;
  std::erase_if(record.actors, [](const Participant& actor) {
    return (actor.kind == "police" || actor.kind == "state_forces") && actor.basis != to_string(Basis::clause);
  });
}

// Demonstrators act and forces are on the other side, whoever the sentence makes its subject; where forces use
// excessive force they are the actors.
void settle_protest(int type, Event& record) {
  static const SubEventSet kProtests =
      sub_event_set({"Peaceful protest", "Protest with intervention", "Violent demonstration"});
  if (has_sub_event(kProtests, type)) {
    move_if(record.actors, record.targets, forces);
    move_if(record.targets, record.actors, demonstrators);
    const bool arrested = record.casualties[static_cast<std::size_t>(CasualtyKind::detained)].has_value();
    if (record.actors.empty() && !arrested) move_if(record.targets, record.actors, crowd);
  } else if (type == sub_event_index("Excessive force against protesters")) {
    move_if(record.actors, record.targets, crowd);
    if (record.actors.empty()) move_if(record.targets, record.actors, forces);
  }
}

// Where nobody is named as the doer and forces stand among those whom it was done to: the interceptor of a weapon,
// and the side of a fight that its dead do not belong to.
void settle_opponents(int type, Event& record) {
  if (!record.actors.empty()) return;
  static const SubEventSet kOpposed = sub_event_set({"Armed clash", "Disrupted weapons use"});
  if (!has_sub_event(kOpposed, type)) return;
  const bool other = type == sub_event_index("Disrupted weapons use") ||
                     std::any_of(record.targets.begin(), record.targets.end(), [](const Participant& p) {
                       return p.kind == "rebel" || p.kind == "political_militia" || p.kind == "identity_militia";
                     });
  if (other) move_if(record.targets, record.actors, forces);
}

}  // namespace

void settle_by_type(int type, Event& record) {
  settle_taken(type, record);
  drop_announcers(type, record);
  settle_protest(type, record);
  settle_opponents(type, record);
}

void settle_accused(Event& record) {
  if (record.status != Status::asserted || record.actors.empty()) return;
  const bool only = std::all_of(record.actors.begin(), record.actors.end(),
                                [](const Participant& actor) { return actor.rule == "accused"; });
  if (only) record.status = Status::alleged;
}

}  // namespace rasd
