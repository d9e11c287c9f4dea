#include "event/subject.hpp"

#include <algorithm>

#include "event/unit_argument.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kReach = 25;          // units before the trigger
constexpr std::uint32_t kOpponentReach = 14;  // units behind it
constexpr std::uint32_t kAccuseBefore = 12;   // units between an accusation and the deed
constexpr std::uint32_t kAccuseBehind = 3;    // «an attack of which X accused Y»
constexpr std::uint32_t kPerformerReach = 24; // units behind the trigger in which «carried out by» stands
constexpr std::uint32_t kSupporterReach = 7;   // units from the doer to who supports him
constexpr std::uint32_t kAccusedReach = 9;    // units behind the verb in which accuser and accused stand

struct Words {
  ListId saying, responsibility, adopt, preposition, not_place, before_place, reporter, according, accuse, blame,
      launch, support, beside, that_they;
};

Words words_of(const Lexicon& lexicon) {
  return {lexicon.list_id("event.saying"),
          lexicon.list_id("status.responsibility"),
          lexicon.list_id("verb.adopt"),
          lexicon.list_id("event.place_preposition"),
          lexicon.list_id("event.not_place_preposition"),
          lexicon.list_id("prep.with"),
          lexicon.list_id("event.reporter"),
          lexicon.list_id("event.according_to"),
          lexicon.list_id("status.accuse"),
          lexicon.list_id("status.blame"),
          lexicon.list_id("verb.launch"),
          lexicon.list_id("event.supported"),
          lexicon.list_id("event.beside"),
          lexicon.list_id("event.that_they")};
}

bool in(const Unit& unit, ListId list) {
  return list != kNoList && unit.in(list);
}

bool preposition(const Unit& unit, const Words& w) {
  return in(unit, w.preposition) || in(unit, w.not_place) || in(unit, w.before_place) || in(unit, w.reporter) ||
         in(unit, w.according);
}

const ParticipantValue* fighter(const Analysis& analysis, const Unit& unit) {
  if (!unit.has(MentionType::participant)) return nullptr;
  const ParticipantValue& value =
      analysis.mentions->participant(analysis.mention(unit.mentions[static_cast<int>(MentionType::participant)]));
  if (value.thing || !fighting_kind(value.kind)) return nullptr;
  return &value;
}

bool has_doer(const Analysis& analysis, const EventMention& event) {
  return std::any_of(event.actors.begin(), event.actors.end(), [&](const Argument& actor) {
    if (actor.mention < 0) return true;
    const Mention& mention = analysis.mention(actor.mention);
    return mention.type == MentionType::participant && !analysis.mentions->participant(mention).thing;
  });
}

bool is_target(const EventMention& event, const Argument& who) {
  return std::any_of(event.targets.begin(), event.targets.end(),
                     [&](const Argument& target) { return target.tokens.overlaps(who.tokens); });
}

// Forces of a state lay no bombs and blow nobody up: beside an explosion they are who was hit or who tells it.
SubEventSet bomb_types() {
  static const SubEventSet kSet = sub_event_set({"Remote explosive/landmine/IED", "Suicide bomb", "Grenade"});
  return kSet;
}

bool can_do(const EventMention& event, std::string_view kind) {
  return kind != "police" && kind != "state_forces" ? true : event.types == 0 || (event.types & ~bomb_types()) != 0;
}

Argument subject_argument(const Analysis& analysis, const Unit& unit, std::string_view rule) {
  return unit_argument(analysis, unit, MentionType::participant, Basis::sentence, rule);
}

// The fighting subject nearest before the trigger in its clause: beside a finite verb that says nothing, or who takes
// responsibility.
std::optional<Argument> clause_subject(const Analysis& analysis, const EventMention& event, const Words& w) {
  const auto& units = analysis.clauses->units;
  const Clause& clause = analysis.clauses->clauses[event.clause];
  bool responsible = false;
  for (std::uint32_t u = event.trigger.begin; u > clause.units.begin && u + kReach > event.trigger.begin;) {
    --u;
    const Unit& unit = units[u];
    if (in(unit, w.responsibility) || in(unit, w.adopt)) responsible = true;
    const ParticipantValue* value = fighter(analysis, unit);
    if (value == nullptr || !can_do(event, value->kind) || (unit.proclitics & kAnyPreposition) != 0) continue;
    const bool first = u == clause.units.begin;
    if (!first && preposition(units[u - 1], w)) continue;
    const bool verb_before = !first && units[u - 1].finite_verb;
    const bool verb_behind = u + 1 < event.trigger.begin && units[u + 1].finite_verb;
    if (!verb_before && !verb_behind && !responsible) continue;
    const Unit& verb = verb_before ? units[u - 1] : units[u + 1];
    if ((in(verb, w.saying) || in(verb, w.beside)) && !responsible) continue;
    const Argument argument = subject_argument(analysis, unit, "subject");
    if (is_target(event, argument)) continue;
    return argument;
  }
  return std::nullopt;
}

