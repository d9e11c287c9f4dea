#include "sink/record_values.hpp"

#include <gmock/gmock.h>

#include "record_support.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

TEST(RecordValues, WhatIsNotThereIsNoValue) {
  const Record record = full_record();
  EXPECT_EQ(text_at(record, "location.name"), "سرمين");
  EXPECT_EQ(text_at(record, "location.name.more"), "");
  EXPECT_EQ(text_at(record, "nothing"), "");
  EXPECT_EQ(text_at(record, "location"), "") << "an object is no text";
  EXPECT_EQ(integer_at(record, "casualties.killed.min"), 5);
  EXPECT_EQ(integer_at(record, "confidence"), std::nullopt) << "0.95 is no integer";
  EXPECT_EQ(number_at(record, "confidence"), 0.95);
  EXPECT_EQ(joined_at(record, "actors", "name"), "القوات الجوية الروسية; الجيش السوري");
  EXPECT_EQ(joined_at(record, "found_by"), "air_strike.raid; harm.killed");
  EXPECT_EQ(joined_at(record, "date", "start"), "");
}

TEST(RecordValues, ALineIsARecordOrNamesItsFault) {
  const auto fault_of = [](const std::string& line) {
    std::string fault;
    EXPECT_EQ(parse_record(line, fault), std::nullopt) << line;
    return fault;
  };
  std::string none;
  EXPECT_EQ(parse_record(full_record().dump(), none), full_record());
  EXPECT_THAT(fault_of("{\"event_id\":"), HasSubstr("not JSON"));
  EXPECT_THAT(fault_of("\"text\""), HasSubstr("not a JSON object"));
  EXPECT_THAT(fault_of("{\"event_id\":\"ev_1\",\"doc_id\":7}"), HasSubstr("\"doc_id\""));
}

TEST(RecordValues, ARecordAsDeepAsTheSeaIsRejected) {
  const auto deep = [](std::size_t levels) {
    std::string record = bare_record().dump();
    record.pop_back();
    return record + ",\"more\":" + std::string(levels, '[') + std::string(levels, ']') + "}";
  };
  std::string fault;
  EXPECT_NE(parse_record(deep(60), fault), std::nullopt);
  EXPECT_EQ(parse_record(deep(1000000), fault), std::nullopt);
  EXPECT_THAT(fault, HasSubstr("nested deeper"));
  Record brackets = bare_record();
  brackets["title"] = std::string(1000, '[') + "\\\"" + std::string(1000, '{');
  EXPECT_NE(parse_record(brackets.dump(), fault), std::nullopt) << "brackets of a text are no levels";
}

}  // namespace
}  // namespace rasd
