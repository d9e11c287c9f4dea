// What the parser makes of good rule files.
#include "rules/rule_parser.hpp"

#include <gtest/gtest.h>

#include "rules/pattern_parser.hpp"
#include "token/lexicon.hpp"

namespace rasd {
namespace {

RuleSource parse(const std::vector<std::pair<std::string, std::string>>& files, Diagnostics& faults) {
  RuleParser parser;
  for (const auto& [name, content] : files) parser.parse(content, name);
  return parser.finish(faults);
}

RuleSource parse(const std::string& content) {
  Diagnostics faults;
  RuleSource source = parse({{"x.rules", content}}, faults);
  EXPECT_TRUE(faults.empty()) << faults[0].to_string();
  return source;
}

TEST(RuleParser, ReadsARule) {
  const RuleSource source = parse(
      "# comment: تعليق\n"
      "rule air.verbal\n"
      "  event     Air/drone strike       # exactly\n"
      "  trigger   {air.verb}\n"
      "  trigger   {air.launch} [Actor] {air.noun}\n"
      "  role      actor?:Actor  TRIGGER _{0,2} @\n"
      "  role      place:Place   @ _{0,4} TRIGGER\n"
      "  require   TRIGGER _{0,6} {air.front}\n"
      "  unless    metaphor  TRIGGER {noun.front}\n"
      "  status    foiled  {verb.foil} _{0,2} TRIGGER\n"
      "  implied   killed injured\n"
      "  example\n"
      "    text    قصفت طائرات بلدة سرمين\n"
      "    trigger قصفت\n"
      "    actor   طائرات\n"
      "  counter\n"
      "    text    قصف جبهة خصمه\n"
      "    because metaphor\n");
  ASSERT_EQ(source.rules.size(), 1u);
  const Rule& rule = source.rules[0];
  EXPECT_EQ(rule.id, "air.verbal");
  EXPECT_EQ(rule.line, 2u);
  EXPECT_EQ(rule.sub_events, std::vector<std::string>{"Air/drone strike"});
  ASSERT_EQ(rule.triggers.size(), 2u);
  EXPECT_EQ(rule.triggers[1].elements.size(), 3u);
  ASSERT_EQ(rule.roles.size(), 2u);
  EXPECT_EQ(rule.roles[0].role, Role::actor);
  EXPECT_TRUE(rule.roles[0].optional);
  EXPECT_EQ(rule.roles[0].pattern.text, "TRIGGER _{0,2} @");
  EXPECT_EQ(rule.roles[0].origin, "air.verbal");
  EXPECT_EQ(rule.roles[1].type, ArgumentType::place);
  EXPECT_FALSE(rule.roles[1].optional);
  EXPECT_EQ(rule.requires_.size(), 1u);
  EXPECT_EQ(rule.unless.at(0).label, "metaphor");
  EXPECT_EQ(rule.statuses.at(0).status, Status::foiled);
  EXPECT_EQ(rule.implied, (std::vector<Role>{Role::killed, Role::injured}));
  ASSERT_EQ(rule.examples.size(), 2u);
  EXPECT_EQ(rule.examples[0].text, "قصفت طائرات بلدة سرمين");
  EXPECT_EQ(rule.examples[0].trigger, "قصفت");
  EXPECT_EQ(rule.examples[0].roles, (std::vector<std::pair<Role, std::string>>{{Role::actor, "طائرات"}}));
  EXPECT_TRUE(rule.examples[1].counter);
  EXPECT_EQ(rule.examples[1].because, "metaphor");
}

TEST(RuleParser, ExpandsRoleSetsInPlaceAndAcrossFiles) {
  Diagnostics faults;
  const RuleSource source = parse(
      {{"a.rules",
        "rule r\n  event Attack\n  trigger {a.verb}\n  role actor?:Actor TRIGGER @\n"
        "  include behind(prep.on|prep.in, noun.side)\n  role weapon?:Weapon TRIGGER @\n"},
       {"b.rules",
        "roles behind PREP NOUN\n  role place?:Place TRIGGER {$PREP|prep.near} {$NOUN}? @\n  include inner($PREP)\n"
        "roles inner P\n  role target?:Actor TRIGGER ({$P} _) @\n"}},
      faults);
  ASSERT_TRUE(faults.empty()) << faults[0].to_string();
  const auto& roles = source.rules.at(0).roles;
  ASSERT_EQ(roles.size(), 4u);
  EXPECT_EQ(roles[1].role, Role::place);
  EXPECT_EQ(roles[1].origin, "behind");
  EXPECT_EQ(roles[1].pattern.elements[1].lists, (std::vector<std::string>{"prep.on", "prep.in", "prep.near"}));
  EXPECT_EQ(roles[1].pattern.elements[2].lists, std::vector<std::string>{"noun.side"});
  EXPECT_EQ(roles[2].origin, "inner");
  EXPECT_EQ(roles[2].pattern.elements[1].alternatives[0][0].lists, (std::vector<std::string>{"prep.on", "prep.in"}));
  EXPECT_EQ(roles[3].role, Role::weapon);
}

TEST(RuleParser, TypeSetsGiveSeveralSubEvents) {
  const RuleSource source = parse(
      "types hit\n  Shelling/artillery/missile attack\n  Air/drone strike\nrule r\n  event hit\n  trigger {a.b}\n");
  EXPECT_EQ(source.rules.at(0).event, "hit");
  EXPECT_EQ(source.rules.at(0).sub_events,
            (std::vector<std::string>{"Shelling/artillery/missile attack", "Air/drone strike"}));
}

TEST(RuleParser, ReadsStatusAndListBlocks) {
  const RuleSource source = parse(
      "list neg\n  لم\n  لن\n"
      "status no\n  value denied\n  pattern {neg} TRIGGER\n  pattern {neg} _ TRIGGER\n  unless double {neg} {neg} "
      "TRIGGER\n"
      "  example\n    text لم تقصف الطائرات البلدة\n    trigger تقصف\n");
  ASSERT_EQ(source.lists.size(), 1u);
  EXPECT_EQ(source.lists[0].items.size(), 2u);
  ASSERT_EQ(source.statuses.size(), 1u);
  EXPECT_EQ(source.statuses[0].value, Status::denied);
  EXPECT_EQ(source.statuses[0].patterns.size(), 2u);
  EXPECT_EQ(source.statuses[0].unless.at(0).label, "double");
  EXPECT_EQ(source.statuses[0].examples.at(0).trigger, "تقصف");
}

TEST(RuleParser, ReadsEveryKindOfElement) {
  Diagnostics faults;
  PatternPlace place{"x", 3, 10, true, nullptr};
  const auto pattern = parse_pattern(
      "<clause_start> !{a.b|c} b+[Actor] (_ | w+!<verb>{2,4})? TRIGGER{x}_!{d}!<comma>{0,8} any+@ _* <noun>+", place,
      faults);
  ASSERT_TRUE(pattern) << faults[0].to_string();
  const auto& e = pattern->elements;
  using Kind = PatternElement::Kind;
  ASSERT_EQ(e.size(), 10u);
  EXPECT_EQ(e[0].unit_class, UnitClass::clause_start);
  EXPECT_TRUE(e[1].negated);
  EXPECT_EQ(e[1].lists, (std::vector<std::string>{"a.b", "c"}));
  EXPECT_EQ(e[2].proclitics, kPrepBi);
  EXPECT_EQ(e[2].type, ArgumentType::actor);
  EXPECT_EQ(e[3].kind, Kind::group);
  EXPECT_EQ(e[3].min, 0);
  EXPECT_EQ(e[3].alternatives.at(1).at(0).proclitics, kConjWa);
  EXPECT_EQ(e[3].alternatives[1][0].max, 4);
  EXPECT_EQ(e[4].kind, Kind::trigger);
  EXPECT_EQ(e[5].lists, std::vector<std::string>{"x"}) << "a list may stand without a blank before it";
  EXPECT_EQ(e[6].kind, Kind::any);
  EXPECT_EQ(e[6].lists, std::vector<std::string>{"d"});
  EXPECT_EQ(e[6].barrier_classes, std::vector<UnitClass>{UnitClass::comma});
  EXPECT_EQ(e[6].max, 8);
  EXPECT_TRUE(e[7].any_preposition);
  EXPECT_EQ(e[8].max, kMaxRepeat);
  EXPECT_EQ(e[9].min, 1);
  EXPECT_EQ(e[1].column, 25u) << "columns count in the file's line";
}

TEST(RuleParser, AProcliticBeforeAGroupStandsOnItsFirstUnits) {
  Diagnostics faults;
  const auto pattern = parse_pattern("TRIGGER l+({a} _ | [Place])", {"x", 1, 1, false, nullptr}, faults);
  ASSERT_TRUE(pattern);
  const auto& group = pattern->elements.at(1);
  EXPECT_EQ(group.proclitics, 0);
  EXPECT_EQ(group.alternatives[0][0].proclitics, kPrepLi);
  EXPECT_EQ(group.alternatives[0][1].proclitics, 0);
  EXPECT_EQ(group.alternatives[1][0].proclitics, kPrepLi);
}

TEST(RuleParser, SubEventTypesAreAcledsTwentyFive) {
  EXPECT_EQ(sub_event_types().size(), 25u);
  EXPECT_STREQ(event_type_of("Suicide bomb"), "Explosions/Remote violence");
  EXPECT_EQ(event_type_of("suicide bomb"), nullptr);
}

TEST(RuleParser, AnEmptyOrMissingDirectoryIsAFault) {
  Diagnostics faults;
  parse_rule_directory("/nowhere/at/all", faults);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].code, "R004");
}

