// One article, what a coder wrote down for it, what a program said: what counts how.
#include "eval/score.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "eval/difference.hpp"
#include "eval/report.hpp"

namespace rasd::eval {
namespace {

using Json = nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kText = "قصفت المدفعية بلدة الزاوية وقتل ثلاثة. ثم اعتقلت الشرطة شابين في حلب.";

Json gold_shelling() {
  return {{"id", "e1"},
          {"event_type", "Explosions/Remote violence"},
          {"sub_event_type", "Shelling/artillery/missile attack"},
          {"status", "asserted"},
          {"trigger", "قصفت"},
          {"mentions", {"قصفت المدفعية بلدة"}},
          {"actors", {{{"name", "المدفعية"}, {"aliases", {"مدفعية الميدان"}}}}},
          {"targets", Json::array()},
          {"date", {{"start", "2024-01-23"}, {"end", "2024-01-23"}}},
          {"location", {{"name", "الزاوية"}, {"country", "SYR"}}},
          {"killed", {{"min", 3}, {"max", 3}}}};
}
Json found_shelling() {
  return {{"doc_id", "a"},
          {"event_id", "ev_1"},
          {"event_type", "Explosions/Remote violence"},
          {"sub_event_type", "Shelling/artillery/missile attack"},
          {"status", "asserted"},
          {"trigger", {{"text", "قصفت"}, {"start", 0}, {"end", 4}}},
          {"mentions", {{{"start", 0}, {"end", 4}}}},
          {"actors", {{{"text", "المدفعية"}, {"name", "المدفعية"}}}},
          {"date", {{"start", "2024-01-23"}, {"end", "2024-01-23"}}},
          {"location", {{"text", "الزاوية"}, {"name", "الزاوية"}, {"country", "SYR"}}},
          {"casualties", {{"killed", {{"min", 3}, {"max", 3}}}}},
          {"found_by", {"shelling.verb"}},
          {"confidence", 0.9}};
}
Json with(Json record, const char* pointer, const Json& value) {
  record[Json::json_pointer(pointer)] = value;
  return record;
}
// Another event, of which gold has nothing.
Json found_arrest() {
  Json record = with(with(found_shelling(), "/event_type", "Strategic developments"), "/sub_event_type", "Arrests");
  record["trigger"] = {{"text", "اعتقلت"}, {"start", 42}, {"end", 48}};
  record["mentions"] = Json::array();
  record["found_by"] = {"arrests.verb"};
  record["confidence"] = 0.4;
  return record;
}

class ScoreTest : public testing::Test {
 protected:
  Score scored(const std::vector<Json>& gold, const std::vector<Json>& found) {
    texts_.add("a", kText);
    gold_ = std::make_unique<EventsOfArticles>(texts_, names_);
    found_ = std::make_unique<EventsOfArticles>(texts_, names_);
    EXPECT_TRUE(gold_->add_line(Json{{"doc_id", "a"}, {"events", gold}}.dump(), fault_)) << fault_;
    for (const Json& record : found) EXPECT_TRUE(found_->add_line(record.dump(), fault_)) << fault_;
    return score(*gold_, *found_, [](const std::string&) { return true; });
  }
  Tally argument(const Json& gold, const Json& found, Argument which) {
    return scored({gold}, {found}).figures.arguments[static_cast<std::size_t>(which)];
  }
  std::string fault_;
  NameReader names_ = NameReader::load(std::string(RASD_SOURCE_DIR) + "/data/evaluation/names.tsv").value();
  ArticleTexts texts_;
  std::unique_ptr<EventsOfArticles> gold_;
  std::unique_ptr<EventsOfArticles> found_;
};

TEST_F(ScoreTest, WhatIsRightIsWholeAndHasNoErrors) {
  const Score score = scored({gold_shelling()}, {found_shelling()});
  EXPECT_EQ(score.figures.detection, (Tally{1, 0, 0}));
  EXPECT_EQ(score.figures.end_to_end, (Tally{7, 0, 0})) << "type, sub-type, actor, date, country, place, killed";
  EXPECT_EQ(error_lines(score), "");
}

TEST_F(ScoreTest, WhatIsMissedOrExtraCountsWithAllItSays) {
  const Score score = scored({gold_shelling()}, {found_arrest()});
  EXPECT_EQ(score.figures.detection, (Tally{0, 1, 1}));
  EXPECT_EQ(score.figures.end_to_end, (Tally{0, 7, 7}));
  EXPECT_THAT(error_lines(score), AllOf(HasSubstr("a MISSED Shelling"), HasSubstr("a SPURIOUS Arrests"), HasSubstr("| by arrests.verb")));
}

TEST_F(ScoreTest, OneEventCannotBeFoundTwice) {
  const Score score = scored({gold_shelling()}, {found_shelling(), found_shelling()});
  EXPECT_EQ(score.figures.detection, (Tally{1, 1, 0}));
  EXPECT_EQ(score.figures.again, 1u);
}

TEST_F(ScoreTest, WithoutATriggerInAMentionTwoArgumentsMakeTheSameEvent) {
  Json elsewhere = with(found_shelling(), "/trigger", {{"text", "حلب"}, {"start", 65}, {"end", 68}});
  elsewhere["mentions"] = Json::array();
  EXPECT_EQ(scored({gold_shelling()}, {elsewhere}).figures.detection.right, 1u);
  elsewhere["actors"] = Json::array();
  elsewhere["casualties"] = Json::object();
  elsewhere.erase("date");
  EXPECT_EQ(scored({gold_shelling()}, {elsewhere}).figures.detection.right, 0u) << "the place alone is not enough";
}

TEST_F(ScoreTest, AnotherSubTypeOfTheTypeIsFoundButWrong) {
  const Score score = scored({gold_shelling()}, {with(found_shelling(), "/sub_event_type", "Air/drone strike")});
  EXPECT_EQ(score.figures.detection.right, 1u);
  EXPECT_EQ(score.figures.sub_types_right, 0u);
  EXPECT_THAT(error_lines(score), HasSubstr("SUBTYPE gold: Shelling/artillery/missile attack got: Air/drone strike"));
}

TEST_F(ScoreTest, AParticipantMatchesByAnyOfItsNames) {
  EXPECT_EQ(argument(gold_shelling(), with(found_shelling(), "/actors/0", {{"text", "مدفعية الميدان"}}), Argument::actors), (Tally{1, 0, 0}));
  EXPECT_EQ(argument(gold_shelling(), with(found_shelling(), "/actors/0", {{"text", "الطيران"}}), Argument::actors), (Tally{0, 1, 1}));
  EXPECT_EQ(argument(gold_shelling(), with(found_shelling(), "/actors", Json::array()), Argument::actors), (Tally{0, 0, 1}));
}

TEST_F(ScoreTest, AnOptionalParticipantCountsNeitherWay) {
  const Json gold = with(gold_shelling(), "/actors/0/optional", true);
  EXPECT_EQ(argument(gold, found_shelling(), Argument::actors), (Tally{0, 0, 0}));
  EXPECT_EQ(argument(gold, with(found_shelling(), "/actors", Json::array()), Argument::actors), (Tally{0, 0, 0}));
}

TEST_F(ScoreTest, AlternativesOfACoderAreRight) {
  const Json gold = with(gold_shelling(), "/alt", {{"killed", {{{"min", 3}, {"max", nullptr}}, nullptr}}, {"date", {{{"start", "2024-01-20"}, {"end", "2024-01-22"}}}}});
  const auto killed = [&](const Json& value) { return argument(gold, with(found_shelling(), "/casualties", value), Argument::killed); };
  EXPECT_EQ(killed({{"killed", {{"min", 3}}}}), (Tally{1, 0, 0}));
  EXPECT_EQ(killed(Json::object()), (Tally{0, 0, 0})) << "leaving it out counts as right, not as said";
  EXPECT_EQ(killed({{"killed", {{"min", 4}, {"max", 4}}}}), (Tally{0, 1, 0}));
  const Json other_day = with(found_shelling(), "/date", {{"start", "2024-01-20"}, {"end", "2024-01-22"}});
  EXPECT_EQ(argument(gold, other_day, Argument::date), (Tally{1, 0, 0}));
  EXPECT_EQ(argument(gold_shelling(), other_day, Argument::date), (Tally{0, 1, 1}));
}

TEST_F(ScoreTest, AnyOfThePlacesOfAnEventIsItsPlace) {
  const Json gold = with(gold_shelling(), "/other_locations", {{{"name", "حلب"}}});
  EXPECT_EQ(argument(gold, with(found_shelling(), "/location/text", "حلب"), Argument::location), (Tally{1, 0, 0}));
  const Json other = with(with(found_shelling(), "/location/text", "دوما"), "/location/name", "دوما");
  EXPECT_EQ(argument(gold, other, Argument::location), (Tally{0, 1, 1}));
}

TEST_F(ScoreTest, ADeniedEventToldAsAFactIsAFalseAssertion) {
  const Score score = scored({with(gold_shelling(), "/status", "denied")}, {found_shelling()});
  EXPECT_EQ(score.figures.false_assertions, 1u);
  EXPECT_EQ(score.figures.detection, (Tally{0, 0, 0}));
  EXPECT_EQ(score.figures.end_to_end.extra, 7u);
  const Score silent = scored({with(gold_shelling(), "/status", "denied")}, {with(found_shelling(), "/status", "denied")});
  EXPECT_EQ(silent.figures.false_assertions, 0u);
  EXPECT_EQ(silent.figures.unscored, 1u);
}

TEST_F(ScoreTest, AnOptionalEventIsNeitherAskedForNorExtra) {
  EXPECT_EQ(scored({with(gold_shelling(), "/optional", true)}, {found_shelling()}).figures.end_to_end, (Tally{0, 0, 0}));
  EXPECT_EQ(scored({with(gold_shelling(), "/optional", true)}, {}).figures.end_to_end, (Tally{0, 0, 0}));
}

TEST_F(ScoreTest, ConfidenceThatRanksHasTheWholeArea) {
  EXPECT_DOUBLE_EQ(scored({gold_shelling()}, {found_shelling(), found_arrest()}).figures.confidence_area, 1);
  EXPECT_DOUBLE_EQ(scored({gold_shelling()}, {found_shelling(), with(found_arrest(), "/confidence", 0.9)}).figures.confidence_area, 0.5);
}

TEST_F(ScoreTest, WhatIsNoRecordIsRefused) {
  texts_.add("a", kText);
  EventsOfArticles events(texts_, names_);
  EXPECT_FALSE(events.add_line("{", fault_));
  EXPECT_FALSE(events.add_line(R"({"doc_id":"b","events":[]})", fault_));
  EXPECT_THAT(fault_, HasSubstr("no article b"));
  EXPECT_FALSE(events.add_line(with(found_shelling(), "/trigger/start", 1).dump(), fault_));
  EXPECT_THAT(fault_, HasSubstr("offsets"));
  EXPECT_FALSE(events.add_line(with(found_shelling(), "/actors", 5).dump(), fault_));
}

TEST_F(ScoreTest, TheDifferenceNamesWhatWasWonLostAndSpoiltByRule) {
  const Snapshot before = take_snapshot(scored({gold_shelling()}, {found_shelling(), found_arrest()}));
  const Snapshot none = take_snapshot(scored({gold_shelling()}, {}));
  const Snapshot spoilt = take_snapshot(scored({gold_shelling()}, {with(found_shelling(), "/actors", Json::array())}));
  EXPECT_THAT(difference_text(before, none), AllOf(HasSubstr("lost: 1\n  a e1 Shelling"), HasSubstr("wrong ones gone: 1"), HasSubstr("  shelling.verb: lost 1\n"),
                                                   HasSubstr("  arrests.verb: wrong ones gone 1\n"), HasSubstr("detection")));
  EXPECT_THAT(difference_text(none, before), AllOf(HasSubstr("won: 1\n"), HasSubstr("wrong ones new: 1"), Not(HasSubstr("lost"))));
  EXPECT_THAT(difference_text(before, spoilt), HasSubstr("fields spoilt:\n  a e1: actors | Shelling"));
  EXPECT_THAT(difference_text(spoilt, before), HasSubstr("fields mended:\n  a e1: actors | Shelling"));
  EXPECT_EQ(difference_text(before, before), "nothing changed\n");
  const auto again = read_snapshot(to_json(before));
  ASSERT_TRUE(again);
  EXPECT_EQ(difference_text(*again, before), "nothing changed\n");
  EXPECT_FALSE(read_snapshot("{}"));
  EXPECT_FALSE(read_snapshot("["));
}

}  // namespace
}  // namespace rasd::eval
