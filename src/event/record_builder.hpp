// Incidents -> event records: the values of the members are weighed, what is still missing is taken from paragraph, lead and dateline,
// the type is resolved, confidence computed. Knowledge: data/types. Threads: const and re-entrant.
#pragma once

#include <memory>
#include <vector>

#include "event/analysis.hpp"
#include "event/confidence.hpp"
#include "event/event_codes.hpp"
#include "event/event_mention.hpp"
#include "event/type_order.hpp"
#include "event/type_resolver.hpp"

namespace rasd {

class RecordBuilder {
 public:
  // `directory` is data; the tables are in its types and event folders.
  static Result<RecordBuilder> load(const std::string& directory, const Lexicon& lexicon, TypeOrder order);
  [[nodiscard]] std::vector<Event> build(const Analysis& analysis, const std::vector<EventMention>& events,
                                         const std::vector<Incident>& incidents) const;

 private:
  struct Scene;
  [[nodiscard]] int resolve_type(const Scene& scene, Event& record) const;

  std::shared_ptr<const TypeResolver> types_;
  TypeOrder order_;
  Confidence confidence_;
  EventCodeTable codes_;
};

}  // namespace rasd
