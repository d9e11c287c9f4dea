// The outputs of all shards as the output of one run.
#pragma once

#include <string>
#include <vector>

#include "cli/manifest.hpp"
#include "sink/output.hpp"

namespace rasd::cli {

struct ShardOutput {
  std::string path;  // of the manifest
  Manifest manifest;
  std::string lines_path;
};

// What is wrong with them as the shards of one corpus: one is missing, is there twice, or is of another input, program, set of rules
// or options. Empty = nothing; then they are sorted by their numbers.
[[nodiscard]] std::string fault_of_shards(std::vector<ShardOutput>& shards);

// The manifest of them all, but for its output.
[[nodiscard]] Manifest sum_of(const std::vector<ShardOutput>& shards);

// Writes the lines in the order of the records. False where the output cannot be written or a file is not what its manifest says,
// which `fault` tells.
bool write_merged(const std::vector<ShardOutput>& shards, Output& output, std::string& fault);

}  // namespace rasd::cli
