// Fills what a rule left open from around the trigger: clause, then sentence. What the paragraph and the lead can add waits until
// mentions are merged (event/incident.hpp). Knowledge: data/event/event.lst. Threads: const and re-entrant.
#pragma once

#include <memory>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"
#include "event/scene_resolver.hpp"
#include "event/speaker.hpp"

namespace rasd {

class ArgumentResolver {
 public:
  static Result<ArgumentResolver> load(const Lexicon& lexicon);
  void resolve(const Analysis& analysis, std::vector<EventMention>& events) const;

 private:
  void resolve_weapon(const Analysis& analysis, EventMention& event) const;
  void resolve_actor(const Analysis& analysis, const std::optional<Argument>& speaker, EventMention& event) const;
  void mark_background(const Analysis& analysis, EventMention& event) const;

  struct Lists;
  std::shared_ptr<const Lists> lists_;
  SpeakerFinder speakers_;
  SceneResolver scenes_;
};

}  // namespace rasd
