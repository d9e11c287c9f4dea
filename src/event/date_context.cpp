#include "event/date_context.hpp"

#include <algorithm>

#include "event/scene_resolver.hpp"

namespace rasd {
namespace {

using std::chrono::days;

constexpr std::uint32_t kDateReach = 2;  // sentences over which the date of one event holds for the next one
constexpr days kNewsAge{10};             // a lead dated further back dates nothing but its own event

// The date, where it is one that other events of the text can share.
std::optional<DateRange> shareable(const Analysis& analysis, const Mention& mention) {
  const DateValue& value = analysis.mentions->date(mention);
  if (value.is_time_only || !value.resolved || value.resolved->precision != DatePrecision::day) return std::nullopt;
  if (value.is_since && !recent_period(value, analysis.document->anchor)) return std::nullopt;
  const auto anchor = analysis.document->anchor;
  if (anchor && value.resolved->start > *anchor) return std::nullopt;
  return value.resolved;
}

struct Found {
  std::int32_t mention = -1;
  DateRange range;
};

EventDate made_of(const Analysis& analysis, const Found& found) {
  const Mention& mention = analysis.mention(found.mention);
  EventDate out;
  out.range = found.range;
  out.basis = "inherited";
  out.mention = analysis.text_span(mention.tokens, mention.stem);
  return out;
}

// Of the last event told before this one, within reach.
std::optional<Found> before(const IncidentView& incident, std::uint32_t sentence) {
  const Analysis& analysis = incident.analysis;
  std::optional<Found> best;
  for (const EventMention& event : incident.events) {
    if (event.sentence > sentence) break;
    if (event.background || !event.date || event.date->mention < 0 || event.sentence + kDateReach < sentence) continue;
    if (analysis.sentence(event.sentence).paragraph != analysis.sentence(sentence).paragraph) continue;
    if (const auto range = shareable(analysis, analysis.mention(event.date->mention))) best = Found{event.date->mention, *range};
  }
  return best;
}

// The first day that title or lead names, else the sentence behind the lead.
std::optional<Found> of_lead(const Analysis& analysis) {
  const auto last = static_cast<std::uint32_t>(analysis.text->sentences.size() - 1);
  const std::uint32_t end = analysis.sentence(std::min(analysis.lead_sentence + 1, last)).tokens.end;
  const auto& mentions = analysis.mentions->mentions;
  for (std::size_t i = 0; i < mentions.size() && mentions[i].tokens.begin < end; ++i) {
    if (mentions[i].type != MentionType::date) continue;
    const auto range = shareable(analysis, mentions[i]);
    if (!range) continue;
    if (analysis.mentions->date(mentions[i]).year && range->start == analysis.document->anchor) continue;  // the date line
    if (analysis.document->anchor && range->end + kNewsAge < *analysis.document->anchor) continue;
    return Found{static_cast<std::int32_t>(i), *range};
  }
  return std::nullopt;
}

}  // namespace

std::optional<EventDate> context_date(const IncidentView& incident, bool background) {
  if (background) return std::nullopt;
  const Analysis& analysis = incident.analysis;
  const std::uint32_t sentence = incident.members.front()->sentence;
  // An item of its own («elsewhere …») is dated by the text as a whole.
  if (const auto found = before(incident, sentence); found && !incident.members.front()->new_topic) return made_of(analysis, *found);
  if (const auto found = of_lead(analysis)) return made_of(analysis, *found);
  if (const auto anchor = analysis.document->anchor) return EventDate{{*anchor, *anchor, DatePrecision::day}, "published", {}, ""};
  return std::nullopt;
}

}  // namespace rasd
