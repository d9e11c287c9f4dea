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
  ListHit phrase;                       // list of the phrase, where the unit is one
  std::uint32_t features = 0;           // Feature bits over the readings of the head word (of the phrase's first word)
  TokenKind kind = TokenKind::word;
  bool counted = false;                 // a number, or a participant with a count
  bool finite_verb = false;             // every likely reading of the head is a finite verb
  [[nodiscard]] bool has(MentionType type) const { return (types >> static_cast<int>(type)) & 1u; }
  [[nodiscard]] bool in(ListId list) const { return phrase.list == list || (head != nullptr && phrase.list == kNoList && head->in(list)); }
};

struct Clause {
  std::uint32_t sentence = 0;
  UnitRange units;
};

struct ClauseSet {
  std::vector<Unit> units;
  std::vector<Clause> clauses;
  void clear() { units.clear(); clauses.clear(); }
};

}  // namespace rasd
