// rasd schema and rasd validate from outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using Json = nlohmann::ordered_json;

std::string golden_records() {
  std::string all;
  for (const std::string& file : list_files(std::string(RASD_SOURCE_DIR) + "/tests/golden", "expected.jsonl")) all += read_file(file).value();
  return all;
}

// One record, spoiled in a different way on each line; the first line is not.
std::string spoiled_records() {
  const Json record = Json::parse(golden_records().substr(0, golden_records().find('\n')));
  std::string out = record.dump() + '\n';
  const auto add = [&](const char* pointer, const Json& value) {
    Json spoiled = record;
    spoiled[Json::json_pointer(pointer)] = value;
    out += spoiled.dump() + '\n';
  };
  add("/event_id", 12);
  add("/event_type", "Battle");
  add("/mentions", Json::object());
  add("/actors/0/kind", "army");
  add("/location/latitude", 91);
  add("/casualties/killed/min", 1.5);
  add("/casualties/dead", Json::object());
  add("/codes/plover", "ATTACK");
  add("/date/span", {1, 2, 3});
  add("/evidence/end", -1);
  add("/not_in_the_schema", "is allowed");
  return out;
}

TEST(Validate, WhatTheProgramPrintsIsValid) {
  const Outcome extracted = rasd_program("extract --provenance " + sample_articles());
  for (const std::string& records : {golden_records(), extracted.out}) {
    const Outcome outcome = rasd_program("validate", records);
    EXPECT_EQ(outcome.status, 0) << outcome.out;
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, MatchesRegex("rasd: ([0-9]+) of [0-9]+ records are valid\n"));
  }
}

TEST(Validate, FaultsHaveFileLineAndPath) {
  const TempDir directory;
  const std::string path = directory.write("spoiled.jsonl", spoiled_records() + "\n{\n");
  const Outcome outcome = rasd_program("validate " + path);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr(path + ":2: /event_id: "), HasSubstr(path + ":6: /location/latitude: "),
                                 HasSubstr(path + ":7: /casualties/killed/min: "), HasSubstr(path + ":14: not JSON\n")));
  EXPECT_THAT(outcome.out, Not(HasSubstr(":1: ")));
  EXPECT_THAT(outcome.err, HasSubstr("2 of 13 records are valid"));
  EXPECT_THAT(rasd_program("validate -q " + path).out, IsEmpty());
  EXPECT_EQ(rasd_program("validate -q " + path).status, 3);
}

TEST(Validate, AMissingFileIsAFailure) {
  const Outcome outcome = rasd_program("validate none.jsonl");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("none.jsonl: no such file"));
}

TEST(Validate, AnotherValidatorSaysTheSame) {
  const TempDir directory;
  const std::string schema = directory.path() + "/event.schema.json";
  ASSERT_EQ(rasd_program("schema -o " + schema).status, 0);
  const std::string records = directory.write("records.jsonl", spoiled_records() + golden_records());
  const Outcome other = run_program("python3 '" + std::string(RASD_SOURCE_DIR) + "/tests/formats/schema_verdicts.py' " + schema + " " + records);
  if (other.status == 77) GTEST_SKIP() << "python3-jsonschema is not installed";
  ASSERT_EQ(other.status, 0) << other.err;
  std::string ours;
  std::istringstream faults(rasd_program("validate " + records).out);
  for (std::string fault, last; std::getline(faults, fault);) {
    const std::string number = fault.substr(records.size() + 1, fault.find(':', records.size() + 1) - records.size() - 1);
    if (number != last) ours += number + '\n';
    last = number;
  }
  EXPECT_EQ(ours, other.out);
}

}  // namespace
}  // namespace rasd
