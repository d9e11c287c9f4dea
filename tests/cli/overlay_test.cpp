// What a user lays over the shipped rules and data: new rules, words, names, and what is switched off.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// No shipped rule knows the verb.
constexpr const char* kArticle = "دكدك مسلحون قافلة عسكرية قرب مدينة الرقة.";
constexpr const char* kKnown = "قصفت طائرات حربية بلدة سرمين مساء أمس.";

std::string quoted(const std::string& text) { return "'" + text + "'"; }

class OverlayTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(rasd_program("rules new patrol --to " + quoted(rules())).status, 0); }
  [[nodiscard]] std::string rules() const { return directory_.path() + "/rules"; }
  [[nodiscard]] std::string data() const { return directory_.path() + "/data"; }
  // The output of the program with these rules and data, and its complaints.
  std::string told(const std::string& arguments, const std::string& input = {}) const {
    const Outcome outcome = rasd_program(arguments + " --rules " + quoted(rules()) + options_, input);
    return outcome.out + outcome.err;
  }
  void use_data() {
    std::filesystem::create_directories(data());
    options_ = " --data " + quoted(data());
  }
  TempDir directory_;
  std::string options_;
};

TEST_F(OverlayTest, ASkeletonPassesItsChecksAndFindsWhatNothingFound) {
  EXPECT_THAT(told("rules check"), HasSubstr("no faults"));
  EXPECT_THAT(told("rules test --filter patrol"), HasSubstr("2 examples passed, 0 failed"));
  EXPECT_THAT(told("rules check --strict"), Not(HasSubstr("patrol")));
  EXPECT_THAT(rasd_program("extract", kArticle).out, IsEmpty());
  EXPECT_THAT(told("extract", kArticle), AllOf(HasSubstr("\"found_by\":[\"patrol.verb\"]"), HasSubstr("\"sub_event_type\":\"Attack\"")));
  EXPECT_THAT(told("extract", kKnown), HasSubstr("Air/drone strike")) << "shipped rules still hold";
}

TEST_F(OverlayTest, NewRulesOverwriteNothing) {
  const Outcome again = rasd_program("rules new patrol --to " + quoted(rules()));
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, HasSubstr("exists already"));
  EXPECT_THAT(rasd_program("rules new air_strike --to " + quoted(rules())).err, HasSubstr("choose another name"));
  EXPECT_EQ(rasd_program("rules new Patrol --to " + quoted(rules())).status, 2);
}

TEST_F(OverlayTest, WithoutExtendsTheRulesStandAlone) {
  directory_.write("alone/a.rules", "list a.verb\n  pos verb\n  قصف\nrule a.verb\n  event Attack\n  trigger {a.verb}\n  role place:Place TRIGGER _{0,5} @\n");
  const Outcome outcome = rasd_program("extract --rules " + quoted(directory_.path() + "/alone"), kKnown);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\"found_by\":[\"a.verb\"]"), Not(HasSubstr("Air/drone")))) << outcome.err;
}

TEST_F(OverlayTest, ARuleIsSwitchedOffOrWrittenAnew) {
  directory_.write("rules/off.rules", "disable rule air_strike.craft_verb\n");
  EXPECT_THAT(told("rules list air_strike.craft_verb"), HasSubstr("no rule id begins with"));
  directory_.write("rules/off.rules",
                   "disable rule air_strike.craft_verb\nrule air_strike.craft_verb\n  event Grenade\n  trigger {patrol.verb}\n");
  EXPECT_THAT(told("rules list air_strike.craft_verb"), HasSubstr("air_strike.craft_verb\tGrenade"));
}

TEST_F(OverlayTest, ContradictionsWithWhatIsShippedAreFaults) {
  directory_.write("rules/off.rules", "disable rule air_strike.craft_verbs\ndisable list a.b\nextends mine\n");
  EXPECT_THAT(told("rules check"), AllOf(HasSubstr("off.rules:1:14: R064: there is no rule 'air_strike.craft_verbs' to disable (did you mean air_strike.craft_verb?)"),
                                         HasSubstr("off.rules:2:9: R063: disable needs one of rule, status, roles, types"),
                                         HasSubstr("off.rules:3:9: R063: extends needs 'shipped'")));
  directory_.write("rules/off.rules", "rule air_strike.craft_verb\n  event Grenade\n  trigger {patrol.verb}\n");
  EXPECT_THAT(told("rules check"), HasSubstr("R014: 'air_strike.craft_verb' is defined twice"));
  directory_.write("rules/off.rules", "list prep.on\n  pos particle\n  فوق\n");
  EXPECT_THAT(told("rules check"), HasSubstr("R103"));
  directory_.write("rules/off.rules", "list prep.onn\n  extends\n  فوق\n");
  EXPECT_THAT(told("rules check"), HasSubstr("R104: there is no list \"prep.onn\" to extend (did you mean \"prep.on\"?)"));
}

