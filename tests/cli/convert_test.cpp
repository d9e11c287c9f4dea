// rasd convert from outside; what it writes is read back by Python (tests/formats).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string golden(const std::string& name) {
  return read_file(std::string(RASD_SOURCE_DIR) + "/tests/golden/" + name + "/expected.jsonl").value();
}

// Records as the program prints them, and one whose texts are as bad for tables as texts can be.
std::string all_records() {
  std::string lines = golden("samples") + golden("outlet_styles") + golden("hostile_text") + golden("undated_article");
  auto hostile = nlohmann::ordered_json::parse(lines.substr(0, lines.find('\n')));
  hostile["event_id"] = "ev_00000000000000ff";
  hostile["doc_id"] = "hostile\t\"1\"";
  hostile["title"] = "=HYPERLINK(\"http://x\",\"a\")\r\nسطر ثان";
  hostile["url"] = "\"https://example.org/?a=1,2;3";
  hostile["source"] = "＝1+1";
  hostile["trigger"]["text"] = "-قصف\t\n و";
  hostile["reporter"] = {{"text", " @blank "}, {"start", 0}, {"end", 1}};
  std::string endless;
  while (endless.size() < 200000) endless += "قُصفت البلدة 😀 ";
  hostile["evidence"]["text"] = endless;
  hostile["location"]["latitude"] = -0.00001;
  hostile["actors"] = nlohmann::ordered_json::array();
  return lines + hostile.dump() + "\n";
}

void expect_round_trip(const std::string& format, const std::string& name, const std::string& options = {}) {
  const TempDir directory;
  const std::string records = directory.write("events.jsonl", all_records());
  const std::string table = directory.path() + "/" + name;
  const Outcome outcome = rasd_program("convert " + records + " -o " + table + " " + options);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, IsEmpty());
  const std::string script = std::string(RASD_SOURCE_DIR) + "/tests/formats/round_trip.py";
  const Outcome check = run_program("PYTHONDONTWRITEBYTECODE=1 python3 '" + script + "' " + format + " " + records + " " + table);
  EXPECT_EQ(check.status, 0) << format << " " << options << ": " << check.err;
  EXPECT_THAT(check.out, HasSubstr("records agree"));
}

TEST(Convert, CsvHoldsTheValuesOfTheRecords) {
  expect_round_trip("csv", "x.csv");
  expect_round_trip("csv", "x.csv", "--no-bom --extra-columns");
}

TEST(Convert, TsvHoldsTheValuesOfTheRecords) { expect_round_trip("tsv", "x.tsv", "--extra-columns"); }

TEST(Convert, GeoJsonHoldsTheValuesOfTheRecords) {
  expect_round_trip("geojson", "x.geojson");
  expect_round_trip("geojsonl", "x.geojsonl");
}

TEST(Convert, XlsxHoldsTheValuesOfTheRecords) {
  expect_round_trip("xlsx", "x.xlsx");
  expect_round_trip("xlsx", "x.xlsx", "--extra-columns");
}

TEST(Convert, SqliteHoldsTheValuesOfTheRecords) { expect_round_trip("sqlite", "x.sqlite"); }

// Miller, GDAL, jq, sqlite3 and openpyxl, as far as they are installed.
TEST(Convert, OtherProgramsReadTheSameValues) {
  const TempDir directory;
  const std::string records = directory.write("events.jsonl", golden("samples") + golden("outlet_styles") + golden("hostile_text"));
  for (const std::string format : {"csv", "geojson", "geojsonl", "sqlite", "xlsx"}) {
    ASSERT_EQ(rasd_program("convert " + records + " -o " + directory.path() + "/events." + format).status, 0);
  }
  const std::string script = std::string(RASD_SOURCE_DIR) + "/tests/formats/other_readers.py";
  const Outcome check = run_program("PYTHONDONTWRITEBYTECODE=1 python3 '" + script + "' " + records + " " + directory.path());
  EXPECT_EQ(check.status, 0) << check.err;
  if (check.out.empty()) GTEST_SKIP() << "none of the readers is installed";
}

