// What dedup knows: weights, families of types, words that say nothing. Threads: immutable after load.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dedup/weights.hpp"
#include "rasd/result.hpp"
#include "text/normalizer.hpp"

namespace rasd {

class DedupTables {
 public:
  // `data` holds the folders dedup/ and normalization/. A table of dedup/ that stands in an overlay takes the place of the one before.
  static Result<DedupTables> load(const std::string& data, const std::vector<std::string>& overlays = {});

  [[nodiscard]] const DedupWeights& weights() const { return weights_; }
  // Empty where the type is unknown.
  [[nodiscard]] const std::vector<std::string>& families(const std::string& sub_event_type) const;
  [[nodiscard]] std::string fold(std::string_view text) const { return normalizer_.fold(text); }
  // The words of a text that few texts have: folded, without proclitics, sorted, each once.
  [[nodiscard]] std::vector<std::string> rare_words(std::string_view text) const;

 private:
  DedupTables(DedupWeights weights, Normalizer normalizer) : weights_(weights), normalizer_(std::move(normalizer)) {}
  Diagnostics read_families(const std::string& file);
  Diagnostics read_words(const std::string& file);
  [[nodiscard]] std::string_view stem(std::string_view word) const;

  DedupWeights weights_;
  Normalizer normalizer_;
  std::map<std::string, std::vector<std::string>> families_;
  std::vector<std::string> proclitics_;  // longest first
  std::unordered_set<std::string> common_;
};

}  // namespace rasd
