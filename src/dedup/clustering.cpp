#include "dedup/clustering.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

namespace rasd {
namespace {

// Everything between two clusters.
struct Link {
  std::int64_t excess = 0;  // sum over the compared pairs of what they have above a pair that was not compared
  int best = 0;             // the strongest pair
  std::uint32_t a = 0, b = 0;

  void add(const Link& other) {
    excess += other.excess;
    if (std::make_tuple(-other.best, other.a, other.b) < std::make_tuple(-best, a, b)) {
      best = other.best;
      a = other.a;
      b = other.b;
    }
  }
};

struct Node {
  std::vector<std::uint32_t> members;
  std::vector<Link> joins;
  std::map<std::uint32_t, Link> links;
};

// A merge that may come next. The name of a cluster is its smallest member.
struct Candidate {
  std::int64_t mean = 0;
  std::uint32_t a = 0, b = 0;  // a < b
  friend bool operator<(const Candidate& x, const Candidate& y) {
    return std::make_tuple(x.mean, y.a, y.b) < std::make_tuple(y.mean, x.a, x.b);
  }
};

class Agglomeration {
 public:
  Agglomeration(std::size_t size, const DedupWeights& weights) : nodes_(size), weights_(weights) {
    for (std::uint32_t i = 0; i < size; ++i) nodes_[i].members.push_back(i);
  }

  void link(std::uint32_t a, std::uint32_t b, int score) {
    const Link link{score - weights_.not_compared, score, a, b};
    nodes_[a].links.emplace(b, link);
    nodes_[b].links.emplace(a, link);
  }

  void run() {
    for (std::uint32_t a = 0; a < nodes_.size(); ++a) {
      for (const auto& [b, link] : nodes_[a].links) {
        if (a < b) offer(a, b);
      }
    }
    while (!queue_.empty()) {
      const Candidate next = queue_.top();
      queue_.pop();
      // Clusters that have grown or gone since were offered anew.
      const auto link = nodes_[next.a].links.find(next.b);
      if (link != nodes_[next.a].links.end() && mean(next.a, next.b, link->second) == next.mean) merge(next.a, next.b);
    }
  }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

 private:
  // Thousandths of hundredths above a pair that was not compared.
  [[nodiscard]] std::int64_t mean(std::uint32_t a, std::uint32_t b, const Link& link) const {
    const auto pairs = static_cast<std::int64_t>(nodes_[a].members.size() * nodes_[b].members.size());
    return link.excess * 1000 / pairs;
  }

  void offer(std::uint32_t a, std::uint32_t b) {
    const std::int64_t value = mean(a, b, nodes_[a].links.at(b));
    const std::int64_t needed = std::int64_t{weights_.cluster - weights_.not_compared} * 1000;
    if (value >= needed) queue_.push({value, std::min(a, b), std::max(a, b)});
  }

  void merge(std::uint32_t a, std::uint32_t b) {
    Node& into = nodes_[a];
    Node& from = nodes_[b];
    into.joins.insert(into.joins.end(), from.joins.begin(), from.joins.end());
    into.joins.push_back(into.links.at(b));
    into.members.insert(into.members.end(), from.members.begin(), from.members.end());
    into.links.erase(b);
    from.links.erase(a);
    for (const auto& [other, link] : from.links) {
      const auto [at, is_new] = into.links.emplace(other, link);
      if (!is_new) at->second.add(link);
      nodes_[other].links.erase(b);
      nodes_[other].links[a] = at->second;
    }
    from = Node();
    for (const auto& [other, link] : into.links) offer(a, other);
  }

  std::vector<Node> nodes_;
  const DedupWeights& weights_;
  std::priority_queue<Candidate> queue_;
};

std::vector<std::string> names_of(const std::vector<ScoredPair>& pairs) {
  std::vector<std::string> names;
  for (const ScoredPair& pair : pairs) {
    names.push_back(pair.a);
    names.push_back(pair.b);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

std::vector<Cluster> cluster_pairs(std::vector<ScoredPair> pairs, const DedupWeights& weights) {
  // Two versions of a record may have met the same other one: the higher score counts.
  std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& x, const ScoredPair& y) {
    return std::tie(x.a, x.b, y.score) < std::tie(y.a, y.b, x.score);
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end(), [](const ScoredPair& x, const ScoredPair& y) { return x.a == y.a && x.b == y.b; }),
              pairs.end());
  const std::vector<std::string> names = names_of(pairs);
  const auto index_of = [&names](const std::string& name) {
    return static_cast<std::uint32_t>(std::lower_bound(names.begin(), names.end(), name) - names.begin());
  };
  Agglomeration agglomeration(names.size(), weights);
  for (const ScoredPair& pair : pairs) agglomeration.link(index_of(pair.a), index_of(pair.b), pair.score);
  agglomeration.run();
  std::vector<Cluster> clusters;
  for (const Node& node : agglomeration.nodes()) {
    if (node.members.empty()) continue;
    Cluster cluster;
    for (const std::uint32_t member : node.members) cluster.members.push_back(names[member]);
    std::sort(cluster.members.begin(), cluster.members.end());
    for (const Link& join : node.joins) cluster.joins.push_back({names[join.a], names[join.b], join.best});
    clusters.push_back(std::move(cluster));
  }
  return clusters;
}

}  // namespace rasd
