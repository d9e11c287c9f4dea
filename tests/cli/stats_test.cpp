// rasd extract --stats: the counts are true, the same for every number of threads, and each cap that was reached is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using Json = nlohmann::json;

constexpr const char* kEvent = "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس. ";

std::string article(const std::string& id, const std::string& text) {
  return Json{{"doc_id", id}, {"published", "2024-01-24"}, {"text", text}}.dump() + "\n";
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

class StatsTest : public testing::Test {
 protected:
  Json stats(const std::string& input, const std::string& options = {}, int status = 0) {
    const std::string path = directory_.path() + "/stats.json";
    const Outcome outcome = rasd_program("extract -q --stats '" + path + "' " + options, input);
    EXPECT_EQ(outcome.status, status) << outcome.err;
    return Json::parse(read_file(path).value());
  }
  // The caps that an article reached, and how often.
  std::string reached(const std::string& text) {
    std::string out;
    const Json caps = stats(article("a", text))["caps"];
    for (const auto& [name, each] : caps.items()) {
      if (each["reached"] != 0) out += name + " " + each["reached"].dump() + " ";
    }
    return out;
  }
  TempDir directory_;
};

TEST_F(StatsTest, CountsWhatWasReadAndFound) {
  const Json json = stats(article("a", std::string(kEvent) + "زار الوزير المدرسة.") + "no record\n" + article("b", "زار الوزير المدرسة."), "", 3);
  EXPECT_EQ(json["documents"], 2);
  EXPECT_EQ(json["rejected_records"], 1);
  EXPECT_EQ(json["sentences"], 3);
  EXPECT_EQ(json["words"], 10 + 3 + 3);
  EXPECT_EQ(json["documents_matched"], 1);
  EXPECT_EQ(json["events"], 1);
  EXPECT_EQ(json["events_written"], 1);
  EXPECT_EQ(json["bytes"], std::string(kEvent).size() + 2 * std::string("زار الوزير المدرسة.").size());
  EXPECT_GT(json["seconds"]["total"].get<double>(), json["seconds"]["words"].get<double>());
  EXPECT_GT(json["seconds"]["load"].get<double>(), 0);
  EXPECT_EQ(stats(article("a", kEvent), "--country YEM")["events_written"], 0);
}

TEST_F(StatsTest, ThreadsChangeNoCount) {
  std::string input;
  for (int i = 0; i < 200; ++i) input += article(std::to_string(i), repeated(kEvent, i % 3) + repeated("كلمة ", i % 150 + 1));
  const auto counts = [&](const char* options) {
    Json json = stats(input, options);
    json.erase("seconds");
    json.erase("jobs");
    return json.dump();
  };
  EXPECT_EQ(counts(""), counts("-j 3"));
}

TEST_F(StatsTest, TellsEachCapThatWasReached) {
  EXPECT_EQ(reached(kEvent), "");
  EXPECT_EQ(reached(kEvent + repeated("كلمة ", 130) + "أخرى."), "units_per_clause 1 ");
  EXPECT_EQ(reached(kEvent + repeated("كلمة، ", 500) + "أخرى."), "bytes_per_sentence 1 units_per_clause 8 ");
  EXPECT_EQ(reached(kEvent + repeated("ب", 60) + " كلمة."), "bytes_per_word 1 ");
  EXPECT_EQ(reached(repeated("قصف الجيش السوري بلدة سرمين. ", 2500)), "matches_per_document 1 ");
}

TEST_F(StatsTest, AFileThatCannotBeWrittenIsAFailure) {
  const Outcome outcome = rasd_program("extract --stats /no/such/folder/stats.json", article("a", kEvent));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, testing::HasSubstr("/no/such/folder"));
}

}  // namespace
}  // namespace rasd
