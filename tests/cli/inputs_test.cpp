// What a user has lying about, given to the program: folders, tables, pages, archives, other encodings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rasd_program.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string quoted(const std::string& word) { return "'" + word + "'"; }

std::vector<std::string> doc_ids(const Outcome& outcome) {
  std::vector<std::string> ids;
  for (const auto& event : json_lines(outcome.out)) ids.push_back(event["doc_id"]);
  return ids;
}

TEST(Inputs, AFolderIsReadInTheOrderOfItsBytes) {
  const TempDir directory;
  directory.write("b/2.jsonl", strike_record("3"));
  directory.write("b/1.jsonl", strike_record("2"));
  directory.write("a.jsonl", strike_record("1"));
  directory.write("مجلد/خبر.jsonl", strike_record("4"));
  directory.write(".git/x.jsonl", strike_record("no"));
  const Outcome outcome = run_rasd("extract -r " + directory.path());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(doc_ids(outcome), ElementsAre("1", "2", "3", "4"));
  EXPECT_EQ(run_rasd("extract " + directory.path()).status, 1) << "recursion is asked for";
  EXPECT_THAT(run_rasd("extract " + directory.path()).err, HasSubstr("--recursive"));
}

TEST(Inputs, NamesFromAList) {
  const TempDir directory;
  const std::string one = directory.write("a b.jsonl", strike_record("1"));
  const std::string two = directory.write("c\nd.jsonl", strike_record("2"));
  const std::string list = directory.write("list", one + "\r\n\n" + one + "\n");
  EXPECT_THAT(doc_ids(run_rasd("extract --files-from " + list)), ElementsAre("1", "1"));
  const std::string null_list = directory.write("list0", two + std::string(1, '\0') + one);
  EXPECT_THAT(doc_ids(run_rasd("extract -0 --files-from " + null_list)), ElementsAre("2", "1"));
  EXPECT_THAT(doc_ids(run_rasd("extract --files-from -", one + "\n")), ElementsAre("1"));
}

TEST(Inputs, PackedStandardInputAndArchives) {
  const TempDir directory;
  directory.write("in/خبر.jsonl", strike_record("1"));
  directory.write("in/z.jsonl", strike_record("2"));
  const std::string in = directory.path() + "/in";
  for (const char* packer : {"gzip -c", "bzip2 -c", "xz -c", "zstd -qc"}) {
    if (run_program(std::string(packer) + " --version").status != 0) continue;
    const Outcome outcome = run_program(std::string(packer) + " < " + quoted(in + "/z.jsonl") + " | '" + RASD_BINARY + "'");
    EXPECT_THAT(doc_ids(outcome), ElementsAre("2")) << packer << outcome.err;
  }
  ASSERT_EQ(run_program("cd " + directory.path() + " && tar czf all.tgz in/خبر.jsonl in/z.jsonl").status, 0);
  EXPECT_THAT(doc_ids(run_rasd(directory.path() + "/all.tgz")), ElementsAre("1", "2"));
  EXPECT_THAT(doc_ids(run_program(std::string("'") + RASD_BINARY + "' < " + directory.path() + "/all.tgz")), ElementsAre("1", "2"));
  if (run_program("zip --version").status == 0) {
    ASSERT_EQ(run_program("cd " + directory.path() + " && zip -q all.zip in/خبر.jsonl in/z.jsonl").status, 0);
    for (const char* locale : {"C", "C.UTF-8"}) {
      const Outcome outcome = run_program(std::string("LC_ALL=") + locale + " '" + RASD_BINARY + "' " + directory.path() + "/all.zip");
      EXPECT_THAT(doc_ids(outcome), ElementsAre("1", "2")) << outcome.err;
    }
  }
}

TEST(Inputs, TheSameArticleInEveryForm) {
  const TempDir directory;
  const std::string text = kStrike;
  const std::vector<std::string> paths = {
      directory.write("a.txt", text),
      directory.write("a.csv", "\xEF\xBB\xBF" "date;text\n24.01.2024;\"" + text + "\"\n"),
      directory.write("a.tsv", "text\tdate\n" + text + "\t2024-01-24\n"),
      directory.write("a.json", "[\n{\"date\": \"Jan 24, 2024\",\n\"content\": \"" + text + "\"}\n]"),
      directory.write("result.json", "{\"name\": \"قناة\", \"id\": 7, \"messages\": [{\"id\": 1, \"type\": \"message\", \"date\": \"2024-01-24T10:00:00\", "
                                     "\"text\": [\"" + text.substr(0, 9) + "\", {\"type\": \"bold\", \"text\": \"" + text.substr(9) + "\"}]}]}"),
      directory.write("a.html", "<html><head><meta property='article:published_time' content='2024-01-24'></head><body><article><p>" + text +
                                    "</p></article></body></html>"),
  };
  for (const std::string& path : paths) {
    const Outcome outcome = run_rasd(path + " --published 2024-01-24");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.err, IsEmpty()) << path;
    const auto events = json_lines(outcome.out);
    ASSERT_EQ(events.size(), 1u) << path;
    EXPECT_EQ(events[0]["date"]["start"], "2024-01-23") << path;
    EXPECT_EQ(events[0]["evidence"]["text"], text) << path;
  }
}

TEST(Inputs, AFileInWindows1256) {
  const TempDir directory;
  directory.write("utf8.txt", kStrike);
  ASSERT_EQ(run_program("iconv -f UTF-8 -t WINDOWS-1256 " + directory.path() + "/utf8.txt > " + directory.path() + "/old.txt").status, 0);
  const std::string expected = run_rasd(directory.path() + "/utf8.txt").out;
  EXPECT_EQ(run_rasd(directory.path() + "/old.txt").out, expected);
  EXPECT_EQ(run_rasd("--encoding cp1256 " + directory.path() + "/old.txt").out, expected);
  EXPECT_THAT(run_rasd("-v " + directory.path() + "/old.txt").err, HasSubstr("read as windows-1256"));
  const Outcome wrong = run_rasd("--encoding klingon " + directory.path() + "/old.txt");
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.err, HasSubstr("klingon"));
}

TEST(Inputs, KeptFieldsComeOut) {
  const std::string record = R"({"text":")" + std::string(kStrike) + R"(","lang":"ar","n":[1,2]})" + "\n";
  EXPECT_FALSE(json_lines(run_rasd("", record).out).at(0).contains("extra"));
  EXPECT_EQ(json_lines(run_rasd("--keep-fields", record).out).at(0)["extra"].dump(), R"({"lang":"ar","n":[1,2]})");
}

TEST(Inputs, ALiveBlogIsCut) {
  const std::string blog = std::string(kStrike) + "\n\n" + kStrike + "\n";
  EXPECT_EQ(json_lines(run_rasd("--split blank", blog + "\nخبر آخر.\n").out).size(), 2u);
  EXPECT_EQ(run_rasd("--split words", blog).status, 2);
}

TEST(Inputs, LargeRecordsAreRejectedNotLoaded) {
  const std::string content = strike_record("1") + strike_record("2", std::string(200000, 'x')) + strike_record("3");
  const Outcome outcome = run_rasd("--max-record-bytes 100KB", content);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(doc_ids(outcome), ElementsAre("1", "3"));
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("stdin:2: "), HasSubstr("--max-record-bytes")));
}

}  // namespace
}  // namespace rasd
