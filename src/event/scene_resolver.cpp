#include "event/scene_resolver.hpp"

#include <algorithm>
#include <utility>

#include "event/date_tie.hpp"
#include "event/unit_argument.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kFar = 60;
constexpr std::uint32_t kClauseReach = 12;
constexpr std::uint32_t kBefore = 4;         // what stands before the trigger is less likely the act's
constexpr std::uint32_t kOtherClause = 15;
constexpr std::uint32_t kFrontedClause = 4;  // «in Hama, sources said that …»
constexpr std::uint32_t kOtherAct = 6;       // another act stands between
constexpr std::uint32_t kSpeakers = 25;
constexpr std::uint32_t kBareName = 5;       // without a preposition
constexpr std::uint32_t kBareCountry = 14;   // a state that acts
constexpr std::uint32_t kToward = 8;
constexpr std::uint32_t kFrom = 14;
constexpr std::uint32_t kByRule = 8;
constexpr std::uint32_t kReference = 12;     // «in X, south of Y»: Y only tells where X lies
constexpr std::uint32_t kReferenceReach = 2;
constexpr std::uint32_t kInsideName = 34;
constexpr std::uint32_t kPeriod = 10;        // a period rather than a day
constexpr std::uint32_t kDateOtherClause = 20;
constexpr std::uint32_t kDateOtherVerb = 12;
constexpr std::uint32_t kDateEnd = 10;
constexpr std::uint32_t kDateline = 40;
constexpr std::uint32_t kDatelineReach = 5;  // units from the head of the text
constexpr std::uint32_t kOffsetReach = 4;  // tokens between «a week after» and what was before
constexpr std::uint32_t kLongPeriodReach = 6;

constexpr std::chrono::days kLongest{400};  // «the last ten years» date nothing
constexpr std::chrono::days kRecent{2};  // «since yesterday evening» tells when; «since 2011» does not

std::uint32_t less(std::uint32_t cost, std::uint32_t by) { return cost > by ? cost - by : 0; }

}  // namespace

bool recent_period(const DateValue& value, const std::optional<Date>& anchor) {
  return value.resolved && anchor && value.resolved->start + kRecent >= *anchor && value.resolved->start <= *anchor;
}

struct SceneResolver::Lists {
  ListId place_preposition = kNoList;
  ListId from = kNoList;
  ListId toward = kNoList;
  ListId not_place_preposition = kNoList;
  ListId saying = kNoList;
  ListId according_to = kNoList;
  ListId that = kNoList;
  ListId accuse = kNoList;
};

// The clauses of one sentence, and the dateline that it opens with.
struct SceneResolver::Sentence {
  std::uint32_t first = 0, end = 0;
  UnitRange dateline;
  bool leads = false;  // the first of the body
};

class SceneResolver::Reader {
 public:
  Reader(const Lists& lists, const Analysis& analysis, std::vector<EventMention>& events)
      : lists_(lists), ties_(*analysis.lexicon), analysis_(analysis), set_(*analysis.clauses), events_(events) {}

