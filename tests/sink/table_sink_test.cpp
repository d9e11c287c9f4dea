#include "sink/table_sink.hpp"

#include <gmock/gmock.h>

#include "record_support.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

std::unique_ptr<TableSink> make_table(Output& output) { return std::make_unique<TableSink>(output); }

TEST(TableSink, OneRowAnEvent) {
  Record record = full_record();
  record["actors"][0]["name"] = "طيران مجهول الهوية والمصدر حتى الآن";
  const std::string out = written(make_table, {record, bare_record()});
  EXPECT_THAT(out, HasSubstr("date "));
  EXPECT_THAT(out, HasSubstr("2024-01-22"));
  EXPECT_THAT(out, HasSubstr("Air/drone strike (claimed)"));
  EXPECT_THAT(out, HasSubstr("طيران مجهول الهوية والم…"));
  EXPECT_THAT(out, HasSubstr("5-7"));
  EXPECT_THAT(out, HasSubstr("10+"));
  EXPECT_THAT(out, testing::EndsWith("\n2 events\n"));
}

TEST(TableSink, NoEventsNoHead) {
  const auto make = [](Output& output) {
    auto table = make_table(output);
    table->article();
    return table;
  };
  EXPECT_EQ(written(make, {}), "0 events in 1 article\n");
}

}  // namespace
}  // namespace rasd
