// For one article: what every stage saw, which rules were tried and where each stopped, and what became of what matched. It comes
// from the run that `extract` makes, with a trace, so the events are the same. Spans are bytes of `text`.
#pragma once

#include <string>
#include <vector>

#include "rasd/extractor.hpp"

namespace rasd {

struct ExplainedWord {
  OriginalSpan span;
  std::vector<std::string> readings;
  bool may_trigger = false;
};

struct ExplainedMention {
  OriginalSpan span;
  std::string type;
  std::string value;
  bool nested = false;
};

struct ExplainedArgument {
  std::string role;
  OriginalSpan span;
  std::string rule;  // rule or role set of the line
  std::string line;  // its pattern
  std::string place; // file:line
};

// A line of a rule that stopped it.
struct ExplainedStop {
  std::string line;
  std::string place;
  std::string item;      // that found nothing; empty: the whole line holds where it must not
  OriginalSpan reached;  // the farthest unit that the items before it took; empty: none beside the trigger
};

struct ExplainedTry {
  std::string rule;
  std::string place;
  std::string sub_events;
  OriginalSpan trigger;
  std::string outcome;  // "matched", else what stopped it
  std::vector<ExplainedStop> stops;
  std::vector<ExplainedArgument> arguments;
  std::string status;
  std::string status_rule;
  std::string fate;   // what became of the match, in a word: event, reading, furniture, irrelevant, confidence
  std::string detail; // the event's id, the rule that was better, the topic, the confidence
};

// A word of a trigger line whose other words do not stand beside it.
struct ExplainedNear {
  std::string rule;
  std::string place;
  OriginalSpan word;
};

struct ExplainedSentence {
  OriginalSpan span;
  bool title = false;
  std::vector<ExplainedWord> words;
  std::vector<ExplainedMention> mentions;
  std::vector<std::vector<OriginalSpan>> clauses;  // their units
  std::vector<ExplainedTry> tries;
  std::vector<ExplainedNear> near;
  [[nodiscard]] bool has_trigger_word() const;
};

// What was merged, typed, or dropped.
struct ExplainedDecision {
  std::string kind;  // merged, begins, typed, irrelevant, confidence
  std::vector<OriginalSpan> mentions;
  std::vector<OriginalSpan> with;
  std::string text;
  std::string event;
  double value = 0;
  double least = 0;
};

struct Explanation {
  std::string text;
  bool arabic = true;
  std::vector<ExplainedSentence> sentences;
  std::vector<ExplainedDecision> decisions;
  std::vector<Event> events;
};

[[nodiscard]] Explanation explain(const Knowledge& knowledge, const Document& document, Workspace& workspace);

}  // namespace rasd