// Whom the verb of accusing at `verb` accuses: «ittahamat X Y bi-», «X ittahama Y bi-». The accuser may be a capital.
std::optional<std::uint32_t> accused_by(const Analysis& analysis, std::uint32_t verb, const UnitRange& clause) {
  const auto& units = analysis.clauses->units;
  const auto named = [&](std::uint32_t u) {
    return units[u].has(MentionType::participant) || units[u].has(MentionType::place);
  };
  std::vector<std::uint32_t> found;
  for (std::uint32_t u = verb + 1; u < std::min(clause.end, verb + 1 + kAccusedReach) && found.size() < 2; ++u) {
    if ((units[u].proclitics & kAnyPreposition) != 0) break;
    if (named(u)) found.push_back(u);
  }
  if (found.empty()) return std::nullopt;
  const bool accuser_first = verb > clause.begin && named(verb - 1);
  if (found.size() < 2 && !accuser_first) return std::nullopt;
  const std::uint32_t who = accuser_first ? found.front() : found[1];
  return units[who].has(MentionType::participant) ? std::optional(who) : std::nullopt;
}

// Who is accused of the deed: he did it, not the accuser, who is the nearer subject.
std::optional<Argument> accused(const Analysis& analysis, const EventMention& event, const Words& w) {
  const auto& units = analysis.clauses->units;
  const UnitRange clause = analysis.clauses->clauses[event.clause].units;
  const std::uint32_t first = std::max(clause.begin, event.trigger.begin - std::min(event.trigger.begin, kAccuseBefore));
  const std::uint32_t last = std::min(clause.end, event.trigger.end + kAccuseBehind);
  for (std::uint32_t u = first; u < last; ++u) {
    if (!in(units[u], w.accuse) && !in(units[u], w.blame)) continue;
    const auto who = accused_by(analysis, u, clause);
    if (!who || (*who >= event.trigger.begin && *who < event.trigger.end)) continue;
    if (*who < event.trigger.begin && u > event.trigger.begin) continue;
    return subject_argument(analysis, units[*who], "accused");
  }
  return std::nullopt;
}

bool has_enclitic(const Unit& unit) {
  return unit.head != nullptr && std::any_of(unit.head->readings.begin(), unit.head->readings.end(),
                                             [](const Reading& reading) { return reading.enclitic != 0; });
}

// «al-hujum ... naffadhahu arba'at intihariyyin»: a verb of doing whose object is the act, and its subject.
std::optional<Argument> performer(const Analysis& analysis, const EventMention& event, const Words& w) {
  const auto& clauses = analysis.clauses->clauses;
  const auto& units = analysis.clauses->units;
  std::uint32_t end = event.trigger.end;
  for (std::uint32_t c = event.clause; c < clauses.size() && clauses[c].sentence == event.sentence; ++c) {
    end = clauses[c].units.end;
  }
  end = std::min(end, event.trigger.end + kPerformerReach);
  for (std::uint32_t u = event.trigger.end; u + 1 < end; ++u) {
    if (!(in(units[u], w.launch) || in(units[u], w.adopt)) || !units[u].finite_verb || !has_enclitic(units[u])) continue;
    const Unit& who = units[u + 1];
    if (!who.has(MentionType::participant) || (who.proclitics & kAnyPreposition) != 0) return std::nullopt;
    const Argument argument = subject_argument(analysis, who, "performer");
    if (analysis.mentions->participant(analysis.mention(argument.mention)).thing || is_target(event, argument))
      return std::nullopt;
    return argument;
  }
  return std::nullopt;
}

bool plural_verb(const Unit& unit) {
  return unit.finite_verb && (unit.features & kPlural) != 0 && (unit.features & kSingular) == 0;
}

// A verb in the plural follows its subject: the people right before it, or those whom the sentence told of last.
std::optional<Argument> plural_subject(const Analysis& analysis, const EventMention& event) {
  const auto& units = analysis.clauses->units;
  if (!plural_verb(units[event.trigger.begin])) return std::nullopt;
  std::uint32_t begin = event.trigger.begin;
  const auto& clauses = analysis.clauses->clauses;
  for (std::uint32_t c = event.clause + 1; c > 0 && clauses[c - 1].sentence == event.sentence; --c) {
    begin = clauses[c - 1].units.begin;
  }
  begin = std::max(begin, event.trigger.begin - std::min(event.trigger.begin, kReach));
  for (std::uint32_t u = event.trigger.begin; u > begin; --u) {
    const Unit& unit = units[u - 1];
    if (!unit.has(MentionType::participant) || (unit.proclitics & kAnyPreposition) != 0) continue;
    const Argument argument = subject_argument(analysis, unit, "subject");
    const ParticipantValue& value = analysis.mentions->participant(analysis.mention(argument.mention));
    const bool may_fight = fighting_kind(value.kind) || value.kind == "unknown";
    if (value.thing || value.person || (u != event.trigger.begin && !may_fight)) continue;
    if (is_target(event, argument)) continue;
    return argument;
  }
  return std::nullopt;
}

