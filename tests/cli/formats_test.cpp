// The formats from outside: which one is written, and that extracting into it and converting later give the same bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kMark = "\xEF\xBB\xBF";

TEST(Formats, ByTheExtensionOfTheOutput) {
  const TempDir directory;
  const std::string base = directory.path() + "/events";
  ASSERT_EQ(rasd_program(sample_articles() + " -o " + base + ".csv").status, 0);
  const std::string csv = read_file(base + ".csv").value();
  EXPECT_THAT(csv, StartsWith(std::string(kMark) + "event_id,event_date,"));
  EXPECT_EQ(rasd_program(sample_articles() + " -o " + base + ".dat -f csv").status, 0) << "-f decides where it is given";
  EXPECT_EQ(read_file(base + ".dat").value(), csv);
  ASSERT_EQ(rasd_program(sample_articles() + " -o " + base + ".tsv --no-bom").status, 0);
  EXPECT_THAT(read_file(base + ".tsv").value(), StartsWith("event_id\tevent_date\t"));
  EXPECT_EQ(rasd_program(sample_articles() + " -j 2 -f csv --bom").out, csv) << "the same for every number of threads";
  EXPECT_EQ(kMark + rasd_program(sample_articles() + " -f csv").out, csv) << "no mark on standard output";
}

TEST(Formats, AnUnknownExtensionIsAskedAboutBeforeWork) {
  const TempDir directory;
  const std::string path = directory.path() + "/events.parquet";
  const Outcome outcome = rasd_program(sample_articles() + " -o " + path);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no format has the extension .parquet; name one with -f: csv"));
  EXPECT_FALSE(std::filesystem::exists(path));
  EXPECT_THAT(rasd_program("-f xls " + sample_articles()).err, HasSubstr("\"xls\" is none of csv"));
}

TEST(Formats, AWorkbookTellsWhatWasRejectedAndHowItWasMade) {
  const TempDir directory;
  const std::string articles = directory.write("in.jsonl", "{\"text\": \n" + read_file(sample_articles()).value());
  const std::string path = directory.path() + "/x.xlsx";
  EXPECT_EQ(rasd_program(articles + " -o " + path).status, 3);
  EXPECT_THAT(unzipped(path, "xl/worksheets/sheet4.xml"), AllOf(HasSubstr("in.jsonl"), HasSubstr("<v>1</v>"), HasSubstr("not JSON")));
  EXPECT_THAT(unzipped(path, "xl/worksheets/sheet5.xml"), AllOf(HasSubstr(articles + " -o " + path), HasSubstr("المعرّف الثابت للحدث")));
}

}  // namespace
}  // namespace rasd
