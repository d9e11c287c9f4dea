#include "sink/geojson_sink.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sink/record_values.hpp"

namespace rasd {
namespace {

constexpr std::string_view kHead = "{\"type\":\"FeatureCollection\",\"features\":[\n";

// Longitude first, as RFC 7946 wants; null where the place is not known or cannot be on earth.
Record geometry_of(const Record& record) {
  const auto latitude = number_at(record, "location.latitude");
  const auto longitude = number_at(record, "location.longitude");
  if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) return nullptr;
  return {{"type", "Point"}, {"coordinates", {*longitude, *latitude}}};
}

Record value_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return *integer;
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  return nullptr;
}

}  // namespace

bool GeoJsonSink::write(const Record& record) {
  read_row(record, book_, ColumnSet::all, cells_);
  Record properties = Record::object();
  const std::vector<Column>& columns = record_columns(ColumnSet::all);
  for (std::size_t i = 0; i < columns.size(); ++i) properties[columns[i].name] = value_of(cells_[i]);
  Record feature = Record::object();
  feature["type"] = "Feature";
  feature["id"] = text_at(record, "event_id");
  feature["geometry"] = geometry_of(record);
  feature["properties"] = std::move(properties);
  std::string& out = out_.text();
  if (shape_ == GeoJsonShape::collection) out += begun_ ? std::string_view(",\n") : kHead;
  begun_ = true;
  out += feature.dump(-1, ' ', false, Record::error_handler_t::replace);
  if (shape_ == GeoJsonShape::lines) out += '\n';
  return out_.written();
}

bool GeoJsonSink::finish() {
  if (shape_ == GeoJsonShape::collection) {
    if (!begun_) out_.text() += kHead;
    out_.text() += "\n]}\n";
  }
  return out_.flush();
}

}  // namespace rasd
