// rasd lexicon show, actors lookup, places lookup, rules list --counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

TEST(Lookup, AWordShowsReadingsListsAndTriggers) {
  const Outcome outcome = rasd_program("lexicon show وقصفت");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("reading  verb قصف : w+ perfect"), HasSubstr("feminine"), ContainsRegex("list     shelling\\.[a-z_]+  .*\\.lst:[0-9]+"),
                                 HasSubstr("trigger  shelling.verb  ")));
}

TEST(Lookup, AWordThatNobodyKnowsIsSaidToBeUnknown) {
  const Outcome outcome = rasd_program("lexicon show دكدكت");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("(not in the lexicon)"), HasSubstr("no rule has it in its trigger")));
  EXPECT_EQ(rasd_program("lexicon show ' '").status, 1);
}

TEST(Lookup, AWordShowsActorsAndPlaces) {
  EXPECT_THAT(rasd_program("lexicon show 'حزب الله'").out, HasSubstr("actor    hezbollah  "));
  EXPECT_THAT(rasd_program("lexicon show بحلب").out, HasSubstr("place    syr.aleppo  "));
  EXPECT_THAT(rasd_program("lexicon show 'وقف إطلاق النار'").out, AllOf(HasSubstr("(phrase)"), HasSubstr("trigger  agreement.ceasefire")));
}

TEST(Lookup, ActorsByArabicAndEnglishNameAndId) {
  for (const char* name : {"'حزب الله'", "hezbollah", "Hezbollah"}) {
    const Outcome outcome = rasd_program(std::string("actors lookup ") + name);
    EXPECT_EQ(outcome.status, 0) << name;
    EXPECT_THAT(outcome.out, HasSubstr("hezbollah\t")) << name;
    EXPECT_THAT(outcome.out, HasSubstr("\tLBN\t")) << name;
  }
  const Outcome none = rasd_program("actors lookup Nobodyatall");
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("no actor is called 'Nobodyatall'"));
}

TEST(Lookup, PlacesWithAllThatShareTheName) {
  const Outcome one = rasd_program("places lookup سرمين");
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_THAT(one.out, AllOf(HasSubstr("\tSYR\tIdlib\t"), HasSubstr("Sarmin\tسرمين")));
  const std::string english = rasd_program("places lookup sarmin").out;
  EXPECT_THAT(english, HasSubstr("سرمين"));
  const Outcome many = rasd_program("places lookup طرابلس");
  EXPECT_THAT(many.out, AllOf(HasSubstr("\tLBN\t"), HasSubstr("\tLBY\t")));
  EXPECT_EQ(rasd_program("places lookup Nowhereatall").status, 1);
}

TEST(Lookup, CountsOfExamples) {
  const TempDir directory;
  directory.write("a.rules",
                  "list a.verb\n  pos verb\n  قصف\n"
                  "types a.both\n  Attack\n  Grenade\n"
                  "rule a.one\n  event Attack\n  trigger {a.verb}\n  example\n    text قصف\n  example\n    text قصفت\n  counter\n    text زار\n    because no-trigger\n"
                  "rule a.two\n  event a.both\n  trigger {a.verb}\n  example\n    text قصف\n");
  const Outcome outcome = rasd_program("rules list --counts --rules '" + directory.path() + "'");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(ContainsRegex("a\\.one\tAttack\t[^\t]*a\\.rules:7\t2\t1\n"), ContainsRegex("a\\.two\ta\\.both\t[^\t]*\t1\t0\n"),
                                 HasSubstr("\nAttack\t1\t2\t1\t1\t1\t0\n"), HasSubstr("\nGrenade\t0\t0\t0\t1\t1\t0\n"), Not(HasSubstr("Agreement\t"))));
}

}  // namespace
}  // namespace rasd
