// Whether two records tell one incident: a sum of weights, each with its reason.
#pragma once

#include <string>
#include <vector>

#include "dedup/fingerprint.hpp"
#include "dedup/tables.hpp"

namespace rasd {

struct JoinReason {
  const char* weight_name;  // as in data/dedup/weights.tsv
  int weight;               // hundredths
  std::string detail;       // what is the same or differs; may be empty
};

// compare_records(a, b) = compare_records(b, a). `reasons`, where not null, gets what the sum is made of.
[[nodiscard]] int compare_records(const Fingerprint& a, const Fingerprint& b, const DedupTables& tables,
                                  std::vector<JoinReason>* reasons = nullptr);

}  // namespace rasd
