// When and where, from the sentence of a trigger: every place and date in it is weighed by how near it stands and by whose it is: the
// act's, the speaker's («said from Beirut»), another act's, or the agency's (the dateline). Knowledge: data/event/event.lst.
// Threads: const and re-entrant.
#pragma once

#include <memory>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class SceneResolver {
 public:
  static Result<SceneResolver> load(const Lexicon& lexicon);
  // `events` in text order. Orders the places of each, best first, and sets its date.
  void resolve(const Analysis& analysis, std::vector<EventMention>& events) const;

 private:
  struct Lists;
  struct Sentence;
  class Reader;
  std::shared_ptr<const Lists> lists_;
};

// A period that began so short ago that it dates what happened in it.
[[nodiscard]] bool recent_period(const DateValue& value, const std::optional<Date>& anchor);

// The units of a sentence's opening that name where the report was filed: empty where there is none.
[[nodiscard]] UnitRange dateline_of(const Analysis& analysis, std::uint32_t sentence);

}  // namespace rasd
