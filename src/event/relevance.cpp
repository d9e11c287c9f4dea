#include "event/relevance.hpp"

#include <algorithm>
#include <array>

namespace rasd {
namespace {

constexpr std::array<std::string_view, 6> kArmed = {"state_forces",      "rebel",          "political_militia",
                                                    "identity_militia", "external_forces", "rioters"};
constexpr std::array<std::string_view, 14> kWarWeapons = {"aircraft", "helicopter", "drone",   "missile",  "rocket",
                                                          "artillery", "mortar",    "tank",    "barrel_bomb", "ied",
                                                          "mine",     "car_bomb",   "belt",    "chemical"};

// Words of the title count double; the opening is title and first two sentences of the body. So much makes a topic.
constexpr int kTitleWeight = 2;
constexpr std::uint32_t kOpeningSentences = 2;
constexpr int kTopicWeight = 3;
// What is dated longer ago than this is history, not news.
constexpr std::chrono::days kHistory{3653};

}  // namespace

Result<Relevance> Relevance::load(const Lexicon& lexicon) {
  Relevance relevance;
  relevance.occasion_ = lexicon.list_id("relevance.occasion");
  if (relevance.occasion_ == kNoList) return Diagnostic{"D010", "data/relevance", 0, 0, "the list relevance.occasion is missing", ""};
  const std::string prefix = "relevance.";
  for (const std::string& name : lexicon.list_names()) {
    const ListId list = lexicon.list_id(name);
    if (list == relevance.occasion_ || name.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string topic = name.substr(prefix.size());
    // What stands behind one of the words that say how the list is to be used.
    const auto behind = [&](std::string_view use) {
      return topic.compare(0, use.size(), use) == 0 ? topic.substr(use.size()) : std::string();
    };
    if (const std::string article = behind("article_"); !article.empty()) {
      relevance.article_topics_.push_back({list, lexicon.list_id(prefix + article), article, false});
    } else if (const std::string sure = behind("sure_"); !sure.empty()) {
      relevance.sure_topics_.push_back({list, kNoList, sure, false});
    } else if (const std::string during = behind("during_"); !during.empty()) {
      relevance.sure_topics_.push_back({list, kNoList, during, true});
    } else {
      relevance.topics_.push_back({list, kNoList, topic, false});
    }
  }
  for (std::vector<Topic>* topics : {&relevance.sure_topics_, &relevance.topics_, &relevance.article_topics_}) {
    std::sort(topics->begin(), topics->end(), [](const Topic& a, const Topic& b) { return a.name < b.name; });
  }
  return relevance;
}

bool Relevance::vouched(const Analysis& analysis, const std::vector<EventMention>& events, const Incident& incident) const {
  const auto armed = [&](const std::vector<Argument>& arguments) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& argument) {
      if (argument.mention < 0 || analysis.mention(argument.mention).type != MentionType::participant) return false;
      const std::string_view kind = analysis.mentions->participant(analysis.mention(argument.mention)).kind;
      return std::find(kArmed.begin(), kArmed.end(), kind) != kArmed.end();
    });
  };
  for (const std::uint32_t member : incident.members) {
    const EventMention& event = events[member];
    if (armed(event.actors) || armed(event.targets)) return true;
    for (const Argument& weapon : event.weapons) {
      if (weapon.mention < 0 || analysis.mention(weapon.mention).type != MentionType::weapon) continue;
      const std::string_view kind = analysis.mentions->weapon(analysis.mention(weapon.mention)).kind;
      if (std::find(kWarWeapons.begin(), kWarWeapons.end(), kind) != kWarWeapons.end()) return true;
    }
  }
  return false;
}

bool Relevance::history(const Analysis& analysis, const std::vector<EventMention>& events, const Incident& incident) {
  if (!analysis.document->anchor) return false;
  bool dated = false;
  for (const std::uint32_t member : incident.members) {
    const std::optional<Argument>& date = events[member].date;
    if (!date || date->mention < 0 || analysis.mention(date->mention).type != MentionType::date) continue;
    const std::optional<DateRange>& range = analysis.mentions->date(analysis.mention(date->mention)).resolved;
    if (!range) continue;
    if (range->end + kHistory >= *analysis.document->anchor) return false;
    dated = true;
  }
  return dated;
}

std::string_view Relevance::article_topic(const Analysis& analysis) const {
  const std::uint32_t end = analysis.lead_sentence + kOpeningSentences;
  std::string_view best;
  int best_weight = kTopicWeight - 1;
  for (const Topic& topic : article_topics_) {
    int weight = 0;
    for (const Clause& clause : analysis.clauses->clauses) {
      if (clause.sentence >= end) break;
      const int each = analysis.sentence(clause.sentence).is_title ? kTitleWeight : 1;
      for (std::uint32_t u = clause.units.begin; u < clause.units.end; ++u) {
        const Unit& unit = analysis.clauses->units[u];
        if (unit.in(topic.list) || (topic.clause_list != kNoList && unit.in(topic.clause_list))) weight += each;
      }
    }
    if (weight > best_weight) {
      best_weight = weight;
      best = topic.name;
    }
  }
  return best;
}

std::string_view Relevance::clause_topic(const std::vector<Topic>& topics, const Analysis& analysis,
                                         const std::vector<EventMention>& events, const Incident& incident) const {
  for (const std::uint32_t member : incident.members) {
    const UnitRange units = analysis.clauses->clauses[events[member].clause].units;
    for (const Topic& topic : topics) {
      for (std::uint32_t u = units.begin; u < units.end; ++u) {
        const Unit& unit = analysis.clauses->units[u];
        if (!unit.in(topic.list)) continue;
        const bool behind = (unit.proclitics & kPrepBi) != 0 || (u > units.begin && analysis.clauses->units[u - 1].in(occasion_));
        if (!topic.during || behind) return topic.name;
      }
    }
  }
  return {};
}

std::string_view Relevance::excluded_by(const Analysis& analysis, const std::vector<EventMention>& events,
                                        const Incident& incident) const {
  if (history(analysis, events, incident)) return "history";
  const std::string_view sure = clause_topic(sure_topics_, analysis, events, incident);
  if (!sure.empty()) return sure;
  if (vouched(analysis, events, incident)) return {};
  const std::string_view topic = clause_topic(topics_, analysis, events, incident);
  return topic.empty() ? article_topic(analysis) : topic;
}

}  // namespace rasd
