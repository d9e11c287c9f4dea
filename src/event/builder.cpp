#include "event/builder.hpp"

#include <algorithm>
#include <bit>

#include "event/subject.hpp"
#include "event/unit_argument.hpp"

namespace rasd {
namespace {

std::optional<CasualtyKind> casualty_kind(Role role) {
  switch (role) {
    case Role::killed:
      return CasualtyKind::killed;
    case Role::injured:
      return CasualtyKind::injured;
    case Role::detained:
      return CasualtyKind::detained;
    case Role::abducted:
      return CasualtyKind::abducted;
    case Role::missing:
      return CasualtyKind::missing;
    case Role::displaced:
      return CasualtyKind::displaced;
    default:
      return std::nullopt;
  }
}

MentionType mention_type(ArgumentType type) {
  switch (type) {
    case ArgumentType::place:
      return MentionType::place;
    case ArgumentType::date:
      return MentionType::date;
    case ArgumentType::count:
    case ArgumentType::number:
      return MentionType::number;
    case ArgumentType::weapon:
      return MentionType::weapon;
    default:
      return MentionType::participant;
  }
}

Argument argument_of(const Analysis& analysis, const Unit& unit, MentionType type, std::string_view rule) {
  Argument argument;
  argument.rule = rule;
  argument.tokens = unit.tokens;
  argument.mention = unit.mentions[static_cast<int>(type)];
  if (argument.mention >= 0) {
    const Mention& mention = analysis.mention(argument.mention);
    argument.tokens = mention.tokens;
    argument.stem = mention.stem;
    // «the base of X» is struck as a whole where only its noun is a participant.
    if (mention.type == MentionType::participant && mention.tokens.begin == unit.tokens.begin) argument.tokens = unit.tokens;
  } else if (unit.head != nullptr && !unit.head->readings.empty()) {
    const Reading& reading = unit.head->readings.front();
    if (reading.proclitics != 0 && (reading.proclitics & kArticle) == 0) argument.stem = reading.stem_begin;
  }
  return argument;
}

// A plain noun takes the nouns and adjectives behind it along: what it is in the genitive of, and what describes it.
void widen(const ClauseSet& clauses, const Clause& clause, std::uint32_t unit, Argument& argument) {
  for (std::uint32_t next = unit + 1; next < clause.units.end && next < unit + 4; ++next) {
    const Unit& u = clauses.units[next];
    if (u.kind != TokenKind::word || u.types != 0 || u.finite_verb || u.phrase.list != kNoList) break;
    if (u.head == nullptr || u.head->readings.empty()) break;
    const Reading& reading = u.head->readings.front();
    if (reading.pos != Pos::noun && reading.pos != Pos::adjective) break;
    if ((reading.proclitics & ~kArticle) != 0) break;
    argument.tokens.end = u.tokens.end;
  }
}

// «Russian and Syrian strikes»: adjectives of nationality joined with the one at `unit`, whichever of them was found. One that is
// spelled as the country itself may stand at `unit` as a mention.
void add_nations(const Analysis& analysis, UnitRange clause, std::uint32_t unit, ListId nationality, std::string_view rule,
                 std::vector<Argument>& out) {
  const auto& units = analysis.clauses->units;
  const auto adjective = [&](std::uint32_t at) { return nationality != kNoList && units[at].in(nationality); };
  const auto joined = [&](std::uint32_t at) { return (units[at].proclitics & kConjWa) != 0; };
  if (!adjective(unit)) return;
  std::uint32_t first = unit, last = unit;
  while (first > clause.begin && joined(first) && adjective(first - 1)) --first;
  while (last + 1 < clause.end && joined(last + 1) && adjective(last + 1)) ++last;
  for (std::uint32_t at = first; at <= last; ++at) {
    if (at != unit && !units[at].has(MentionType::participant)) out.push_back(argument_of(analysis, units[at], MentionType::participant, rule));
  }
}

// The one kind of casualty that a rule of harm tells of; none where it tells of several.
std::optional<CasualtyKind> told_kind(const Rule& rule) {
  std::optional<CasualtyKind> kind;
  for (const RoleLine& line : rule.roles) {
    const auto each = casualty_kind(line.role);
    if (!each || each == kind) continue;
    if (kind) return std::nullopt;
    kind = each;
  }
  return kind;
}

}  // namespace

const char* to_string(Basis basis) {
  switch (basis) {
    case Basis::clause:
      return "clause";
    case Basis::sentence:
      return "sentence";
    case Basis::inherited:
      return "inherited";
    case Basis::dateline:
      return "dateline";
  }
  return "clause";
}

EventBuilder::EventBuilder(const RuleSet& rules)
    : counts_(rules.lexicon()), nationality_(rules.lexicon().list_id("participant.nationality")) {
  for (const Rule& rule : rules.rules()) types_[&rule] = sub_event_set(rule.sub_events);
}

double EventBuilder::score(const RuleMatch& match) const {
  double score = 0;
  for (const ArgumentMatch& argument : match.arguments) {
    score += argument.role == Role::date || argument.role == Role::place ? 0.3 : 1.0;
  }
  const int candidates = std::popcount(types_.at(match.rule));
  if (candidates == 1) score += 1.0;
  return score;
}

EventMention EventBuilder::make(const Analysis& analysis, const RuleMatch& match) const {
  const ClauseSet& clauses = *analysis.clauses;
  const Clause& clause = clauses.clauses[match.clause];
  EventMention event;
  event.rule = match.rule;
  event.types = types_.at(match.rule);
  event.harm = match.rule->event == kHarmTypes;
  event.sentence = clause.sentence;
  event.clause = match.clause;
  event.trigger = match.trigger;
  const Unit& first = clauses.units[match.trigger.begin];
  event.tokens = {first.tokens.begin, clauses.units[match.trigger.end - 1].tokens.end};
  if (first.head != nullptr && !first.head->readings.empty()) {
    const WordAnalysis& word = *analysis.text->tokens[first.tokens.begin].word;
    for (const Reading& reading : word.readings) {
      if (reading.lists.empty()) continue;
      event.definite = (reading.proclitics & kArticle) != 0;
      if ((reading.proclitics & ~kArticle) != 0 && (reading.proclitics & kArticle) == 0)
        event.stem = reading.stem_begin;
      if ((reading.proclitics & ~kArticle) != 0 && (reading.proclitics & kArticle) != 0) {
        // wa- and the like go, the article stays: "al-" is four bytes; li+al is written without its alef.
        event.stem = static_cast<std::uint8_t>(reading.stem_begin >= 4 ? reading.stem_begin - 4 : 0);
        if ((reading.proclitics & kPrepLi) != 0) event.stem = reading.stem_begin;
      }
      event.plural = (reading.features & (kPlural | kDual)) != 0 && (reading.features & kSingular) == 0 &&
                     reading.pos == Pos::noun;
      break;
    }
  }
  event.status = match.status;
  event.status_rule = match.status_rule != nullptr ? std::string_view(match.status_rule->id) : std::string_view();

  for (const ArgumentMatch& found : match.arguments) {
    const Unit& unit = clauses.units[found.unit];
    const std::string_view rule = found.line->origin;
    // «the death of two and the wounding of a third»: what stands before the «and» is another's.
    if (event.harm && found.unit + 1 == match.trigger.begin && (first.proclitics & kConjWa) != 0) continue;
    const auto add = [&](std::vector<Argument>& into, MentionType type) {
      into.push_back(argument_of(analysis, unit, type, rule));
      if (into.back().mention < 0) {
        widen(clauses, clause, found.unit, into.back());
      } else {
        add_coordinated(analysis, clause.units, found.unit, type, Basis::clause, rule, into);
      }
    };
    const MentionType type = mention_type(found.line->type);
    switch (found.role) {
      case Role::actor:
        add(event.actors, type);
        add_nations(analysis, clause.units, found.unit, nationality_, rule, event.actors);
        break;
      case Role::target:
        add(event.targets, type);
        break;
      case Role::place:
      case Role::other_place:
        add(event.places, MentionType::place);
        break;
      case Role::weapon:
        add(event.weapons, type);
        break;
      case Role::date:
        event.date = argument_of(analysis, unit, MentionType::date, rule);
        break;
      case Role::reporter:
        event.reporter = argument_of(analysis, unit, type, rule);
        break;
      default:
        if (const auto kind = casualty_kind(found.role)) {
          auto& count = event.counts[static_cast<std::size_t>(*kind)];
          count = counts_.stated(analysis, clause, found.unit, match.trigger.begin, rule);
        }
    }
  }
  // «Ali and Hasan, who were killed»: the verb in the dual counts whom only names tell
  if (first.finite_verb && (first.features & (kSingular | kDual | kPlural)) == kDual) {
    for (auto& count : event.counts) {
      if (count && count->count == CountRange{1, 1}) count->count = {2, 2};
    }
  }
  // «between X and Y»: Y is coordinated with X, and the rule says that it is the other side.
  const auto matched_as = [&](Role role, const Argument& argument) {
    return std::any_of(match.arguments.begin(), match.arguments.end(), [&](const ArgumentMatch& found) {
      return found.role == role && clauses.units[found.unit].tokens.overlaps(argument.tokens);
    });
  };
  std::erase_if(event.actors, [&](const Argument& a) { return matched_as(Role::target, a) && !matched_as(Role::actor, a); });
  std::erase_if(event.targets, [&](const Argument& a) { return matched_as(Role::actor, a) && !matched_as(Role::target, a); });
  if (event.harm) {
    const auto kind = told_kind(*match.rule);
    if (kind && !event.counts[static_cast<std::size_t>(*kind)]) {
      auto& count = event.counts[static_cast<std::size_t>(*kind)];
      count = counts_.of_others(analysis, clause, match.trigger.end, match.rule->id);
      if (!count) count = counts_.of_harmed(analysis, event.targets);
    }
  }
  for (const Role role : match.rule->implied) {
    const auto kind = casualty_kind(role);
    if (kind && !event.counts[static_cast<std::size_t>(*kind)]) {
      event.counts[static_cast<std::size_t>(*kind)] = counts_.implied(analysis, first, match.rule->id);
    }
  }
  return event;
}

void EventBuilder::build(const Analysis& analysis, const std::vector<RuleMatch>& matches,
                         std::vector<EventMention>& out) const {
  std::size_t begin = 0;
  while (begin < matches.size()) {
    // Matches whose triggers overlap are readings of one trigger.
    std::size_t end = begin + 1;
    UnitRange cover = matches[begin].trigger;
    while (end < matches.size() && matches[end].trigger.overlaps(cover)) {
      cover.end = std::max(cover.end, matches[end].trigger.end);
      ++end;
    }
    const RuleMatch* best = &matches[begin];
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (score(matches[i]) > score(*best)) best = &matches[i];
    }
    out.push_back(make(analysis, *best));
    begin = end;
  }
  // «qutila wa-usiba 15»: one figure for two kinds of harm says neither.
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    EventMention& a = out[i];
    EventMention& b = out[i + 1];
    if (a.clause != b.clause) continue;
    for (auto& x : a.counts) {
      for (auto& y : b.counts) {
        if (x && y && (&x - a.counts.data()) != (&y - b.counts.data()) && x->tokens == y->tokens && !x->implied) {
          x->count = y->count = {1, std::nullopt};
        }
      }
    }
  }
  add_subjects(analysis, out);
}

}  // namespace rasd
