// Which records come together, and what the record of an incident says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "dedup/incident_record.hpp"
#include "dedup_support.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::size_t incidents_of(const std::vector<Record>& records) { return clusters_of(records).size(); }

Record on_day(Record record, const std::string& day) {
  record["date"]["start"] = record["date"]["end"] = day;
  return record;
}

TEST(Dedup, TwoArticlesOnOneStrikeAreOneIncident) {
  Record other = strike("ev_2", "b");
  other["casualties"]["killed"] = {{"min", 11}};
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), other}), 1U);
}

TEST(Dedup, AReportOfTheMorningAfterIsTheSameIncident) {
  Record late = on_day(strike("ev_2", "b"), "2024-01-11");
  late["date"]["basis"] = "published";
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), late}), 1U);
}

TEST(Dedup, AnotherStrikeOnTheTownAWeekLaterIsAnother) {
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), on_day(strike("ev_2", "b"), "2024-01-17")}), 2U);
}

TEST(Dedup, TheNextDaysStrikeWithAnotherTollIsAnother) {
  Record next = on_day(strike("ev_2", "b"), "2024-01-11");
  next["casualties"]["killed"] = {{"min", 2}, {"max", 2}};
  next["evidence"]["text"] = "قصفت مروحيات سوق القنديل";
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), next}), 2U);
}

TEST(Dedup, TheSameDayInAnotherProvinceIsAnother) {
  Record other = strike("ev_2", "b");
  other["location"] = {{"name", "دوما"}, {"kind", "city"}, {"admin1", "Rif Dimashq"}, {"country", "SYR"}, {"latitude", 33.57}, {"longitude", 36.4}, {"precision", 1}, {"id", "p.duma"}};
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), other}), 2U);
}

TEST(Dedup, OneWhoTellsOnlyTheProvinceIsJoinedByToll) {
  Record wide = strike("ev_2", "b");
  wide["location"] = {{"name", "إدلب"}, {"kind", "province"}, {"admin1", "Idlib"}, {"country", "SYR"}, {"precision", 3}, {"id", "p.idlib"}};
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), wide}), 1U);
}

TEST(Dedup, WhatOneArticleTellsAsTwoStaysTwo) {
  Record other = strike("ev_2", "a");
  other["casualties"]["killed"] = {{"min", 1}, {"max", 1}};
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), other}), 2U);
}

TEST(Dedup, TotalsAndUndatedRecordsStayAlone) {
  Record total = strike("ev_2", "b");
  total["status"] = "aggregate";
  Record undated = strike("ev_3", "c");
  undated.erase("date");
  EXPECT_EQ(incidents_of({strike("ev_1", "a"), total, undated}), 3U);
}

TEST(Dedup, OfTwoVersionsOfARecordOneCountsWhateverTheirOrder) {
  Record update = strike("ev_1", "a");
  update["casualties"]["killed"] = {{"min", 14}, {"max", 14}};
  const Record other = strike("ev_2", "b");
  EXPECT_EQ(clusters_of({strike("ev_1", "a"), update, other}), clusters_of({other, update, strike("ev_1", "a")}));
}

TEST(Dedup, ABlockLargerThanTheWindowIsStillClustered) {
  std::vector<Record> records;
  for (int i = 0; i < 900; ++i) records.push_back(strike("ev_" + std::to_string(1000 + i), "doc" + std::to_string(i)));
  EXPECT_LT(incidents_of(records), 10U);
}

TEST(BlockKeys, ADayAndTheNextShareAKeyAndTwoDaysApartDoNot) {
  const auto keys = [](const Record& record) { return block_keys(fingerprint_of(record), dedup_tables()); };
  const auto shared = [&keys](const Record& a, const Record& b) {
    std::vector<std::string> common;
    const auto x = keys(a), y = keys(b);
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
    return common;
  };
  const Record first = strike("ev_1", "a");
  EXPECT_FALSE(shared(first, on_day(first, "2024-01-11")).empty());
  EXPECT_FALSE(shared(first, on_day(first, "2024-01-09")).empty());
  EXPECT_THAT(shared(first, on_day(first, "2024-01-12")), IsEmpty());
}

TEST(BlockKeys, HoldNoTabAndNoLineEnd) {
  Record hostile = strike("ev_1", "a");
  hostile["location"]["admin1"] = "A\tB\nC";
  for (const std::string& key : block_keys(fingerprint_of(hostile), dedup_tables())) {
    EXPECT_EQ(key.find_first_of("\t\n"), std::string::npos) << key;
  }
}

TEST(PairLine, WhatIsNoPairIsRefused) {
  ScoredPair pair;
  EXPECT_TRUE(read_pair_line("ev_1\tev_2\t-0.25\r", pair));
  EXPECT_EQ(pair.score, -25);
  for (const char* line : {"", "ev_1", "ev_1\tev_2", "ev_1\tev_2\t4", "ev_1\tev_2\t4.2x", "ev_2\tev_1\t4.00", "\tev_2\t4.00"}) {
    EXPECT_FALSE(read_pair_line(line, pair)) << line;
  }
}

TEST(IncidentRecord, HasTheTollsFromTheLeastToTheMostAndEverySource) {
  Record a = strike("ev_1", "a");
  Record b = strike("ev_2", "b");
  b["casualties"]["killed"] = {{"min", 11}, {"max", 12}, {"text", "11"}, {"start", 1}, {"end", 3}, {"groups", Record::array()}};
  b["source"] = "Agency";
  const Record incident = incident_record({a, b}, {{"ev_1", "ev_2", 500}}, dedup_tables());
  EXPECT_EQ(incident["incident_id"], "ev_1");
  EXPECT_EQ(incident["event_id"], "ev_1");
  EXPECT_EQ(incident["members"], Record::array({"ev_1", "ev_2"}));
  EXPECT_EQ(incident["casualties"]["killed"]["min"], 9);
  EXPECT_EQ(incident["casualties"]["killed"]["max"], 12);
  ASSERT_EQ(incident["sources"].size(), 2U);
  EXPECT_EQ(incident["sources"][1]["source"], "Agency");
  EXPECT_EQ(incident["sources"][1]["killed"]["max"], 12);
}

TEST(IncidentRecord, SomeDeadIsNoNumber) {
  Record vague = strike("ev_2", "b");
  vague["casualties"]["killed"] = {{"min", 1}};
  const Record incident = incident_record({strike("ev_1", "a"), vague}, {}, dedup_tables());
  EXPECT_EQ(incident["casualties"]["killed"]["min"], 9);
  EXPECT_EQ(incident["casualties"]["killed"]["max"], 9);
}

TEST(IncidentRecord, SaysWhatSpokeForAndAgainstAJoin) {
  Record late = on_day(strike("ev_2", "b"), "2024-01-11");
  const Record incident = incident_record({strike("ev_1", "a"), late}, {{"ev_1", "ev_2", 500}}, dedup_tables());
  ASSERT_EQ(incident["why"].size(), 1U);
  const Record& why = incident["why"][0];
  const auto names = [](const Record& reasons) {
    std::vector<std::string> weights;
    for (const Record& reason : reasons) weights.push_back(reason["weight"]);
    return weights;
  };
  EXPECT_THAT(names(why["for"]), ElementsAre("same_place", "same_sub_type", "same_killed_many", "rare_words"));
  EXPECT_THAT(names(why["against"]), ElementsAre("next_day"));
  EXPECT_EQ(why["for"][0]["detail"], "سرمين");
}

}  // namespace
}  // namespace rasd
