#include "sink/format.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rasd {
namespace {

TEST(Format, ByExtension) {
  EXPECT_EQ(format_of_path("a/b.csv"), Format::csv);
  EXPECT_EQ(format_of_path("B.CSV"), Format::csv);
  EXPECT_EQ(format_of_path("x.y.tsv"), Format::tsv);
  EXPECT_EQ(format_of_path("x.geojson"), Format::geojson);
  EXPECT_EQ(format_of_path("x.geojsonl"), Format::geojsonl);
  EXPECT_EQ(format_of_path("events"), Format::jsonl);
  EXPECT_EQ(format_of_path("events.jsonl"), Format::jsonl);
  EXPECT_EQ(format_of_path("events.csv/part"), Format::jsonl);
}

TEST(Format, AnExtensionOfNoneIsNoFormat) {
  for (const char* path : {"x.parquet", "x.xls", "x.csvx"}) EXPECT_EQ(format_of_path(path), std::nullopt) << path;
  EXPECT_THAT(unknown_format("x.parquet"), testing::HasSubstr(".parquet; name one with -f: csv, "));
}

}  // namespace
}  // namespace rasd
