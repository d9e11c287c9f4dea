#include "mention/place_lists.hpp"

#include <algorithm>

namespace rasd {
namespace {

constexpr std::string_view kLam = "\xD9\x84";
constexpr std::string_view kArticleText = "\xD8\xA7\xD9\x84";
constexpr std::string_view kYa = "\xD9\x8A";
constexpr std::string_view kTa = "\xD8\xAA";
constexpr std::string_view kSin = "\xD8\xB3";
constexpr std::uint8_t kClitics = kAnyConjunction | kAnyPreposition;

}  // namespace

bool read_place_word(const Token& token, const ListClasses& classes, PlaceList list, PlaceWord& out) {
  const ListId id = classes.list(list);
  const PlaceWord* found = nullptr;
  for (const Reading& reading : token.word->readings) {
    if (reading.enclitic != 0 || (reading.features & kAccusative) != 0) continue;
    for (const ListHit& hit : reading.lists) {
      if (hit.list != id) continue;
      const bool definite = (reading.proclitics & kArticle) != 0;
      if (found != nullptr && (definite || !out.definite)) continue;  // the first one without article
      out.value = hit.value;
      out.proclitics = static_cast<std::uint8_t>(reading.proclitics & kClitics);
      out.definite = definite;
      out.several = (reading.features & (kPlural | kDual)) != 0;
      found = &out;
    }
  }
  return found != nullptr;
}

std::uint32_t other_sense_end(const TokenizedText& text, const ListClasses& classes, std::uint32_t at) {
  if (!text.tokens[at].may_begin_phrase) return 0;
  auto phrase = std::lower_bound(text.phrases.begin(), text.phrases.end(), at,
                                 [](const PhraseHit& hit, std::uint32_t token) { return hit.tokens.begin < token; });
  for (; phrase != text.phrases.end() && phrase->tokens.begin == at; ++phrase) {
    if (phrase->hit.list == classes.list(kPlaceOtherSense)) return phrase->tokens.end;
  }
  return 0;
}

std::uint8_t stem_of(std::uint8_t proclitics) {
  std::uint8_t count = 0;
  for (unsigned rest = proclitics & kClitics; rest != 0; rest &= rest - 1) ++count;
  return static_cast<std::uint8_t>(2 * count);
}

std::uint8_t name_stem_of(const Token& token, std::uint8_t proclitics, bool article) {
  const std::uint8_t stem = stem_of(proclitics);
  if ((proclitics & kPrepLi) == 0 || !article) return stem;
  const std::string_view rest = std::string_view(token.word->folded).substr(std::min<std::size_t>(stem, token.word->folded.size()));
  return rest.substr(0, 2) == kLam ? static_cast<std::uint8_t>(stem + 2) : stem;
}

bool starts_with_article(std::string_view name) { return name.substr(0, 4) == kArticleText; }

bool verb_shaped(std::string_view folded, bool strict) {
  const std::string_view first = folded.substr(0, 2);
  if (first != kYa && first != kTa) return false;
  const std::string_view second = folded.substr(2, 2);
  return strict || second == kTa || second == kSin || second == kYa;
}

}  // namespace rasd
