// Whether an incident is a conflict event at all: crime, accidents, disasters, disease, court sentences, drills, sport and fiction are none.
// A topic rules an incident out by a word in its own clause, or by what title and opening of the article are about.
// An armed actor or a weapon of war vouches for an incident, but not against a sure topic (a drill, a simulation).
// Knowledge: data/relevance, the lists relevance.* (clauses), relevance.sure_* (clauses, for sure), relevance.during_* (the same behind a word of
// relevance.occasion) and relevance.article_* (articles). Threads: const and re-entrant.
#pragma once

#include <memory>
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
  struct Topic {
    ListId list;
    ListId clause_list;  // of an article's topic: the list of clauses of the same topic, kNoList where there is none
    std::string name;
    bool during = false;  // its words count behind a word of occasion only
  };
  // The topic of the article as a whole, "" where it has none of ours.
  [[nodiscard]] std::string_view article_topic(const Analysis& analysis) const;
  // The first of `topics` that has a word in the clause of some mention.
  [[nodiscard]] std::string_view clause_topic(const std::vector<Topic>& topics, const Analysis& analysis,
                                              const std::vector<EventMention>& events, const Incident& incident) const;
  ListId occasion_ = kNoList;
  std::vector<Topic> sure_topics_;     // of clauses; nothing vouches for an incident there
  std::vector<Topic> topics_;          // of clauses
  std::vector<Topic> article_topics_;  // of articles
};

}  // namespace rasd