  void place(std::size_t index, const Sentence& sentence) {
    EventMention& event = events_[index];
    std::vector<Argument> ordered;
    for (std::uint32_t c = first_clause(event, sentence); c < end_clause(event, sentence); ++c) {
      const UnitRange units = set_.clauses[c].units;
      for (std::uint32_t u = units.begin; u < units.end; ++u) {
        if (!set_.units[u].has(MentionType::place) || sentence.dateline.contains(u)) continue;
        Argument argument = unit_argument(analysis_, set_.units[u], MentionType::place, c == event.clause ? Basis::clause : Basis::sentence);
        const auto known = std::find_if(event.places.begin(), event.places.end(),
                                        [&](const Argument& a) { return a.mention == argument.mention; });
        const bool ruled = known != event.places.end();
        const std::optional<std::uint32_t> cost = place_cost(index, c, u, ruled);
        if (!cost) continue;
        argument.cost = static_cast<std::uint16_t>(ruled ? less(*cost, kByRule) : *cost);
        if (ruled) argument.rule = known->rule;
        ordered.push_back(argument);
      }
    }
    for (const Argument& argument : event.places) {
      const bool seen = std::any_of(ordered.begin(), ordered.end(), [&](const Argument& a) { return a.mention == argument.mention; });
      if (!seen && argument.mention < 0) ordered.push_back(argument);
    }
    if (ordered.empty()) {
      if (const auto inner = place_inside_name(event)) ordered.push_back(*inner);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const Argument& a, const Argument& b) { return a.cost < b.cost; });
    event.places = std::move(ordered);
    event.fronted_place = !event.places.empty() && opens(event, event.places.front(), sentence);
  }

  void date(std::size_t index, const Sentence& sentence) {
    EventMention& event = events_[index];
    const std::optional<Argument> ruled = std::exchange(event.date, std::nullopt);
    event.offset = offset_before(event);
    if (event.offset >= 0) return;
    std::uint32_t best = 200;
    for (std::uint32_t c = first_clause(event, sentence); c < end_clause(event, sentence); ++c) {
      const UnitRange units = set_.clauses[c].units;
      for (std::uint32_t u = units.begin; u < units.end; ++u) {
        if (!set_.units[u].has(MentionType::date)) continue;
        Argument argument = unit_argument(analysis_, set_.units[u], MentionType::date, c == event.clause ? Basis::clause : Basis::sentence);
        if (!usable(argument) || of_other_act(index, c, u)) continue;
        argument.owner = ties_.owner(set_, c == event.clause && u >= event.trigger.end ? event.trigger.end : units.begin, u);
        if (u < event.trigger.begin && ties_.about_between(set_, u + 1, event.trigger.begin)) argument.owner = DateOwner::comment;
        const DateValue& value = analysis_.mentions->date(analysis_.mention(argument.mention));
        std::uint32_t cost = distance(event, u) + (c == event.clause ? 0 : kDateOtherClause);
        if (sentence.dateline.contains(u) || opens_the_text(value, sentence, u)) {
          cost += kDateline;
          argument.owner = DateOwner::report;
        }
        if (value.resolved && value.resolved->precision != DatePrecision::day) {
          // «this year», «the last ten years»: of the period that the text lies in, not of the act
          const bool around =
              analysis_.document->anchor && value.resolved->end + std::chrono::days{1} >= *analysis_.document->anchor;
          const bool long_period = value.resolved->precision >= DatePrecision::month && cost > kLongPeriodReach;
          if (around && (long_period || value.resolved->end - value.resolved->start > kLongest)) continue;
          cost += kPeriod;
        }
        if (other_verb_between(event, u)) cost += kDateOtherVerb;
        if (ties_.is_end(set_, u)) cost += kDateEnd;
        if (argument.owner != DateOwner::act || other_verb_before(event, u)) {
          cost += kDateOtherVerb;
          argument.basis = Basis::sentence;
        }
        cost += kOtherAct * acts_between(index, u);
        if (ruled && ruled->mention == argument.mention) {
          cost = less(cost, kByRule);
          argument.rule = ruled->rule;
        }
        argument.cost = static_cast<std::uint16_t>(std::min<std::uint32_t>(cost, 1000));
        if (cost < best) {
          best = cost;
          event.date = argument;
        }
      }
    }
  }

 private:
  // «the police of Basra»: where nothing else is said, the act is likely there.
  [[nodiscard]] std::optional<Argument> place_inside_name(const EventMention& event) const {
    const auto& mentions = analysis_.mentions->mentions;
    const UnitRange units = set_.clauses[event.clause].units;
    const std::uint32_t begin = set_.units[units.begin].tokens.begin;
    const std::uint32_t end = set_.units[units.end - 1].tokens.end;
    auto i = static_cast<std::size_t>(std::lower_bound(mentions.begin(), mentions.end(), begin, [](const Mention& m, std::uint32_t token) {
      return m.tokens.begin < token;
    }) - mentions.begin());
    for (; i < mentions.size() && mentions[i].tokens.begin < end; ++i) {
      if (mentions[i].type != MentionType::place || !mentions[i].nested) continue;
      const std::string_view kind = analysis_.mentions->place(mentions[i]).kind;
      if (kind == "country" || kind == "area") continue;
      Argument argument;
      argument.mention = static_cast<std::int32_t>(i);
      argument.tokens = mentions[i].tokens;
      argument.stem = mentions[i].stem;
      argument.basis = Basis::sentence;
      argument.cost = kInsideName;
      return argument;
    }
    return std::nullopt;
  }

  // Sentences without end are read so far from the trigger only.
  static std::uint32_t first_clause(const EventMention& event, const Sentence& sentence) {
    return std::max(sentence.first, event.clause > kClauseReach ? event.clause - kClauseReach : 0);
  }
  static std::uint32_t end_clause(const EventMention& event, const Sentence& sentence) {
    return std::min(sentence.end, event.clause + kClauseReach + 1);
  }

  [[nodiscard]] std::uint32_t distance(const EventMention& event, std::uint32_t u) const {
    if (u >= event.trigger.end) return std::min(u - event.trigger.end, kFar);
    return std::min(2 * (event.trigger.begin - u), kFar);
  }

  // A day that lies behind: neither a time of day, nor the start of a period, nor one to come.
  [[nodiscard]] bool usable(const Argument& argument) const {
    if (argument.mention < 0) return false;
    const DateValue& value = analysis_.mentions->date(analysis_.mention(argument.mention));
    if (value.is_time_only || (value.is_since && !recent_period(value, analysis_.document->anchor))) return false;
    return !value.resolved || !analysis_.document->anchor || value.resolved->start <= *analysis_.document->anchor + std::chrono::days{1};
  }

  // How many other acts stand between the trigger and the unit; a harm belongs to what caused it and parts nothing.
  [[nodiscard]] std::uint32_t acts_between(std::size_t index, std::uint32_t u) const {
    const EventMention& event = events_[index];
    std::uint32_t count = 0;
    if (u < event.trigger.begin) {
      for (std::size_t i = index; i-- > 0 && events_[i].trigger.begin > u;) count += events_[i].harm || event.harm ? 0 : 1;
    } else {
      for (std::size_t i = index + 1; i < events_.size() && events_[i].trigger.begin < u; ++i) count += events_[i].harm || event.harm ? 0 : 1;
    }
    return std::min(count, 2u);
  }

  // «Ramallah 23-1-2024 Wafa -»: the day on which it was filed.
  [[nodiscard]] bool opens_the_text(const DateValue& value, const Sentence& sentence, std::uint32_t u) const {
    return value.year && value.resolved && value.resolved->start == analysis_.document->anchor && sentence.leads &&
           u < set_.clauses[sentence.first].units.begin + kDatelineReach;
  }

  // «three days after the killing of», «the day after the army shelled»
  [[nodiscard]] std::int32_t offset_before(const EventMention& event) const {
    const std::vector<DateOffset>& offsets = analysis_.mentions->offsets;
    for (std::size_t i = offsets.size(); i-- > 0;) {
      const DateOffset& offset = offsets[i];
      if (offset.tokens.end > event.tokens.begin) continue;
      if (offset.tokens.end + kOffsetReach < event.tokens.begin || (offset.from && event.definite)) break;
      if (offset.tokens.begin < analysis_.sentence(event.sentence).tokens.begin) break;
      return static_cast<std::int32_t>(i);
    }
    return -1;
  }

  // Before the trigger: the date goes with a verb of its own that is not the trigger.
  [[nodiscard]] bool other_verb_before(const EventMention& event, std::uint32_t u) const {
    if (u >= event.trigger.begin) return false;
    const UnitRange units = set_.clauses[event.clause].units;
    for (std::uint32_t i = u; i-- > units.begin;) {
      if (set_.units[i].finite_verb) return true;
    }
    return false;
  }

  // Behind the trigger: «a truce was agreed on, under which X freed …».
  [[nodiscard]] bool other_verb_between(const EventMention& event, std::uint32_t u) const {
    for (std::uint32_t i = event.trigger.end; i < u; ++i) {
      if (set_.units[i].finite_verb && !ties_.relative_between(set_, i - 1, i)) return true;
    }
    return false;
  }

  // «arrested people over the blasts that struck on Friday», «seized a bus before they were freed on Sunday»
  [[nodiscard]] bool of_other_act(std::size_t index, std::uint32_t clause, std::uint32_t u) const {
    const EventMention& event = events_[index];
    if (u < event.trigger.end) return false;
    if (clause > event.clause && ties_.tells_later(set_, set_.clauses[clause])) return true;
    const EventMention* last = nullptr;  // act told last before the date
    for (std::size_t i = index + 1; i < events_.size() && events_[i].trigger.begin < u; ++i) last = &events_[i];
    return last != nullptr && !last->harm && !event.harm && ties_.relative_between(set_, last->trigger.end, u);
  }

  // At the head of its clause, maybe behind «and»: «wa-fi Hama qutila …».
  [[nodiscard]] bool fronted(std::uint32_t clause, std::uint32_t u) const {
    const UnitRange units = set_.clauses[clause].units;
    for (std::uint32_t i = u; i-- > units.begin;) {
      const Unit& unit = set_.units[i];
      if (unit.in(lists_.place_preposition) || unit.has(MentionType::place) || unit.kind == TokenKind::punctuation) continue;
      return false;
    }
    return true;
  }

  // Whether the place stands at the head of the event's clause, or of one before it in the sentence.
  [[nodiscard]] bool opens(const EventMention& event, const Argument& place, const Sentence& sentence) const {
    for (std::uint32_t c = first_clause(event, sentence); c <= event.clause; ++c) {
      const UnitRange units = set_.clauses[c].units;
      for (std::uint32_t u = units.begin; u < units.end && set_.units[u].tokens.begin <= place.tokens.begin; ++u) {
        if (set_.units[u].tokens.contains(place.tokens.begin)) return u > units.begin && fronted(c, u);
      }
    }
    return false;
  }

  [[nodiscard]] const PlaceValue& value_of(const Unit& unit) const {
    return analysis_.mentions->place(analysis_.mention(unit.mentions[static_cast<int>(MentionType::place)]));
  }
  [[nodiscard]] bool with_kind_word(const Unit& unit) const { return unit.tokens.begin < value_of(unit).name.begin; }
  [[nodiscard]] bool same_place(const Unit& a, const Unit& b) const {
    return b.has(MentionType::place) && value_of(a).id != kNoId && value_of(a).id == value_of(b).id;
  }

  // «in X, north of Y», «in X near Y».
  [[nodiscard]] bool tells_where_another_lies(const UnitRange& units, std::uint32_t u) const {
    const Unit& unit = set_.units[u];
    const PlaceValue& value = value_of(unit);
    if (value.precision != 2 || (unit.proclitics & kPrepBi) != 0 || !(with_kind_word(unit) || value.kind == "area")) return false;
    const std::uint32_t reach = std::min(u - units.begin, kReferenceReach);
    for (std::uint32_t i = 1; i <= reach; ++i) {
      const Unit& before = set_.units[u - i];
      if (before.has(MentionType::place)) return true;
      if (before.in(lists_.place_preposition) || before.finite_verb) return false;
    }
    return false;
  }

  // Between a verb of saying and «that», or behind «according to»: where the speaker is.
  [[nodiscard]] bool speakers(std::uint32_t clause, std::uint32_t u) const {
    const UnitRange units = set_.clauses[clause].units;
    for (std::uint32_t i = u; i-- > units.begin;) {
      const Unit& unit = set_.units[i];
      if (unit.in(lists_.according_to)) return true;
      if (unit.in(lists_.that)) return false;
      if (unit.in(lists_.saying)) {
        for (std::uint32_t j = u + 1; j < units.end; ++j) {
          if (set_.units[j].in(lists_.that)) return true;
          if (set_.units[j].finite_verb) return false;
        }
        return false;
      }
    }
    return false;
  }

  [[nodiscard]] std::optional<std::uint32_t> place_cost(std::size_t index, std::uint32_t clause, std::uint32_t u, bool ruled) const {
    const EventMention& event = events_[index];
    const Unit& unit = set_.units[u];
    const UnitRange units = set_.clauses[clause].units;
    const PlaceValue& value = value_of(unit);
    bool placed = (unit.proclitics & kPrepBi) != 0 || with_kind_word(unit) || u == event.trigger.end;
    std::uint32_t extra = 0;
    if (u + 1 < units.end && same_place(unit, set_.units[u + 1])) return std::nullopt;  // «the Afghan capital Kabul»: the name
    if ((unit.proclitics & kPrepLi) != 0 && u != event.trigger.end && !ruled) return std::nullopt;
    for (std::uint32_t back = u; back > units.begin;) {
      const Unit& before = set_.units[--back];
      if (before.in(lists_.from)) {
        extra = kFrom;
      } else if (before.in(lists_.toward)) {
        extra = kToward;
        placed = true;
      } else if (before.in(lists_.not_place_preposition)) {
        if (!ruled) return std::nullopt;
      } else if (before.in(lists_.place_preposition)) {
        placed = true;
      } else if (before.kind == TokenKind::punctuation || before.has(MentionType::place)) {
        if (before.has(MentionType::place) && with_kind_word(before)) placed = true;  // one more of a row
        continue;
      }
      break;
    }
    // «Washington carried out its first raid»: a capital without a preposition is its government
    if (!placed && !ruled && (value.kind == "capital" || value.kind == "country")) return std::nullopt;
    std::uint32_t cost = 0;
    if (clause != event.clause) {
      const bool leads = clause < event.clause && fronted(clause, u);
      cost = std::min(distance(event, u), 20u) + (leads ? kFrontedClause : kOtherClause);
    } else if (u < event.trigger.begin && fronted(clause, u)) {
      cost = kBefore;
    } else {
      cost = distance(event, u) + (u < event.trigger.begin ? kBefore : 0);
    }
    if (!placed) extra += value.kind == "country" ? kBareCountry : kBareName;
    if (!placed && u > units.begin && (set_.units[u - 1].in(lists_.saying) || set_.units[u - 1].in(lists_.accuse)))
      return std::nullopt;  // «Ankara accused», «Baghdad announced»
    if (speakers(clause, u)) extra += kSpeakers;
    if (tells_where_another_lies(units, u)) extra += kReference;
    return cost + extra + kOtherAct * acts_between(index, u);
  }

  const Lists& lists_;
  const DateTies ties_;
  const Analysis& analysis_;
  const ClauseSet& set_;
  std::vector<EventMention>& events_;
};