TEST(RuleParser, AnyBytesGiveFaultsNotCrashes) {
  const std::string seed =
      "roles a P\n  role place?:Place TRIGGER _!{$P}{0,3} b+@\nrule r\n  event Attack\n  trigger {x} [Actor]\n  "
      "include a(y|z)\n"
      "  unless l (TRIGGER | <verb>)\n  example\n    text قصف\n    because x\n";
  std::uint64_t state = 88172645463325252u;
  const auto random = [&](std::size_t n) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    return static_cast<std::size_t>(state % n);
  };
  for (int round = 0; round < 3000; ++round) {
    std::string text = seed;
    for (std::size_t edits = 1 + random(6); edits > 0; --edits) {
      const std::size_t at = random(text.size());
      switch (random(4)) {
        case 0:
          text.erase(at, 1 + random(8));
          break;
        case 1:
          text[at] = static_cast<char>(random(256));
          break;
        case 2:
          text.insert(at, std::string(1, "{}()[]<>|!@_+*?,:$\n \t"[random(21)]));
          break;
        default:
          text.insert(at, text.substr(random(text.size()), random(20)));
          break;
      }
    }
    RuleParser parser;
    parser.parse(text, "x.rules");
    Diagnostics faults;
    parser.finish(faults);
    for (const Diagnostic& fault : faults) EXPECT_FALSE(fault.code.empty());
  }
}

// The rules that the project ships.
TEST(RuleParser, TheProjectsRulesHaveNoFaults) {
  Diagnostics faults;
  const RuleSource source = parse_rule_directory(std::string(RASD_SOURCE_DIR) + "/rules", faults);
  for (const Diagnostic& fault : faults) ADD_FAILURE() << fault.to_string();
  EXPECT_GT(source.rules.size(), 50u);
}

}  // namespace
}  // namespace rasd
