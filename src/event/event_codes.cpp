#include "event/event_codes.hpp"

#include <algorithm>

#include "event/sub_event_set.hpp"
#include "rules/rule_parser.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

// The value of a word of a fixed set; false where it is none.
template <class T>
bool read_word(const std::string& word, const std::map<std::string, T>& words, T& out) {
  const auto found = words.find(word);
  if (found == words.end()) return false;
  out = found->second;
  return true;
}

}  // namespace

Result<EventCodeTable> EventCodeTable::load(const std::string& directory) {
  auto types = read_table(directory + "/types/codes.tsv", {"sub_event_type", "disorder_type", "cameo", "plover", "ucdp"});
  auto participants = read_table(directory + "/codes/participants.tsv", {"kind", "inter", "acled_word", "ucdp_side"});
  Diagnostics faults;
  if (!types) faults = types.error();
  if (!participants) faults.insert(faults.end(), participants.error().begin(), participants.error().end());
  if (!faults.empty()) return faults;
  EventCodeTable table;
  table.rows_.resize(sub_event_types().size());
  for (const TableRow& row : types->rows) {
    const int index = sub_event_index(row.cells[0]);
    if (index < 0) {
      faults.push_back(types->fault(row, 0, "D030", "unknown sub-event type '" + row.cells[0] + "'"));
      continue;
    }
    Row& into = table.rows_[static_cast<std::size_t>(index)];
    into.codes = {row.cells[2], row.cells[3], {}};
    if (!read_word(row.cells[4], {{"", Violence::none}, {"dyad", Violence::dyad}, {"any", Violence::any}}, into.violence)) {
      faults.push_back(types->fault(row, 4, "D033", "ucdp is \"" + row.cells[4] + "\"", "dyad, any or nothing"));
    }
  }
  for (const TableRow& row : participants->rows) {
    if (!read_word(row.cells[3], {{"", Side::none}, {"state", Side::state}, {"group", Side::group}, {"civilians", Side::civilians}},
                   table.sides_[row.cells[0]])) {
      faults.push_back(participants->fault(row, 3, "D033", "ucdp_side is \"" + row.cells[3] + "\"", "state, group, civilians or nothing"));
    }
  }
  if (!faults.empty()) return faults;
  return table;
}

// A state among several makes the side a state's; civilians count where nobody armed is told.
EventCodeTable::Side EventCodeTable::side_of(const std::vector<Participant>& participants) const {
  bool seen[4] = {};
  for (const Participant& participant : participants) {
    const auto found = sides_.find(participant.kind);
    if (found != sides_.end()) seen[static_cast<std::size_t>(found->second)] = true;
  }
  for (const Side side : {Side::state, Side::group, Side::civilians}) {
    if (seen[static_cast<std::size_t>(side)]) return side;
  }
  return Side::none;
}

// UCDP counts deaths: without one there is no event of its. Nor did what is denied, planned or foiled take place.
const char* EventCodeTable::type_of_violence(Violence violence, const Event& event) const {
  const bool happened = event.status == Status::asserted || event.status == Status::claimed || event.status == Status::alleged;
  const auto& killed = event.casualties[static_cast<std::size_t>(CasualtyKind::killed)];
  if (violence == Violence::none || !happened || !killed || killed->count.min < 1) return "";
  const Side actors = side_of(event.actors);
  const Side targets = side_of(event.targets);
  if (actors == Side::none || actors == Side::civilians || targets == Side::none) return "";
  if (targets == Side::civilians) return violence == Violence::any ? "3" : "";
  return actors == Side::state || targets == Side::state ? "1" : "2";
}

EventCodes EventCodeTable::codes_of(int type, const Event& event) const {
  const Row& row = rows_[static_cast<std::size_t>(type)];
  EventCodes codes = row.codes;
  codes.ucdp = type_of_violence(row.violence, event);
  return codes;
}

}  // namespace rasd
