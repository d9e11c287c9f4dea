// Places: gazetteer names, and names that their context shows ("the town of X", "the village of X", "in the countryside of X").
// Threads: immutable after load; const and re-entrant.
#pragma once

#include <memory>

#include "mention/gazetteer.hpp"
#include "token/word_marker.hpp"

namespace rasd {

inline constexpr std::size_t kMaxPlaceCandidates = 12;  // homonyms of a name that are told apart

class PlaceFinder {
 public:
  static Result<PlaceFinder> load(const Lexicon& lexicon, std::shared_ptr<const Gazetteer> gazetteer);
  // Appends the places of `range` (one sentence) to `out`. Tokens of dates and of named participants are left alone
  // except as nested mentions (the place inside "the base of Ain al-Asad" is one, the one inside "Syrian Democratic Forces" is not).
  void find(const TokenizedText& text, TokenRange range, MentionSet& out) const;
  // Chooses among homonyms by the countries, provinces and other places of the whole text, and drops what needs evidence and
  // has none. `country_hint`: the outlet's country or empty. Call once, after all sentences.
  void disambiguate(const TokenizedText& text, std::string_view country_hint, MentionSet& set) const;
  // Its lists, so that words come with what it asks of them.
  void mark(WordMarker& marker) const;

 private:
  struct Lists;
  std::shared_ptr<const Lists> lists_;
  std::shared_ptr<const Gazetteer> gazetteer_;
};

}  // namespace rasd