// «five persons who u'dimu»: unarmed people before a verb that may be passive and has no object are whom it befell.
bool suffers(const Analysis& analysis, const EventMention& event, const Argument& subject) {
  static const SubEventSet kAttack = sub_event_set({"Attack"});
  const Unit& verb = analysis.clauses->units[event.trigger.begin];
  if (!event.targets.empty() || event.types != kAttack || (verb.features & kPassive) == 0) return false;
  return analysis.mentions->participant(analysis.mention(subject.mention)).kind == "civilians";
}

// «X, Y and Z answered with strikes»: the subject and who is coordinated with it.
void add_with_coordinated(const Analysis& analysis, EventMention& event, const Argument& subject) {
  event.actors.push_back(subject);
  const auto& units = analysis.clauses->units;
  const UnitRange clause = analysis.clauses->clauses[event.clause].units;
  for (std::uint32_t u = clause.begin; u < clause.end; ++u) {
    if (units[u].mentions[static_cast<int>(MentionType::participant)] != subject.mention) continue;
    add_coordinated(analysis, clause, u, MentionType::participant, subject.basis, subject.rule, event.actors);
    break;
  }
  std::erase_if(event.actors, [&](const Argument& actor) { return is_target(event, actor); });
}

// «X, supported by Y»: Y fights as well.
void add_supporters(const Analysis& analysis, EventMention& event, const Words& w) {
  if (event.actors.size() != 1 || event.actors.front().mention < 0) return;
  const auto& units = analysis.clauses->units;
  const UnitRange clause = analysis.clauses->clauses[event.clause].units;
  const std::int32_t doer = event.actors.front().mention;
  std::uint32_t at = clause.begin;
  while (at < clause.end && units[at].mentions[static_cast<int>(MentionType::participant)] != doer) ++at;
  bool support = false;
  for (std::uint32_t u = at + 1; u < std::min(clause.end, at + kSupporterReach); ++u) {
    if (u >= event.trigger.begin && u < event.trigger.end) continue;
    support = support || in(units[u], w.support);
    if (!support || fighter(analysis, units[u]) == nullptr) continue;
    const Argument argument = subject_argument(analysis, units[u], "supporter");
    if (!is_target(event, argument)) event.actors.push_back(argument);
    return;
  }
}

// «i'taqala rijal al-shurta X»: the police behind a verb of arrest without a doer are its subject.
void swap_police(const Analysis& analysis, EventMention& event) {
  if (event.harm || has_doer(analysis, event) || event.targets.empty() ||
      !has_sub_event(event.types, sub_event_index("Arrests")))
    return;
  if (!analysis.clauses->units[event.trigger.begin].finite_verb) return;
  const Argument target = event.targets.front();
  if (target.mention < 0 || analysis.mention(target.mention).type != MentionType::participant) return;
  const ParticipantValue& value = analysis.mentions->participant(analysis.mention(target.mention));
  if (value.thing || value.person || value.count || (value.kind != "police" && value.kind != "state_forces")) return;
  event.targets.erase(event.targets.begin());
  event.actors.insert(event.actors.begin(), target);
}

// Verbs in the plural, and those behind «that they», come after their subject: who stands behind one is its object.
void swap_object(const Analysis& analysis, EventMention& event, const Words& w) {
  const auto& units = analysis.clauses->units;
  const Unit& verb = units[event.trigger.begin];
  const std::uint32_t begin = analysis.clauses->clauses[event.clause].units.begin;
  const bool they = verb.finite_verb && event.trigger.begin > begin && in(units[event.trigger.begin - 1], w.that_they);
  if (!they && !plural_verb(verb)) return;
  if (event.trigger.end >= analysis.clauses->clauses[event.clause].units.end) return;
  const Unit& behind = units[event.trigger.end];
  if ((behind.proclitics & kAnyPreposition) != 0 || !behind.has(MentionType::participant)) return;
  const TokenRange tokens = behind.tokens;
  const auto is_behind = [&](const Argument& actor) { return actor.tokens.overlaps(tokens); };
  const auto actor = std::find_if(event.actors.begin(), event.actors.end(), is_behind);
  if (actor == event.actors.end()) return;
  if (!is_target(event, *actor)) event.targets.push_back(*actor);
  std::erase_if(event.actors, is_behind);
}

