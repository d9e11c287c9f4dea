// Whether an incident is a conflict event at all: crime, accidents, disasters, disease, court sentences, drills, sport and fiction are none.
// Knowledge: the lists relevance.* of data/relevance. Threads: const and re-entrant.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class Relevance {
 public:
  static Result<Relevance> load(const Lexicon& lexicon);
  // The name of the topic that rules the incident out, or "" where it is a conflict event.
  [[nodiscard]] std::string_view excluded_by(const Analysis& analysis, const std::vector<EventMention>& events,
                                             const Incident& incident) const;

 private:
  [[nodiscard]] bool vouched(const Analysis& analysis, const std::vector<EventMention>& events, const Incident& incident) const;
  struct Topic {
    ListId list;
    std::string name;
  };
  std::vector<Topic> topics_;
};

}  // namespace rasd
