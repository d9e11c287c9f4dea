// Who is speaking: the subject of the verb of saying that a clause stands under. Knowledge: lists event.saying, event.according_to.
// Threads: const and re-entrant.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class SpeakerFinder {
 public:
  static Result<SpeakerFinder> load(const Lexicon& lexicon);
  // One entry a clause: its speaker, where there is one. A verb of saying without a subject of its own («wa-adafat») goes on with the last speaker.
  void find(const Analysis& analysis, std::vector<std::optional<Argument>>& speakers) const;

 private:
  ListId saying_ = kNoList;
  ListId according_to_ = kNoList;
  ListId that_ = kNoList;
  ListId reporter_ = kNoList;
};

}  // namespace rasd
