// Whether an incident is a conflict event at all: crime, accidents, disasters, disease, court sentences, drills, sport and fiction are none.
// A topic rules an incident out by a word in its own clause, or by what title and opening of the article are about.
// An armed actor or a weapon of war vouches for an incident, but not against a sure topic (a drill, a simulation).
// Knowledge: data/relevance, the lists relevance.* (clauses), relevance.sure_* (clauses, for sure), relevance.during_* (the same behind a word of
// relevance.occasion) and relevance.article_* (articles). Threads: const and re-entrant.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

class Relevance {
 public:
  static Result<Relevance> load(const Lexicon& lexicon);
  // The name of the topic that rules the incident out, or "" where it is a conflict event.
  [[nodiscard]] std::string_view excluded_by(const Analysis& analysis, const std::vector<EventMention>& events,
                                             const Incident& incident) const;

 private:
  [[nodiscard]] bool vouched(const Analysis& analysis, const std::vector<EventMention>& events, const Incident& incident) const;
  // All its dates lie far in the past.
  [[nodiscard]] static bool history(const Analysis& analysis, const std::vector<EventMention>& events, const Incident& incident);
  // Topics in the order of their names, and the lists that tell them as bits: a unit is tested against all of them in one pass.
  struct Topics {
    std::vector<std::string> names;      // at most 64
    std::vector<std::uint64_t> by_list;  // by ListId: 1 << topic
    std::uint64_t during = 0;            // 1 << topic: its words count behind a word of occasion only
    [[nodiscard]] std::uint64_t of(const Unit& unit) const {
      std::uint64_t bits = 0;
      unit.each_list([&](ListId list) { bits |= list < by_list.size() ? by_list[list] : 0; });
      return bits;
    }
    void add(std::size_t topic, ListId list);
  };
  // The topic of the article as a whole, "" where it has none of ours.
  [[nodiscard]] std::string_view article_topic(const Analysis& analysis) const;
  // The first of `topics` that has a word in the clause of some mention.
  [[nodiscard]] std::string_view clause_topic(const Topics& topics, const Analysis& analysis,
                                              const std::vector<EventMention>& events, const Incident& incident) const;
  ListId occasion_ = kNoList;
  Topics sure_topics_;     // of clauses; nothing vouches for an incident there
  Topics topics_;          // of clauses
  Topics article_topics_;  // of articles
};

}  // namespace rasd
