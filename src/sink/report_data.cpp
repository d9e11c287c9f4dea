#include "sink/report_data.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "sink/cell_text.hpp"
#include "sink/record_values.hpp"

namespace rasd {
namespace {

// What the page shows and no table has; the texts of record paths.
struct ShownText {
  const char* name;
  const char* path;
};
constexpr ShownText kShownTexts[] = {
    {"place_en", "location.name_en"}, {"place_kind", "location.kind"},           {"date_basis", "date.basis"},
    {"killed_text", "casualties.killed.text"}, {"injured_text", "casualties.injured.text"}, {"date_text", "date.text"},
    {"incident", "incident_id"},  // of rasd dedup
};

// Where the trigger begins in the evidence, in code points; empty where it does not stand there.
std::string trigger_in_evidence(const Record& record) {
  const auto trigger = integer_at(record, "trigger.start");
  const auto start = integer_at(record, "evidence.start");
  const auto end = integer_at(record, "evidence.end");
  if (!trigger || !start || !end || *trigger < *start || *trigger >= *end) return {};
  return cell_text(Cell(*trigger - *start));
}

}  // namespace

std::uint32_t ReportData::ValueColumn::number_of(std::string value) {
  if (value.empty()) return 0;
  const auto [found, is_new] = numbers.try_emplace(std::move(value), static_cast<std::uint32_t>(values.size() + 1));
  if (is_new) values.push_back(found->first);
  return found->second;
}

ReportData::ReportData(const CodeBook& book) : book_(book) {
  for (const Column& column : record_columns(ColumnSet::all)) {
    const bool is_text = column.kind == ColumnKind::text || column.kind == ColumnKind::date;
    table_.push_back({column.name, is_text, {}, {}, {}});
  }
  for (const ShownText& shown : kShownTexts) shown_.push_back({shown.name, true, {}, {}, {}});
  for (const char* name : {"actors", "targets", "weapon_kinds", "other_places"}) shown_.push_back({name, true, {}, {}, {}});
  shown_.push_back({"trigger_at", false, {}, {}, {}});
}

void ReportData::add_cell(ValueColumn& column, std::string value) { column.rows.push_back(column.number_of(std::move(value))); }

std::string ReportData::side(const Record& record, const char* name) {
  std::string numbers;
  for_each_at(record, name, [&](const Record& participant) {
    std::string written;
    JsonWriter json(written);
    json.begin_array();
    for (const char* key : {"name", "name_en", "id", "kind", "country"}) json.string(text_at(participant, key));
    json.end_array();
    if (!numbers.empty()) numbers += ' ';
    numbers += std::to_string(participants_.number_of(std::move(written)));
  });
  return numbers;
}

void ReportData::add_shown(const Record& record) {
  std::size_t column = 0;
  for (const ShownText& shown : kShownTexts) add_cell(shown_[column++], text_at(record, shown.path));
  add_cell(shown_[column++], side(record, "actors"));
  add_cell(shown_[column++], side(record, "targets"));
  add_cell(shown_[column++], joined_at(record, "weapons", "kind"));
  add_cell(shown_[column++], joined_at(record, "other_locations", "name"));
  add_cell(shown_[column++], trigger_in_evidence(record));
}

void ReportData::add(const Record& record) {
  read_row(record, book_, ColumnSet::all, cells_);
  for (std::size_t i = 0; i < cells_.size(); ++i) add_cell(table_[i], cell_text(cells_[i]));
  add_shown(record);
  ++rows_;
}

void ReportData::append(JsonWriter& json) const {
  json.member("rows", static_cast<std::int64_t>(rows_));
  json.key("columns");
  json.begin_object();
  for (const auto* columns : {&table_, &shown_}) {
    for (const ValueColumn& column : *columns) {
      json.key(column.name);
      json.begin_object();
      json.key("values");
      json.begin_array();
      for (const std::string& value : column.values) column.is_text ? json.string(value) : json.raw(value);
      json.end_array();
      json.key("rows");
      json.begin_array();
      if (!column.values.empty()) {
        for (const std::uint32_t number : column.rows) json.integer(number);
      }
      json.end_array();
      json.end_object();
    }
  }
  json.end_object();
  json.key("table");
  json.begin_array();
  for (const Column& column : record_columns(ColumnSet::all)) {
    json.begin_array();
    json.string(column.name);
    json.string(column.kind == ColumnKind::text ? "text" : "value");
    json.end_array();
  }
  json.end_array();
  json.key("participants");
  json.begin_array();
  for (const std::string& participant : participants_.values) json.raw(participant);
  json.end_array();
  json.key("countries");
  json.begin_object();
  for (const auto& [code, country] : book_.countries()) {
    json.key(code);
    json.begin_array();
    json.string(country.english);
    json.string(country.arabic);
    json.string(country.latitude);
    json.string(country.longitude);
    json.end_array();
  }
  json.end_object();
}

}  // namespace rasd
