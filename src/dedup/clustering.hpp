// Pairs -> clusters. A function of the set of pairs alone: their order, and how often one is told, change nothing.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "dedup/weights.hpp"

namespace rasd {

// a < b.
struct ScoredPair {
  std::string a, b;
  int score = 0;  // hundredths
};

struct Cluster {
  std::vector<std::string> members;  // ascending; the first one names the cluster
  // The strongest pair of each pair of clusters that came together, in that order: one fewer than members.
  std::vector<ScoredPair> joins;
};

// The clusters of all ids that pairs name, by their names. Starting from single records, the two clusters with the highest mean
// over all pairs between them come together (ties: the smaller names), while that mean reaches weights.cluster.
[[nodiscard]] std::vector<Cluster> cluster_pairs(std::vector<ScoredPair> pairs, const DedupWeights& weights);

}  // namespace rasd
