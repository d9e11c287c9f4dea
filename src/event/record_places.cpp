// Where: the most specific place that the mentions of an incident name, and the wider ones.
#include <algorithm>

#include "event/place_context.hpp"
#include "event/record_values.hpp"

namespace rasd {
namespace {

constexpr std::size_t kMaxPlaces = 12;
constexpr double kInherited = 28;   // a worse one of its own gives way to what the text was talking about
constexpr double kOtherMember = 9;  // of a mention that does not lead the record

// The most specific named place: a village before its province before the country; a settlement before a building in it.
double width_cost(const PlaceValue& value) {
  if (value.kind == "country") return 30;
  if (value.precision == 3) return 14;
  if (value.kind == "river") return 12;
  if (value.kind == "facility" || value.kind == "market" || value.kind == "street" || value.kind == "square") return 5;
  return value.precision == 2 ? 5 : 0;
}

}  // namespace

Place make_place(const Analysis& analysis, const Argument& argument) {
  const Mention& mention = analysis.mention(argument.mention);
  const PlaceValue& value = analysis.mentions->place(mention);
  Place out;
  const bool own_name = !value.name.empty();
  out.mention = analysis.text_span(own_name ? value.name : mention.tokens, own_name ? value.name_stem : mention.stem);
  out.name = out.mention.text;
  out.kind = std::string(value.kind);
  out.country = std::string(value.country);
  out.precision = value.precision;
  out.basis = to_string(argument.basis);
  out.rule = std::string(argument.rule);
  if (value.id != kNoId) {
    const GazetteerEntry entry = analysis.gazetteer->entry(value.id);
    out.id = entry.id();
    out.name_en = entry.name_en();
    out.admin1 = entry.admin1();
    // «the Syrian capital» is Damascus; an area or a camp that is named after a town is not the town.
    if (value.kind == entry.kind()) out.name = entry.name();
    if (out.country.empty()) out.country = entry.country();
    if (entry.located()) {
      out.latitude = entry.latitude();
      out.longitude = entry.longitude();
    }
  }
  return out;
}

namespace {

// A location that no table has lies where the other places of the event lie, else where the text plays.
void fill_country(const IncidentView& incident, std::vector<Place>& places) {
  if (places.empty() || !places.front().country.empty()) return;
  for (const Place& other : places) {
    if (places.front().country.empty()) places.front().country = other.country;
  }
  if (!places.front().country.empty()) return;
  if (const auto around = context_place(incident)) places.front().country = make_place(incident.analysis, *around).country;
}

}  // namespace

std::vector<Place> places_of(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  struct Candidate {
    Argument argument;
    double cost;
  };
  std::vector<Candidate> candidates;
  double member_cost = 0;
  const auto add = [&](const EventMention& event) {
    for (const Argument& place : event.places) {
      if (place.mention < 0) continue;
      const PlaceValue& value = analysis.mentions->place(analysis.mention(place.mention));
      candidates.push_back({place, member_cost + place.cost + width_cost(value)});
    }
    member_cost = kOtherMember;
  };
  add(*incident.best);
  for (const EventMention* member : incident.members) {
    if (member != incident.best) add(*member);
  }
  // What the text was talking about stands in where the event names no place of its own.
  const double own = candidates.empty() ? 1000 : std::min_element(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.cost < b.cost;
  })->cost;
  if (own > kInherited) {
    if (const auto inherited = context_place(incident)) {
      const double cost = kInherited + width_cost(analysis.mentions->place(analysis.mention(inherited->mention)));
      if (cost < own) candidates.push_back({*inherited, cost});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  std::vector<Place> out;
  for (const Candidate& candidate : candidates) {
    if (out.size() >= kMaxPlaces) break;
    Place place = make_place(analysis, candidate.argument);
    const bool known = std::any_of(out.begin(), out.end(), [&](const Place& p) {
      return p.name == place.name || (!p.id.empty() && p.id == place.id);
    });
    if (!known) out.push_back(std::move(place));
  }
  fill_country(incident, out);
  return out;
}

}  // namespace rasd
