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

}  // namespace

Result<Relevance> Relevance::load(const Lexicon& lexicon) {
  Relevance relevance;
  constexpr std::string_view kPrefix = "relevance.";
  for (const std::string& name : lexicon.list_names()) {
    if (name.compare(0, kPrefix.size(), kPrefix) == 0) {
      relevance.topics_.push_back({lexicon.list_id(name), name.substr(kPrefix.size())});
    }
  }
  std::sort(relevance.topics_.begin(), relevance.topics_.end(), [](const Topic& a, const Topic& b) { return a.name < b.name; });
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

std::string_view Relevance::excluded_by(const Analysis& analysis, const std::vector<EventMention>& events,
                                        const Incident& incident) const {
  if (vouched(analysis, events, incident)) return {};
  for (const std::uint32_t member : incident.members) {
    const UnitRange units = analysis.clauses->clauses[events[member].clause].units;
    for (const Topic& topic : topics_) {
      for (std::uint32_t u = units.begin; u < units.end; ++u) {
        if (analysis.clauses->units[u].in(topic.list)) return topic.name;
      }
    }
  }
  return {};
}

}  // namespace rasd