// Battles and interceptions have a fighting party on the other side: «isti'adat X min tanzim Y», «sarukhan atlaqathu
// Y».
SubEventSet opposed_types() {
  static const SubEventSet kSet = sub_event_set(
      {"Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Disrupted weapons use"});
  return kSet;
}

void add_opponent(const Analysis& analysis, EventMention& event, const Words& w) {
  const auto& units = analysis.clauses->units;
  const bool known = std::any_of(event.targets.begin(), event.targets.end(), [&](const Argument& target) {
    return target.mention >= 0 && analysis.mention(target.mention).type == MentionType::participant &&
           fighting_kind(analysis.mentions->participant(analysis.mention(target.mention)).kind);
  });
  if (known) return;
  const std::uint32_t end =
      std::min(analysis.clauses->clauses[event.clause].units.end, event.trigger.end + kOpponentReach);
  for (std::uint32_t u = event.trigger.end; u < end; ++u) {
    const ParticipantValue* value = fighter(analysis, units[u]);
    if (value == nullptr || value->person || (u > 0 && (in(units[u - 1], w.saying) || in(units[u - 1], w.reporter))))
      continue;
    const Argument argument = subject_argument(analysis, units[u], "opponent");
    const bool own = std::any_of(event.actors.begin(), event.actors.end(), [&](const Argument& actor) {
      if (actor.tokens.overlaps(argument.tokens)) return true;
      if (actor.mention < 0 || analysis.mention(actor.mention).type != MentionType::participant) return false;
      const ParticipantValue& other = analysis.mentions->participant(analysis.mention(actor.mention));
      const bool same_side = other.country == value->country && !other.country.empty() && other.kind == value->kind;
      return (other.id != kNoId && other.id == value->id) || same_side;
    });
    if (own) continue;
    event.targets.push_back(argument);
    return;
  }
}

}  // namespace

bool fighting_kind(std::string_view kind) {
  return kind == "state_forces" || kind == "external_forces" || kind == "police" || kind == "rebel" ||
         kind == "political_militia" || kind == "identity_militia";
}

bool harmless(const EventMention& event) {
  static const SubEventSet kHarmless =
      sub_event_set({"Arrests", "Disrupted weapons use", "Peaceful protest", "Agreement", "Change to group/activity",
                     "Headquarters or base established", "Non-violent transfer of territory"});
  static const SubEventSet kArrests = sub_event_set({"Arrests"});
  static const SubEventSet kDetention =
      sub_event_set({"Arrests", "Abduction/forced disappearance", "Protest with intervention"});
  return event.types != 0 && ((event.types & ~kHarmless) == 0 ||
                              ((event.types & ~kDetention) == 0 && (event.types & kArrests) != 0));
}

void add_subjects(const Analysis& analysis, std::vector<EventMention>& events) {
  const Words w = words_of(*analysis.lexicon);
  for (std::size_t i = 0; i < events.size(); ++i) {
    EventMention& event = events[i];
    swap_police(analysis, event);
    swap_object(analysis, event, w);
    if (const auto blamed = accused(analysis, event, w); blamed && !is_target(event, *blamed)) {
      event.actors.assign(1, *blamed);
      if (event.status == Status::asserted) {
        event.status = Status::alleged;
        event.status_rule = blamed->rule;
      }
      continue;
    }
    if (event.harm || has_doer(analysis, event)) continue;
    auto subject = performer(analysis, event, w);
    if (!subject) subject = clause_subject(analysis, event, w);
    if (!subject) {
      subject = plural_subject(analysis, event);
      if (subject && suffers(analysis, event, *subject)) {
        event.targets.push_back(*subject);
        continue;
      }
    }
    if (subject) {
      add_with_coordinated(analysis, event, *subject);
      continue;
    }
    // «shannat al-ta'irat gharat ... wa-qasafat»: the act told before in the sentence has the same doer.
    for (std::size_t j = i; j > 0; --j) {
      const EventMention& before = events[j - 1];
      if (before.sentence != event.sentence) break;
      if (before.harm || !has_doer(analysis, before)) continue;
      if ((before.types & event.types) == 0 && !analysis.clauses->units[event.trigger.begin].finite_verb) continue;
      for (const Argument& actor : before.actors) {
        if (is_target(event, actor)) continue;
        event.actors.push_back(actor);
        event.actors.back().basis = Basis::sentence;
        event.actors.back().rule = "same_doer";
      }
      break;
    }
  }
  for (EventMention& event : events) {
    if (!event.harm) add_supporters(analysis, event, w);
  }
  const SubEventSet opposed = opposed_types();
  for (EventMention& event : events) {
    if (!event.harm && event.types != 0 && (event.types & ~opposed) == 0 && !event.actors.empty())
      add_opponent(analysis, event, w);
  }
}

}  // namespace rasd
