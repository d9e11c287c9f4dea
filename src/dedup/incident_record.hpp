// The records of one incident as one record.
#pragma once

#include <vector>

#include "dedup/clustering.hpp"
#include "dedup/fingerprint.hpp"

namespace rasd {

// An event record itself, so that every format and filter takes it: the member that tells most (`canonical`), under the name of
// the cluster, with the values that most members agree on, and behind them `incident_id`, `canonical`, `members`, `sources` and `why`.
// `records` are the members in the order of their ids; `joins` what brought them together.
[[nodiscard]] Record incident_record(const std::vector<Record>& records, const std::vector<ScoredPair>& joins, const DedupTables& tables);

// The reasons of a join: {"a", "b", "score", "for": [{"weight", "value", "detail"?}], "against": […]}.
[[nodiscard]] Record join_record(const Fingerprint& a, const Fingerprint& b, const DedupTables& tables);

}  // namespace rasd