TEST(Convert, GivesTheBytesThatExtractGives) {
  const TempDir directory;
  const std::string records = directory.path() + "/events.jsonl";
  ASSERT_EQ(rasd_program(sample_articles() + " -o " + records).status, 0);
  EXPECT_EQ(rasd_program("convert " + records).out, read_file(records).value()) << "JSON Lines go through unchanged";
  for (const std::string format : {"csv", "tsv", "geojson", "geojsonl"}) {
    EXPECT_EQ(rasd_program("convert " + records + " -f " + format).out, rasd_program(sample_articles() + " -f " + format).out);
  }
  EXPECT_EQ(rasd_program("convert " + records + " -f xlsx").out.substr(0, 2), "PK") << "also to standard output";
  const std::string table = rasd_program("convert -f table", read_file(records).value()).out;
  EXPECT_THAT(table, AllOf(StartsWith("date "), HasSubstr("Air/drone strike")));
}

TEST(Convert, SeveralFilesOneAfterTheOther) {
  const TempDir directory;
  const std::string one = directory.write("1.jsonl", golden("samples"));
  const std::string two = directory.write("2.jsonl", "\xEF\xBB\xBF" + golden("undated_article"));
  EXPECT_EQ(rasd_program("convert " + one + " " + two).out, golden("samples") + golden("undated_article"));
  EXPECT_EQ(rasd_program("convert " + one + " -", golden("undated_article")).out, golden("samples") + golden("undated_article"));
}

TEST(Convert, LinesThatAreNoRecordsAreNamedAndLeftOut) {
  const std::string good = golden("undated_article");
  const TempDir directory;
  const std::string path = directory.write("mixed.jsonl", "{\"event_id\": \n" + good + "\n[1]\n{\"doc_id\":\"a\",\"text\":\"x\"}\n\xff\n");
  const Outcome outcome = rasd_program("convert " + path);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.out, good);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("mixed.jsonl:1: not JSON"), HasSubstr("mixed.jsonl:6: not a JSON object"),
                                 HasSubstr("mixed.jsonl:7: no event record: the key \"event_id\""), HasSubstr("mixed.jsonl:8: not JSON"),
                                 HasSubstr("4 records rejected")));
}

TEST(Convert, WhatCannotBeReadIsAFailure) {
  const TempDir directory;
  const Outcome missing = rasd_program("convert " + directory.path() + "/none.jsonl -f csv");
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.err, HasSubstr("none.jsonl: no such file"));
  EXPECT_EQ(rasd_program("convert x.jsonl -o x.doc").status, 2);
  EXPECT_EQ(rasd_program("convert " + directory.path() + " -f csv").status, 1);
}

// What a run with --on-error emit wrote is a file of records like any other; what it lost is counted again.
TEST(Convert, EmittedErrorsAreRejectedRecordsWithTheirFirstPlace) {
  const TempDir directory;
  const std::string in = directory.write("in.jsonl", "{\"doc_id\":\"a\",\"text\":\"قصفت طائرات حربية بلدة سرمين.\"}\nbad\n");
  const std::string out = directory.path() + "/out.jsonl";
  ASSERT_EQ(rasd_program("extract --on-error emit '" + in + "' -o '" + out + "'").status, 3);
  for (const char* const command : {"convert -f csv", "validate"}) {
    const Outcome outcome = rasd_program(std::string(command) + " '" + out + "'");
    EXPECT_EQ(outcome.status, 3) << command;
    EXPECT_NE(outcome.err.find(in + ":2: not JSON"), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out.find("Missing"), std::string::npos) << outcome.out;
  }
}

TEST(Convert, PackedRecordsAreReadAndWritten) {
  const TempDir directory;
  const std::string packed = directory.path() + "/events.jsonl.gz";
  const std::string plain = rasd_program("extract " + sample_articles()).out;
  ASSERT_EQ(rasd_program("extract " + sample_articles() + " -o '" + packed + "'").status, 0);
  EXPECT_EQ(read_file(packed).value().substr(0, 2), "\x1f\x8b");
  EXPECT_EQ(rasd_program("convert '" + packed + "' -f jsonl").out, plain);
  EXPECT_EQ(rasd_program("convert -f jsonl < '" + packed + "'").out, plain);
  EXPECT_EQ(rasd_program("validate -q '" + packed + "'").status, 0);
  EXPECT_EQ(rasd_program("extract --resume " + sample_articles() + " -o '" + packed + "'").status, 2);
}

}  // namespace
}  // namespace rasd
