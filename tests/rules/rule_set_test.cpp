// Rules over clauses: triggers, roles, what stops a rule, status.
#include "rules/rule_set.hpp"

#include <gtest/gtest.h>

#include "support/marked_clause.hpp"

namespace rasd {
namespace {

const char kRules[] = R"(
list bomb.verb
  pos verb
  قصف
  استهدف

list bomb.noun
  pos noun
  قصف
    masdar قصف
  هجوم

list launch.verb
  pos verb
  شن

list in
  في

list on
  على

list negator
  لم
  لا

list accuse
  pos verb
  اتهم

list chess
  pos noun
  شطرنج

roles place_behind PREP
  role place?:Place TRIGGER _{0,6} {$PREP} @
  role place?:Place TRIGGER _{0,6} b+@

rule bomb.verbal
  event Shelling/artillery/missile attack
  trigger {bomb.verb}
  role actor?:Actor TRIGGER @
  role actor?:Actor @ _{0,3} TRIGGER
  role target?:Actor TRIGGER [Actor] @
  include place_behind(in)
  role killed?:Count TRIGGER _{0,8} @

rule bomb.nominal
  event Attack
  trigger {bomb.noun}
  require TRIGGER _{0,2} {on}
  role target:Actor TRIGGER _{0,2} {on} @
  unless game TRIGGER _{0,3} {chess}
  status foiled {launch.verb} _{0,2} TRIGGER _{0,6} {in}

rule bomb.launched
  event Attack
  trigger {launch.verb} {bomb.noun}
  trigger {launch.verb} [Actor] {bomb.noun}
  role actor?:Actor @ _{0,2} TRIGGER

status denied
  value denied
  pattern {negator} TRIGGER

status alleged
  value alleged
  pattern {accuse} _{0,6} TRIGGER
  unless negated {negator} {accuse} _{0,6} TRIGGER
)";

RuleFixture& fixture() {
  static RuleFixture rules(kRules);
  return rules;
}

TEST(RuleSet, CompilesWithoutFaults) {
  ASSERT_TRUE(fixture().faults.empty()) << fixture().faults[0].to_string();
  ASSERT_TRUE(fixture().rules);
  EXPECT_EQ(fixture().rules->rules().size(), 3u);
}

TEST(RuleSet, FindsRolesByTheFirstLineThatMatches) {
  EXPECT_EQ(fixture().shown("استهدفت [A طائرات حربية] [A مجموعة مسلحة] في [P إدلب]"),
            "bomb.verbal استهدفت actor=طائرات حربية target=مجموعة مسلحة place=إدلب");
  EXPECT_EQ(fixture().shown("[A المدفعية] استهدفت أطراف [P إدلب]"), "bomb.verbal استهدفت actor=المدفعية");
  EXPECT_EQ(fixture().shown("استهدفت أطراف البلدة"), "bomb.verbal استهدفت") << "optional roles may be missing";
}

TEST(RuleSet, AttachedPrepositionsAndParameters) {
  EXPECT_EQ(fixture().shown("استهدفت [A طائرات] موقعا [P+ بإدلب]"), "bomb.verbal استهدفت actor=طائرات place=بإدلب");
  EXPECT_EQ(fixture().shown("استهدفت [A طائرات] موقعا [P إدلب]"), "bomb.verbal استهدفت actor=طائرات");
}

TEST(RuleSet, ARuleNeedsItsRequiredRolesAndRequireLines) {
  EXPECT_EQ(fixture().shown("هجوم على [A حاجز للشرطة]"), "bomb.nominal هجوم target=حاجز للشرطة");
  EXPECT_EQ(fixture().shown("هجوم [A حاجز للشرطة]"), "");
  EXPECT_EQ(fixture().shown("هجوم على [P حلب]"), "");
}

TEST(RuleSet, UnlessLinesStopARule) {
  MatchTrace trace;
  EXPECT_TRUE(fixture().match("هجوم في الشطرنج على [A الخصم]", &trace).empty());
  ASSERT_EQ(trace.steps.size(), 1u);
  EXPECT_EQ(trace.steps[0].outcome, "unless game");
}

TEST(RuleSet, TheTraceSaysWhereARuleStopped) {
  MatchTrace trace;
  fixture().match("هجوم [A حاجز]", &trace);
  fixture().match("هجوم على [P حلب]", &trace);
  fixture().match("استهدفت [A طائرات] البلدة", &trace);
  ASSERT_EQ(trace.steps.size(), 3u);
  EXPECT_EQ(trace.steps[0].outcome, "require line 51");
  EXPECT_EQ(trace.steps[1].outcome, "role target not found");
  EXPECT_EQ(trace.steps[2].outcome, "matched");
}

TEST(RuleSet, TriggersOfSeveralUnits) {
  EXPECT_EQ(fixture().shown("[A الجيش] شن هجوما أمس"), "bomb.launched شن+هجوما actor=الجيش");
  EXPECT_EQ(fixture().shown("شن [A الجيش] هجوما أمس"), "bomb.launched شن+الجيش+هجوما");
  EXPECT_EQ(fixture().shown("شن حملة ثم هجوما"), "") << "the units of a trigger stand side by side";
}

TEST(RuleSet, GivesAllRulesOfATriggerInOrder) {
  EXPECT_EQ(fixture().shown("شن هجوما على [A حاجز]"), "bomb.launched شن+هجوما / bomb.nominal هجوما target=حاجز");
}

TEST(RuleSet, GapsStopAtOtherTriggersThatCanApply) {
  EXPECT_EQ(fixture().shown("استهدفت البلدة هجوم كبير في [P حلب]"), "bomb.verbal استهدفت place=حلب") << "bomb.nominal cannot apply here";
  EXPECT_EQ(fixture().shown("استهدفت البلدة هجوم على [A حاجز] في [P حلب]"), "bomb.verbal استهدفت / bomb.nominal هجوم target=حاجز");
}

TEST(RuleSet, StatusBlocksAndTheRulesOwnStatus) {
  EXPECT_EQ(fixture().shown("لم تستهدف [A طائرات] البلدة"), "bomb.verbal تستهدف actor=طائرات denied");
  EXPECT_EQ(fixture().shown("اتهم [A الجيش] الجماعة أنها استهدفت البلدة"), "bomb.verbal استهدفت actor=الجيش alleged");
  EXPECT_EQ(fixture().shown("لم يتهم [A الجيش] الجماعة أنها استهدفت البلدة"), "bomb.verbal استهدفت actor=الجيش");
  EXPECT_EQ(fixture().shown("شن هجوما على [A حاجز] في [P حلب]"),
            "bomb.launched شن+هجوما / bomb.nominal هجوما target=حاجز foiled");
}

TEST(RuleSet, CountsAreNumbersOrCountedParticipants) {
  EXPECT_EQ(fixture().shown("استهدفت البلدة وقتلت [N 5]"), "bomb.verbal استهدفت") << "a verb stands in the gap";
  EXPECT_EQ(fixture().shown("استهدفت البلدة مع [C خمسة مدنيين]"), "bomb.verbal استهدفت killed=خمسة مدنيين");
  EXPECT_EQ(fixture().shown("استهدفت البلدة مع [N 5]"), "bomb.verbal استهدفت killed=5");
}

TEST(RuleSet, ConjunctionsAndPrepositionsMayBeAttachedToTriggers) {
  EXPECT_EQ(fixture().shown("واستهدفت [A طائرات] البلدة"), "bomb.verbal واستهدفت actor=طائرات");
  EXPECT_EQ(fixture().shown("وبهجوم على [A حاجز]"), "bomb.nominal وبهجوم target=حاجز");
}

TEST(RuleSet, MayTriggerIsTheGateForSentences) {
  const auto& f = fixture();
  const auto may = [&](const char* word) { return f.rules->may_trigger(f.lexicon->analyze(word, 0)); };
  EXPECT_TRUE(may("استهدفت"));
  EXPECT_TRUE(may("هجوم"));
  EXPECT_TRUE(may("شن")) << "the first unit of a longer trigger";
  EXPECT_FALSE(may("على"));
  EXPECT_TRUE(f.rules->may_trigger(f.lexicon->list_id("bomb.verb")));
  EXPECT_FALSE(f.rules->may_trigger(f.lexicon->list_id("on")));
}

TEST(RuleSet, UnknownListsAreReportedWithTheNearestName) {
  RuleFixture broken(
      "list bomb.verb\n  pos verb\n  قصف\n"
      "rule r\n  event Attack\n  trigger {bomb.verbs}\n  role place:Place TRIGGER _!{bomb.vreb}{0,2} @\n  unless x "
      "TRIGGER ({nowhere})\n");
  ASSERT_EQ(broken.faults.size(), 3u);
  EXPECT_EQ(broken.faults[0].to_string(), "test.rules:6:11: R080: unknown list 'bomb.verbs' (did you mean bomb.verb?)");
  EXPECT_EQ(broken.faults[1].to_string(), "test.rules:7:28: R080: unknown list 'bomb.vreb' (did you mean bomb.verb?)");
  EXPECT_EQ(broken.faults[2].code, "R080");
  EXPECT_EQ(broken.faults[2].line, 8u);
}

TEST(RuleSet, TooManyTestsAreReportedWithThePattern) {
  RuleFixture broken(
      "list a\n  أمس\nlist b\n  غدا\nlist c\n  ثم\nlist d\n  أو\nlist e\n  قد\n"
      "rule r\n  event Attack\n  trigger {a}\n  require TRIGGER {a} {b} {c} {d} {e} [Actor] [Place] [Date] <verb>\n");
  ASSERT_EQ(broken.faults.size(), 1u);
  EXPECT_EQ(broken.faults[0].line, 14u);
  EXPECT_EQ(broken.faults[0].code, "R058");
  EXPECT_EQ(broken.faults[0].message,
            "the part behind TRIGGER has 9 different tests: TRIGGER {a} {b} {c} {d} {e} [Actor] [Place] [Date] <verb>");
}

}  // namespace
}  // namespace rasd
