#include "sink/xlsx_sink.hpp"

#include <gmock/gmock.h>

#include "record_support.hpp"
#include "support/program.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string workbook(const std::vector<Record>& records, const XlsxOptions& options = {},
                     const std::vector<RejectedRecord>& rejected = {}) {
  const CodeBook book = project_code_book();
  const auto make = [&](Output& output) {
    auto sink = XlsxSink::open(output, book, options);
    for (const RejectedRecord& each : rejected) sink->reject(each);
    return sink;
  };
  return written(make, records, "x.xlsx");
}

// One file of the archive, unpacked.
std::string part(const std::string& bytes, const std::string& name) {
  const TempDir directory;
  return unzipped(directory.write("x.xlsx", bytes), name);
}

TEST(XlsxSink, TheSameRecordsGiveTheSameBytes) {
  const std::string bytes = workbook({full_record(), bare_record()}, {ColumnSet::usual, "1", "rasd"});
  EXPECT_EQ(bytes.substr(0, 2), "PK");
  EXPECT_EQ(bytes, workbook({full_record(), bare_record()}, {ColumnSet::usual, "1", "rasd"}));
}

TEST(XlsxSink, DatesAndNumbersAreWhatTheyAre) {
  const std::string events = part(workbook({full_record()}), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(events, HasSubstr("<c r=\"B2\" s=\"2\"><v>45313</v></c>")) << "2024-01-22 as a day of Excel";
  EXPECT_THAT(events, HasSubstr("<c r=\"U2\"><v>5</v></c>"));
  EXPECT_THAT(events, HasSubstr("rightToLeft=\"1\""));
  EXPECT_THAT(events, HasSubstr("<autoFilter ref=\"A1:AK2\"/>"));
  EXPECT_THAT(events, HasSubstr("القوات الجوية الروسية; الجيش السوري"));
}

TEST(XlsxSink, ADayThatExcelCannotHoldStaysAText) {
  Record record = full_record();
  record["date"]["start"] = "1899-12-31";
  record["published"] = "2024-01-24T10:00:00Z";
  const std::string bytes = workbook({record});
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"), HasSubstr("<t>1899-12-31</t>"));
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet3.xml"), HasSubstr("<t>2024-01-24T10:00:00Z</t>"));
}

TEST(XlsxSink, AFormulaOfTheTextIsAText) {
  Record record = full_record();
  record["title"] = "=HYPERLINK(\"http://x\")";
  const std::string events = part(workbook({record}), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(events, HasSubstr("<t>=HYPERLINK(\"http://x\")</t>"));
  EXPECT_THAT(events, Not(HasSubstr("<f>")));
}

TEST(XlsxSink, CharactersThatXmlCannotHoldAreReplaced) {
  Record record = bare_record();
  record["title"] = std::string("a\0b\x1f", 4) + "\xEF\xBF\xBE<&>";
  EXPECT_THAT(part(workbook({record}), "xl/worksheets/sheet1.xml"), HasSubstr("<t>a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD&lt;&amp;&gt;</t>"));
}

TEST(XlsxSink, RejectedRecordsHaveTheirSheet) {
  const std::string bytes = workbook({}, {}, {{"in.jsonl", 12, "not JSON"}, {"b.jsonl", 0, "empty"}});
  const std::string rejected = part(bytes, "xl/worksheets/sheet4.xml");
  EXPECT_THAT(rejected, HasSubstr("in.jsonl"));
  EXPECT_THAT(rejected, HasSubstr("<v>12</v>"));
  EXPECT_THAT(rejected, HasSubstr("not JSON"));
}

TEST(XlsxSink, ATableThatIsTooLongGoesOnOnAnotherSheet) {
  XlsxOptions options;
  options.max_rows = 50;  // the ReadMe must fit
  std::vector<Record> records;
  for (int i = 0; i < 120; ++i) records.push_back(bare_record("ev_" + std::to_string(1000 + i)));
  const std::string bytes = workbook(records, options);
  const std::string index = part(bytes, "xl/workbook.xml");
  EXPECT_THAT(index, HasSubstr("<sheet name=\"Events 3\""));
  EXPECT_THAT(index, Not(HasSubstr("Events 4")));
  const std::string third = part(bytes, "xl/worksheets/sheet7.xml");
  EXPECT_THAT(third, HasSubstr("<t>event_id</t>"));
  EXPECT_THAT(third, HasSubstr("<t>ev_1119</t>"));
  EXPECT_THAT(third, HasSubstr("<autoFilter ref=\"A1:AK23\"/>"));
}

}  // namespace
}  // namespace rasd
