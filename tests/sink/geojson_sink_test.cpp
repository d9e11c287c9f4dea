#include "sink/geojson_sink.hpp"

#include "record_support.hpp"

namespace rasd {
namespace {

std::string geojson(const std::vector<Record>& records, GeoJsonShape shape) {
  const CodeBook book = project_code_book();
  return written([&](Output& output) { return std::make_unique<GeoJsonSink>(output, book, shape); }, records);
}

TEST(GeoJsonSink, AFeatureAnEventAtItsPlace) {
  const Record all = Record::parse(geojson({full_record(), bare_record()}, GeoJsonShape::collection));
  EXPECT_EQ(all["type"], "FeatureCollection");
  ASSERT_EQ(all["features"].size(), 2u);
  const Record& feature = all["features"][0];
  EXPECT_EQ(feature["type"], "Feature");
  EXPECT_EQ(feature["id"], "ev_12e3456789012345");
  EXPECT_EQ(feature["geometry"], Record::parse(R"({"type":"Point","coordinates":[36.72606,35.9032]})")) << "longitude first";
  EXPECT_EQ(feature["properties"]["fatalities"], 5);
  EXPECT_EQ(feature["properties"]["country"], "Syria");
  EXPECT_EQ(feature["properties"]["cameo"], "195");
}

TEST(GeoJsonSink, AnEventWithoutAPlaceHasNoGeometryAndAllProperties) {
  const Record all = Record::parse(geojson({bare_record()}, GeoJsonShape::collection));
  const Record& feature = all["features"][0];
  ASSERT_TRUE(feature.contains("geometry"));
  EXPECT_TRUE(feature["geometry"].is_null());
  EXPECT_EQ(feature["properties"].size(), record_columns(ColumnSet::all).size());
  EXPECT_TRUE(feature["properties"]["fatalities"].is_null());
}

TEST(GeoJsonSink, APlaceOffTheEarthIsNoGeometry) {
  Record record = full_record();
  record["location"]["latitude"] = 190.5;
  EXPECT_TRUE(Record::parse(geojson({record}, GeoJsonShape::collection))["features"][0]["geometry"].is_null());
}

TEST(GeoJsonSink, LinesAreWholeFeatures) {
  const std::string lines = geojson({full_record(), bare_record()}, GeoJsonShape::lines);
  const std::size_t end = lines.find('\n');
  EXPECT_EQ(Record::parse(lines.substr(0, end))["type"], "Feature");
  EXPECT_EQ(Record::parse(lines.substr(end + 1))["id"], "ev_0000000000000001");
}

TEST(GeoJsonSink, NoEventsAreAnEmptyCollection) {
  EXPECT_EQ(Record::parse(geojson({}, GeoJsonShape::collection)), Record::parse(R"({"type":"FeatureCollection","features":[]})"));
  EXPECT_EQ(geojson({}, GeoJsonShape::lines), "");
}

}  // namespace
}  // namespace rasd
