#include "event/argument_resolver.hpp"

#include <algorithm>

#include "event/merger.hpp"
#include "event/subject.hpp"
#include "event/unit_argument.hpp"

namespace rasd {

struct ArgumentResolver::Lists {
  ListId recall = kNoList;
  ListId was = kNoList;
};

namespace {

constexpr std::uint32_t kRecallReach = 6;  // units from the sentence's start in which a recall phrase counts

// Distance between a unit and the trigger; what stands before the trigger counts double, since place and date follow the act more often.
std::uint32_t distance(const UnitRange& trigger, std::uint32_t unit) {
  return unit >= trigger.end ? unit - trigger.end : 2 * (trigger.begin - unit);
}

struct ClauseRange {
  std::uint32_t begin = 0, end = 0;
};

// The clauses of a sentence.
ClauseRange clauses_of(const ClauseSet& set, std::uint32_t clause) {
  ClauseRange range{clause, clause + 1};
  const std::uint32_t sentence = set.clauses[clause].sentence;
  while (range.begin > 0 && set.clauses[range.begin - 1].sentence == sentence) --range.begin;
  while (range.end < set.clauses.size() && set.clauses[range.end].sentence == sentence) ++range.end;
  return range;
}

// «The army announced the killing of 15 militants»: a harm to the other side is the speaker's deed.
bool tells_of_enemy(const Analysis& analysis, const ParticipantValue& who, const EventMention& event) {
  if (who.kind == "police") return false;
  return std::any_of(event.targets.begin(), event.targets.end(), [&](const Argument& target) {
    if (target.mention < 0 || analysis.mention(target.mention).type != MentionType::participant) return false;
    const ParticipantValue& whom = analysis.mentions->participant(analysis.mention(target.mention));
    const bool fighter = whom.kind == "rebel" || whom.kind == "political_militia" || whom.kind == "state_forces" ||
                         whom.kind == "external_forces";
    if (!fighter || (whom.id != kNoId && whom.id == who.id)) return false;
    return whom.kind != who.kind || (!whom.country.empty() && !who.country.empty() && whom.country != who.country);
  });
}

// «The ministry announced the arrest of five»: what only authorities do, they did who tell it.
bool is_police_work(const EventMention& event) {
  static const SubEventSet kWork = sub_event_set(
      {"Arrests", "Disrupted weapons use", "Abduction/forced disappearance", "Protest with intervention"});
  static const SubEventSet kSure = sub_event_set({"Arrests", "Disrupted weapons use"});
  return !event.harm && (event.types & ~kWork) == 0 && (event.types & kSure) != 0;
}

bool named_party(const Analysis& analysis, const Argument& argument) {
  if (argument.mention < 0 || analysis.mention(argument.mention).type != MentionType::participant) return false;
  const ParticipantValue& value = analysis.mentions->participant(analysis.mention(argument.mention));
  return value.id != kNoId && !value.thing && fighting_kind(value.kind);
}

}  // namespace

Result<ArgumentResolver> ArgumentResolver::load(const Lexicon& lexicon) {
  auto lists = std::make_shared<Lists>();
  lists->recall = lexicon.list_id("event.recall");
  lists->was = lexicon.list_id("event.was");
  if (lists->recall == kNoList || lists->was == kNoList) {
    return Diagnostic{"D011", "data/event", 0, 0, "one of the lists event.recall, event.was is missing", ""};
  }
  auto speakers = SpeakerFinder::load(lexicon);
  if (!speakers) return std::move(speakers).error();
  auto scenes = SceneResolver::load(lexicon);
  if (!scenes) return std::move(scenes).error();
  ArgumentResolver resolver;
  resolver.scenes_ = std::move(scenes).value();
  resolver.lists_ = std::move(lists);
  resolver.speakers_ = std::move(speakers).value();
  return resolver;
}

void ArgumentResolver::resolve_weapon(const Analysis& analysis, EventMention& event) const {
  if (!event.weapons.empty()) return;
  const ClauseSet& set = *analysis.clauses;
  const UnitRange units = set.clauses[event.clause].units;
  for (std::uint32_t u = units.begin; u < units.end; ++u) {
    const Unit& unit = set.units[u];
    if (!unit.has(MentionType::weapon) || distance(event.trigger, u) > 12) continue;
    event.weapons.push_back(unit_argument(analysis, unit, MentionType::weapon, Basis::clause));
  }
}

void ArgumentResolver::mark_background(const Analysis& analysis, EventMention& event) const {
  const ClauseSet& set = *analysis.clauses;
  const ClauseRange sentence = clauses_of(set, event.clause);
  const UnitRange first = set.clauses[sentence.begin].units;
  for (std::uint32_t u = first.begin; u < first.end && u < first.begin + kRecallReach; ++u) {
    if (set.units[u].in(lists_->recall)) event.background = true;
  }
  if (first.begin < first.end && set.units[first.begin].in(lists_->was)) event.background = true;
}

// «wa-awdahat annaha shannat gharat»: a verb without a subject of its own under a verb of saying has the speaker as its actor; and who tells
// of his own deed claims it.
void ArgumentResolver::resolve_actor(const Analysis& analysis, const std::optional<Argument>& speaker, EventMention& event) const {
  if (!speaker) return;
  const ParticipantValue& who = analysis.mentions->participant(analysis.mention(speaker->mention));
  const bool fights = who.kind == "state_forces" || who.kind == "rebel" || who.kind == "political_militia" ||
                      who.kind == "identity_militia" || who.kind == "external_forces" || who.kind == "police";
  const Unit& trigger = analysis.clauses->units[event.trigger.begin];
  // «asabat al-sawarikh ahdafaha»: the verb has a subject of its own, the weapon.
  const std::uint32_t behind = event.trigger.end;
  const bool weapon_acts = behind < analysis.clauses->clauses[event.clause].units.end &&
                           analysis.clauses->units[behind].has(MentionType::weapon) &&
                           (analysis.clauses->units[behind].proclitics & kAnyPreposition) == 0;
  const bool own_deed = weapon_acts ? false : trigger.finite_verb ? !event.harm : tells_of_enemy(analysis, who, event);
  const bool police_work = !trigger.finite_verb && is_police_work(event) && (fights || who.kind == "government");
  if (event.actors.empty() && ((fights && own_deed) || police_work)) {
    event.actors.push_back(*speaker);
    event.actors.back().rule = "speaker";
  }
  // Who tells of his own deed claims it; police and ministries report what they do.
  if (event.status == Status::asserted && fights && who.kind != "police" &&
      std::any_of(event.actors.begin(), event.actors.end(), [&](const Argument& actor) {
        const Agreement agreement = compare_participants(analysis, actor, *speaker);
        return agreement == Agreement::same || agreement == Agreement::within;
      })) {
    event.status = Status::claimed;
    event.status_rule = "speaker";
  }
  // What a party tells of a named adversary is its allegation.
  if (event.status == Status::asserted && fights && who.kind != "police" && who.id != kNoId && !event.actors.empty() &&
      std::all_of(event.actors.begin(), event.actors.end(), [&](const Argument& actor) {
        return compare_participants(analysis, actor, *speaker) == Agreement::different && named_party(analysis, actor);
      })) {
    event.status = Status::alleged;
    event.status_rule = "speaker";
  }
  event.reporter = event.reporter ? event.reporter : speaker;
}

void ArgumentResolver::resolve(const Analysis& analysis, std::vector<EventMention>& events) const {
  std::vector<std::optional<Argument>> speakers;
  speakers_.find(analysis, speakers);
  for (EventMention& event : events) {
    resolve_actor(analysis, speakers[event.clause], event);
    resolve_weapon(analysis, event);
    mark_background(analysis, event);
  }
  scenes_.resolve(analysis, events);
}

}  // namespace rasd
