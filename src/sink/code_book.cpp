#include "sink/code_book.hpp"

#include "text/table_reader.hpp"

namespace rasd {
namespace {

template <class Value>
const Value& found_or_empty(const std::map<std::string, Value>& map, const std::string& key) {
  static const Value kNone{};
  const auto found = map.find(key);
  return found == map.end() ? kNone : found->second;
}

}  // namespace

Result<CodeBook> CodeBook::load(const std::string& data) {
  auto types = read_table(data + "/types/codes.tsv", {"sub_event_type", "disorder_type", "cameo", "plover", "ucdp"});
  auto participants = read_table(data + "/codes/participants.tsv", {"kind", "inter", "acled_word", "ucdp_side"});
  auto columns = read_table(data + "/codes/columns.tsv", {"column", "english", "arabic"});
  auto countries = read_table(data + "/gazetteer/countries.tsv", {"id", "kind", "country", "admin1", "admin2", "lat", "lon",
                                                                  "pop", "name_en", "flags", "name_ar"});
  Diagnostics faults;
  for (const auto* table : {&types, &participants, &columns, &countries}) {
    if (!*table) faults.insert(faults.end(), table->error().begin(), table->error().end());
  }
  if (!faults.empty()) return faults;
  CodeBook book;
  for (const TableRow& row : types->rows) book.disorder_types_[row.cells[0]] = row.cells[1];
  for (const TableRow& row : columns->rows) book.columns_[row.cells[0]] = {row.cells[1], row.cells[2]};
  for (const TableRow& row : countries->rows) {
    if (row.cells[1] != "country") continue;
    const std::string& names = row.cells[10];  // the usual one first
    book.countries_.emplace(row.cells[2], Country{row.cells[8], names.substr(0, names.find('|')), row.cells[5], row.cells[6]});
  }
  for (const TableRow& row : participants->rows) {
    const std::string& code = row.cells[1];
    if (code.empty()) continue;
    if (code.size() != 1 || code[0] < '1' || code[0] > '8') {
      faults.push_back(participants->fault(row, 1, "D033", "inter is \"" + code + "\"; ACLED's codes are 1 to 8"));
      continue;
    }
    book.inter_[row.cells[0]] = code[0] - '0';
  }
  if (!faults.empty()) return faults;
  return book;
}

const std::string& CodeBook::disorder_type(const std::string& sub_event_type) const {
  return found_or_empty(disorder_types_, sub_event_type);
}

std::optional<std::int64_t> CodeBook::inter(const std::string& kind) const {
  const auto found = inter_.find(kind);
  return found == inter_.end() ? std::nullopt : std::optional(found->second);
}

const std::string& CodeBook::country(const std::string& code) const { return found_or_empty(countries_, code).english; }

const ColumnMeaning& CodeBook::meaning(const std::string& column) const { return found_or_empty(columns_, column); }

}  // namespace rasd
