#include "mention/participant_support.hpp"

namespace rasd {
namespace {

TEST(ActorLexicon, KnowsNamedAndGeneratedActors) {
  const ActorLexicon& actors = *participants().actors;
  EXPECT_GT(actors.size(), 1500u);
  const ActorId sdf = actors.find("sdf");
  ASSERT_NE(sdf, kNoId);
  EXPECT_EQ(actors.entry(sdf).name_en, "Syrian Democratic Forces");
  const ActorId police = actors.state_force("CHL", "police");
  ASSERT_NE(police, kNoId);
  EXPECT_EQ(actors.entry(police).id, "state:CHL:police");
  EXPECT_EQ(actors.entry(police).name, "الشرطة التشيلية");
  EXPECT_EQ(actors.entry(police).name_en, "Chilean police");
  EXPECT_EQ(actors.state_force("CHL", "wizards"), kNoId);
  EXPECT_EQ(actors.state_force("XXX", "police"), kNoId);
  EXPECT_EQ(actors.find("nobody"), kNoId);
}

// A row of the tables stands for the generated force of that id.
TEST(ActorLexicon, NamedRowsReplaceGeneratedForces) {
  const ActorLexicon& actors = *participants().actors;
  const ActorId army = actors.state_force("SYR", "army");
  EXPECT_EQ(army, actors.find("state:SYR:army"));
  EXPECT_EQ(actors.entry(army).cameo, "SYRMIL");
}

TEST(ActorLexicon, SharedNamesHaveATheatre) {
  const ActorLexicon& actors = *participants().actors;
  const ActorId coalition = actors.find("arab_coalition");
  EXPECT_TRUE(actors.entry(coalition).shared);
  EXPECT_TRUE(actors.acts_in(coalition, "YEM"));
  EXPECT_FALSE(actors.acts_in(coalition, "IRQ"));
}

// The figures that the documentation gives, and what a row must have to be of use.
TEST(ActorLexicon, NamesEnoughActorsAndLeadersOfKnownOrganisations) {
  const ActorLexicon& actors = *participants().actors;
  std::size_t named = 0, leaders = 0;
  for (ActorId id = 0; id < actors.size(); ++id) {
    const ActorEntry& entry = actors.entry(id);
    if (entry.person) {
      ++leaders;
      const std::string organisation = entry.id.substr(0, entry.id.find('.'));
      EXPECT_NE(actors.find(organisation), kNoId) << entry.id;
    } else if (entry.id.rfind("state:", 0) != 0) {
      ++named;
    }
    EXPECT_FALSE(entry.name_en.empty()) << entry.id;
    EXPECT_FALSE(entry.cameo.empty()) << entry.id;
    EXPECT_EQ(entry.name.find('?'), std::string::npos) << entry.id;
  }
  EXPECT_GE(named, 1500u);
  EXPECT_GE(leaders, 250u);
}

TEST(ActorLexicon, ArmedPeopleWhomNobodyNamesHaveAnIdByKindAndCountry) {
  EXPECT_EQ(unidentified_id("rebel", "MLI"), "unidentified:MLI:rebel");
  EXPECT_EQ(unidentified_id("rebel", ""), "");
  EXPECT_EQ(unidentified_id("civilians", "MLI"), "");
}

TEST(ActorLexicon, KnowsForcesThatAStateHasNot) {
  const ActorLexicon& actors = *participants().actors;
  ASSERT_NE(actors.lacking("LBN", "air_force", 0), nullptr);
  EXPECT_EQ(actors.lacking("LBN", "air_force", 0)->whose, "ISR");
  EXPECT_EQ(actors.lacking("LBN", "army", 0), nullptr);
  EXPECT_EQ(actors.lacking("ISR", "air_force", 0), nullptr);
  EXPECT_NE(actors.lacking("YEM", "air_force", 2016), nullptr);
  EXPECT_EQ(actors.lacking("YEM", "air_force", 2009), nullptr);
}

TEST(ActorLexicon, ANamedArmyIsTheArmyOfItsState) {
  const ActorLexicon& actors = *participants().actors;
  EXPECT_EQ(actors.state_force("ISR", "army"), actors.find("israeli_forces"));
  EXPECT_EQ(actors.find("state:ISR:army"), actors.find("israeli_forces"));
  EXPECT_NE(actors.find("state:ISR"), actors.find("israeli_forces"));
}

}  // namespace
}  // namespace rasd
