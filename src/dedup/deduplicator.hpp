// All records in memory: blocks, pairs, clusters. The same pairs come out where blocks are formed by a sort of `rasd block`'s
// lines and compared one at a time.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "dedup/blocks.hpp"
#include "dedup/clustering.hpp"

namespace rasd {

class Deduplicator {
 public:
  explicit Deduplicator(const DedupTables& tables) : tables_(tables) {}
  void add(Fingerprint print);
  // A pair that meets in several blocks comes once for each.
  [[nodiscard]] std::vector<ScoredPair> pairs() const;
  // Those with two members and more.
  [[nodiscard]] std::vector<Cluster> clusters() const;

 private:
  const DedupTables& tables_;
  std::vector<Fingerprint> prints_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> blocks_;
};

// One block after another, as a sorted stream brings them. Holds one block.
class BlockStream {
 public:
  explicit BlockStream(const DedupTables& tables) : tables_(tables) {}
  // The pairs of the block before, where `key` begins another one.
  [[nodiscard]] std::vector<ScoredPair> add(std::string_view key, Fingerprint print);
  // The pairs of the last block.
  [[nodiscard]] std::vector<ScoredPair> finish();

 private:
  const DedupTables& tables_;
  std::string key_;
  std::vector<Fingerprint> block_;
};

// "a TAB b TAB 4.25"
[[nodiscard]] std::string pair_line(const ScoredPair& pair);
// False where the line is none.
[[nodiscard]] bool read_pair_line(std::string_view line, ScoredPair& pair);

}  // namespace rasd
