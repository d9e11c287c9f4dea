// What rules match over: a clause is a row of units. A unit is one token, one mention or one phrase of a word list; a mention counts
// as one unit whatever its length, and keeps the token tests of its head word.
#pragma once

#include <cstdint>
#include <vector>

#include "mention/mention.hpp"
#include "rasd/span.hpp"

namespace rasd {

struct UnitSpace;
using UnitRange = Span<UnitSpace>;  // indices into ClauseSet::units

struct Unit {
  TokenRange tokens;
  const WordAnalysis* head = nullptr;   // of the head word (of the first word for phrases)
  std::uint8_t proclitics = 0;          // Proclitic bits of the first token
  std::uint8_t types = 0;               // bit 1 << MentionType for each mention that covers exactly these tokens
  std::int32_t mentions[kMentionTypes] = {-1, -1, -1, -1, -1};  // index into MentionSet::mentions, by type
  ListHit phrase;                       // list of the phrase, where the unit is one and no mention
  const PhraseHit* phrases = nullptr;   // all phrases that begin with the unit: phrase_count of them, in TokenizedText::phrases
  std::uint32_t phrase_count = 0;
  std::uint32_t features = 0;           // Feature bits over the readings of the head word (of the phrase's first word)
  TokenKind kind = TokenKind::word;
  bool counted = false;                 // a number, or a participant with a count
  bool may_trigger = true;              // false: no trigger names a list that it is in
  bool finite_verb = false;             // every likely reading of the head is a finite verb
  [[nodiscard]] bool has(MentionType type) const { return (types >> static_cast<int>(type)) & 1u; }
  // Calls `visit(ListId)` for every list that the unit is in: those of its phrases, and of its head word where it is no phrase.
  template <typename Visit>
  void each_list(Visit visit) const {
    for (std::uint32_t i = 0; i < phrase_count; ++i) {
      if (phrases[i].tokens == tokens) visit(phrases[i].hit.list);
    }
    if (phrase.list != kNoList || head == nullptr) return;
    for (const ListHit& hit : head->lists) visit(hit.list);
  }
  [[nodiscard]] bool in(ListId list) const {
    for (std::uint32_t i = 0; i < phrase_count; ++i) {
      if (phrases[i].hit.list == list && phrases[i].tokens == tokens) return true;
    }
    return phrase.list == kNoList && head != nullptr && head->in(list);
  }
};

struct Clause {
  std::uint32_t sentence = 0;
  UnitRange units;
};

struct ClauseSet {
  std::vector<Unit> units;
  std::vector<Clause> clauses;
  std::uint32_t cut = 0;  // how many clauses the cap on units ended
  void clear() { units.clear(); clauses.clear(); cut = 0; }
};

}  // namespace rasd
