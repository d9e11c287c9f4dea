// Event mentions -> incidents. One pass in text order: first the mentions of a sentence join one another (a harm its cause, though
// it stands before it), then what they make up joins the incident of earlier sentences that it fits best, or begins one of its own.
// What speaks for and against is a small table of weights (data/event/merge.tsv). Threads: const and re-entrant.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"
#include "event/type_order.hpp"

namespace rasd {

// Weights of data/event/merge.tsv, in its order; the table's key column names them.
struct MergeWeights {
  double threshold = 0;
  double same_sentence = 0;
  double harm_in_sentence = 0;
  double harm_next_sentence = 0;
  double title_and_lead = 0;
  double same_type = 0;
  double compatible_type = 0;
  double part_type = 0;      // the one act is a part of the other
  double definite = 0;       // a bare noun with the article refers back
  double definite_told = 0;  // the same with a date, a place or a target of its own
  double plural_against_singular = 0;
  double same_place = 0;
  double place_within = 0;
  double other_place = 0;
  double other_scene = 0;    // the sentence opens with a place that the incident does not have
  double same_date = 0;
  double other_date = 0;
  double same_actor = 0;
  double other_actor = 0;
  double same_target = 0;
  double same_count = 0;
  double near_count = 0;     // figures that two sources may give of one incident
  double other_count = 0;
  double background_differs = 0;
  double status_differs = 0;
  double main_incident = 0;  // the incident of title or lead draws what has nothing of its own
  double harm_main = 0;      // and harms still more
  double other_paragraph = 0;
  double new_topic = 0;      // the sentence passes to another matter
  double another = 0;        // «a similar attack»
  double response_to = 0;    // the one is what the other answers to
  double occasion = 0;       // «killed in a raid», «hit with two attacks»: one clause, one incident
  double role_swap = 0;      // the actor of the one is the target of the other
  double distance = 0;  // per sentence between
};

// What the members of an incident tell between them.
struct IncidentArguments {
  std::vector<Argument> places;
  std::vector<Argument> scenes;  // of them, those that open a sentence or a clause
  std::vector<Argument> dates;
  std::vector<Argument> actors;
  std::vector<Argument> targets;
  std::array<std::vector<CountRange>, kCasualtyKinds> counts;
  void add(const EventMention& event);
  void add(const IncidentArguments& other);
};

class Merger {
 public:
  // `directory` is data/event.
  static Result<Merger> load(const std::string& directory, TypeOrder order);
  void merge(const Analysis& analysis, const std::vector<EventMention>& events, std::vector<Incident>& out) const;

 private:
  // Mentions that are one incident so far.
  struct Group {
    std::vector<std::uint32_t> members;  // indices into the vector of event mentions, ascending
    IncidentArguments told;
    void add(const Group& other);
  };

  // How well the group fits the incident; below weights_.threshold it does not.
  [[nodiscard]] double fit(const Analysis& analysis, const std::vector<EventMention>& events, const Group& incident,
                           const Group& group) const;
  [[nodiscard]] double structure_fit(const Analysis& analysis, const EventMention& a, const EventMention& b) const;
  [[nodiscard]] double argument_fit(const Analysis& analysis, const IncidentArguments& known, const IncidentArguments& told,
                                    bool interception) const;

  [[nodiscard]] SubEventSet open_types(const std::vector<EventMention>& events, const std::vector<std::uint32_t>& members) const;
  [[nodiscard]] std::size_t nearest_compatible(const std::vector<EventMention>& events, const std::vector<Group>& incidents,
                                               std::size_t count, const Group& group) const;
  void place(const Analysis& analysis, const std::vector<EventMention>& events, Group group, std::size_t count,
             std::vector<Group>& incidents) const;

  MergeWeights weights_;
  TypeOrder order_;
};

// How two mentions of participants or places relate.
enum class Agreement : std::uint8_t { unknown, same, within, different };
[[nodiscard]] Agreement compare_places(const Analysis& analysis, const Argument& a, const Argument& b);
[[nodiscard]] Agreement compare_participants(const Analysis& analysis, const Argument& a, const Argument& b);
[[nodiscard]] Agreement compare_dates(const Analysis& analysis, const Argument& a, const Argument& b);

}  // namespace rasd
