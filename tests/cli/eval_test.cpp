// rasd eval from outside: own articles, what a coder would write down for them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/rasd_program.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class EvalTest : public testing::Test {
 protected:
  [[nodiscard]] Outcome eval(const std::string& options = {}) const { return run_rasd("eval '" + articles_ + "' '" + gold_ + "' " + options); }
  [[nodiscard]] std::string file(const std::string& name) const { return directory_.path() + '/' + name; }

  static nlohmann::json strike(const std::string& id, int killed) {
    return {{"doc_id", id},
            {"events",
             {{{"id", "e1"},
               {"event_type", "Explosions/Remote violence"},
               {"sub_event_type", "Air/drone strike"},
               {"status", "asserted"},
               {"trigger", "قصفت"},
               {"mentions", {"قصفت طائرات حربية"}},
               {"actors", nlohmann::json::array()},
               {"targets", {{{"name", "مدنيين"}}}},
               {"date", {{"start", "2024-01-23"}, {"end", "2024-01-23"}}},
               {"location", {{"name", "سرمين"}, {"country", "SYR"}}},
               {"killed", {{"min", killed}, {"max", killed}}}}}}};
  }

  TempDir directory_;
  std::string articles_ = directory_.write("articles.jsonl", strike_record("n1") + strike_record("n2") + strike_record("n3", "زار الوزير معرض الكتاب."));
  std::string gold_ = directory_.write("gold.jsonl", strike("n1", 5).dump() + '\n' + strike("n2", 6).dump() + "\n{\"doc_id\":\"n3\",\"events\":[]}\n");
};

TEST_F(EvalTest, PrintsTheFigures) {
  const Outcome outcome = eval("--errors '" + file("errors") + "'");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("detection       1.000  1.000  1.000      2     0     0\n"), HasSubstr("killed          0.500  0.500  0.500"),
                                 HasSubstr("3 articles"), HasSubstr("sub-type accuracy 1.000")));
  EXPECT_THAT(read_file(file("errors")).value(), AllOf(HasSubstr("n2 ARGUMENT killed gold: [6] got: [5]"), HasSubstr("| by air_strike."), Not(HasSubstr("n1 ARGUMENT killed"))));
}

TEST_F(EvalTest, RecordsOfAFileAreScoredAlike) {
  run_rasd("extract '" + articles_ + "' -o '" + file("events.jsonl") + "'");
  const std::string json = eval("--json").out;
  EXPECT_EQ(eval("--json --events '" + file("events.jsonl") + "'").out, json);
  EXPECT_EQ(nlohmann::json::parse(json)["killed"]["fp"], 1);
  EXPECT_THAT(eval("--events '" + gold_ + "'").out, HasSubstr("end_to_end      1.000  1.000  1.000")) << "a coder's file may stand there too";
}

TEST_F(EvalTest, TheNextRunSaysWhatARuleLost) {
  ASSERT_EQ(eval("--save '" + file("last.json") + "'").status, 0);
  EXPECT_THAT(eval("--against '" + file("last.json") + "'").out, HasSubstr("nothing changed"));
  const std::string off = "extends shipped\ndisable rule air_strike.craft_verb\ndisable rule harm.killing\n";
  directory_.write("rules/off.rules", off);
  const std::string out = eval("--rules '" + file("rules") + "' --against '" + file("last.json") + "'").out;
  EXPECT_THAT(out, AllOf(HasSubstr("lost: 2\n  n1 e1 Air/drone strike"), HasSubstr("  air_strike.craft_verb: lost 2\n"), HasSubstr("1.000 -> 0.000")));
}

TEST_F(EvalTest, HeldOutArticlesAreScoredApartAndTheirErrorsNotTold) {
  const Outcome outcome = eval("--held-out 2 --errors '" + file("errors") + "' --save '" + file("last.json") + "'");
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("2 articles"), HasSubstr("held out:"), HasSubstr("1 articles")));
  EXPECT_THAT(read_file(file("errors")).value(), Not(HasSubstr("n2")));
  EXPECT_THAT(read_file(file("last.json")).value(), Not(HasSubstr("n2")));
}

TEST_F(EvalTest, WhatIsWrongIsSaidWithItsLine) {
  directory_.write("gold.jsonl", "{\"doc_id\":\"n1\",\"events\":[]}\n{\"doc_id\":\"n9\",\"events\":[]}\n");
  const Outcome unknown = eval();
  EXPECT_EQ(unknown.status, 1);
  EXPECT_THAT(unknown.err, HasSubstr("gold.jsonl:2: no article n9"));
  EXPECT_THAT(unknown.out, IsEmpty());
  EXPECT_THAT(eval("--against '" + gold_ + "'").err, HasSubstr("was not written by rasd eval --save"));
  EXPECT_EQ(run_rasd("eval '" + articles_ + "'").status, 2);
}

}  // namespace
}  // namespace rasd
