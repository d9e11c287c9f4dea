#include "event/place_context.hpp"

namespace rasd {
namespace {

// The nearest place mentioned before the incident in its paragraph or the one before, else the first of the lead, else of the text.
std::optional<Argument> inherited_place(const Analysis& analysis, const EventMention& event) {
  const MentionSet& set = *analysis.mentions;
  const std::uint32_t start = analysis.sentence(event.sentence).tokens.begin;
  std::int32_t before = -1, first = -1;
  for (std::size_t i = 0; i < set.mentions.size(); ++i) {
    const Mention& mention = set.mentions[i];
    if (mention.type != MentionType::place || mention.nested) continue;
    if (first < 0) first = static_cast<std::int32_t>(i);
    if (mention.tokens.begin < start) before = static_cast<std::int32_t>(i);
  }
  const std::int32_t chosen = event.background || before < 0 ? first : before;
  if (chosen < 0) return std::nullopt;
  Argument argument;
  argument.mention = chosen;
  argument.tokens = analysis.mention(chosen).tokens;
  argument.basis = Basis::inherited;
  return argument;
}

}  // namespace

std::vector<Place> places_in_context(const IncidentView& incident) {
  std::vector<Place> places = places_of(incident);
  if (places.empty()) {
    if (const auto inherited = inherited_place(incident.analysis, *incident.best)) {
      places.push_back(make_place(incident.analysis, *inherited));
    }
  }
  return places;
}

}  // namespace rasd
