// The word lists of the participant finder (data/participants/*.lst). Immutable after load.
#pragma once

#include <string>
#include <vector>

#include "mention/actor_lexicon.hpp"
#include "mention/number_lists.hpp"

namespace rasd {

// Classes of the participant lists; the names are those of data/participants.
enum ParticipantClass : std::uint8_t {
  kPersonNoun,
  kTitle,
  kForceNoun,
  kOrganisation,
  kNameHead,
  kPart,
  kFacility,
  kNationality,
  kCountry,
  kAdjective,
  kAffiliation,
  kTie,
  kLed,
  kInside,
  kOf,
  kForWord,
  kSpokesman,
  kNumeral,
  kStop,
  kComplement,
  kGeneric,
  kVictimNoun,
  kFirstName,
  kWeakFirstName,
  kNameParticle,
  kNameOpener,
  kPurpose,
  kDetachedLi,
  kParticipantClassCount
};

constexpr std::uint64_t participant_bit(ParticipantClass c) {
  return std::uint64_t{1} << c;
}
constexpr std::uint64_t kHeadNouns = participant_bit(kPersonNoun) | participant_bit(kTitle) |
                                     participant_bit(kForceNoun) | participant_bit(kOrganisation) |
                                     participant_bit(kNameHead) | participant_bit(kPart) | participant_bit(kFacility);

// The first and second word of a list value («civilians children»).
struct ParticipantWordValue {
  std::string_view kind;
  std::string_view detail;  // the casualty group, or the force
};
[[nodiscard]] ParticipantWordValue split_value(std::string_view value);
// A nationality's value is a country in capitals, or the kind of a force that is called so.
[[nodiscard]] inline bool is_country(std::string_view value) {
  return value.size() == 3 && value[0] <= 'Z';
}

struct ParticipantLists {
  static Result<ParticipantLists> load(const Lexicon& lexicon, const ActorLexicon& actors);

  const Lexicon* lexicon = nullptr;
  ListClasses classes{kParticipantClasses};
  std::vector<ActorId> affiliated;  // by ValueId of participant.affiliation
  // Folded endings and beginnings of words.
  std::vector<std::string> feminine, masculine, plural, human_plural, marked, verb_start, verb_end;
  std::vector<std::string> generic;  // forms of participant.generic, sorted
};

}  // namespace rasd
