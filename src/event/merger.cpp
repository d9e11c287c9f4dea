#include "event/merger.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "text/table_reader.hpp"

namespace rasd {
namespace {

std::map<std::string, double MergeWeights::*> weight_names() {
  return {{"threshold", &MergeWeights::threshold},
          {"same_sentence", &MergeWeights::same_sentence},
          {"harm_in_sentence", &MergeWeights::harm_in_sentence},
          {"harm_next_sentence", &MergeWeights::harm_next_sentence},
          {"title_and_lead", &MergeWeights::title_and_lead},
          {"same_type", &MergeWeights::same_type},
          {"compatible_type", &MergeWeights::compatible_type},
          {"part_type", &MergeWeights::part_type},
          {"definite", &MergeWeights::definite},
          {"definite_told", &MergeWeights::definite_told},
          {"plural_against_singular", &MergeWeights::plural_against_singular},
          {"same_place", &MergeWeights::same_place},
          {"place_within", &MergeWeights::place_within},
          {"other_place", &MergeWeights::other_place},
          {"other_scene", &MergeWeights::other_scene},
          {"same_date", &MergeWeights::same_date},
          {"other_date", &MergeWeights::other_date},
          {"same_actor", &MergeWeights::same_actor},
          {"other_actor", &MergeWeights::other_actor},
          {"same_target", &MergeWeights::same_target},
          {"same_count", &MergeWeights::same_count},
          {"near_count", &MergeWeights::near_count},
          {"other_count", &MergeWeights::other_count},
          {"background_differs", &MergeWeights::background_differs},
          {"status_differs", &MergeWeights::status_differs},
          {"main_incident", &MergeWeights::main_incident},
          {"harm_main", &MergeWeights::harm_main},
          {"other_paragraph", &MergeWeights::other_paragraph},
          {"new_topic", &MergeWeights::new_topic},
          {"another", &MergeWeights::another},
          {"response_to", &MergeWeights::response_to},
          {"occasion", &MergeWeights::occasion},
          {"role_swap", &MergeWeights::role_swap},
          {"distance", &MergeWeights::distance}};
}

// The best relation between any two arguments of the lists; unknown where a list is empty.
template <class Compare>
Agreement best_agreement(const std::vector<Argument>& a, const std::vector<Argument>& b, Compare compare) {
  Agreement best = Agreement::unknown;
  bool any_different = false;
  for (const Argument& x : a) {
    for (const Argument& y : b) {
      switch (compare(x, y)) {
        case Agreement::same: return Agreement::same;
        case Agreement::within: best = Agreement::within; break;
        case Agreement::different: any_different = true; break;
        case Agreement::unknown: break;
      }
    }
  }
  if (best == Agreement::unknown && any_different) return Agreement::different;
  return best;
}

std::vector<Argument> own_places(const EventMention& event) {
  std::vector<Argument> own;
  for (const Argument& place : event.places) {
    if (place.basis == Basis::clause) own.push_back(place);
  }
  if (own.empty()) own = event.places;
  return own;
}

// Whether a mention says when, where or whom by itself, so that it need not refer back.
bool tells_itself(const EventMention& event) {
  return !event.targets.empty() || (event.date && event.date->basis == Basis::clause) ||
         std::any_of(event.places.begin(), event.places.end(), [](const Argument& place) { return !place.rule.empty(); });
}

// Figures that two sources, or two hours, may give of one incident: their bounds meet, or the larger is at most half as large again.
bool near_counts(const CountRange& a, const CountRange& b) {
  const bool meet = a.min <= b.max.value_or(a.min) && b.min <= a.max.value_or(b.min);
  const auto [less, more] = std::minmax(a.min, b.min);
  return meet || (more >= 5 && 3 * less >= 2 * more);
}

bool refers_back(const EventMention& event) { return event.definite && !event.plural && !tells_itself(event); }

bool asserts(Status status) {
  return status == Status::asserted || status == Status::claimed || status == Status::alleged || status == Status::foiled;
}

}  // namespace

Result<Merger> Merger::load(const std::string& directory, TypeOrder order) {
  auto table = read_table(directory + "/merge.tsv", {"key", "weight"});
  if (!table) return std::move(table).error();
  const auto names = weight_names();
  std::vector<std::string> known;
  for (const auto& [name, member] : names) known.push_back(name);
  Diagnostics faults;
  Merger merger;
  merger.order_ = order;
  for (const TableRow& row : table->rows) {
    const auto found = names.find(row.cells[0]);
    if (found == names.end()) {
      const std::string nearest = nearest_name(row.cells[0], known);
      faults.push_back(table->fault(row, 0, "D020", "unknown weight '" + row.cells[0] + "'",
                                    nearest.empty() ? "" : "did you mean '" + nearest + "'?"));
      continue;
    }
    char* end = nullptr;
    const double value = std::strtod(row.cells[1].c_str(), &end);
    if (row.cells[1].empty() || *end != '\0') {
      faults.push_back(table->fault(row, 1, "D021", "'" + row.cells[1] + "' is no number"));
      continue;
    }
    merger.weights_.*(found->second) = value;
  }
  if (!faults.empty()) return faults;
  return merger;
}

// What the text's structure says: distance, title and lead, back reference, kind of act.
double Merger::structure_fit(const Analysis& analysis, const EventMention& a, const EventMention& b) const {
  const MergeWeights& w = weights_;
  double sum = 0;
  if (asserts(a.status) != asserts(b.status) || (a.status != b.status && !asserts(a.status))) sum += w.status_differs;
  if ((a.types & b.types) == 0) {
    sum += w.part_type;
  } else {
    sum += a.types == b.types ? w.same_type : w.compatible_type;
  }
  const auto gap = b.sentence - a.sentence;
  const bool a_title = analysis.sentence(a.sentence).is_title;
  if (gap == 0) {
    sum += w.same_sentence;
    if (a.response_to != b.response_to) sum += w.response_to;
    if (b.occasion && a.clause == b.clause) sum += w.occasion;
    if (a.harm || b.harm) sum += w.harm_in_sentence;
  } else {
    sum += w.distance * gap;
    if (b.new_topic) sum += w.new_topic;
    if (!a_title && analysis.sentence(a.sentence).paragraph != analysis.sentence(b.sentence).paragraph) sum += w.other_paragraph;
    if (b.harm && gap == 1) sum += w.harm_next_sentence;
  }
  if (a_title && b.sentence == analysis.lead_sentence) sum += w.title_and_lead;
  if (b.definite && !b.plural && tells_itself(b)) sum += w.definite_told;
  if (b.another && !(b.occasion && a.clause == b.clause)) sum += w.another;
  if (a.plural != b.plural) sum += w.plural_against_singular;
  if (a.background != b.background) sum += w.background_differs;
  return sum;
}

// What place, date, participants and tolls say, over all that the two tell.
double Merger::argument_fit(const Analysis& analysis, const IncidentArguments& known, const IncidentArguments& told,
                            bool interception) const {
  const MergeWeights& w = weights_;
  double sum = 0;
  const auto by_place = [&](const Argument& x, const Argument& y) { return compare_places(analysis, x, y); };
  if (!told.scenes.empty()) {
    const Agreement scene = best_agreement(known.places, told.scenes, by_place);
    if (scene == Agreement::different || scene == Agreement::unknown) sum += w.other_scene;
  }
  switch (best_agreement(known.places, told.places, by_place)) {
    case Agreement::same: sum += w.same_place; break;
    case Agreement::within: sum += w.place_within; break;
    case Agreement::different: sum += w.other_place; break;
    case Agreement::unknown: break;
  }
  switch (best_agreement(known.dates, told.dates,
                         [&](const Argument& x, const Argument& y) { return compare_dates(analysis, x, y); })) {
    case Agreement::same: sum += w.same_date; break;
    case Agreement::different: sum += w.other_date; break;
    default: break;
  }
  const auto participants = [&](const Argument& x, const Argument& y) { return compare_participants(analysis, x, y); };
  const Agreement actors = best_agreement(known.actors, told.actors, participants);
  if (actors == Agreement::same || actors == Agreement::within) sum += w.same_actor;
  if (actors == Agreement::different && !interception) sum += w.other_actor;
  if (actors != Agreement::same && (best_agreement(known.actors, told.targets, participants) == Agreement::same ||
                                    best_agreement(known.targets, told.actors, participants) == Agreement::same)) {
    sum += w.role_swap;
  }
  if (best_agreement(known.targets, told.targets, participants) == Agreement::same) sum += w.same_target;
  for (std::size_t i = 0; i < kCasualtyKinds; ++i) {
    if (told.counts[i].empty() || known.counts[i].empty()) continue;
    const bool same = std::any_of(told.counts[i].begin(), told.counts[i].end(), [&](const CountRange& count) {
      return std::find(known.counts[i].begin(), known.counts[i].end(), count) != known.counts[i].end();
    });
    const bool near = std::any_of(told.counts[i].begin(), told.counts[i].end(), [&](const CountRange& count) {
      return std::any_of(known.counts[i].begin(), known.counts[i].end(),
                         [&](const CountRange& other) { return near_counts(count, other); });
    });
    sum += same ? w.same_count : near ? w.near_count : w.other_count;
  }
  return sum;
}

double Merger::fit(const Analysis& analysis, const std::vector<EventMention>& events, const Group& incident, const Group& group) const {
  constexpr double kNever = -100;
  const SubEventSet open = open_types(events, incident.members);
  const SubEventSet types = open_types(events, group.members);
  if (!order_.compatible(open, types)) return kNever;
  double structure = kNever;
  bool background = true, harm = true;
  for (const std::uint32_t event : group.members) {
    background = background && events[event].background;
    harm = harm && events[event].harm;
    for (const std::uint32_t member : incident.members) {
      structure = std::max(structure, structure_fit(analysis, events[member], events[event]));
    }
  }
  if (events[incident.members.front()].sentence <= analysis.lead_sentence && !background) {
    structure += weights_.main_incident;
    if (harm) structure += weights_.harm_main;
  }
  // Who stops a weapon is not who launched it.
  static const SubEventSet kStop = sub_event_set({"Disrupted weapons use"});
  const bool interception = (open == kStop) != (types == kStop);
  return structure + argument_fit(analysis, incident.told, group.told, interception);
}

// The incident that was told last of those that «the attack» can mean.
std::size_t Merger::nearest_compatible(const std::vector<EventMention>& events, const std::vector<Group>& incidents, std::size_t count,
                                       const Group& group) const {
  const SubEventSet types = open_types(events, group.members);
  std::size_t nearest = count;
  std::uint32_t last = 0;
  for (std::size_t n = 0; n < count; ++n) {
    if (incidents[n].members.back() < last || !order_.compatible(open_types(events, incidents[n].members), types)) continue;
    last = incidents[n].members.back();
    nearest = n;
  }
  return nearest;
}

SubEventSet Merger::open_types(const std::vector<EventMention>& events, const std::vector<std::uint32_t>& members) const {
  SubEventSet open = ~SubEventSet{0};
  for (const std::uint32_t member : members) open = order_.join(open, events[member].types);
  return open;
}

void IncidentArguments::add(const IncidentArguments& other) {
  const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  append(places, other.places);
  append(scenes, other.scenes);
  append(dates, other.dates);
  append(actors, other.actors);
  append(targets, other.targets);
  for (std::size_t i = 0; i < kCasualtyKinds; ++i) append(counts[i], other.counts[i]);
}

void IncidentArguments::add(const EventMention& event) {
  const std::vector<Argument> own = own_places(event);
  places.insert(places.end(), own.begin(), own.end());
  if (event.fronted_place) scenes.push_back(event.places.front());
  actors.insert(actors.end(), event.actors.begin(), event.actors.end());
  targets.insert(targets.end(), event.targets.begin(), event.targets.end());
  if (event.date) dates.push_back(*event.date);
  for (std::size_t i = 0; i < kCasualtyKinds; ++i) {
    if (event.counts[i] && !event.counts[i]->implied) counts[i].push_back(event.counts[i]->count);
  }
}

void Merger::Group::add(const Group& other) {
  members.insert(members.end(), other.members.begin(), other.members.end());
  std::sort(members.begin(), members.end());
  told.add(other.told);
}

// Lets the group join the best of the first `count` incidents, or stand as one of its own behind them all.
void Merger::place(const Analysis& analysis, const std::vector<EventMention>& events, Group group, std::size_t count,
                   std::vector<Group>& incidents) const {
  double best = weights_.threshold;
  Group* home = nullptr;
  const bool back = std::any_of(group.members.begin(), group.members.end(), [&](std::uint32_t event) { return refers_back(events[event]); });
  const std::size_t nearest = back ? nearest_compatible(events, incidents, count, group) : count;
  for (std::size_t n = 0; n < count; ++n) {
    const double score = fit(analysis, events, incidents[n], group) + (n == nearest ? weights_.definite : 0);
    if (score >= best) {  // later incidents win ties: the nearer one
      best = score;
      home = &incidents[n];
    }
  }
  if (analysis.log != nullptr) {
    Decision decision;
    decision.mentions = group.members;
    if (home != nullptr) decision.with = home->members;
    decision.value = home != nullptr ? best : 0;
    decision.least = weights_.threshold;
    analysis.log->decisions.push_back(std::move(decision));
  }
  if (home != nullptr) {
    home->add(group);
  } else {
    incidents.push_back(std::move(group));
  }
}

void Merger::merge(const Analysis& analysis, const std::vector<EventMention>& events, std::vector<Incident>& out) const {
  std::vector<Group> incidents;
  std::vector<Group> sentence;
  for (std::uint32_t i = 0; i < events.size();) {
    sentence.clear();
    const std::uint32_t number = events[i].sentence;
    for (; i < events.size() && events[i].sentence == number; ++i) {
      Group one;
      one.members.push_back(i);
      one.told.add(events[i]);
      place(analysis, events, std::move(one), sentence.size(), sentence);
    }
    // What the sentence keeps apart may still belong to one incident told before.
    const std::size_t before = incidents.size();
    for (Group& group : sentence) place(analysis, events, std::move(group), before, incidents);
  }
  out.clear();
  for (Group& incident : incidents) out.push_back({std::move(incident.members)});
}

}  // namespace rasd
