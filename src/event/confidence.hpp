// How likely an incident is to be a right event: a logistic sum over what is known of it. Weights: data/event/confidence.tsv, fitted on annotated
// articles. What falls below the table's `keep` is not reported. Threads: immutable after load.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

// What the weights of the table apply to; the names are the table's keys.
enum class ConfidenceFeature : std::uint8_t {
  bias,            // always
  title,           // a member stands in the title
  lead,            // a member stands in the first sentence of the body
  late,            // the first member stands after the tenth sentence
  members,         // more than one mention
  many_members,    // more than three mentions
  actor,           // somebody did it
  named_actor,     // with a name
  target,          // to somebody or something
  harm_count,      // a figure of victims
  implied_count,   // a number that only the noun tells
  clause_place,    // a place in the trigger's own clause
  sentence_place,  // only elsewhere in the sentence
  own_date,        // a date of its own
  weapon,
  plural,          // all triggers are plural nouns («attacks»)
  definite,        // all triggers carry the article
  harm_only,       // nothing but a harm without a cause
  background,      // recalled
  claimed,
  alleged,
  foiled,
  only_incident,   // the text tells no other incident
  most_members,    // no other incident of the text has more mentions
  many_incidents,  // the text tells more than six
  exact_place,     // the place is a town, a base … and not a province or a country
  day,             // the date is a day
  recent,          // within eight days before the anchor
  old,             // more than two months before it
  count_
};

class Confidence {
 public:
  // `directory` is data/event.
  static Result<Confidence> load(const std::string& directory);

  using Features = std::array<double, static_cast<std::size_t>(ConfidenceFeature::count_)>;
  // `family` is the first part of the id of the best rule («harm» of harm.killed).
  [[nodiscard]] double value(const Features& features, std::string_view family) const;
  [[nodiscard]] double keep() const { return keep_; }
  [[nodiscard]] static const char* name(ConfidenceFeature feature);

 private:
  Features weights_{};
  std::vector<std::pair<std::string, double>> families_;  // sorted
  double keep_ = 0;
};

// What the other incidents of the text say about this one.
struct IncidentRank {
  std::size_t incidents = 1;
  std::size_t most_members = 1;
};

[[nodiscard]] Confidence::Features confidence_features(const Analysis& analysis, const std::vector<const EventMention*>& members,
                                                       const Event& record, const IncidentRank& rank);

}  // namespace rasd
