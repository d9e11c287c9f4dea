#include "event/discourse.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kOpening = 3;   // units of a sentence in which its opening stands
constexpr std::uint32_t kAdjective = 3;  // units behind a trigger in which «another» belongs to it

}  // namespace

Result<Discourse> Discourse::load(const Lexicon& lexicon) {
  Discourse out;
  out.new_topic_ = lexicon.list_id("event.new_topic");
  out.another_ = lexicon.list_id("event.another");
  out.single_act_ = lexicon.list_id("event.single_act");
  if (out.new_topic_ == kNoList || out.another_ == kNoList || out.single_act_ == kNoList) {
    return Diagnostic{"D011", "data/event", 0, 0,
                      "one of the lists event.new_topic, event.another, event.single_act is missing", ""};
  }
  return out;
}

void Discourse::mark(const Analysis& analysis, std::vector<EventMention>& events) const {
  const ClauseSet& set = *analysis.clauses;
  for (EventMention& event : events) {
    // «clashes» and «raids» are plural even where they are one incident; «attacks» are several.
    event.plural = event.plural && set.units[event.trigger.begin].in(single_act_);
    std::uint32_t first = event.clause;
    while (first > 0 && set.clauses[first - 1].sentence == event.sentence) --first;
    const UnitRange opening = set.clauses[first].units;
    for (std::uint32_t u = opening.begin; u < opening.end && u < opening.begin + kOpening && u <= event.trigger.begin; ++u) {
      if (set.units[u].in(new_topic_)) event.new_topic = true;
    }
    const UnitRange units = set.clauses[event.clause].units;
    for (std::uint32_t u = event.trigger.end; u < units.end && u < event.trigger.end + kAdjective; ++u) {
      if (set.units[u].kind == TokenKind::punctuation || set.units[u].finite_verb) break;
      // "two others" belongs to the victims: a mention is no adjective of the trigger
      if (set.units[u].types == 0 && set.units[u].in(another_)) event.another = true;
    }
  }
}

}  // namespace rasd
