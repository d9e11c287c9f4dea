// Picks the sub-event type of an incident from the sets that its rules gave: a decision table in data/types/resolver.tsv over what is
// known of the incident. The first row whose conditions all hold decides. Threads: immutable after load.
#pragma once

#include <string>
#include <vector>

#include "event/analysis.hpp"
#include "event/event_mention.hpp"

namespace rasd {

// What the conditions of the table can ask for.
struct IncidentFacts {
  SubEventSet types = 0;                      // what the rules leave open
  int first_type = -1;                        // the most likely one by the most informative rule
  std::vector<std::string_view> weapons;      // kinds
  std::vector<std::string_view> actors;       // kinds
  std::vector<std::string_view> targets;      // kinds
  std::vector<std::string_view> words;        // lists type.* that some word of the incident's clauses is in (without "type.")
  std::vector<std::string_view> rules;        // ids
  std::vector<std::string_view> actor_countries;
  std::string_view country;                   // of the place
  std::string_view status;
  std::array<bool, kCasualtyKinds> harmed{};
};

class TypeResolver {
 public:
  // `directory` is data/types.
  static Result<TypeResolver> load(const std::string& directory, const Lexicon& lexicon);
  // Index of the sub-event type.
  [[nodiscard]] int resolve(const IncidentFacts& facts, DecisionLog* log) const;
  // The lists named type.*, whose words are facts of a clause.
  [[nodiscard]] const std::vector<ListId>& word_lists() const { return word_lists_; }
  [[nodiscard]] std::string_view word_list_name(ListId list, const Lexicon& lexicon) const {
    return std::string_view(lexicon.list_name(list)).substr(5);
  }

 private:
  enum class Subject : std::uint8_t { set, weapon, actor, target, word, rule, harmed, actor_country, foreign, status };
  struct Condition {
    Subject subject = Subject::set;
    bool negated = false;
    std::vector<std::string> values;
    SubEventSet types = 0;  // subject set
  };
  struct Row {
    std::vector<Condition> conditions;
    int result = -1;
    std::uint32_t line = 0;
  };
  [[nodiscard]] bool holds(const Condition& condition, const IncidentFacts& facts) const;

  std::vector<Row> rows_;
  std::vector<ListId> word_lists_;
};

}  // namespace rasd
