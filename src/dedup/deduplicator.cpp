#include "dedup/deduplicator.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace rasd {
namespace {

void append_pairs(const std::vector<const Fingerprint*>& block, const DedupTables& tables, std::vector<ScoredPair>& out) {
  if (block.size() < 2) return;
  for (const RecordPair& pair : block_pairs(block, tables)) out.push_back({pair.a->id, pair.b->id, pair.score});
}

}  // namespace

void Deduplicator::add(Fingerprint print) {
  for (const std::string& key : block_keys(print, tables_)) blocks_[key].push_back(static_cast<std::uint32_t>(prints_.size()));
  prints_.push_back(std::move(print));
}

std::vector<ScoredPair> Deduplicator::pairs() const {
  std::vector<ScoredPair> pairs;
  // The order of the blocks does not matter: what is made of the pairs depends on their set alone.
  for (const auto& [key, numbers] : blocks_) {
    std::vector<const Fingerprint*> block;
    for (const std::uint32_t number : numbers) block.push_back(&prints_[number]);
    append_pairs(block, tables_, pairs);
  }
  return pairs;
}

std::vector<Cluster> Deduplicator::clusters() const {
  std::vector<Cluster> clusters = cluster_pairs(pairs(), tables_.weights());
  clusters.erase(std::remove_if(clusters.begin(), clusters.end(), [](const Cluster& cluster) { return cluster.members.size() < 2; }),
                 clusters.end());
  return clusters;
}

std::vector<ScoredPair> BlockStream::add(std::string_view key, Fingerprint print) {
  std::vector<ScoredPair> pairs;
  if (key != key_) {
    pairs = finish();
    key_ = key;
  }
  block_.push_back(std::move(print));
  return pairs;
}

std::vector<ScoredPair> BlockStream::finish() {
  std::vector<const Fingerprint*> block;
  for (const Fingerprint& print : block_) block.push_back(&print);
  std::vector<ScoredPair> pairs;
  append_pairs(block, tables_, pairs);
  block_.clear();
  return pairs;
}

std::string pair_line(const ScoredPair& pair) {
  const int value = std::abs(pair.score);
  const std::string cents = std::to_string(value % 100);
  return pair.a + '\t' + pair.b + '\t' + (pair.score < 0 ? "-" : "") + std::to_string(value / 100) + '.' + (cents.size() < 2 ? "0" : "") + cents;
}

bool read_pair_line(std::string_view line, ScoredPair& pair) {
  while (!line.empty() && (line.back() == '\r' || line.back() == '\t' || line.back() == ' ')) line.remove_suffix(1);
  const std::size_t first = line.find('\t');
  const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
  if (second == std::string_view::npos || first == 0) return false;
  pair.a = line.substr(0, first);
  pair.b = line.substr(first + 1, second - first - 1);
  std::string_view score = line.substr(second + 1);
  const bool negative = !score.empty() && score.front() == '-';
  if (negative) score.remove_prefix(1);
  const std::size_t point = score.find('.');
  if (point == std::string_view::npos || point + 3 != score.size()) return false;
  const std::string digits = std::string(score.substr(0, point)) + std::string(score.substr(point + 1));
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), pair.score);
  if (error != std::errc() || end != digits.data() + digits.size()) return false;
  if (negative) pair.score = -pair.score;
  return pair.a < pair.b;
}

}  // namespace rasd
