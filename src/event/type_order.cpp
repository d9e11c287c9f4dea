#include "event/type_order.hpp"

#include <algorithm>
#include <string_view>

#include "text/table_reader.hpp"

namespace rasd {

Result<TypeOrder> TypeOrder::load(const std::string& directory) {
  auto table = read_table(directory + "/absorbs.tsv", {"type", "absorbs"});
  if (!table) return std::move(table).error();
  TypeOrder order;
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    const int whole = sub_event_index(row.cells[0]);
    if (whole < 0) {
      faults.push_back(table->fault(row, 0, "D030", "unknown sub-event type '" + row.cells[0] + "'"));
      continue;
    }
    std::string_view rest = row.cells[1];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      const std::string name(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const int part = sub_event_index(name);
      if (part < 0) {
        faults.push_back(table->fault(row, 1, "D030", "unknown sub-event type '" + name + "'"));
      } else {
        order.parts_[static_cast<std::size_t>(whole)] |= SubEventSet{1} << part;
      }
    }
  }
  if (!faults.empty()) return faults;
  return order;
}

bool TypeOrder::absorbs(SubEventSet whole, SubEventSet part) const {
  for (int type = 0; type < 32; ++type) {
    if (has_sub_event(whole, type) && (parts_[static_cast<std::size_t>(type)] & part) != 0) return true;
  }
  return false;
}

SubEventSet TypeOrder::join(SubEventSet open, SubEventSet next) const {
  if ((open & next) != 0) return open & next;
  return absorbs(next, open) && !absorbs(open, next) ? next : open;
}

}  // namespace rasd