TEST_F(OverlayTest, ListsOfRulesAndDataTakeMoreWordsOrOthers) {
  use_data();
  EXPECT_THAT(told("lexicon show زمجر"), Not(HasSubstr("trigger  patrol.verb")));
  directory_.write("rules/more.lst", "list patrol.more\n  pos verb\n  زمجر\n");
  directory_.write("rules/join.rules", "list patrol.verb\n  extends\n  import patrol.more\n");
  EXPECT_THAT(told("lexicon show زمجر"), HasSubstr("trigger  patrol.verb"));
  EXPECT_THAT(told("lexicon show دكدك"), HasSubstr("trigger  patrol.verb"));
  directory_.write("rules/join.rules", "list patrol.verb\n  replaces\n  pos verb\n  import patrol.more\n");
  EXPECT_THAT(told("lexicon show دكدك"), HasSubstr("no rule has it in its trigger"));
  directory_.write("data/weapons.lst", "list weapon.none\n  pos noun\n  منجنيق\n");
  EXPECT_THAT(told("lexicon show المنجنيق"), HasSubstr("weapon.none  " + data() + "/weapons.lst:1"));
}

TEST_F(OverlayTest, PlacesAndActorsAreAdded) {
  use_data();
  directory_.write("data/gazetteer/mine.tsv", "id\tname\n");
  EXPECT_THAT(told("rules check"), AllOf(HasSubstr("mine.tsv:1"), HasSubstr("D002"))) << "a wrong header is told";
  directory_.write("data/gazetteer/mine.tsv",
                   "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpop\tname_en\tflags\tname_ar\n"
                   "trial.kafr\tvillage\tSYR\tIdlib\t\t35.9\t36.7\t\tKafr Trial\t\tكفر التجربة\n");
  EXPECT_THAT(told("extract", "قصفت طائرات حربية كفر التجربة مساء أمس."), HasSubstr("\"id\":\"trial.kafr\""));
  directory_.write("data/actors/mine.tsv",
                   "id\tkind\tcountry\ttheatre\tcameo\tyears\tname_en\tname\taliases\n"
                   "trial_brigade\trebel\tSYR\t\t\t\tTrial Brigade\tلواء التجربة\t\n");
  EXPECT_THAT(told("actors lookup trial_brigade"), HasSubstr("Trial Brigade"));
  EXPECT_THAT(told("extract --published 2024-01-24", "هاجم لواء التجربة حاجزا للجيش قرب مدينة الرقة."), HasSubstr("\"id\":\"trial_brigade\""));
  directory_.write("data/types/resolver.tsv", "result\tconditions\n");
  EXPECT_THAT(told("rules check"), HasSubstr("D040: this table cannot be laid over the shipped one"));
}

TEST_F(OverlayTest, TheUsersFolderIsReadUnlessToldOtherwise) {
  const std::string program = std::string("'") + RASD_BINARY + "' ";
  const std::string home = "XDG_CONFIG_HOME=" + quoted(directory_.path()) + " ";
  EXPECT_THAT(run_program(home + program + "rules new watch").out, HasSubstr(directory_.path() + "/rasd/rules/watch.rules"));
  EXPECT_THAT(run_program(home + program + "rules list watch").out, HasSubstr("watch.verb\tAttack"));
  EXPECT_THAT(run_program(home + program + "extract", kArticle).out, HasSubstr("watch.verb"));
  EXPECT_THAT(run_program(home + program + "extract --shipped-only", kArticle).out, IsEmpty());
  EXPECT_THAT(run_program("HOME=/nowhere XDG_CONFIG_HOME= " + program + "extract", kArticle).out, IsEmpty());
}

}  // namespace
}  // namespace rasd
