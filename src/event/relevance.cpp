#include "event/relevance.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

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
constexpr std::size_t kMaxTopics = 64;
// What is dated longer ago than this is history, not news.
constexpr std::chrono::days kHistory{3653};

}  // namespace

void Relevance::Topics::add(std::size_t topic, ListId list) {
  if (list == kNoList) return;
  if (by_list.size() <= list) by_list.resize(list + 1u, 0);
  by_list[list] |= std::uint64_t{1} << topic;
}

Result<Relevance> Relevance::load(const Lexicon& lexicon) {
  Relevance relevance;
  const auto fault = [](std::string message) { return Diagnostic{"D010", "data/relevance", 0, 0, std::move(message), ""}; };
  relevance.occasion_ = lexicon.list_id("relevance.occasion");
  if (relevance.occasion_ == kNoList) return fault("the list relevance.occasion is missing");
  const std::string prefix = "relevance.";
  std::vector<std::string> known;  // what stands behind the prefix
  for (const std::string& name : lexicon.list_names()) {
    const ListId list = lexicon.list_id(name);
    if (list != relevance.occasion_ && name.compare(0, prefix.size(), prefix) == 0) known.push_back(name.substr(prefix.size()));
  }
  std::sort(known.begin(), known.end());
  struct Use {
    std::string word;  // says how the list is to be used
    Topics& topics;
  };
  const Use uses[] = {{"article_", relevance.article_topics_}, {"sure_", relevance.sure_topics_},
                      {"during_", relevance.sure_topics_},     {"", relevance.topics_}};
  std::vector<std::pair<std::string, const Use*>> found;  // topic, use
  for (const std::string& name : known) {
    const Use* use = uses;
    while (name.compare(0, use->word.size(), use->word) != 0) ++use;
    found.emplace_back(name.substr(use->word.size()), use);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [topic, use] : found) {
    Topics& topics = use->topics;
    const std::size_t number = topics.names.size();
    if (number == kMaxTopics) return fault("more than 64 topics of one kind");
    topics.names.push_back(topic);
    topics.add(number, lexicon.list_id(prefix + use->word + topic));
    if (use->word == "article_") topics.add(number, lexicon.list_id(prefix + topic));  // words of clauses tell it as well
    if (use->word == "during_") topics.during |= std::uint64_t{1} << number;
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
  std::array<int, kMaxTopics> weights{};
  for (const Clause& clause : analysis.clauses->clauses) {
    if (clause.sentence >= end) break;
    const int each = analysis.sentence(clause.sentence).is_title ? kTitleWeight : 1;
    for (std::uint32_t u = clause.units.begin; u < clause.units.end; ++u) {
      std::uint64_t left = article_topics_.of(analysis.clauses->units[u]);
      for (; left != 0; left &= left - 1) weights[static_cast<std::size_t>(std::countr_zero(left))] += each;
    }
  }
  const auto best = std::max_element(weights.begin(), weights.end());  // the first of several
  return *best < kTopicWeight ? std::string_view() : article_topics_.names[static_cast<std::size_t>(best - weights.begin())];
}

std::string_view Relevance::clause_topic(const Topics& topics, const Analysis& analysis, const std::vector<EventMention>& events,
                                         const Incident& incident) const {
  for (const std::uint32_t member : incident.members) {
    const UnitRange units = analysis.clauses->clauses[events[member].clause].units;
    std::uint64_t held = 0;
    for (std::uint32_t u = units.begin; u < units.end; ++u) {
      const Unit& unit = analysis.clauses->units[u];
      std::uint64_t bits = topics.of(unit);
      if ((bits & topics.during) != 0) {
        const bool behind = (unit.proclitics & kPrepBi) != 0 || (u > units.begin && analysis.clauses->units[u - 1].in(occasion_));
        if (!behind) bits &= ~topics.during;
      }
      held |= bits;
    }
    if (held != 0) return topics.names[static_cast<std::size_t>(std::countr_zero(held))];
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
