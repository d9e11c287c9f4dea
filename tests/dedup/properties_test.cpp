// What must hold of clusters whatever the records are.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "dedup/compare.hpp"
#include "dedup_support.hpp"

namespace rasd {
namespace {

std::vector<Record> joined(std::vector<Record> a, const std::vector<Record>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

class DedupLaws : public testing::TestWithParam<unsigned> {
 protected:
  const std::vector<Record> records_ = random_records(GetParam(), 80);
};

TEST_P(DedupLaws, SomethingIsJoinedAndSomethingIsNot) {
  const Clusters clusters = clusters_of(records_);
  EXPECT_LT(clusters.size(), records_.size());
  EXPECT_GT(clusters.size(), 5U);
}

TEST_P(DedupLaws, TheOrderOfRecordsChangesNothing) {
  std::vector<Record> shuffled = records_;
  std::mt19937 random(GetParam() + 1);
  for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[random() % i]);
  EXPECT_EQ(clusters_of(shuffled), clusters_of(records_));
}

TEST_P(DedupLaws, RecordsThatComeTwiceChangeNothing) { EXPECT_EQ(clusters_of(joined(records_, records_)), clusters_of(records_)); }

TEST_P(DedupLaws, ResultsMergeInAnyOrder) {
  const std::vector<Record> a(records_.begin(), records_.begin() + 30);
  const std::vector<Record> b(records_.begin() + 30, records_.begin() + 50);
  const std::vector<Record> c(records_.begin() + 50, records_.end());
  EXPECT_EQ(clusters_of(joined(a, b)), clusters_of(joined(b, a)));
  EXPECT_EQ(clusters_of(joined(joined(a, b), c)), clusters_of(joined(a, joined(c, b))));
}

TEST_P(DedupLaws, AClusterHasTheNameOfItsSmallestMember) {
  for (const auto& [id, members] : clusters_of(records_)) {
    EXPECT_EQ(id, *std::min_element(members.begin(), members.end()));
  }
}

TEST_P(DedupLaws, ComparisonIsSymmetric) {
  for (std::size_t i = 0; i + 1 < records_.size(); ++i) {
    const Fingerprint a = fingerprint_of(records_[i]);
    const Fingerprint b = fingerprint_of(records_[i + 1]);
    EXPECT_EQ(compare_records(a, b, dedup_tables()), compare_records(b, a, dedup_tables()));
  }
}

TEST_P(DedupLaws, TheReasonsOfAScoreAddUpToIt) {
  for (std::size_t i = 0; i + 1 < records_.size(); ++i) {
    std::vector<JoinReason> reasons;
    const int score = compare_records(fingerprint_of(records_[i]), fingerprint_of(records_[i + 1]), dedup_tables(), &reasons);
    int sum = 0;
    for (const JoinReason& reason : reasons) sum += reason.weight;
    EXPECT_EQ(score, sum);
  }
}

TEST_P(DedupLaws, BlocksOneAfterAnotherGiveTheClustersOfAll) {
  std::vector<std::pair<std::string, Fingerprint>> keyed;
  for (const Record& record : records_) {
    // Through the text of the slim record, as a shuffle carries it.
    const Record slim = Record::parse(slim_record(record, dedup_tables()).dump());
    const Fingerprint print = read_fingerprint(slim_record(slim, dedup_tables()), dedup_tables());
    for (const std::string& key : block_keys(print, dedup_tables())) keyed.emplace_back(key, print);
  }
  std::mt19937 random(GetParam() + 2);
  for (std::size_t i = keyed.size(); i > 1; --i) std::swap(keyed[i - 1], keyed[random() % i]);
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  BlockStream stream(dedup_tables());
  std::vector<ScoredPair> pairs;
  const auto keep = [&pairs](const std::vector<ScoredPair>& found) {
    for (const ScoredPair& pair : found) {
      ScoredPair read;
      ASSERT_TRUE(read_pair_line(pair_line(pair), read));
      EXPECT_EQ(read.score, pair.score);
      pairs.push_back(read);
    }
  };
  for (const auto& [key, print] : keyed) keep(stream.add(key, print));
  keep(stream.finish());
  std::vector<Cluster> clusters = cluster_pairs(pairs, dedup_tables().weights());
  EXPECT_EQ(complete(clusters, records_), clusters_of(records_));
}

INSTANTIATE_TEST_SUITE_P(Seeds, DedupLaws, testing::Range(1U, 21U));

}  // namespace
}  // namespace rasd
