#include "mention/participant_lists.hpp"

#include <algorithm>
#include <utility>

namespace rasd {
namespace {

constexpr std::array<const char*, kParticipantClassCount> kNames = {
    "participant.person",        "participant.title",       "participant.force",       "participant.organisation",
    "participant.name_head",     "participant.part",        "participant.facility",    "participant.nationality",
    "participant.country",       "participant.adjective",   "participant.affiliation", "participant.tie",
    "participant.led",           "participant.inside",      "participant.of",          "participant.for",
    "participant.spokesman",     "participant.numeral",     "participant.stop",        "participant.complement",
    "participant.generic",       "participant.victim_noun", "participant.first_name",  "participant.weak_first_name",
    "participant.name_particle", "participant.name_opener", "participant.purpose",
    "participant.detached_li"};

}  // namespace

ParticipantWordValue split_value(std::string_view value) {
  const std::size_t blank = value.find(' ');
  if (blank == std::string_view::npos) return {value, {}};
  return {value.substr(0, blank), value.substr(blank + 1)};
}

Result<ParticipantLists> ParticipantLists::load(const Lexicon& lexicon, const ActorLexicon& actors) {
  ParticipantLists lists;
  lists.lexicon = &lexicon;
  Diagnostics faults;
  const auto missing = [&](const std::string& name) {
    faults.push_back({"A201", "data/participants", 0, 0, "word list \"" + name + "\" is missing", {}});
  };
  for (std::uint8_t c = 0; c < kParticipantClassCount; ++c) {
    if (!lists.classes.add(lexicon, c, kNames[c])) missing(kNames[c]);
  }
  const std::pair<const char*, std::vector<std::string>*> shapes[] = {
      {"participant.shape.feminine", &lists.feminine}, {"participant.shape.masculine", &lists.masculine},
      {"participant.shape.plural", &lists.plural},     {"participant.shape.human_plural", &lists.human_plural},
      {"participant.shape.marked", &lists.marked},     {"participant.shape.verb_start", &lists.verb_start},
      {"participant.shape.verb_end", &lists.verb_end}};
  for (const auto& [name, into] : shapes) {
    const ListId list = lexicon.list_id(name);
    if (list == kNoList) {
      missing(name);
    } else {
      *into = lexicon.forms_of(list);
    }
  }
  for (ActorId id = 0; id < actors.size(); ++id) {
    const auto value = lexicon.value_id(actors.entry(id).id);
    if (!value) continue;
    if (lists.affiliated.size() <= *value) lists.affiliated.resize(*value + 1u, kNoId);
    lists.affiliated[*value] = id;
  }
  if (!faults.empty()) return faults;
  lists.generic = lexicon.forms_of(lists.classes.list(kGeneric));
  std::sort(lists.generic.begin(), lists.generic.end());
  return lists;
}

}  // namespace rasd
