// Rule matches -> event mentions: of several readings of one trigger the best stays, coordinated arguments are joined, counts are read.
// Threads: const and re-entrant.
#pragma once

#include <unordered_map>
#include <vector>

#include "event/analysis.hpp"
#include "event/count_reader.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class EventBuilder {
 public:
  explicit EventBuilder(const RuleSet& rules);
  // `matches` are sorted by clause, then trigger. Event mentions come in text order.
  void build(const Analysis& analysis, const std::vector<RuleMatch>& matches, std::vector<EventMention>& out) const;

 private:
  [[nodiscard]] double score(const RuleMatch& match) const;
  [[nodiscard]] EventMention make(const Analysis& analysis, const RuleMatch& match) const;

  std::unordered_map<const Rule*, SubEventSet> types_;
  CountReader counts_;
  ListId nationality_;
};

// Name of the types block whose rules tell a harm that looks for its cause.
inline constexpr std::string_view kHarmTypes = "generic.harm";

}  // namespace rasd
