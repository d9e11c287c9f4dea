// rasd dedup and rasd block from outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "rasd_program.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Three outlets on one strike, a strike of the next day on the same town, and one in another country.
std::string told_events() {
  const std::string articles =
      strike_record("a") +
      strike_record("b", "شن الطيران الحربي غارة على سرمين بريف إدلب مساء أمس، وأسفرت عن مقتل خمسة مدنيين.") +
      strike_record("c", "مقتل خمسة مدنيين بغارة جوية على بلدة سرمين في ريف إدلب أمس.", "2024-01-24") +
      strike_record("d", "قصفت مدفعية الجيش بلدة سرمين اليوم، ما أدى إلى إصابة طفلين.", "2024-01-25") +
      strike_record("e", "انفجرت سيارة مفخخة في مقديشو أمس، ما أدى إلى مقتل عشرة جنود.");
  return run_rasd("extract", articles).out;
}

std::map<std::string, std::string> incident_of_article(const std::string& out) {
  std::map<std::string, std::string> found;
  for (const nlohmann::json& record : json_lines(out)) found[record["doc_id"]] = record["incident_id"];
  return found;
}

std::string sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

std::string shuffled_lines(const std::string& text, unsigned seed) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::mt19937 random(seed);
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random() % i]);
  std::string out;
  for (const std::string& line : lines) out += line + '\n';
  return out;
}

std::string samples() { return run_rasd("extract " + sample_articles()).out; }

TEST(DedupCommand, ThreeOutletsTellOneIncident) {
  const std::string events = told_events();
  const Outcome outcome = run_rasd("dedup", events);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  ASSERT_THAT(json_lines(outcome.out), SizeIs(json_lines(events).size()));
  const auto incidents = incident_of_article(outcome.out);
  EXPECT_EQ(incidents.at("a"), incidents.at("b"));
  EXPECT_EQ(incidents.at("a"), incidents.at("c"));
  EXPECT_NE(incidents.at("a"), incidents.at("d"));
  EXPECT_NE(incidents.at("a"), incidents.at("e"));
}

TEST(DedupCommand, ClustersAreEventRecordsWithTheirSourcesAndReasons) {
  const std::string events = told_events();
  const Outcome outcome = run_rasd("dedup -f clusters", events);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const std::string id = incident_of_article(run_rasd("dedup", events).out).at("a");
  const std::vector<nlohmann::json> clusters = json_lines(outcome.out);
  const auto found = std::find_if(clusters.begin(), clusters.end(), [&id](const auto& c) { return c["incident_id"] == id; });
  ASSERT_NE(found, clusters.end());
  EXPECT_THAT((*found)["members"], SizeIs(3));
  EXPECT_EQ((*found)["members"][0], id);
  EXPECT_THAT((*found)["sources"], SizeIs(3));
  EXPECT_THAT((*found)["why"], SizeIs(2));
  EXPECT_EQ((*found)["casualties"]["killed"]["min"], 5);
  EXPECT_EQ(run_rasd("validate", outcome.out).status, 0);
  EXPECT_THAT(run_rasd("convert -f csv", outcome.out).out, HasSubstr(id));
}

TEST(DedupCommand, TheOrderOfTheInputChangesNothing) {
  const std::string events = told_events() + samples();
  const std::string clusters = run_rasd("dedup -f clusters", events).out;
  const std::string records = sorted_lines(run_rasd("dedup", events).out);
  for (const unsigned seed : {1U, 2U, 3U}) {
    const std::string shuffled = shuffled_lines(events, seed);
    EXPECT_EQ(run_rasd("dedup -f clusters", shuffled).out, clusters);
    EXPECT_EQ(sorted_lines(run_rasd("dedup", shuffled).out), records);
  }
}

TEST(DedupCommand, ItsOwnOutputGoesInAgain) {
  const std::string once = run_rasd("dedup", told_events()).out;
  EXPECT_EQ(run_rasd("dedup", once).out, once);
  EXPECT_EQ(run_rasd("dedup -f clusters", once).out, run_rasd("dedup -f clusters", told_events()).out);
}

// What a sort or an engine's shuffle does stands between the two halves.
TEST(DedupCommand, ThroughASortItGivesTheSameBytes) {
  const TempDir directory;
  const std::string events = told_events() + samples();
  const std::string blocks = run_rasd("block", events).out;
  const std::string pairs = run_rasd("dedup --keyed", sorted_lines(shuffled_lines(blocks, 4))).out;
  ASSERT_THAT(pairs, testing::Not(IsEmpty()));
  // Pairs of several reducers, in any order.
  const std::string half = pairs.substr(0, pairs.find('\n') + 1);
  const std::string some = directory.write("0.tsv", half);
  const std::string rest = directory.write("1.tsv", shuffled_lines(pairs.substr(half.size()), 5) + half);
  const std::string with = "dedup --pairs " + rest + " --pairs " + some;
  EXPECT_EQ(run_rasd(with, events).out, run_rasd("dedup", events).out);
  EXPECT_EQ(run_rasd(with + " -f clusters", events).out, run_rasd("dedup -f clusters", events).out);
}

