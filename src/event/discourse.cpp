#include "event/discourse.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kOpening = 3;   // units of a sentence in which its opening stands
constexpr std::uint32_t kBefore = 6;    // units before a trigger in which «in response to» belongs to it
constexpr std::int64_t kManyActs = 10;  // so many attacks are a total, not an incident
constexpr std::uint32_t kObject = 1;    // units between a verb and the noun of violence that is its object
constexpr std::uint32_t kAdjective = 3;  // units behind a trigger in which «another» belongs to it

}  // namespace

Result<Discourse> Discourse::load(const Lexicon& lexicon) {
  Discourse out;
  out.new_topic_ = lexicon.list_id("event.new_topic");
  out.another_ = lexicon.list_id("event.another");
  out.single_act_ = lexicon.list_id("event.single_act");
  out.in_response_ = lexicon.list_id("event.in_response");
  out.occasion_ = lexicon.list_id("event.occasion");
  out.furniture_ = lexicon.list_id("event.furniture");
  out.last_before_ = lexicon.list_id("event.last_before");
  for (const ListId list : {out.new_topic_, out.another_, out.single_act_, out.in_response_, out.occasion_, out.furniture_}) {
    if (list != kNoList) continue;
    return Diagnostic{"D011", "data/event", 0, 0,
                      "one of the lists event.new_topic, event.another, event.single_act, event.in_response, event.occasion, "
                      "event.furniture is missing", ""};
  }
  return out;
}

// Behind «link to this story», or in a sentence that opens with «tags».
bool Discourse::in_furniture(const ClauseSet& set, const EventMention& event) const {
  for (std::uint32_t c = event.clause + 1; c-- > 0 && set.clauses[c].sentence == event.sentence;) {
    const UnitRange units = set.clauses[c].units;
    const bool opens = c == 0 || set.clauses[c - 1].sentence != event.sentence;
    for (std::uint32_t u = units.begin; u < units.end && u < event.trigger.begin; ++u) {
      if (set.units[u].in(furniture_) && ((opens && u == units.begin) || set.units[u].tokens.size() > 1)) return true;
    }
  }
  return false;
}

void Discourse::mark(const Analysis& analysis, std::vector<EventMention>& events) const {
  const ClauseSet& set = *analysis.clauses;
  std::erase_if(events, [&](const EventMention& event) { return in_furniture(set, event); });
  const EventMention* last = nullptr;
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
    const Unit& trigger = set.units[event.trigger.begin];
    // «repelled an attack», «carried out a bombing»: the noun is what the verb does.
    const bool object_of_last = last != nullptr && last->clause == event.clause &&
                                event.trigger.begin <= last->trigger.end + kObject && !trigger.finite_verb &&
                                (trigger.proclitics & kAnyConjunction) == 0;
    event.occasion = object_of_last || ((trigger.proclitics & kPrepBi) != 0 && !trigger.finite_verb);
    last = &event;
    std::uint32_t answer = 0;  // token of «in response to»
    for (std::uint32_t u = event.trigger.begin; u > units.begin && u + kBefore > event.trigger.begin;) {
      const Unit& before = set.units[--u];
      if (before.in(in_response_)) {
        event.response_to = true;
        answer = before.tokens.begin;
      }
      if (u + 1 == event.trigger.begin && before.in(occasion_)) event.occasion = true;
      const int number = before.mentions[static_cast<int>(MentionType::number)];
      if (u + 1 == event.trigger.begin && number >= 0 && trigger.in(single_act_) &&
          analysis.mentions->number(analysis.mention(number)).range.min >= kManyActs && event.status == Status::asserted) {
        event.status = Status::aggregate;
      }
      if (before.kind == TokenKind::punctuation || before.finite_verb) break;
    }
    // Who answers, and with what, did not do what is answered: a doer that only the sentence's subject gave goes.
    if (event.response_to) {
      std::erase_if(event.weapons, [&](const Argument& weapon) { return weapon.tokens.begin < answer; });
      std::erase_if(event.actors, [](const Argument& actor) {
        return actor.rule == "subject" || actor.rule == "same_doer" || actor.rule == "speaker";
      });
    }
    // «the last attack was on»: one before that of which the text tells
    if (event.trigger.begin > units.begin && set.units[event.trigger.begin - 1].in(last_before_)) event.another = true;
    for (std::uint32_t u = event.trigger.end; u < units.end && u < event.trigger.end + kAdjective; ++u) {
      if (set.units[u].kind == TokenKind::punctuation || set.units[u].finite_verb) break;
      // "two others" belongs to the victims: a mention is no adjective of the trigger
      if (set.units[u].types == 0 && set.units[u].in(another_)) event.another = true;
    }
  }
}

}  // namespace rasd
