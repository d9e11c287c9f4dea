// The examples that stand in the rule files: those of the project hold, and one that does not is explained.
#include "pipeline/example_runner.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "rules/rule_parser.hpp"
#include "support/temp_dir.hpp"

namespace rasd {
namespace {

const std::string kRoot = RASD_SOURCE_DIR;

TEST(ExampleRunner, AllExamplesOfTheProjectHold) {
  auto knowledge = Knowledge::load({kRoot + "/rules", kRoot + "/data"});
  ASSERT_TRUE(knowledge) << knowledge.error()[0].to_string();
  const ExampleReport report = run_examples(*knowledge);
  for (const ExampleFailure& failure : report.failures) {
    ADD_FAILURE() << failure.file << ':' << failure.line << ": " << failure.id << ": " << failure.reason << '\n'
                  << failure.details;
  }
  EXPECT_GT(report.passed, 300u);
}

// A rule may name a set of types, and merging may give the incident another one: what counts is what comes out at the end.
TEST(ExampleRunner, EachSubEventTypeHasTwelveSentences) {
  auto knowledge = Knowledge::load({kRoot + "/rules", kRoot + "/data"});
  ASSERT_TRUE(knowledge) << knowledge.error()[0].to_string();
  ExampleReport report = run_examples(*knowledge);
  for (const SubEventType& type : sub_event_types())
    EXPECT_GE(report.sentences[type.sub_event_type], 12u) << type.sub_event_type;
}

const char kTrials[] = R"(list trial.verb
  pos verb
  دكدك

list trial.toy
  pos noun
  لعبة

rule trial.hit
  event     Attack
  trigger   {trial.verb}
  role      actor?:Actor  TRIGGER _{0,2} @
  role      killed?:Count TRIGGER _{0,6} @
  unless    toy           TRIGGER _{0,3} {trial.toy}
  require   TRIGGER _{0,9} [Actor]
  example
    text    دكدكت قوات النظام المنطقة
    trigger دكدكت
    actor   قوات النظام
  example
    text    ودكدكت قوات النظام المنطقة
    trigger دكدكت
    actor   الطائرات
  example
    text    دكدكت قوات النظام المنطقة
    trigger دكدكت
  example
    text    وصل الوفد إلى القاهرة
  example
    text    دكدكت أمس
  counter
    text    دكدكت قوات النظام المنطقة
    because no-match
  counter
    text    دكدكت اللعبة قوات النظام
    because toy
  counter
    text    دكدكت اللعبة قوات النظام
    because no-match
  counter
    text    وصل الوفد إلى القاهرة
    because no-trigger
  counter
    text    دكدكت أمس
    because no-match
)";

TEST(ExampleRunner, AFailingExampleIsExplained) {
  const TempDir directory;
  const std::string rules = directory.path() + "/rules";
  std::filesystem::copy(kRoot + "/rules", rules, std::filesystem::copy_options::recursive);
  std::ofstream(rules + "/trial.rules") << kTrials;
  auto knowledge = Knowledge::load({rules, kRoot + "/data"});
  ASSERT_TRUE(knowledge) << knowledge.error()[0].to_string();
  const ExampleReport report = run_examples(*knowledge, "trial.");
  std::vector<std::string> reasons;
  for (const ExampleFailure& failure : report.failures)
    reasons.push_back(std::to_string(failure.line) + " " + failure.reason);
  EXPECT_EQ(reasons, (std::vector<std::string>{
                         "20 actor is 'قوات النظام', should be 'الطائرات'",
                         "24 also found, but not named: actor 'قوات النظام'",
                         "27 no trigger of the rule in the text",
                         "29 the rule does not apply: require line 15",
                         "31 the rule applies at 'دكدكت'",
                         "37 the rule is stopped by: unless toy",
                     }));
  EXPECT_EQ(report.passed, 4u);
  ASSERT_FALSE(report.failures.empty());
  const std::string& details = report.failures[0].details;
  EXPECT_NE(details.find("|قوات النظام| [Actor]"), std::string::npos) << details;
  EXPECT_NE(details.find("rule trial.hit at 'ودكدكت': matched"), std::string::npos) << details;
  EXPECT_NE(details.find("TRIGGER _{0,2} @"), std::string::npos) << details;
}

TEST(ExampleRunner, ThePrefixChoosesRules) {
  auto knowledge = Knowledge::load({kRoot + "/rules", kRoot + "/data"});
  ASSERT_TRUE(knowledge);
  const ExampleReport all = run_examples(*knowledge);
  const ExampleReport some = run_examples(*knowledge, "air_strike.");
  EXPECT_GT(some.passed, 0u);
  EXPECT_LT(some.passed, all.passed);
  EXPECT_EQ(run_examples(*knowledge, "no.such.rule").passed, 0u);
}

}  // namespace
}  // namespace rasd
