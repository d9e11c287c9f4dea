#include "mention/participant_reader.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kNoFinite = kMasdar | kActiveParticiple | kPassiveParticiple;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}
bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

bool ParticipantReader::free_word(Index i) const {
  return word(i) && !facts(i).date && number_at(i) < 0 && !is(i, kStop);
}

bool ParticipantReader::definite(Index i) const {
  if (!word(i)) return false;
  for (const Reading& reading : w_.token(i).word->readings) {
    if ((reading.proclitics & kArticle) != 0) return true;
  }
  return false;
}

bool ParticipantReader::bare(Index i) const {
  const std::uint8_t bits = w_.token(i).word->proclitics;
  return (bits & (kAnyConjunction | kAnyPreposition | kFutureSa)) == 0;
}

bool ParticipantReader::with_li(Index i) const {
  if (!word(i)) return false;
  const std::uint8_t bits = w_.token(i).word->proclitics;
  return (bits & kPrepLi) != 0 && (bits & kAnyConjunction) == 0;
}

bool ParticipantReader::with_bi(Index i) const {
  if (!word(i)) return false;
  const std::uint8_t bits = w_.token(i).word->proclitics;
  return (bits & kPrepBi) != 0 && (bits & kAnyConjunction) == 0;
}

bool ParticipantReader::verb_like(Index i) const {
  const WordAnalysis& analysis = *w_.token(i).word;
  const Reading& best = analysis.readings.front();
  if (best.pos == Pos::verb) return (best.features & kNoFinite) == 0;
  if (analysis.known || (mask(i) & (kHeadNouns | participant_bit(kFirstName))) != 0) return false;
  if ((best.proclitics & kArticle) != 0) return false;
  const std::string_view text = analysis.folded;
  if (text.size() < 6) return false;
  for (const std::string& start : lists_.verb_start) {
    if (starts_with(text, start) && !ends(i, lists_.masculine) && !ends(i, lists_.feminine)) return true;
  }
  for (const std::string& end : lists_.verb_end) {
    if (ends_with(text, end) && !ends(i, lists_.human_plural)) return true;
  }
  return false;
}

bool ParticipantReader::particle(Index i) const {
  if (!word(i)) return false;
  return w_.token(i).word->pos == Pos::particle || is(i, kStop);
}

bool ParticipantReader::quote(Index i) const {
  if (!w_.inside(i) || w_.token(i).kind != TokenKind::punctuation) return false;
  const std::string_view mark = w_.view(i);
  if (mark.size() == 1) return mark[0] == '"' || mark[0] == '\'' || mark[0] == '_' || mark[0] == '/';
  return mark == "\u00AB" || mark == "\u00BB" || mark == "\u201C" || mark == "\u201D" || mark == "\u201E" ||
         mark == "\u2018" || mark == "\u2019";
}

bool ParticipantReader::ends(Index i, const std::vector<std::string>& endings) const {
  const std::string_view text = w_.token(i).word->folded;
  for (const std::string& end : endings) {
    if (text.size() >= end.size() + 4 && ends_with(text, end)) return true;
  }
  return false;
}

std::uint32_t ParticipantReader::features(Index i, ParticipantClass c) const {
  const ListId list = lists_.classes.list(c);
  for (const Reading& reading : w_.token(i).word->readings) {
    for (const ListHit& hit : reading.lists) {
      if (hit.list == list) return reading.features;
    }
  }
  return 0;
}

bool ParticipantReader::attributive(Index i) const {
  if (i == w_.range().begin || !word(i - 1)) return false;
  const Index before = i - 1;
  if (particle(before) || facts(before).counted || facts(before).date) return false;
  if (!bare(i) || is(before, kVictimNoun) || verb_like(before)) return false;
  const bool owned = w_.token(before).word->readings.front().enclitic != 0;  // «their activities» is definite
  if (definite(i) != (definite(before) || owned)) return false;
  // Sound plurals are nouns behind a noun that is no plural of people.
  return !ends(i, lists_.plural) || (mask(before) & (kHeadNouns | participant_bit(kNationality))) != 0;
}

bool ParticipantReader::name_word(Index i) const {
  if (!free_word(i)) return false;
  const std::uint64_t bits = mask(i);
  if ((bits & (participant_bit(kFirstName) | participant_bit(kNameParticle) | participant_bit(kWeakFirstName))) != 0) {
    return bare(i) || (bits & participant_bit(kFirstName)) != 0;
  }
  const WordAnalysis& analysis = *w_.token(i).word;
  // Starts with a preposition before a known name.
  if (analysis.word == 0 && !analysis.name_starts.empty()) return false;
  if (analysis.readings.front().enclitic != 0 || actors_.is_common(analysis.word) || particle(i) || verb_like(i) ||
      !bare(i))
    return false;
  if ((bits & (kHeadNouns | participant_bit(kAdjective))) != 0 && (bits & participant_bit(kNationality)) == 0)
    return false;
  const Reading& best = analysis.readings.front();
  // What the rules know as a noun or verb is no name, unless it has the article of a surname.
  return !analysis.known || best.pos == Pos::name || (best.proclitics & kArticle) != 0;
}

// A surname in the form of a relational adjective behind a first name; its letter is no pronoun.
bool ParticipantReader::surname(Index i) const {
  if (!free_word(i) || !bare(i) || !is(i - 1, kFirstName) || !ends(i, lists_.masculine)) return false;
  const WordAnalysis& analysis = *w_.token(i).word;
  if (is(i, kAdjective) || is(i, kNationality) || is(i, kInside) || particle(i)) return false;
  return place_at(i) < 0 && !(analysis.word != 0 && actors_.is_common(analysis.word));
}

bool ParticipantReader::adjective_shape(Index i, bool human) const {
  if (ends(i, lists_.feminine) || ends(i, lists_.masculine)) return true;
  return human && ends(i, lists_.plural);
}

ParticipantReader::Index ParticipantReader::names(Index at, bool titled) const {
  if (!word(at) || is(at, kStop) || is(at, kInside)) return at;
  const std::uint64_t bits = mask(at);
  const bool opener = (bits & participant_bit(kNameOpener)) != 0;
  const bool first = (bits & participant_bit(kFirstName)) != 0;
  const bool weak = (bits & participant_bit(kWeakFirstName)) != 0;
  if (!opener && !first && !(titled && (weak || name_word(at)))) return at;
  Index end = at;
  std::uint32_t strangers = 0;
  for (Index i = at; w_.inside(i) && i < at + 9; ++i) {
    if (i > at && w_.is_mark(i, '_')) continue;
    if (i > at && place_at(i) >= 0 && (mask(i) & (participant_bit(kFirstName) | participant_bit(kNameParticle))) == 0) {
      const Mention& place = mentions_.mentions[static_cast<std::size_t>(place_at(i))];
      if (place.tokens.size() > 1 || strangers > 0) break;
    }
    // «… X al-Qadi»: a title is a surname behind two names.
    if (i >= at + 2 && definite(i) && bare(i) &&
        (mask(i) & (participant_bit(kPersonNoun) | participant_bit(kTitle))) != 0 && is(i - 1, kFirstName) &&
        !ends(i, lists_.plural) && !is(i + 1, kInside)) {
      end = i + 1;
      break;
    }
    if (!(i == at ? (opener || first || weak || titled) && word(i) : name_word(i) || surname(i))) break;
    const bool known = (mask(i) & (participant_bit(kFirstName) | participant_bit(kNameParticle))) != 0;
    if (!known && ++strangers > 2) break;
    end = i + 1;
  }
  if (opener && end == at + 1) return at;
  return end;
}

}  // namespace rasd
