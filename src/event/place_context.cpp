#include "event/place_context.hpp"

#include <algorithm>

namespace rasd {
namespace {

constexpr std::uint32_t kSentenceReach = 3;  // over which the place of one event holds for the next one
constexpr std::size_t kEventReach = 12;
constexpr std::uint16_t kOwnCost = 20;       // a place of the event before counts as its own up to this cost
constexpr std::size_t kMentionReach = 60;
constexpr std::size_t kOpeningMentions = 200;

// The place that an event mention itself tells best; not where its speaker is, not a state that acts.
const Argument* own_place(const Analysis& analysis, const EventMention& event, bool wide) {
  for (const Argument& place : event.places) {
    if (place.mention < 0 || place.cost > kOwnCost) continue;
    if (!wide && analysis.mentions->place(analysis.mention(place.mention)).kind == "country") continue;
    return &place;
  }
  return nullptr;
}

bool is_place(const Mention& mention) { return mention.type == MentionType::place && !mention.nested; }

// Of the event told before this one in the same paragraph.
const Argument* of_event_before(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  const EventMention& own = *incident.members.front();
  const auto at = static_cast<std::size_t>(&own - incident.events.data());
  for (std::size_t i = at; i-- > 0 && at - i <= kEventReach;) {
    const EventMention& event = incident.events[i];
    if (event.sentence + kSentenceReach < own.sentence) break;
    if (analysis.sentence(event.sentence).paragraph != analysis.sentence(own.sentence).paragraph) break;
    if (event.background != own.background) continue;
    if (const Argument* place = own_place(analysis, event, true)) return place;
  }
  return nullptr;
}

// Of the lead, else of the title: a title may join what several paragraphs tell.
const Argument* of_lead(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  const Argument* wide = nullptr;
  for (const bool title : {false, true}) {
    for (const EventMention& event : incident.events) {
      if (event.sentence > analysis.lead_sentence) break;
      if (analysis.sentence(event.sentence).is_title != title) continue;
      if (const Argument* place = own_place(analysis, event, false)) return place;
      if (wide == nullptr) wide = own_place(analysis, event, true);
    }
  }
  return wide;
}

// The last place named before the incident, else the first of the text.
std::int32_t named_before(const IncidentView& incident) {
  const auto& mentions = incident.analysis.mentions->mentions;
  const std::uint32_t start = incident.analysis.sentence(incident.members.front()->sentence).tokens.begin;
  const auto behind = std::lower_bound(mentions.begin(), mentions.end(), start,
                                       [](const Mention& m, std::uint32_t token) { return m.tokens.begin < token; });
  auto i = static_cast<std::size_t>(behind - mentions.begin());
  if (!incident.members.front()->background) {
    for (std::size_t steps = 0; i-- > 0 && steps < kMentionReach; ++steps) {
      if (is_place(mentions[i])) return static_cast<std::int32_t>(i);
    }
  }
  for (i = 0; i < mentions.size() && i < kOpeningMentions; ++i) {
    if (is_place(mentions[i])) return static_cast<std::int32_t>(i);
  }
  return -1;
}

}  // namespace

std::optional<Argument> context_place(const IncidentView& incident) {
  Argument argument;
  const Argument* found = of_event_before(incident);
  if (found == nullptr) found = of_lead(incident);
  if (found != nullptr) argument = *found;
  else argument.mention = named_before(incident);
  if (argument.mention < 0) return std::nullopt;
  argument.tokens = incident.analysis.mention(argument.mention).tokens;
  argument.stem = incident.analysis.mention(argument.mention).stem;
  argument.basis = Basis::inherited;
  argument.rule = {};
  return argument;
}

}  // namespace rasd
