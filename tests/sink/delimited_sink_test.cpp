#include "sink/delimited_sink.hpp"

#include <gmock/gmock.h>

#include "record_support.hpp"
#include "sink/cell_text.hpp"

namespace rasd {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

std::string delimited(const std::vector<Record>& records, const DelimitedOptions& options = {}) {
  const CodeBook book = project_code_book();
  return written([&](Output& output) { return std::make_unique<DelimitedSink>(output, book, options); }, records);
}

TEST(DelimitedSink, TheColumnsOfResearchersScripts) {
  const std::string csv = delimited({full_record()});
  const std::size_t end = csv.find("\r\n");
  EXPECT_EQ(csv.substr(0, end),
            "event_id,event_date,event_date_end,time_precision,disorder_type,event_type,sub_event_type,actor1,inter1,actor2,inter2,"
            "country,iso3,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,fatalities_max,injured,injured_max,"
            "detained,abducted,missing,displaced,weapons,status,reporter,trigger,confidence,found_by,doc_id,url,title");
  EXPECT_EQ(csv.substr(end + 2),
            "ev_12e3456789012345,2024-01-22,2024-01-23,1,Political violence,Explosions/Remote violence,Air/drone strike,"
            "القوات الجوية الروسية; الجيش السوري,8,مدنيين,7,Syria,SYR,Idlib,سرمين,35.9032,36.72606,1,وكالة,"
            "\"قصفت طائرات روسية سرمين، \"\"ليلا\"\".\",5,7,10,,,,,300,صاروخ; برميل,claimed,المرصد,قصفت,0.95,"
            "air_strike.raid; harm.killed,d1,https://example.org/1,قصف سرمين\r\n");
}

TEST(DelimitedSink, WhatWasNotFoundIsEmptyAndNotZero) {
  const std::string csv = delimited({bare_record()});
  EXPECT_THAT(csv, EndsWith("ev_0000000000000001,,,,Strategic developments,Strategic developments,Other,,,,,,,,,,,,,أغلق المعبر.,,,,,,,,,,"
                            "asserted,,أغلق,0.4,other.closed,d2,,\r\n"));
}

TEST(DelimitedSink, OnlyAHeadWhereThereAreNoEvents) {
  const std::string csv = delimited({});
  EXPECT_THAT(csv, StartsWith("event_id,"));
  EXPECT_EQ(csv.find('\n'), csv.size() - 1);
}

TEST(DelimitedSink, ExtraColumnsComeLast) {
  DelimitedOptions options;
  options.columns = ColumnSet::all;
  const std::string csv = delimited({full_record()}, options);
  EXPECT_THAT(csv, HasSubstr("url,title,published,salience,cameo,plover,ucdp\r\n"));
  EXPECT_THAT(csv, EndsWith("قصف سرمين,2024-01-24,main,195,ASSAULT,\r\n"));
}

TEST(DelimitedSink, ByteOrderMarkOnlyWhereAsked) {
  EXPECT_THAT(delimited({}, {',', true}), StartsWith("\xEF\xBB\xBF" "event_id"));
  EXPECT_THAT(delimited({}, {',', false}), StartsWith("event_id"));
}

TEST(DelimitedSink, TextsOfThePressAreNoFormulas) {
  for (const char* text : {"=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"}) {
    EXPECT_EQ(disarmed(text), std::string("'") + text);
  }
  for (const char* text : {"", "قصف=", "'=1", "1+1", "﴿قصف"}) EXPECT_EQ(disarmed(text), text);
  Record record = full_record();
  record["title"] = "=cmd|' /C calc'!A1";
  record["location"]["latitude"] = -12.5;
  EXPECT_THAT(delimited({record}), HasSubstr(",'=cmd|' /C calc'!A1\r\n"));
  EXPECT_THAT(delimited({record}), HasSubstr(",-12.5,")) << "a number stays one";
  DelimitedOptions raw;
  raw.raw_cells = true;
  EXPECT_THAT(delimited({record}, raw), HasSubstr(",=cmd|' /C calc'!A1\r\n"));
}

TEST(DelimitedSink, LineEndsAndCommasAreQuotedInCsv) {
  Record record = bare_record();
  record["title"] = "سطر\nثان, و\"ثالث\"";
  EXPECT_THAT(delimited({record}), EndsWith(",\"سطر\nثان, و\"\"ثالث\"\"\"\r\n"));
}

TEST(DelimitedSink, NoTabAndNoLineEndInsideATsvCell) {
  Record record = bare_record();
  record["title"] = "أ\tب\r\nج \"د\"";
  record["url"] = "\"x\" y";
  const std::string tsv = delimited({record}, {'\t'});
  EXPECT_THAT(tsv, EndsWith("\t\"\"\"x\"\" y\"\tأ ب ج \"د\"\n"));
  EXPECT_EQ(std::count(tsv.begin(), tsv.end(), '\n'), 2);
  EXPECT_EQ(std::count(tsv.begin(), tsv.end(), '\t'), 72);
  EXPECT_EQ(tsv.find('\r'), std::string::npos);
}

TEST(DelimitedSink, ACellHoldsNoMoreThanASpreadsheetTakes) {
  const std::string limit(kMaxCellUnits, 'x');
  EXPECT_EQ(fitted(limit), limit);
  EXPECT_EQ(fitted(limit + "x"), limit.substr(1) + "…");
  std::string wide;  // each is two UTF-16 units
  for (std::size_t i = 0; i < kMaxCellUnits; ++i) wide += "😀";
  const std::string cut = fitted(wide);
  EXPECT_EQ(cut.size(), kMaxCellUnits / 2 * 4 + 3);
  EXPECT_THAT(cut, EndsWith("😀…"));
  std::string arabic;
  for (std::size_t i = 0; i < kMaxCellUnits; ++i) arabic += "ق";
  EXPECT_EQ(fitted(arabic), arabic);
}

TEST(DelimitedSink, ControlCharactersAreReplaced) {
  EXPECT_EQ(printable(std::string("a\0b\x1b[0mc\td\ne", 12)), "a\uFFFDb\uFFFD[0mc\td\ne");
  EXPECT_EQ(printable("قصف"), "قصف");
  Record record = bare_record();
  record["title"] = std::string("\0=1", 3);
  EXPECT_THAT(delimited({record}), EndsWith(",'\uFFFD=1\r\n"));
}

TEST(DelimitedSink, RecordsOfOddShapeGiveEmptyCells) {
  Record record = bare_record();
  record["date"] = "2024";
  record["location"] = Record::array({1, 2});
  record["casualties"] = {{"killed", {{"min", "five"}}}};
  record["actors"] = {{"name", "x"}};
  record["casualties"]["injured"]["min"] = 18446744073709551615u;
  EXPECT_THAT(delimited({record}), HasSubstr("ev_0000000000000001,,,,Strategic developments,Strategic developments,Other,,,,,,,,,,,,,"));
}

TEST(CodeBook, EveryTypeKindAndColumnIsInTheTables) {
  const CodeBook book = project_code_book();
  EXPECT_EQ(book.disorder_type("Mob violence"), "Political violence");
  EXPECT_EQ(book.disorder_type("Excessive force against protesters"), "Political violence; Demonstrations");
  EXPECT_EQ(book.disorder_type("No such type"), "");
  EXPECT_EQ(book.inter("rebel"), 2);
  EXPECT_EQ(book.inter("facility"), std::nullopt);
  EXPECT_EQ(book.country("YEM"), "Yemen");
  for (const Column& column : record_columns(ColumnSet::all)) {
    EXPECT_FALSE(book.meaning(column.name).english.empty()) << column.name;
    EXPECT_FALSE(book.meaning(column.name).arabic.empty()) << column.name;
  }
}

TEST(CodeBook, EveryColumnIsInTheDocumentation) {
  const std::string page = read_file(std::string(RASD_SOURCE_DIR) + "/docs/output-format.md").value();
  for (const Column& column : record_columns(ColumnSet::all)) EXPECT_THAT(page, HasSubstr('`' + std::string(column.name) + '`'));
}

TEST(CodeBook, FaultsOfItsTablesAreNamed) {
  const TempDir directory;
  const auto book = CodeBook::load(directory.path());
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().size(), 4u);
  EXPECT_EQ(book.error()[0].code, "D001");
}

}  // namespace
}  // namespace rasd
