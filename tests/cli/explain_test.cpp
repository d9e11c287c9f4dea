// rasd explain from outside, and the way from "why nothing here?" to an event by a rule of one's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "cli/rasd_program.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// No shipped rule knows the verb.
const std::string kUnknown = "دكدك مسلحون قافلة عسكرية قرب مدينة الرقة.";

std::string id_of_strike() { return json_lines(run_rasd("extract", strike_record("a")).out).at(0)["event_id"]; }

TEST(Explain, FromASentenceWithoutAnEventToARuleThatFindsOne) {
  const TempDir directory;
  const std::string article = directory.write("article.txt", std::string(kStrike) + " " + kUnknown + "\n");
  const std::string at = " --at 84";  // in the second sentence
  const std::string rules = " --rules '" + directory.path() + "/rules'";
  // 1. Nothing is found, and explain says why and what to do.
  EXPECT_EQ(json_lines(run_rasd("extract " + article).out).size(), 1u);
  const Outcome why = run_rasd("explain " + article + at);
  EXPECT_EQ(why.status, 0) << why.err;
  EXPECT_THAT(why.out, AllOf(HasSubstr("دكدك"), HasSubstr("no word of this sentence is a trigger of any rule"), HasSubstr("rasd rules new")));
  // 2. An overlay with a rule, a word list and examples; its checks pass.
  ASSERT_EQ(run_rasd("rules new patrol --to '" + directory.path() + "/rules'").status, 0);
  EXPECT_EQ(run_rasd("rules check" + rules).status, 0);
  EXPECT_THAT(run_rasd("rules test --filter patrol" + rules).out, HasSubstr("2 examples passed, 0 failed"));
  // 3. The event is there, and explain shows the rule.
  const Outcome found = run_rasd("extract " + article + rules);
  EXPECT_EQ(json_lines(found.out).size(), 2u);
  EXPECT_THAT(found.out, HasSubstr("\"found_by\":[\"patrol.verb\"]"));
  EXPECT_THAT(run_rasd("explain " + article + at + rules).out, AllOf(HasSubstr("rule patrol.verb"), HasSubstr("told in event")));
}

TEST(Explain, NamesTheSameEventsAsExtract) {
  const std::string articles = strike_record("a") + strike_record("b", kUnknown) + strike_record("c");
  std::set<std::string> extracted;
  for (const auto& event : json_lines(run_rasd("extract", articles).out)) extracted.insert(event["event_id"]);
  std::set<std::string> explained;
  std::istringstream lines(run_rasd("explain", articles).out);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.rfind("] ev_");
    if (at != std::string::npos) explained.insert(line.substr(at + 2));
  }
  EXPECT_EQ(extracted, explained);
  EXPECT_EQ(explained.size(), 2u);
}

TEST(Explain, OneEventByItsId) {
  const Outcome one = run_rasd("explain --event " + id_of_strike(), strike_record("b", kUnknown) + strike_record("a"));
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_THAT(one.out, AllOf(HasSubstr(id_of_strike()), HasSubstr("trigger"), HasSubstr("air_strike."), HasSubstr("has confidence"), Not(HasSubstr("دكدك"))));
  EXPECT_THAT(run_rasd("explain --event ev_none", strike_record("a")).err, HasSubstr("no article has the event ev_none"));
}

TEST(Explain, ColourOnlyWhereItIsAskedFor) {
  EXPECT_THAT(run_rasd("explain", strike_record("a")).out, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run_rasd("explain --color always", strike_record("a")).out, HasSubstr("\x1b["));
}

TEST(Explain, AnOffsetCountsAsInTheRecords) {
  const std::string article = strike_record("a", std::string(kStrike) + " " + kUnknown);
  EXPECT_THAT(run_rasd("explain --at 0", article).out, AllOf(HasSubstr("سرمين"), Not(HasSubstr("دكدك"))));
  EXPECT_THAT(run_rasd("explain --at 150 --offsets byte", article).out, HasSubstr("دكدك"));
  EXPECT_THAT(run_rasd("explain --at 5000", article).err, HasSubstr("behind the end"));
}

}  // namespace
}  // namespace rasd