Result<SceneResolver> SceneResolver::load(const Lexicon& lexicon) {
  auto lists = std::make_shared<Lists>();
  const std::pair<ListId Lists::*, const char*> wanted[] = {
      {&Lists::place_preposition, "event.place_preposition"}, {&Lists::from, "event.from"}, {&Lists::toward, "event.toward"},
      {&Lists::not_place_preposition, "event.not_place_preposition"}, {&Lists::saying, "event.saying"},
      {&Lists::according_to, "event.according_to"}, {&Lists::that, "event.that"}};
  lists->accuse = lexicon.list_id("status.accuse");  // of the rules, which may lack it
  for (const auto& [member, name] : wanted) {
    (*lists).*member = lexicon.list_id(name);
    if ((*lists).*member == kNoList) {
      return Diagnostic{"D011", "data/event", 0, 0, std::string("the list ") + name + " is missing", ""};
    }
  }
  SceneResolver resolver;
  resolver.lists_ = std::move(lists);
  return resolver;
}

void SceneResolver::resolve(const Analysis& analysis, std::vector<EventMention>& events) const {
  const ClauseSet& set = *analysis.clauses;
  Reader reader(*lists_, analysis, events);
  const UnitRange dateline = dateline_of(analysis, analysis.lead_sentence);
  Sentence sentence;
  std::uint32_t current = 0xFFFFFFFF;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].sentence != current) {
      current = events[i].sentence;
      sentence.first = events[i].clause;
      while (sentence.first > 0 && set.clauses[sentence.first - 1].sentence == current) --sentence.first;
      sentence.end = events[i].clause + 1;
      while (sentence.end < set.clauses.size() && set.clauses[sentence.end].sentence == current) ++sentence.end;
      sentence.leads = current == analysis.lead_sentence;
      sentence.dateline = current == analysis.lead_sentence ? dateline : UnitRange{};
    }
    reader.place(i, sentence);
    reader.date(i, sentence);
  }
}

}  // namespace rasd
