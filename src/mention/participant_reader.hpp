// Reads the noun phrases that name participants in one sentence. Each step is tried from a token and moves the phrase's
// end.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mention/participant_lists.hpp"

namespace rasd {

// What is known of a token of the sentence before participants are read.
struct TokenFacts {
  std::int32_t place = -1;   // longest place mention that starts at it; -1: none
  std::int32_t number = -1;  // number mention that starts at it
  bool date = false;         // inside a date
  bool counted = false;      // inside a number
};

struct ParticipantPhrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t proclitics = 0;
  TokenRange head;
  ParticipantClass source = kPersonNoun;
  ActorId id = kNoId;
  std::string_view kind;
  std::string_view country;
  std::string_view detail;  // casualty group of people, force of bodies
  bool person = false;
  bool named = false;
  bool plural = false;
  bool dual = false;
  bool definite = false;  // of its last noun: then only adjectives follow
  bool feminine = false;  // an adjective with the ending of the feminine stands in it: others must have it too
  bool construct = true;  // its form may stand before a genitive
  bool human = false;     // a noun that people are counted by
  bool thing = false;
  bool bare_head = true;        // nothing but the head so far
  bool back_reference = false;  // its head can refer back
  std::uint32_t group_noun = kNoId;  // token of an inner head that refers back
  std::optional<CountRange> count;
};

// Bytes of the conjunctions and prepositions of the first word that are no part of the mention.
[[nodiscard]] std::uint8_t participant_stem(std::uint8_t proclitics);

// A phrase that is no actor's name and has no number starts with a word of one of these.
inline constexpr std::uint64_t kPhraseStarts = kHeadNouns | participant_bit(kNationality) | participant_bit(kAffiliation) |
                                               participant_bit(kCountry) | participant_bit(kFirstName) | participant_bit(kNameOpener);

class ParticipantReader {
 public:
  ParticipantReader(const ListWindow& window, const ParticipantLists& lists, const ActorLexicon& actors,
                    const MentionSet& mentions, const std::vector<TokenFacts>& facts)
      : w_(window), lists_(lists), actors_(actors), mentions_(mentions), facts_(facts) {}

  // False: no participant starts at the token.
  [[nodiscard]] bool may_start(std::uint32_t at) const {
    return number_at(at) >= 0 || w_.token(at).may(kMayBeginActor) || (mask(at) & kPhraseStarts) != 0;
  }
  // The participant that starts at `at` (with a number before it where there is one).
  bool read(std::uint32_t at, ParticipantPhrase& out);

 private:
  using Index = std::uint32_t;
  using Phrase = ParticipantPhrase;

  // participant_reader.cpp: what starts a phrase
  bool read_phrase(Index at, Phrase& out, int depth);
  bool read_counted(Index at, Phrase& out);
  bool read_actor(Index at, Phrase& out);
  bool read_head(Index at, Phrase& out, int depth);
  bool read_people(Index at, Phrase& out, int depth);
  bool read_country(Index at, Phrase& out);
  bool read_person_name(Index at, Phrase& out);
  void finish(Phrase& phrase);

  // participant_extension.cpp: what a phrase goes on with
  void extend(Phrase& phrase, int depth);
  void complement(Phrase& phrase, int depth);
  bool construct(Phrase& phrase, int depth);
  bool inner_phrase(Phrase& phrase, Index at, int depth);
  void adjectives(Phrase& phrase);
  bool adjective(Phrase& phrase, Index at);
  bool joined_adjective(Phrase& phrase, Index at);
  bool purpose(Phrase& phrase, Index at);
  bool tie(Phrase& phrase, int depth);
  bool owner(Index at, Phrase& inner, int depth);
  bool inside(Phrase& phrase, int depth);
  bool of_parts(Phrase& phrase, int depth);
  bool proper_words(Phrase& phrase);
  void name_behind(Phrase& phrase);
  void take(Phrase& phrase, const Phrase& inner);

  // participant_quotes.cpp
  bool quoted(Phrase& phrase);
  bool in_brackets(Phrase& phrase);

  // participant_words.cpp: what a word is
  [[nodiscard]] const TokenFacts& facts(Index i) const { return facts_[i - w_.range().begin]; }
  [[nodiscard]] std::uint64_t mask(Index i) const { return w_.mask(i); }
  [[nodiscard]] bool is(Index i, ParticipantClass c) const {
    return w_.inside(i) && (mask(i) & participant_bit(c)) != 0;
  }
  [[nodiscard]] bool word(Index i) const { return w_.inside(i) && w_.token(i).is_word(); }
  [[nodiscard]] bool free_word(Index i) const;  // a word that no date covers, no number, no stop word
  [[nodiscard]] bool definite(Index i) const;   // with the article
  [[nodiscard]] bool bare(Index i) const;       // without attached conjunction or preposition
  [[nodiscard]] bool with_li(Index i) const;    // with the preposition l-
  [[nodiscard]] bool with_bi(Index i) const;    // with the preposition b-
  [[nodiscard]] bool verb_like(Index i) const;
  [[nodiscard]] bool particle(Index i) const;
  [[nodiscard]] bool quote(Index i) const;
  [[nodiscard]] bool attributive(Index i) const;  // an adjective of the noun before it
  [[nodiscard]] bool name_word(Index i) const;
  [[nodiscard]] bool surname(Index i) const;
  [[nodiscard]] bool adjective_shape(Index i, bool human) const;
  [[nodiscard]] bool ends(Index i, const std::vector<std::string>& endings) const;
  [[nodiscard]] std::uint32_t features(Index i, ParticipantClass c) const;
  [[nodiscard]] std::int32_t place_at(Index i) const { return facts(i).place; }
  [[nodiscard]] std::int32_t number_at(Index i) const { return facts(i).number; }
  Index names(Index at, bool titled) const;  // end of the person's name that starts there, or `at`

  const ListWindow& w_;
  const ParticipantLists& lists_;
  const ActorLexicon& actors_;
  const MentionSet& mentions_;
  const std::vector<TokenFacts>& facts_;  // by token of the sentence
  std::vector<NameHit> hits_;
};

}  // namespace rasd
