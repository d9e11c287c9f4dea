// Which records are compared at all: those that share a key of day x place x family of types, or of day x country x toll.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dedup/fingerprint.hpp"

namespace rasd {

// The keys of the blocks that a record stands in: plain text without a tab. None where nothing could be compared: no day, or a
// total over many incidents. A day and the one after it share a key, so that what is told as of the night before meets.
[[nodiscard]] std::vector<std::string> block_keys(const Fingerprint& print, const DedupTables& tables);

// Two records that may tell one incident.
struct RecordPair {
  const Fingerprint* a = nullptr;  // the one with the smaller id
  const Fingerprint* b = nullptr;
  int score = 0;
};

// The pairs of one block that matter: both records hang together by joins within it. Of records with one id the one with the
// largest version counts. What is given may come in any order and be there twice.
[[nodiscard]] std::vector<RecordPair> block_pairs(std::vector<const Fingerprint*> block, const DedupTables& tables);

}  // namespace rasd
