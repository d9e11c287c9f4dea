#include "event/record_builder.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "event/date_context.hpp"
#include "event/record_settle.hpp"
#include "event/record_unidentified.hpp"
#include "event/record_values.hpp"
#include "rules/rule_parser.hpp"
#include "text/stable_hash.hpp"

namespace rasd {
namespace {

using std::chrono::days;

constexpr std::uint32_t kWordReach = 14;  // units around a trigger whose words help to pick its type
constexpr days kBackgroundAge{45};  // what lies further back than this is context, not news

std::string event_id(const Document& document, const OriginalSpan& trigger, std::string_view sub_type, int ordinal) {
  std::string key = document.id;
  key += '\x1f';
  key += std::to_string(trigger.begin) + ':' + std::to_string(trigger.end);
  key += '\x1f';
  key += sub_type;
  key += '\x1f';
  key += std::to_string(ordinal);
  return "ev_" + hex16(stable_hash(key));
}

void log_confidence(DecisionLog& log, const Incident& incident, const std::string& event, const Confidence::Features& features,
                    std::string_view family, double value, double least) {
  Decision decision;
  decision.kind = Decision::Kind::scored;
  decision.mentions = incident.members;
  decision.value = value;
  decision.least = least;
  decision.event = event;
  decision.text = "family." + std::string(family);
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (features[i] != 0) decision.text += std::string(" ") + Confidence::name(static_cast<ConfidenceFeature>(i));
  }
  log.decisions.push_back(std::move(decision));
}

}  // namespace

// What the record of one incident is made from.
struct RecordBuilder::Scene {
  const IncidentView& incident;
  int first_type = -1;
};

Result<RecordBuilder> RecordBuilder::load(const std::string& directory, const Lexicon& lexicon, TypeOrder order) {
  auto types = TypeResolver::load(directory + "/types", lexicon);
  auto confidence = Confidence::load(directory + "/event");
  auto codes = EventCodeTable::load(directory);
  Diagnostics faults;
  if (!types) faults = types.error();
  if (!confidence) faults.insert(faults.end(), confidence.error().begin(), confidence.error().end());
  if (!codes) faults.insert(faults.end(), codes.error().begin(), codes.error().end());
  if (!faults.empty()) return faults;
  RecordBuilder builder;
  builder.order_ = order;
  builder.confidence_ = std::move(confidence).value();
  builder.codes_ = std::move(codes).value();
  builder.types_ = std::make_shared<const TypeResolver>(std::move(types).value());
  return builder;
}

namespace {

// As the first mention of the body presents it; where that is a harm, as its sentence presents the cause («killed by a mine that
// the group is thought to have laid»).
Status told_status(const Analysis& analysis, const IncidentView& incident) {
  const auto told = std::find_if(incident.members.begin(), incident.members.end(),
                                 [&](const EventMention* member) { return !analysis.sentence(member->sentence).is_title; });
  if (told == incident.members.end()) return incident.members.front()->status;
  if ((*told)->harm && (*told)->status == Status::asserted) {
    for (const EventMention* member : incident.members) {
      if (member->sentence == (*told)->sentence && !member->harm && member->status == Status::alleged) return Status::alleged;
    }
  }
  return (*told)->status;
}

}  // namespace

int RecordBuilder::resolve_type(const Scene& scene, Event& record) const {
  const Analysis& analysis = scene.incident.analysis;
  IncidentFacts facts;
  // What all telling mentions leave open; a harm says nothing of its own where a cause is told.
  SubEventSet open = ~SubEventSet{0};
  bool cause = false;
  for (const EventMention* member : scene.incident.members) cause = cause || !member->harm;
  for (const EventMention* member : scene.incident.members) {
    if (cause && member->harm) continue;
    open = order_.join(open, member->types);
  }
  // Whether a plot or an assault was prevented, the nouns of violence around do not tell.
  static const SubEventSet kStopped = sub_event_set({"Disrupted weapons use"});
  for (const EventMention* member : scene.incident.members) {
    if (record.status == Status::foiled && member->status == Status::foiled) open |= member->types & kStopped;
  }
  facts.types = open;
  facts.first_type = scene.first_type;
  if (facts.first_type < 0 || !has_sub_event(open, facts.first_type)) facts.first_type = std::countr_zero(open);
  if (std::popcount(open) == 1) return std::countr_zero(open);

  for (const Weapon& weapon : record.weapons) facts.weapons.push_back(weapon.kind);
  for (const Participant& actor : record.actors) {
    facts.actors.push_back(actor.kind);
    if (!actor.country.empty()) facts.actor_countries.push_back(actor.country);
  }
  for (const Participant& target : record.targets) facts.targets.push_back(target.kind);
  if (record.location) facts.country = record.location->country;
  facts.status = to_string(record.status);
  for (std::size_t i = 0; i < kCasualtyKinds; ++i) facts.harmed[i] = record.casualties[i].has_value();
  for (const std::string& rule : record.found_by) facts.rules.push_back(rule);
  const std::vector<ListId>& lists = types_->word_lists();
  std::vector<bool> stands(lists.empty() ? 0 : *std::max_element(lists.begin(), lists.end()) + 1u);  // by list: some word is in it
  const auto note = [&](ListId list) {
    if (list < stands.size()) stands[list] = true;
  };
  for (const EventMention* member : scene.incident.members) {
    UnitRange units = analysis.clauses->clauses[member->clause].units;
    units.begin = std::max(units.begin, member->trigger.begin - std::min(member->trigger.begin, kWordReach));
    units.end = std::min(units.end, member->trigger.end + kWordReach);
    for (const EventMention& act : scene.incident.events) {  // what it answers to is another act, with words of its own
      if (act.clause != member->clause || act.response_to == member->response_to) continue;
      if (act.trigger.end <= member->trigger.begin) units.begin = std::max(units.begin, act.trigger.end);
      if (act.trigger.begin >= member->trigger.end) units.end = std::min(units.end, act.trigger.begin);
    }
    for (std::uint32_t u = units.begin; u < units.end; ++u) {
      const Unit& unit = analysis.clauses->units[u];
      unit.each_list(note);
      for (std::uint32_t t = unit.tokens.begin; t < unit.tokens.end; ++t) {
        for (const ListHit& hit : analysis.text->tokens[t].word->lists) note(hit.list);
      }
      const auto& phrases = analysis.text->phrases;
      auto phrase = std::lower_bound(phrases.begin(), phrases.end(), unit.tokens.begin,
                                     [](const PhraseHit& hit, std::uint32_t token) { return hit.tokens.begin < token; });
      for (; phrase != phrases.end() && phrase->tokens.begin < unit.tokens.end; ++phrase) {
        if (unit.tokens.contains(phrase->tokens)) note(phrase->hit.list);
      }
    }
  }
  for (const ListId list : lists) {
    if (stands[list]) facts.words.push_back(types_->word_list_name(list, *analysis.lexicon));
  }
  return types_->resolve(facts, analysis.log);
}

