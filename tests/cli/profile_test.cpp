// rasd rules profile: exact counts over rules and articles of the test's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using Json = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kRules =
    "list t.shell\n  pos verb\n  قصف\n\n"
    "list t.loot\n  pos verb\n  نهب\n\n"
    "list t.front\n  pos noun\n  جبهة\n\n"
    "roles near\n  role place?:Place TRIGGER _{0,6} @\n  role date?:Date TRIGGER _{0,8} @\n\n"
    "rule t.shelling\n  event Shelling/artillery/missile attack\n  trigger {t.shell}\n"
    "  role actor:Actor TRIGGER @\n  include near\n  unless front TRIGGER _{0,2} {t.front}\n\n"
    "rule t.looting\n  event Looting/property destruction\n  trigger {t.loot}\n  role actor:Actor TRIGGER @\n";

std::string article(const char* id, const char* text) {
  return Json{{"doc_id", id}, {"published", "2024-01-24"}, {"text", text}}.dump() + "\n";
}

std::string articles() {
  return article("a", "قصف الجيش السوري بلدة سرمين.") + article("b", "قصف الجيش الروسي جبهة الساحل.") +
         article("c", "قصف مساء الثلاثاء.") + article("d", "زار الوزير المدينة.");
}

class ProfileTest : public testing::Test {
 protected:
  Outcome profile(const std::string& options) {
    return rasd_program("rules profile --rules '" + directory_.path() + "' " + options, articles());
  }
  void SetUp() override { directory_.write("t.rules", kRules); }
  TempDir directory_;
};

TEST_F(ProfileTest, CountsTriesMatchesAndStops) {
  const Outcome outcome = profile("--json");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  EXPECT_EQ(json["articles"], 4);
  EXPECT_EQ(json["events"], 1);
  ASSERT_EQ(json["rules"].size(), 2u);
  const Json& shelling = json["rules"][0];
  EXPECT_EQ(shelling["id"], "t.shelling");
  EXPECT_EQ(shelling["tried"], 3);
  EXPECT_EQ(shelling["fired"], 1);
  EXPECT_EQ(shelling["events"], 1);
  EXPECT_EQ(shelling["stopped"], (Json{{"unless front", 1}, {"role actor not found", 1}}));
  EXPECT_EQ(shelling["example"]["doc_id"], "a");
  EXPECT_THAT(shelling["example"]["text"], HasSubstr("قصف الجيش السوري"));
  std::string roles;
  for (const Json& role : shelling["roles"]) roles += role["role"].get<std::string>() + std::to_string(role["fired"].get<int>()) + " ";
  EXPECT_EQ(roles, "actor1 place1 date0 ");
  EXPECT_EQ(shelling["roles"][0]["example"]["text"], "الجيش السوري");
  EXPECT_EQ(json["rules"][1]["id"], "t.looting");
  EXPECT_EQ(json["rules"][1]["tried"], 0);
  EXPECT_FALSE(json["rules"][1].contains("example"));
  ASSERT_EQ(json["role_lines"].size(), 4u);  // by line: those of the set, then the rules'
  EXPECT_EQ(json["role_lines"][0]["of"], "near");
  EXPECT_EQ(json["role_lines"][0]["fired"], 1);
  EXPECT_EQ(json["role_lines"][1]["fired"], 0);
}

TEST_F(ProfileTest, TheTableSaysWhatNeverFired) {
  const Outcome outcome = profile("");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("4 articles, 1 event; 1 of 2 rules fired"), HasSubstr("stopped: role actor not found 1, unless front 1"),
                                 HasSubstr("NEVER FIRED\n  rule    t.looting  (no trigger of it)"),
                                 HasSubstr("near  date  TRIGGER _{0,8} @")));
  EXPECT_EQ(outcome.out, profile("").out);
  EXPECT_THAT(profile("--filter t.loot").out, Not(HasSubstr("t.shelling")));
}

TEST_F(ProfileTest, TakesFilesAndWritesFiles) {
  const TempDir input;
  const std::string path = input.write("a.txt", "قصف الجيش السوري بلدة سرمين.");
  const std::string output = input.path() + "/profile.json";
  const Outcome outcome = profile("--json -o '" + output + "' '" + path + "'");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(Json::parse(read_file(output).value())["rules"][0]["fired"], 1);
  EXPECT_EQ(profile("'" + path + ".none'").status, 1);
}

}  // namespace
}  // namespace rasd
