// What a run over a shard read and wrote, so that a merge can tell whether all shards are there, of one input, by one program and one
// set of rules. The counts and sums of all shards add up to those of one run over everything. See docs/scale.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/shard.hpp"
#include "rasd/document.hpp"

namespace rasd::cli {

// Some records: their number, and the sum of their hashes modulo 2^64. It does not depend on their order.
struct RecordSum {
  std::uint64_t count = 0;
  std::uint64_t hash = 0;
  void add(std::uint64_t record_hash) {
    ++count;
    hash += record_hash;
  }
  void add(const RecordSum& other) {
    count += other.count;
    hash += other.hash;
  }
  friend bool operator==(const RecordSum&, const RecordSum&) = default;
};

[[nodiscard]] std::uint64_t record_hash(const Document& document);

struct Manifest {
  std::string version;
  std::string rules;    // hash of what stands in them
  std::string data;
  std::string options;  // those that bear on the records, as a JSON object
  Shard shard;
  bool is_part = false;  // the whole input is the shard; else every shard reads the same input and takes its records
  RecordSum input;       // all records that were read
  RecordSum records;     // those of this shard
  std::uint64_t rejected = 0;
  std::uint64_t events = 0;
  std::string output;    // file of the lines, from the manifest's folder
  std::uint64_t bytes = 0;
  RecordSum lines;
  std::vector<std::uint64_t> blocks;  // bytes of the lines of each block of records; empty where there is one shard or parts

  [[nodiscard]] std::string to_json() const;
  // On failure `fault` says why.
  static std::optional<Manifest> parse(std::string_view json, std::string& fault);
};

// Adds whole lines to bytes and lines.
void count_lines(std::string_view text, Manifest& manifest);

// Keeps a manifest while a run goes on.
class ManifestRecorder {
 public:
  explicit ManifestRecorder(Manifest start) : manifest_(std::move(start)) {}
  void read(const Document& document, bool ours);
  // Lines on their way out; those before the first call of next_record() are of the first record.
  void write(std::string_view lines);
  void next_record() { ++written_; }
  // The manifest of a run that has ended.
  [[nodiscard]] Manifest finish(std::uint64_t events, std::uint64_t rejected);

 private:
  Manifest manifest_;
  std::uint64_t written_ = 0;
};

}  // namespace rasd::cli
