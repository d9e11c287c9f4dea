#include "sink/record_columns.hpp"

#include <nlohmann/json.hpp>

#include "sink/record_values.hpp"

namespace rasd {
namespace {

// What stands at a path of the record, or what a function makes of it.
struct Field {
  Column column;
  const char* path;
  Cell (*read)(const Record& record, const CodeBook& book) = nullptr;
};

Cell text_cell(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }

template <class Value>
Cell cell_of(const std::optional<Value>& value) {
  return value ? Cell(*value) : Cell();
}

// The first participant of a side stands for its kind, as ACLED's inter1 is the kind of actor1.
Cell inter_of(const Record& record, const char* side, const CodeBook& book) {
  const Record* list = value_at(record, side);
  if (list == nullptr || !list->is_array() || list->empty()) return {};
  return cell_of(book.inter(text_at(list->front(), "kind")));
}

// ACLED has no code for a day of which only the year is known; the month's is the nearest.
Cell time_precision(const Record& record) {
  const std::string precision = text_at(record, "date.precision");
  if (precision.empty()) return {};
  if (precision == "day") return std::int64_t{1};
  return std::int64_t{precision == "week" ? 2 : 3};
}

// Lists in one cell.
Cell names_of(const Record& record, const char* side) { return text_cell(joined_at(record, side, "name")); }

constexpr ColumnKind kText = ColumnKind::text;
constexpr ColumnKind kInteger = ColumnKind::integer;
constexpr ColumnKind kNumber = ColumnKind::number;
constexpr ColumnKind kDate = ColumnKind::date;

const std::vector<Field>& fields() {
  static const std::vector<Field> kFields = {
      {{"event_id", kText}, "event_id"},
      {{"event_date", kDate}, "date.start"},
      {{"event_date_end", kDate}, "date.end"},
      {{"time_precision", kInteger}, "", [](const Record& record, const CodeBook&) { return time_precision(record); }},
      {{"disorder_type", kText}, "", [](const Record& record, const CodeBook& book) {
         return text_cell(book.disorder_type(text_at(record, "sub_event_type")));
       }},
      {{"event_type", kText}, "event_type"},
      {{"sub_event_type", kText}, "sub_event_type"},
      {{"actor1", kText}, "", [](const Record& record, const CodeBook&) { return names_of(record, "actors"); }},
      {{"inter1", kInteger}, "", [](const Record& record, const CodeBook& book) { return inter_of(record, "actors", book); }},
      {{"actor2", kText}, "", [](const Record& record, const CodeBook&) { return names_of(record, "targets"); }},
      {{"inter2", kInteger}, "", [](const Record& record, const CodeBook& book) { return inter_of(record, "targets", book); }},
      {{"country", kText}, "", [](const Record& record, const CodeBook& book) {
         return text_cell(book.country(text_at(record, "location.country")));
       }},
      {{"iso3", kText}, "location.country"},
      {{"admin1", kText}, "location.admin1"},
      {{"location", kText}, "location.name"},
      {{"latitude", kNumber}, "location.latitude"},
      {{"longitude", kNumber}, "location.longitude"},
      {{"geo_precision", kInteger}, "location.precision"},
      {{"source", kText}, "source"},
      {{"notes", kText}, "evidence.text"},
      {{"fatalities", kInteger}, "casualties.killed.min"},
      {{"fatalities_max", kInteger}, "casualties.killed.max"},
      {{"injured", kInteger}, "casualties.injured.min"},
      {{"injured_max", kInteger}, "casualties.injured.max"},
      {{"detained", kInteger}, "casualties.detained.min"},
      {{"abducted", kInteger}, "casualties.abducted.min"},
      {{"missing", kInteger}, "casualties.missing.min"},
      {{"displaced", kInteger}, "casualties.displaced.min"},
      {{"weapons", kText}, "", [](const Record& record, const CodeBook&) {
         return text_cell(joined_at(record, "weapons", "text"));
       }},
      {{"status", kText}, "status"},
      {{"reporter", kText}, "reporter.text"},
      {{"trigger", kText}, "trigger.text"},
      {{"confidence", kNumber}, "confidence"},
      {{"found_by", kText}, "", [](const Record& record, const CodeBook&) { return text_cell(joined_at(record, "found_by")); }},
      {{"doc_id", kText}, "doc_id"},
      {{"url", kText}, "url"},
      {{"title", kText}, "title"},
      // From here on only where all are asked for.
      {{"published", kText}, "published"},
      {{"salience", kText}, "salience"},
      {{"cameo", kText}, "codes.cameo"},
      {{"plover", kText}, "codes.plover"},
      {{"ucdp", kText}, "codes.ucdp"},
  };
  return kFields;
}
constexpr std::size_t kUsualColumns = 37;

}  // namespace

const std::vector<Column>& record_columns(ColumnSet set) {
  const auto first = [](std::size_t count) {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < count; ++i) columns.push_back(fields()[i].column);
    return columns;
  };
  static const std::vector<Column> kUsual = first(kUsualColumns);
  static const std::vector<Column> kAll = first(fields().size());
  return set == ColumnSet::usual ? kUsual : kAll;
}

void read_row(const Record& record, const CodeBook& book, ColumnSet set, std::vector<Cell>& cells) {
  cells.clear();
  for (std::size_t i = 0; i < record_columns(set).size(); ++i) {
    const Field& field = fields()[i];
    if (field.read != nullptr) {
      cells.push_back(field.read(record, book));
    } else if (field.column.kind == ColumnKind::integer) {
      cells.push_back(cell_of(integer_at(record, field.path)));
    } else if (field.column.kind == ColumnKind::number) {
      cells.push_back(cell_of(number_at(record, field.path)));
    } else {
      cells.push_back(text_cell(text_at(record, field.path)));
    }
  }
}

}  // namespace rasd
