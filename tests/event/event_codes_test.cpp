#include "event/event_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "event/sub_event_set.hpp"
#include "support/temp_dir.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

class EventCodesTest : public testing::Test {
 protected:
  static EventCodes codes(const char* type, const std::vector<std::string>& actors, const std::vector<std::string>& targets,
                          std::int64_t killed = 3, Status status = Status::asserted) {
    static const EventCodeTable table = EventCodeTable::load(std::string(RASD_SOURCE_DIR) + "/data").value();
    Event event;
    event.status = status;
    const auto add = [](std::vector<Participant>& list, const std::vector<std::string>& kinds) {
      for (const std::string& kind : kinds) list.emplace_back().kind = kind;
    };
    add(event.actors, actors);
    add(event.targets, targets);
    if (killed >= 0) event.casualties[0] = Casualty{{killed, killed}, {}, {}, {}};
    return table.codes_of(sub_event_index(type), event);
  }
};

TEST_F(EventCodesTest, CameoAndPloverComeFromTheType) {
  EXPECT_EQ(codes("Air/drone strike", {}, {}).cameo, "195");
  EXPECT_EQ(codes("Abduction/forced disappearance", {}, {}).plover, "ASSAULT");
  EXPECT_EQ(codes("Arrests", {}, {}).cameo, "173");
  EXPECT_EQ(codes("Headquarters or base established", {}, {}).cameo, "") << "no mapping is defensible";
}

TEST_F(EventCodesTest, UcdpIsDecidedByTheParties) {
  EXPECT_EQ(codes("Armed clash", {"state_forces"}, {"rebel"}).ucdp, "1");
  EXPECT_EQ(codes("Armed clash", {"rebel"}, {"police"}).ucdp, "1");
  EXPECT_EQ(codes("Air/drone strike", {"external_forces"}, {"civilians", "rebel"}).ucdp, "1") << "the armed ones are the other party";
  EXPECT_EQ(codes("Armed clash", {"rebel"}, {"political_militia"}).ucdp, "2");
  EXPECT_EQ(codes("Attack", {"rebel"}, {"civilians"}).ucdp, "3");
  EXPECT_EQ(codes("Excessive force against protesters", {"police"}, {"protesters"}).ucdp, "3");
}

TEST_F(EventCodesTest, UcdpIsEmptyWhereItCannotBeTold) {
  EXPECT_EQ(codes("Armed clash", {}, {"rebel"}).ucdp, "") << "one party is not named";
  EXPECT_EQ(codes("Armed clash", {"unknown"}, {"rebel"}).ucdp, "");
  EXPECT_EQ(codes("Attack", {"rebel"}, {"facility"}).ucdp, "");
  EXPECT_EQ(codes("Attack", {"civilians"}, {"civilians"}).ucdp, "");
  EXPECT_EQ(codes("Air/drone strike", {"state_forces"}, {"civilians"}).ucdp, "") << "not known to be aimed at them";
  EXPECT_EQ(codes("Peaceful protest", {"protesters"}, {"police"}).ucdp, "") << "no armed force";
}

TEST_F(EventCodesTest, UcdpCountsDeathsThatHappened) {
  EXPECT_EQ(codes("Armed clash", {"state_forces"}, {"rebel"}, -1).ucdp, "") << "no number of deaths";
  EXPECT_EQ(codes("Armed clash", {"state_forces"}, {"rebel"}, 0).ucdp, "");
  EXPECT_EQ(codes("Armed clash", {"state_forces"}, {"rebel"}, 1, Status::claimed).ucdp, "1");
  for (const Status status : {Status::denied, Status::planned, Status::foiled, Status::aggregate}) {
    EXPECT_EQ(codes("Armed clash", {"state_forces"}, {"rebel"}, 1, status).ucdp, "");
  }
}

TEST(EventCodeTable, FaultsOfTheTablesAreNamed) {
  const TempDir data;
  data.write("types/codes.tsv", "sub_event_type\tdisorder_type\tcameo\tplover\tucdp\nAir raid\t\t\t\t\nAttack\t\t\t\tsome\n");
  data.write("codes/participants.tsv", "kind\tinter\tacled_word\tucdp_side\nrebel\t2\tRebel group\trebels\n");
  const auto table = EventCodeTable::load(data.path());
  ASSERT_FALSE(table);
  ASSERT_EQ(table.error().size(), 3u);
  EXPECT_EQ(table.error()[0].code, "D030");
  EXPECT_THAT(table.error()[1].to_string(), HasSubstr("codes.tsv:3:11: D033: ucdp is \"some\""));
  EXPECT_THAT(table.error()[2].to_string(), HasSubstr("participants.tsv:2:21: D033"));
}

}  // namespace
}  // namespace rasd
