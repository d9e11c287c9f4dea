// How an article passes from one incident to the next: sentence openings such as "elsewhere", nouns with "another". Knowledge: data/event/discourse.lst.
// Threads: const and re-entrant.
#pragma once

#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class Discourse {
 public:
  static Result<Discourse> load(const Lexicon& lexicon);
  // Takes out what stands in a page's furniture (links, tags); sets EventMention::new_topic, ::another, ::response_to and ::occasion, makes «140 attacks» an aggregate, and takes ::plural back where a plural is the usual form of one incident.
  void mark(const Analysis& analysis, std::vector<EventMention>& events) const;

 private:
  [[nodiscard]] bool in_furniture(const ClauseSet& set, const EventMention& event) const;

  ListId new_topic_ = kNoList;
  ListId another_ = kNoList;
  ListId single_act_ = kNoList;
  ListId in_response_ = kNoList;
  ListId occasion_ = kNoList;
  ListId furniture_ = kNoList;
  ListId last_before_ = kNoList;
};

}  // namespace rasd
