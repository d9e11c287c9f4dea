// Participants: named actors, patterned names ("brigade X", "movement X"), nationality + force, groups of people ("5
// civilians"), persons by title and name, things and facilities, noun phrases as fallback. Knowledge: data/actors,
// data/participants. Threads: immutable after load; const and re-entrant.
#pragma once

#include <memory>

#include "mention/actor_lexicon.hpp"
#include "token/word_marker.hpp"

namespace rasd {

class PlaceFinder;

class ParticipantFinder {
 public:
  static Result<ParticipantFinder> load(const Lexicon& lexicon, std::shared_ptr<const ActorLexicon> actors);
  // Appends the participants of `range` (one sentence) to `out`; dates, numbers and places are in `out` already: a
  // leading number becomes the participant's count, a place behind the head ("police of Baghdad") part of it.
  void find(const TokenizedText& text, TokenRange range, MentionSet& out) const;
  // Gives generic mentions ("the organisation", "the forces") the id of what the text named before. Call once, after
  // all sentences.
  void resolve_generic(const TokenizedText& text, MentionSet& set) const;
  // Its lists, so that words come with what it asks of them.
  void mark(WordMarker& marker) const;

 private:
  struct Lists;
  std::shared_ptr<const Lists> lists_;
  std::shared_ptr<const ActorLexicon> actors_;
};

}  // namespace rasd
