// What `rasd rules check --strict` finds in rules that compile, and what it leaves alone.
#include <gtest/gtest.h>

#include "rules/rule_lint.hpp"
#include "support/marked_clause.hpp"

namespace rasd {
namespace {

constexpr const char* kLists =
    "list a.verb\n  pos verb\n  قصف\n"
    "list a.verbs\n  pos verb\n  import a.verb\n  ضرب\n"
    "list a.noun\n  pos noun\n  جبهة\n"
    "list a.side\n  pos noun\n  موقع\n";
constexpr const char* kNamesAll = "rule z\n  event Other\n  trigger {a.verbs} {a.noun} {a.side}\n";

// Of the codes asked for: "code:line message".
std::string findings(const std::string& source, const std::string& codes) {
  RuleFixture fixture(source);
  EXPECT_TRUE(fixture.rules) << (fixture.faults.empty() ? "" : fixture.faults.front().to_string());
  if (!fixture.rules) return "does not compile";
  Diagnostics ignored;
  RuleParser parser;
  parser.parse(source, "test.rules");
  const RuleSource parsed = parser.finish(ignored);
  const auto normalizer = Normalizer::load(std::string(RASD_SOURCE_DIR) + "/data/normalization");
  std::string out;
  for (const Diagnostic& found : lint_rules(*fixture.rules, parsed.lists, *normalizer)) {
    if (codes.find(found.code) == std::string::npos) continue;
    if (!out.empty()) out += " / ";
    out += found.code + ":" + std::to_string(found.line) + " " + found.message;
  }
  return out;
}

// The first line of `rules` is line 1: lists follow behind them.
std::string shadowed(const std::string& rules) { return findings(rules + kNamesAll + kLists, "R097"); }

TEST(RuleLint, ExamplesThatAreMissing) {
  const std::string rule = "rule r\n  event Attack\n  trigger {a.verb}\n";
  EXPECT_EQ(findings(rule + kLists, "R090 R091"), "R090:1 'r' has no example / R091:1 'r' has no counter-example");
  EXPECT_EQ(findings(rule + "  example\n    text قصف الجيش\n  counter\n    text زار\n    because no-trigger\n" + kLists, "R090 R091"), "");
}

TEST(RuleLint, RulesAndLinesThatStandTwice) {
  const std::string body = "  event Attack\n  trigger {a.verb}\n  role actor?:Actor TRIGGER @\n";
  EXPECT_EQ(findings("rule r\n" + body + "rule s\n" + body + kLists, "R092 R097"), "R092:5 the rule 's' says the same as 'r'");
  EXPECT_EQ(findings("rule r\n" + body + "  role actor?:Actor TRIGGER  @\n" + kLists, "R093"),
            "R093:5 this line stands twice in 'r' and can never be the first to match");
  EXPECT_EQ(findings("rule r\n" + body + "  trigger {a.verb}\n" + kLists, "R093"), "R093:5 this trigger line stands twice in 'r'");
}

TEST(RuleLint, ListsWithoutItemsOrUseAndItemsThatFoldAlike) {
  EXPECT_EQ(findings("rule r\n  event Attack\n  trigger {a.none}\nlist a.none\n  pos verb\n", "R094"),
            "R094:3 the trigger can never match: a.none has no items");
  EXPECT_EQ(findings("rule r\n  event Attack\n  trigger {a.one}\nlist a.one\n  pos noun\n  إصابة\n  اصابه\n", "R095"),
            "R095:7 this item stands twice in 'a.one' after folding");
  EXPECT_EQ(findings("rule r\n  event Attack\n  trigger {a.one}\nlist a.one\n  pos noun\n  إصابة\nlist a.two\n  pos noun\n  جرح\n", "R096"),
            "R096:7 nothing names the list 'a.two'");
}

TEST(RuleLint, ShadowedRule) {
  // The wide rule takes more words, needs less and has all lines.
  EXPECT_EQ(shadowed("rule narrow\n  event Attack\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n"
                     "rule wide\n  event Attack\n  trigger {a.verbs}\n  role actor?:Actor TRIGGER @\n  role place?:Place TRIGGER _{0,3} @\n"),
            "R097:1 the rule 'narrow' finds nothing that 'wide' does not find");
  // Demands and exclusions of its own make a rule narrower.
  EXPECT_EQ(shadowed("rule wide\n  event Attack\n  trigger {a.verb}\n"
                     "rule narrow\n  event Attack\n  trigger {a.verb}\n  require TRIGGER _{0,3} {a.noun}\n  unless front TRIGGER {a.side}\n"),
            "R097:4 the rule 'narrow' finds nothing that 'wide' does not find");
  // One alternative of the wide rule covers each of the narrow one.
  EXPECT_EQ(shadowed("rule wide\n  event Attack\n  trigger {a.verb|a.noun}\n  trigger {a.verb} {a.noun}\n"
                     "rule narrow\n  event Attack\n  trigger {a.noun}\n  trigger {a.verb} {a.noun}\n"),
            "R097:5 the rule 'narrow' finds nothing that 'wide' does not find");
  // Lines in another order: each shadows the other, the later one is told.
  EXPECT_EQ(shadowed("rule one\n  event Attack\n  trigger {a.verb}\n  role actor?:Actor TRIGGER @\n  role place?:Place TRIGGER _{0,3} @\n"
                     "rule two\n  event Attack\n  trigger {a.verb}\n  role place?:Place TRIGGER _{0,3} @\n  role actor?:Actor TRIGGER @\n"),
            "R097:6 the rule 'two' finds nothing that 'one' does not find");
}

TEST(RuleLint, PatternsNeedNotBeEqualToShadow) {
  EXPECT_EQ(shadowed("rule wide\n  event Attack\n  trigger {a.verb}\n  role place?:Place TRIGGER _{0,8} {a.noun|a.side} @\n"
                     "  require TRIGGER _{0,9} [Actor]\n  unless side TRIGGER {a.side}\n"
                     "rule narrow\n  event Attack\n  trigger {a.verb}\n  role place:Place TRIGGER _!{a.noun}{0,4} {a.noun} @\n"
                     "  require TRIGGER _{0,2} [Actor]\n  unless sides TRIGGER {a.side|a.noun}\n"),
            "R097:7 the rule 'narrow' finds nothing that 'wide' does not find");
}

TEST(RuleLint, RoleLinesThatAnEarlierOneForestalls) {
  const std::string head = "rule r\n  event Attack\n  trigger {a.verb}\n";
  const auto forestalled = [&](const char* lines) { return findings(head + lines + kNamesAll + kLists, "R098"); };
  EXPECT_EQ(forestalled("  role place?:Place TRIGGER _{0,6} @\n  role place?:Place TRIGGER _{0,3} @\n"),
            "R098:5 this line can never be the first to match in 'r'");
  EXPECT_EQ(forestalled("  role place?:Place TRIGGER {a.verbs} @ | @ TRIGGER\n  role place?:Place TRIGGER {a.verb} @\n"),
            "R098:5 this line can never be the first to match in 'r'");
  // A longer reach, a single unit that no barrier stops, a barrier less, another role or type, the narrower line first.
  EXPECT_EQ(forestalled("  role place?:Place TRIGGER _{0,3} @\n  role place?:Place TRIGGER _{0,6} @\n"), "");
  EXPECT_EQ(forestalled("  role place?:Place TRIGGER _{0,6} @\n  role place?:Place TRIGGER _ @\n"), "");
  EXPECT_EQ(forestalled("  role place?:Place TRIGGER _!{a.side}{0,6} @\n  role place?:Place TRIGGER _{0,6} @\n"), "");
  EXPECT_EQ(forestalled("  role place?:Place TRIGGER _{0,6} @\n  role other_place?:Place TRIGGER _{0,3} @\n"), "");
  EXPECT_EQ(forestalled("  role killed?:Count TRIGGER _{0,6} @\n  role killed?:Number TRIGGER _{0,3} @\n"), "");
  EXPECT_EQ(forestalled("  role place?:Place TRIGGER {a.verb} @\n  role place?:Place TRIGGER {a.verbs} @\n"), "");
}

TEST(RuleLint, ParametersOfRoleSetsAreBoundBeforeRulesAreCompared) {
  const std::string set = "roles s LIST\n  role place?:Place TRIGGER {$LIST} @\n";
  EXPECT_EQ(shadowed("rule wide\n  event Attack\n  trigger {a.verb}\n  include s(a.noun)\n"
                     "rule narrow\n  event Attack\n  trigger {a.verb}\n  include s(a.noun)\n  require {a.side} TRIGGER\n" + set),
            "R097:5 the rule 'narrow' finds nothing that 'wide' does not find");
  EXPECT_EQ(shadowed("rule wide\n  event Attack\n  trigger {a.verb}\n  include s(a.noun)\n"
                     "rule narrow\n  event Attack\n  trigger {a.verb}\n  include s(a.side)\n  require {a.side} TRIGGER\n" + set),
            "");
}

TEST(RuleLint, RulesThatAreNotShadowed) {
  const std::string wide = "rule wide\n  event Attack\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n  unless side TRIGGER {a.side}\n";
  const std::pair<const char*, const char*> kCases[] = {
      {"another event", "  event Other\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n  unless side TRIGGER {a.side}\n"},
      {"a word more", "  event Attack\n  trigger {a.verbs}\n  role actor:Actor TRIGGER @\n  unless side TRIGGER {a.side}\n"},
      {"a longer trigger", "  event Attack\n  trigger {a.verb} {a.noun}\n  role actor:Actor TRIGGER @\n  unless side TRIGGER {a.side}\n"},
      {"fewer demands", "  event Attack\n  trigger {a.verb}\n  role actor?:Actor TRIGGER @\n  unless side TRIGGER {a.side}\n"},
      {"no exclusion", "  event Attack\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n"},
      {"a line more", "  event Attack\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n  role place?:Place TRIGGER @\n  unless side TRIGGER {a.side}\n"},
      {"another place", "  event Attack\n  trigger {a.verb}\n  role actor:Actor @ TRIGGER\n  unless side TRIGGER {a.side}\n"},
      {"a narrower exclusion", "  event Attack\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n  unless side TRIGGER {a.side} <comma>\n"},
      {"another type", "  event Attack\n  trigger {a.verb}\n  role actor:Any TRIGGER @\n  unless side TRIGGER {a.side}\n"},
      {"a status line",
       "  event Attack\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n  unless side TRIGGER {a.side}\n  status denied {a.noun} TRIGGER\n"},
      {"an implied role",
       "  event Attack\n  trigger {a.verb}\n  role actor:Actor TRIGGER @\n  unless side TRIGGER {a.side}\n  implied killed\n"},
  };
  for (const auto& [name, body] : kCases) {
    const std::string found = shadowed(wide + "rule other\n" + body);  // the first rule may well be shadowed by the other
    EXPECT_EQ(found.find("'other' finds nothing"), std::string::npos) << name << ": " << found;
  }
}

}  // namespace
}  // namespace rasd
