#include "sink/record_schema.hpp"

#include <gmock/gmock.h>

#include <functional>

#include "record_support.hpp"
#include "sink/record_columns.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(RecordSchema, IsDraft7AndTheDocumentation) {
  EXPECT_EQ(std::string(record_schema()), read_file(std::string(RASD_SOURCE_DIR) + "/docs/event.schema.json").value());
  EXPECT_EQ(Record::parse(record_schema())["$schema"], "http://json-schema.org/draft-07/schema#");
}

TEST(RecordSchema, KnowsEveryTypeAndKindOfTheTables) {
  const Record schema = Record::parse(record_schema());
  const std::string data = std::string(RASD_SOURCE_DIR) + "/data";
  const auto first_cells = [&](const std::string& file, const std::vector<std::string>& columns) {
    std::vector<std::string> cells;
    const Table table = read_table(data + file, columns).value();
    for (const TableRow& row : table.rows) cells.push_back(row.cells[0]);
    return cells;
  };
  EXPECT_THAT(schema["properties"]["sub_event_type"]["enum"].get<std::vector<std::string>>(),
              testing::UnorderedElementsAreArray(
                  first_cells("/types/codes.tsv", {"sub_event_type", "disorder_type", "cameo", "plover", "ucdp"})));
  EXPECT_THAT(schema["definitions"]["participant"]["properties"]["kind"]["enum"].get<std::vector<std::string>>(),
              testing::UnorderedElementsAreArray(
                  first_cells("/codes/participants.tsv", {"kind", "inter", "acled_word", "ucdp_side"})));
}

TEST(RecordValidator, RecordsAsPrintedAreValid) {
  RecordValidator validator;
  for (const Record& record : {full_record(), bare_record()}) EXPECT_THAT(validator.check(record.dump()), IsEmpty());
  Record passed_through = full_record();
  passed_through["section"] = {{"any", 1}};
  EXPECT_THAT(validator.check(passed_through.dump()), IsEmpty());
}

TEST(RecordValidator, AFaultHasItsPath) {
  RecordValidator validator;
  const auto path = [](const std::string& text) { return Field(&SchemaFault::path, text); };
  const auto check = [&](const std::function<void(Record&)>& spoil) {
    Record record = full_record();
    spoil(record);
    return validator.check(record.dump());
  };
  EXPECT_THAT(check([](Record& r) { r["casualties"]["killed"]["min"] = "5"; }), ElementsAre(path("/casualties/killed/min")));
  EXPECT_THAT(check([](Record& r) { r["casualties"]["killed"]["groups"][0]["min"] = -1; }),
              ElementsAre(path("/casualties/killed/groups/0/min")));
  EXPECT_THAT(check([](Record& r) { r["status"] = "said"; }), ElementsAre(path("/status")));
  EXPECT_THAT(check([](Record& r) { r["date"]["start"] = "24.1.2024"; }), ElementsAre(path("/date/start")));
  EXPECT_THAT(check([](Record& r) { r["event_id"] = "12e3456789012345"; }), ElementsAre(path("/event_id")));
  EXPECT_THAT(check([](Record& r) { r["actors"][1]["a/b~c"] = 1; }), ElementsAre(path("/actors/1")));
  EXPECT_THAT(check([](Record& r) { r["confidence"] = 1.2; r["url"] = 7; }), UnorderedElementsAre(path("/confidence"), path("/url")));
  const auto missing = check([](Record& r) { r.erase("evidence"); });
  ASSERT_THAT(missing, ElementsAre(path("")));
  EXPECT_THAT(missing[0].message, HasSubstr("'evidence'"));
}

TEST(RecordValidator, WhatIsNoRecordIsAFault) {
  RecordValidator validator;
  for (const char* line : {"", "{", "[]", "null", "\xff", "{}"}) EXPECT_FALSE(validator.check(line).empty()) << line;
}

}  // namespace
}  // namespace rasd