std::vector<Event> RecordBuilder::build(const Analysis& analysis, const std::vector<EventMention>& events,
                                        const std::vector<Incident>& incidents) const {
  std::vector<Event> out;
  IncidentRank rank{incidents.size(), 1};
  for (const Incident& each : incidents) rank.most_members = std::max(rank.most_members, each.members.size());
  for (const Incident& each : incidents) {
    const IncidentView incident = view_incident(analysis, events, each);
    const EventMention& best = *incident.best;
    Event record;
    record.trigger = analysis.text_span(best.tokens, best.stem);
    for (const EventMention* member : incident.members) {
      record.mentions.push_back(analysis.text_span(member->tokens, member->stem).span);
      if (std::find(record.found_by.begin(), record.found_by.end(), member->rule->id) == record.found_by.end()) {
        record.found_by.push_back(member->rule->id);
      }
    }
    // The body says how the act is presented; a title leaves out who says so.
    record.status = told_status(analysis, incident);
    record.actors = participants_of(incident, &EventMention::actors);
    record.targets = participants_of(incident, &EventMention::targets);
    // Who is both did not do it to himself: the victims' side is told more surely.
    std::erase_if(record.actors, [&](const Participant& actor) {
      return std::any_of(record.targets.begin(), record.targets.end(), [&](const Participant& target) {
        return target.mention.span == actor.mention.span || (!actor.id.empty() && actor.id == target.id);
      });
    });
    record.weapons = weapons_of(incident);
    for (std::size_t i = 0; i < kCasualtyKinds; ++i) {
      record.casualties[i] = casualty_of(incident, static_cast<CasualtyKind>(i));
    }

    const std::vector<Place> places = places_of(incident);
    if (!places.empty()) {
      record.location = places.front();
      record.other_locations.assign(places.begin() + 1, places.end());
    }

    record.date = date_of(incident);
    bool background = std::all_of(incident.members.begin(), incident.members.end(), [](const EventMention* m) { return m->background; });
    const std::optional<Date> anchor = analysis.document->anchor;
    if (!record.date) record.date = context_date(incident, background);
    if (record.date && anchor && record.date->range.end + kBackgroundAge < *anchor) background = true;
    record.salience = background ? Salience::background : Salience::main;

    Scene scene{incident, -1};
    if (!best.rule->sub_events.empty()) scene.first_type = sub_event_index(best.rule->sub_events.front());
    const int type = resolve_type(scene, record);
    if (analysis.log != nullptr && !analysis.log->decisions.empty()) {
      Decision& last = analysis.log->decisions.back();
      if (last.kind == Decision::Kind::typed && last.mentions.empty()) last.mentions = each.members;
    }
    if (type < 0) continue;
    const SubEventType& names = sub_event_types()[static_cast<std::size_t>(type)];
    record.event_type = names.event_type;
    record.sub_event_type = names.sub_event_type;
    for (auto* side : {&record.actors, &record.targets}) {
      for (Participant& participant : *side) {
        if (participant.kind == "state_forces" && record.location && !participant.country.empty() &&
            !record.location->country.empty() && participant.country != record.location->country) {
          participant.kind = "external_forces";
        }
      }
    }

    settle_by_type(type, record);
    settle_accused(record);
    give_unidentified_ids(analysis, record);
    record.codes = codes_.codes_of(type, record);

    const Sentence& sentence = analysis.sentence(best.sentence);
    record.evidence = analysis.text_span(sentence.tokens);
    record.id = event_id(*analysis.document, record.trigger.span, record.sub_event_type, 0);
    if (best.reporter) record.reporter = analysis.text_span(best.reporter->tokens, best.reporter->stem);

    const Confidence::Features features = confidence_features(analysis, incident.members, record, rank);
    const std::string_view family = std::string_view(best.rule->id).substr(0, best.rule->id.find('.'));
    const double confidence = confidence_.value(features, family);
    if (analysis.log != nullptr) {
      log_confidence(*analysis.log, each, record.id, features, family, confidence, confidence_.keep());
    }
    if (confidence < confidence_.keep()) continue;
    record.confidence = std::round(confidence * 100) / 100;
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace rasd
