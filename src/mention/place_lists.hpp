// The word lists of places (data/places) and how tokens are read by them. Internal to the place finder.
#pragma once

#include "mention/number_lists.hpp"
#include "mention/place_finder.hpp"

namespace rasd {

enum PlaceList : std::uint8_t {
  kPlaceKind, kPlaceKindKept, kPlaceKindArea, kPlaceKindWeak, kPlaceKindDual, kPlaceDirection, kPlaceDirectionBehind,
  kPlaceNear, kPlaceMeasure, kPlaceOf, kPlaceIn, kPlaceHead, kPlaceBehind, kPlaceNoName, kPlacePersonTitle,
  kPlaceGivenName, kPlaceKindDoubtful, kPlaceOtherSense, kPlaceKindOfUnknown, kPlaceListCount
};

constexpr std::uint64_t place_bit(PlaceList list) { return std::uint64_t{1} << list; }
constexpr std::uint64_t kAnyPlaceKind = place_bit(kPlaceKind) | place_bit(kPlaceKindKept) | place_bit(kPlaceKindArea) |
                                        place_bit(kPlaceKindWeak) | place_bit(kPlaceKindDual);

struct PlaceFinder::Lists {
  const Lexicon* lexicon = nullptr;
  ListClasses classes{kPlaceClasses};
};

// How a token stands in a list.
struct PlaceWord {
  ValueId value = 0;
  std::uint8_t proclitics = 0;
  bool definite = false;  // every reading in the list has the article
  bool several = false;   // plural or dual
};

// False where the token is not in the list.
bool read_place_word(const Token& token, const ListClasses& classes, PlaceList list, PlaceWord& out);

// End of the phrase at the token in which a place name is something else; 0 where there is none.
[[nodiscard]] std::uint32_t other_sense_end(const TokenizedText& text, const ListClasses& classes, std::uint32_t at);

// Bytes of conjunctions and prepositions: each is one letter of two bytes.
[[nodiscard]] std::uint8_t stem_of(std::uint8_t proclitics);
// The same in front of a name; l- and the article of a name that has one run together and leave nothing of the alef.
[[nodiscard]] std::uint8_t name_stem_of(const Token& token, std::uint8_t proclitics, bool article);

[[nodiscard]] bool starts_with_article(std::string_view name);
// Shaped as a verb of the imperfect: y-, t- before another of these or s-; where `strict` y- or t- alone.
[[nodiscard]] bool verb_shaped(std::string_view folded, bool strict);

}  // namespace rasd
