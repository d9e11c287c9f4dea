// All that the stages before found in one text, for the event stages to read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clause/unit.hpp"
#include "mention/actor_lexicon.hpp"
#include "mention/gazetteer.hpp"
#include "mention/mention.hpp"
#include "rasd/document.hpp"
#include "token/token.hpp"

namespace rasd {

// What the event stages decided, for `rasd explain`. Event mentions are given by their index.
struct Decision {
  enum class Kind : std::uint8_t { merged, typed, irrelevant, scored };
  Kind kind = Kind::merged;
  std::vector<std::uint32_t> mentions;
  std::vector<std::uint32_t> with;  // merged: those of the incident that they joined; empty: they begin one
  double value = 0;                 // how well they fitted; the confidence
  double least = 0;                 // what it had to reach
  std::string text;                 // the row that chose the type; the topic; what the confidence was made of
  std::string event;                // scored: the record's id, also where it was dropped
};

struct DecisionLog {
  std::vector<Decision> decisions;
};

struct Analysis {
  const Document* document = nullptr;
  std::string_view original;             // Document::full_text()
  const TokenizedText* text = nullptr;
  const MentionSet* mentions = nullptr;
  const ClauseSet* clauses = nullptr;
  const Lexicon* lexicon = nullptr;
  const Gazetteer* gazetteer = nullptr;
  const ActorLexicon* actors = nullptr;
  std::uint32_t lead_sentence = 0;       // first sentence of the body
  DecisionLog* log = nullptr;            // null: nobody asks

  [[nodiscard]] const Sentence& sentence(std::uint32_t index) const { return text->sentences[index]; }
  [[nodiscard]] const Mention& mention(std::int32_t index) const {
    return mentions->mentions[static_cast<std::size_t>(index)];
  }
  // The original text of a token range, without the first `stem` bytes of its first token.
  [[nodiscard]] TextSpan text_span(TokenRange range, std::uint32_t stem = 0) const {
    const OriginalSpan span = text->original(range, stem);
    return {std::string(original.substr(span.begin, span.size())), span};
  }
};

}  // namespace rasd
