#include "event/date_context.hpp"

#include <algorithm>
#include <vector>

#include "event/date_tie.hpp"
#include "event/scene_resolver.hpp"
#include "mention/date_periods.hpp"

namespace rasd {
namespace {

using std::chrono::days;

constexpr std::uint32_t kDateReach = 2;  // sentences over which the date of one event holds for the next one
constexpr std::uint32_t kRoundUp = 60;   // sentences that are read for the other day that a round-up tells of
constexpr days kReportLag{2};            // between an act and the report of it
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

// The date of an event mention, where others can share it.
std::optional<Found> shared_by(const Analysis& analysis, const EventMention& event) {
  if (event.background || !event.date || event.date->mention < 0 || event.date->owner == DateOwner::comment) return std::nullopt;
  const auto range = shareable(analysis, analysis.mention(event.date->mention));
  if (!range) return std::nullopt;
  return Found{event.date->mention, *range};
}

// Of the last event told before this one, within reach; rather one that is dated itself than one that was reported that day.
std::optional<Found> before(const IncidentView& incident, std::uint32_t sentence) {
  const Analysis& analysis = incident.analysis;
  std::optional<Found> act, report;
  for (const EventMention& event : incident.events) {
    if (event.sentence > sentence) break;
    if (event.sentence + kDateReach < sentence) continue;
    if (analysis.sentence(event.sentence).paragraph != analysis.sentence(sentence).paragraph) continue;
    if (const auto found = shared_by(analysis, event)) (event.date->owner == DateOwner::act ? act : report) = found;
  }
  return act ? act : report;
}

// Old news at the head of a text, or the date line: no day that the text as a whole tells of.
bool dates_the_text(const Analysis& analysis, const Found& found) {
  const auto anchor = analysis.document->anchor;
  if (analysis.mentions->date(analysis.mention(found.mention)).year && found.range.start == anchor) return false;
  return !anchor || found.range.end + kNewsAge >= *anchor;
}

// The first date that the sentences name and `fits(found, owner)` takes.
template <typename Fits>
std::optional<Found> first_date(const Analysis& analysis, std::uint32_t first, std::uint32_t end, Fits fits) {
  const DateTies ties(*analysis.lexicon);
  const ClauseSet& set = *analysis.clauses;
  for (const Clause& clause : set.clauses) {
    if (clause.sentence < first) continue;
    if (clause.sentence >= end) break;
    for (std::uint32_t u = clause.units.begin; u < clause.units.end; ++u) {
      if (!set.units[u].has(MentionType::date)) continue;
      const std::int32_t mention = set.units[u].mentions[static_cast<int>(MentionType::date)];
      const auto range = shareable(analysis, analysis.mention(mention));
      if (!range) continue;
      if (const Found found{mention, *range}; fits(found, ties.owner(set, clause.units.begin, u))) return found;
    }
  }
  return std::nullopt;
}

// The first day that the sentences name: of an event, else any that is not of a comment.
std::optional<Found> of_sentences(const IncidentView& incident, std::uint32_t first, std::uint32_t end) {
  const Analysis& analysis = incident.analysis;
  // What opens a text is not dated by another act behind it.
  const bool opens = first > analysis.lead_sentence && incident.members.front()->sentence <= analysis.lead_sentence;
  std::vector<std::int32_t> of_others;
  for (const EventMention& event : incident.events) {
    if (event.sentence < first || event.sentence >= end) continue;
    if (opens && !event.harm && (event.types & incident.best->types) == 0) {
      if (event.date) of_others.push_back(event.date->mention);
      continue;
    }
    if (const auto found = shared_by(analysis, event); found && dates_the_text(analysis, *found)) return found;
  }
  return first_date(analysis, first, end, [&](const Found& found, DateOwner owner) {
    return owner != DateOwner::comment && dates_the_text(analysis, found) &&
           std::find(of_others.begin(), of_others.end(), found.mention) == of_others.end();
  });
}

// The first day that the text names is that of a comment («the council meets today»): what is commented on was before.
bool opens_with_comment(const Analysis& analysis) {
  DateOwner first = DateOwner::act;
  first_date(analysis, 0, analysis.lead_sentence + 1, [&](const Found&, DateOwner owner) {
    first = owner;
    return true;
  });
  return first == DateOwner::comment;
}

// Of title or lead, else of the sentence behind the lead.
std::optional<Found> of_lead(const IncidentView& incident) {
  const std::uint32_t behind = incident.analysis.lead_sentence + 1;
  if (const auto found = of_sentences(incident, 0, behind)) return found;
  return of_sentences(incident, behind, behind + 1);
}

// A round-up of yesterday and today: what it tells without a day was on either.
bool tells_on(const IncidentView& incident, const Found& found) {
  const Analysis& analysis = incident.analysis;
  const auto anchor = analysis.document->anchor;
  if (!anchor || found.range.end + days{1} != *anchor) return false;
  const std::uint32_t paragraph = analysis.sentence(incident.members.front()->sentence).paragraph;
  if (analysis.mention(found.mention).tokens.end > analysis.sentence(analysis.lead_sentence).tokens.begin &&
      paragraph == analysis.sentence(analysis.lead_sentence).paragraph) {
    return false;  // told in one breath with what is dated
  }
  bool passed_on = false;  // to another matter that nothing has dated since
  bool same_day = false;   // an item behind the lead is of yesterday as well: that is the day of them all
  for (const EventMention& event : incident.events) {
    if (event.sentence <= analysis.lead_sentence) continue;
    const auto day = shared_by(analysis, event);
    same_day = same_day || (day && day->mention != found.mention && day->range == found.range);
    if (event.sentence > incident.members.front()->sentence) continue;
    if (event.new_topic) passed_on = true;
    if (day && event.date->owner == DateOwner::act) passed_on = false;
  }
  if (passed_on && !same_day) return true;
  return first_date(analysis, 0, kRoundUp, [&](const Found& today, DateOwner owner) {
    return owner == DateOwner::act && !analysis.mentions->date(analysis.mention(today.mention)).year && today.range.start == *anchor &&
           today.range.end == *anchor;
  }).has_value();
}

// What is only commented on happened when the text first tells of an act.
std::optional<Found> of_first_act(const IncidentView& incident) {
  const auto commented = [](const EventMention* m) { return m->date && m->date->owner == DateOwner::comment; };
  if (std::none_of(incident.members.begin(), incident.members.end(), commented) && !opens_with_comment(incident.analysis)) return std::nullopt;
  for (const EventMention& event : incident.events) {
    if (!event.date || event.date->owner != DateOwner::act) continue;
    if (const auto found = shared_by(incident.analysis, event); found && dates_the_text(incident.analysis, *found)) return found;
  }
  return std::nullopt;
}

// Of what happened so long before something else: counted back from the day of that.
std::optional<EventDate> by_offset(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  const auto member = std::find_if(incident.members.begin(), incident.members.end(), [](const EventMention* m) { return m->offset >= 0; });
  if (member == incident.members.end()) return std::nullopt;
  const DateOffset& offset = analysis.mentions->offsets[static_cast<std::size_t>((*member)->offset)];
  std::optional<Date> base = analysis.document->anchor;
  auto found = offset.today ? std::nullopt : before(incident, (*member)->sentence);
  if (!found && !offset.today) found = of_lead(incident);
  if (found) base = found->range.start;
  if (!base) return std::nullopt;
  DateExpression length;
  length.unit = offset.unit;
  length.count = offset.count;
  const auto range = resolve_ago(length, *base);
  if (!range) return std::nullopt;
  return EventDate{*range, "inherited", analysis.text_span(offset.tokens), ""};
}

// «Earlier the rebels had shelled …», and no day: the same as what is told around it.
bool earlier_that_day(const IncidentView& incident) {
  const Analysis& analysis = incident.analysis;
  const ListId earlier = analysis.lexicon->list_id("event.earlier");
  const ClauseSet& set = *analysis.clauses;
  const UnitRange units = set.clauses[incident.members.front()->clause].units;
  for (std::uint32_t u = units.begin; u < units.end; ++u) {
    if (set.units[u].in(earlier)) return true;
  }
  return false;
}

}  // namespace

std::optional<EventDate> context_date(const IncidentView& incident, bool background) {
  if (auto date = by_offset(incident)) return date;
  if (background && !earlier_that_day(incident)) return std::nullopt;
  const Analysis& analysis = incident.analysis;
  const std::uint32_t sentence = incident.members.front()->sentence;
  // An item of its own («elsewhere …») is dated by the text as a whole.
  if (const auto found = before(incident, sentence); found && !incident.members.front()->new_topic) return made_of(analysis, *found);
  const auto anchor = analysis.document->anchor;
  if (const auto found = of_first_act(incident)) return made_of(analysis, *found);
  if (auto found = of_lead(incident)) {
    if (tells_on(incident, *found)) found->range.end = *anchor;
    return made_of(analysis, *found);
  }
  if (anchor) return EventDate{{*anchor, *anchor, DatePrecision::day}, "published", {}, ""};
  return std::nullopt;
}

std::optional<EventDate> rather_than(const IncidentView& incident, const Argument& date, const DateRange& range) {
  const std::uint32_t at = incident.analysis.mention(date.mention).tokens.begin;
  const bool counted = std::any_of(incident.members.begin(), incident.members.end(), [&](const EventMention* m) {
    const TokenRange tokens = incident.analysis.sentence(m->sentence).tokens;
    const bool beside = date.basis != Basis::clause && at >= tokens.begin && at < tokens.end;
    return m->offset >= 0 && (date.owner == DateOwner::report || beside);
  });
  if (counted) return by_offset(incident);
  if (date.owner != DateOwner::report) return std::nullopt;
  const Analysis& analysis = incident.analysis;
  const EventMention& first = *incident.members.front();
  if (first.sentence <= analysis.lead_sentence || first.new_topic) return std::nullopt;
  for (const EventMention& event : incident.events) {
    if (event.sentence > analysis.lead_sentence + 1 || event.sentence >= first.sentence) break;  // what opens a text may be its place
    if (!event.date || event.date->owner != DateOwner::act) continue;
    const auto found = shared_by(analysis, event);
    if (found && found->range.end < range.start && found->range.end + kReportLag >= range.start) return made_of(analysis, *found);
  }
  return std::nullopt;
}

}  // namespace rasd
