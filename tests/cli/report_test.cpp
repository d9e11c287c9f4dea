// rasd report from outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string records() { return read_file(std::string(RASD_SOURCE_DIR) + "/tests/golden/samples/expected.jsonl").value(); }

std::string rows(std::ptrdiff_t files) {
  const std::string lines = records();
  return "\"rows\":" + std::to_string(files * std::count(lines.begin(), lines.end(), '\n')) + ",";
}

TEST(Report, WritesOnePage) {
  const TempDir directory;
  const std::string page = directory.path() + "/report.html";
  const Outcome outcome = rasd_program("report -o '" + page + "' --title 'A <b> title' --lang ar", records());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  const std::string html = read_file(page).value();
  EXPECT_THAT(html, StartsWith("<!doctype html>"));
  EXPECT_THAT(html, HasSubstr("<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_THAT(html, HasSubstr("<title>A &lt;b&gt; title</title>"));
}

TEST(Report, TakesSeveralFilesAndStandardInput) {
  const TempDir directory;
  const std::string file = directory.write("events.jsonl", records());
  const std::string twice = rasd_program("report '" + file + "' '" + file + "'").out;
  EXPECT_EQ(twice, rasd_program("report", records() + records()).out);
  EXPECT_THAT(twice, HasSubstr(rows(2)));
}

TEST(Report, NothingGivesAPageWithoutEvents) {
  const Outcome outcome = rasd_program("report", "");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("\"rows\":0,"));
}

TEST(Report, LinesThatAreNoRecordsAreReportedAndLeftOut) {
  const Outcome outcome = rasd_program("report", "{\"x\":1}\n" + records() + "nonsense\n");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("stdin:1"));
  EXPECT_THAT(outcome.out, HasSubstr(rows(1)));
}

TEST(Report, WhatCannotBeReadOrWrittenIsSaid) {
  const TempDir directory;
  const std::string old = directory.write("old.html", "old");
  const Outcome missing = rasd_program("report /nowhere.jsonl -o '" + old + "'");
  EXPECT_EQ(missing.status, 1);
  EXPECT_THAT(missing.err, HasSubstr("/nowhere.jsonl"));
  EXPECT_EQ(read_file(old).value(), "old") << "the last good page stays";
  EXPECT_EQ(rasd_program("report -o /nowhere/x.html", records()).status, 1);
  EXPECT_EQ(rasd_program("report --lang fr", records()).status, 2);
}

TEST(Report, ThePageOfTheUserTakesThePlaceOfOurs) {
  const TempDir directory;
  const std::string page = directory.path() + "/report/page.html";
  std::filesystem::copy(std::string(RASD_SOURCE_DIR) + "/data/report", directory.path() + "/report", std::filesystem::copy_options::recursive);
  std::string own = read_file(page).value();
  own.replace(own.find("<body>"), 6, "<body class=\"own\">");
  directory.write("report/page.html", own);
  const Outcome outcome = rasd_program("report --data '" + directory.path() + "'", records());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("<body class=\"own\">"));
  directory.write("report/page.html", "<p>{{nothing}}");
  const Outcome broken = rasd_program("report --data '" + directory.path() + "'", records());
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(broken.err, HasSubstr("D082"));
}

}  // namespace
}  // namespace rasd