TEST(DedupCommand, ALateArticleGoesIntoTheState) {
  const TempDir directory;
  const std::string events = told_events();
  const std::string state = directory.path() + "/state.jsonl";
  std::string early, late;
  std::istringstream lines(events);
  for (std::string line; std::getline(lines, line);) {
    (nlohmann::json::parse(line)["doc_id"] == "b" ? late : early) += line + "\n";
  }
  ASSERT_EQ(run_rasd("dedup --into " + state, early).status, 0);
  ASSERT_EQ(run_rasd("dedup --into " + state, late).status, 0);
  const std::string whole = read_file(state).value();
  EXPECT_EQ(whole, sorted_lines(whole));  // by event_id
  EXPECT_EQ(sorted_lines(whole), sorted_lines(run_rasd("dedup", events).out));
  // Once more, and in the other order: the same bytes.
  ASSERT_EQ(run_rasd("dedup --into " + state, late).status, 0);
  EXPECT_EQ(read_file(state).value(), whole);
  const std::string other = directory.path() + "/other.jsonl";
  ASSERT_EQ(run_rasd("dedup --into " + other, late).status, 0);
  ASSERT_EQ(run_rasd("dedup --into " + other, early).status, 0);
  EXPECT_EQ(read_file(other).value(), whole);
}

TEST(DedupCommand, AnUpdatedArticleTakesThePlaceOfItsOldRecords) {
  const TempDir directory;
  const std::string state = directory.path() + "/state.jsonl";
  ASSERT_EQ(run_rasd("dedup --into " + state, told_events()).status, 0);
  const std::string update = run_rasd("extract", strike_record("a", "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس، ما أدى إلى مقتل سبعة مدنيين.")).out;
  ASSERT_EQ(run_rasd("dedup --into " + state, update).status, 0);
  std::size_t of_article = 0;
  for (const nlohmann::json& record : json_lines(read_file(state).value())) {
    if (record["doc_id"] != "a") continue;
    ++of_article;
    EXPECT_EQ(record["casualties"]["killed"]["min"], 7);
  }
  EXPECT_EQ(of_article, 1U);
}

TEST(DedupCommand, AStateThatCannotBeReadStaysAsItIs) {
  const TempDir directory;
  EXPECT_EQ(run_rasd("dedup --into " + directory.path(), told_events()).status, 1);
}

TEST(DedupCommand, NothingInGivesNothingOut) {
  for (const std::string command : {"dedup", "dedup -f clusters", "dedup --keyed", "block"}) {
    const Outcome outcome = run_rasd(command, "\n \t\r\n");
    EXPECT_EQ(outcome.status, 0) << command << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty()) << command;
  }
}

TEST(DedupCommand, LinesThatAreNoRecordsAreNamedAndLeftOut) {
  const std::string events = told_events();
  const Outcome outcome = run_rasd("dedup", "{}\nno json\n" + events);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.out, run_rasd("dedup", events).out);
  EXPECT_EQ(run_rasd("dedup --keyed", events).status, 3);
  EXPECT_EQ(run_rasd("block", "[]\n").status, 3);
}

// Hadoop's mappers may append a tab to a line.
TEST(DedupCommand, KeyedLinesMayEndInATabOrACarriageReturn) {
  const std::string blocks = sorted_lines(run_rasd("block", told_events()).out);
  std::string trailing = blocks;
  for (std::size_t at = 0; (at = trailing.find('\n', at)) != std::string::npos; at += 3) trailing.insert(at, "\t\r");
  EXPECT_EQ(run_rasd("dedup --keyed", trailing).out, run_rasd("dedup --keyed", blocks).out);
}

TEST(DedupCommand, OptionsThatDoNotGoTogetherAreWrongUsage) {
  EXPECT_EQ(run_rasd("dedup --keyed -f clusters", told_events()).status, 2);
  EXPECT_EQ(run_rasd("dedup --into x.jsonl -f clusters", told_events()).status, 2);
}

TEST(DedupCommand, WeightsAreATableOfTheUser) {
  const TempDir directory;
  std::string weights = read_file(std::string(RASD_SOURCE_DIR) + "/data/dedup/weights.tsv").value();
  const std::size_t join = weights.find("\njoin\t");
  ASSERT_NE(join, std::string::npos);
  weights.replace(join, weights.find('\n', join + 1) - join, "\njoin\t90");
  directory.write("dedup/weights.tsv", weights);
  std::set<std::string> incidents;
  const std::string events = told_events();
  for (const auto& record : json_lines(run_rasd("dedup --data " + directory.path(), events).out)) incidents.insert(record["incident_id"]);
  EXPECT_THAT(incidents, SizeIs(json_lines(events).size()));
  directory.write("dedup/weights.tsv", "key\tweight\njoin\tmany\n");
  const Outcome outcome = run_rasd("dedup --data " + directory.path(), events);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("D111"));
}

}  // namespace
}  // namespace rasd
