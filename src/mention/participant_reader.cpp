#include "mention/participant_reader.hpp"

namespace rasd {
namespace {

std::uint8_t clitic_bytes(std::uint8_t proclitics) {
  std::uint8_t bytes = 0;
  for (std::uint8_t rest = proclitics & (kAnyConjunction | kAnyPreposition); rest != 0;
       rest = static_cast<std::uint8_t>(rest & (rest - 1))) {
    bytes = static_cast<std::uint8_t>(bytes + 2);
  }
  return bytes;
}

constexpr int kMaxDepth = 4;

}  // namespace

std::uint8_t participant_stem(std::uint8_t proclitics) {
  // l- and the article share a letter: they are cut off together or not at all.
  if ((proclitics & kPrepLi) != 0 && (proclitics & kArticle) != 0) {
    return clitic_bytes(static_cast<std::uint8_t>(proclitics & ~kPrepLi));
  }
  return clitic_bytes(proclitics);
}

bool ParticipantReader::read(std::uint32_t at, ParticipantPhrase& out) {
  if (read_counted(at, out)) return true;
  return read_phrase(at, out, 0);
}

bool ParticipantReader::read_phrase(Index at, Phrase& out, int depth) {
  if (depth > kMaxDepth || !word(at) || facts(at).date) return false;
  out = Phrase();
  out.begin = at;
  const bool may_be_actor = w_.token(at).may(kMayBeginActor);
  if (!may_be_actor && (mask(at) & kPhraseStarts) == 0) return false;
  // A longer head with what belongs to it wins over the bare name.
  if (may_be_actor) {
    Phrase actor = out;
    if (read_actor(at, actor)) {
      out = actor;
      extend(out, depth);
      finish(out);
      return true;
    }
  }
  if (particle(at)) return false;
  if (read_head(at, out, depth)) {
    finish(out);
    return true;
  }
  out = Phrase();
  out.begin = at;
  if (read_people(at, out, depth) || (depth == 0 && read_country(at, out)) || read_person_name(at, out)) {
    extend(out, depth);
    finish(out);
    return true;
  }
  return false;
}

// "5 civilians", "dozens of civilians", "a number of soldiers".
bool ParticipantReader::read_counted(Index at, Phrase& out) {
  const std::int32_t index = number_at(at);
  if (index < 0) return false;
  const Mention& mention = mentions_.mentions[static_cast<std::size_t>(index)];
  const NumberValue& number = mentions_.number(mention);
  if (number.kind != NumberKind::cardinal) return false;
  Index next = mention.tokens.end;
  if (next > at + 8) return false;
  if (is(next, kOf) && bare(next)) ++next;
  if (!word(next) || number_at(next) >= 0) return false;
  if (!bare(next) && !with_li(next)) return false;
  if (!read_phrase(next, out, 1)) return false;
  if (out.person && out.named) return false;
  out.begin = at;
  out.proclitics = mention.proclitics;
  out.count = count_of_people(number.range);
  out.plural = true;
  out.dual = false;
  out.person = false;
  return true;
}

bool ParticipantReader::read_actor(Index at, Phrase& out) {
  hits_.clear();
  actors_.names().find(w_.text(), at, w_.range().end, hits_, kActorNames);
  if (hits_.empty()) return false;
  const NameHit& hit = hits_.front();
  const ActorEntry& entry = actors_.entry(actor_of(hit));
  // Countries have their own reading.
  if (is_state(entry) && hit.tokens.size() == 1 && is(at, kCountry)) return false;
  if (hit.tokens.size() == 1) {
    // A name that is a common noun as well («the base»): an adjective behind it makes it the noun.
    const bool noun = (mask(at) & (kHeadNouns & ~participant_bit(kPersonNoun))) != 0;
    if (noun && word(at + 1) && definite(at + 1) && adjective_shape(at + 1, false) && !is(at + 1, kAdjective))
      return false;
    if (noun && is(at + 1, kAdjective) && definite(at + 1)) return false;
    if (noun && (mask(at) & participant_bit(kFacility)) != 0 && particle(at + 1)) return false;
  }
  out.end = hit.tokens.end;
  out.head = hit.tokens;
  // «herds of settlers»: the people are the head, not what they are called.
  if (hit.tokens.size() > 1 && (mask(at) & kHeadNouns) == 0 && is(at + 1, kPersonNoun)) ++out.head.begin;
  out.proclitics =
      static_cast<std::uint8_t>(hit.proclitics | (w_.token(at).word->readings.front().proclitics & kArticle));
  out.id = actor_of(hit);
  out.kind = entry.kind;
  out.country = entry.country;
  out.named = true;
  out.person = entry.person;
  out.definite = true;
  out.bare_head = false;
  out.plural = !entry.person;
  // The closing quotation mark belongs to the name.
  if (w_.inside(out.end) && quote(out.end)) {
    for (Index i = hit.tokens.begin; i < hit.tokens.end; ++i) {
      if (quote(i)) {
        ++out.end;
        break;
      }
    }
  }
  return true;
}

bool ParticipantReader::read_head(Index at, Phrase& out, int depth) {
  const std::uint64_t bits = mask(at);
  if ((bits & kHeadNouns) == 0) return false;
  static constexpr ParticipantClass kOrder[] = {kForceNoun, kFacility,     kPersonNoun, kTitle,
                                                kNameHead,  kOrganisation, kPart};
  Piece best;
  ParticipantClass source = kPart;
  for (const ParticipantClass c : kOrder) {
    Piece piece;
    if ((bits & participant_bit(c)) == 0 || !w_.read(at, c, piece)) continue;
    // One word is «brigadier» and «brigade»: a title has the article.
    if (c == kTitle && (bits & participant_bit(kNameHead)) != 0 && !definite(at)) continue;
    if (piece.end <= best.end) continue;
    best = piece;
    source = c;
  }
  if (best.end == 0) return false;
  if (depth > 0 && !best.bare() && (best.proclitics & kPrepLi) == 0) return false;
  if (verb_like(at) && source != kForceNoun && best.end == at + 1) return false;
  if (source == kPersonNoun && best.end == at + 1 && (bits & participant_bit(kAdjective)) != 0 && depth == 0 &&
      attributive(at)) {
    return false;
  }
  const ParticipantWordValue value = split_value(w_.value(best));
  // «the capture of four» is spelled as «families»: no number stands behind a plural that it counts.
  if (value.detail == "families" && best.end == at + 1 && !definite(at) && number_at(best.end) >= 0) return false;
  out.end = best.end;
  out.head = {at, best.end};
  out.proclitics = best.proclitics;
  out.source = source;
  out.kind = value.kind;
  out.detail = value.detail;
  const std::uint32_t features = this->features(at, source);
  const bool broken = (features & (kPlural | kDual)) == kPlural;
  out.dual = (features & kDual) != 0 && ((features & kPlural) == 0);
  out.plural = broken || (features & kDualOrPlural) != 0 || out.dual || ends(at, lists_.plural);
  out.human = source == kPersonNoun || source == kTitle;
  out.thing = source == kFacility;
  out.definite = definite(at) || (best.proclitics & kArticle) != 0 || (best.end > at + 1 && definite(best.end - 1));
  out.definite = out.definite || w_.token(best.end - 1).word->readings.front().enclitic != 0;
  // Endings with nun, the accusative of the indefinite and an adjective («motor bikes») never stand before a genitive.
  const bool described = best.end > at + 1 && !definite(best.end - 1) && ends(best.end - 1, lists_.feminine);
  out.construct = !ends(best.end - 1, lists_.plural) && (features & kAccusative) == 0 && !described &&
                  (!out.dual || (features & kConstruct) != 0);
  out.back_reference = definite(at) && best.end == at + 1 && (bits & participant_bit(kGeneric)) != 0;
  if (source == kPart) out.kind = "unknown";
  // «security» by itself is a matter, «the security» a body; the dead are participants by their names.
  if (source == kForceNoun && depth == 0 && out.detail == "security" && best.end == at + 1 && !out.definite)
    return false;
  const Index before = out.end;
  extend(out, depth);
  out.bare_head = out.end == before;
  // Parts and other vague heads say nothing by themselves.
  if (source == kPart && (out.bare_head || out.kind == "unknown")) return false;
  if (source == kTitle && out.bare_head && (depth > 0 || out.detail == "dead")) return false;
  return true;
}

// «Palestinians», «an Israeli», «a Houthi».
bool ParticipantReader::read_people(Index at, Phrase& out, int depth) {
  // «Syria» is spelled as the accusative of «Syrian».
  if (depth == 0 && is(at, kCountry)) return false;
  const bool nation = is(at, kNationality);
  const bool affiliation = is(at, kAffiliation);
  if (!nation && !affiliation) return false;
  const std::uint32_t features = this->features(at, nation ? kNationality : kAffiliation);
  if ((features & kFeminine) != 0 && (features & kMasculine) == 0 && (features & kSingular) != 0 &&
      !(at > w_.range().begin && is(at - 1, kVictimNoun))) {
    return false;
  }
  if (attributive(at)) return false;
  Piece piece;
  if (!w_.read(at, nation ? kNationality : kAffiliation, piece)) return false;
  out.end = piece.end;
  out.head = {at, piece.end};
  out.proclitics = piece.proclitics;
  out.source = kNationality;
  out.kind = "civilians";
  out.detail = "civilians";
  out.human = true;
  out.bare_head = false;
  out.definite = definite(at);
  out.plural = ends(at, lists_.plural) || (features & (kPlural | kSingular)) == kPlural;
  if (nation) {
    if (const std::string& value = w_.value(piece); is_country(value)) out.country = value;
  } else if (piece.value < lists_.affiliated.size() && lists_.affiliated[piece.value] != kNoId) {
    out.id = lists_.affiliated[piece.value];
    out.kind = actors_.entry(out.id).kind;
    out.country = actors_.entry(out.id).country;
    out.detail = "militants";
    out.named = true;
  }
  return true;
}

// A state that acts: behind a verb, a particle, a conjunction or at the start; not behind «in», «north of».
bool ParticipantReader::read_country(Index at, Phrase& out) {
  Piece piece;
  if (!is(at, kCountry) || !w_.read(at, kCountry, piece)) return false;
  if ((piece.proclitics & (kPrepBi | kPrepKa)) != 0) return false;
  // «the district of al-Majarr al-Kabir»: the country's name begins a longer one of a place.
  if (const std::int32_t index = place_at(at); index >= 0 &&
      mentions_.mentions[static_cast<std::size_t>(index)].tokens.end > piece.end) {
    return false;
  }
  if (at > w_.range().begin && bare(at)) {
    const Index before = at - 1;
    if (word(before)) {
      const Reading& reading = w_.token(before).word->readings.front();
      const bool verb = verb_like(before);
      const bool masdar = (reading.features & kMasdar) != 0;
      if (!verb && !masdar && !is(before, kForWord) && reading.pos != Pos::particle) return false;
      if (is(before, kInside) || is(before, kOf)) return false;
    } else if (number_at(before) >= 0) {
      return false;
    }
  }
  out.end = piece.end;
  out.head = {at, piece.end};
  out.proclitics = piece.proclitics;
  out.source = kCountry;
  out.country = w_.value(piece);
  out.kind = "state_forces";
  out.detail = "state";
  out.named = true;
  out.definite = true;
  out.bare_head = false;
  return true;
}

bool ParticipantReader::read_person_name(Index at, Phrase& out) {
  if ((mask(at) & (participant_bit(kFirstName) | participant_bit(kNameOpener))) == 0) return false;
  const Index end = names(at, false);
  if (end < at + 2) return false;
  if (place_at(at) >= 0 && mentions_.mentions[static_cast<std::size_t>(place_at(at))].tokens.end >= end) return false;
  out.end = end;
  out.head = {at, end};
  const std::uint8_t bits = w_.token(at).word->readings.front().proclitics;
  for (const Reading& reading : w_.token(at).word->readings) {
    for (const ListHit& hit : reading.lists) {
      if (hit.list == lists_.classes.list(kFirstName)) out.proclitics = reading.proclitics;
    }
  }
  if (out.proclitics == 0 && (mask(at) & participant_bit(kFirstName)) == 0) out.proclitics = bits;
  out.source = kFirstName;
  out.kind = "civilians";
  out.detail = "persons";
  out.person = true;
  out.named = true;
  out.human = true;
  out.definite = true;
  out.bare_head = false;
  return true;
}

// Gives forces and governments of a known country their id.
void ParticipantReader::finish(Phrase& phrase) {
  if (phrase.id != kNoId || phrase.country.empty() || phrase.person) return;
  if (phrase.source == kForceNoun || phrase.source == kCountry ||
      (phrase.source == kOrganisation && phrase.kind == "government")) {
    const std::string_view force = phrase.source == kOrganisation ? std::string_view("government") : phrase.detail;
    phrase.id = actors_.state_force(phrase.country, force);
    if (phrase.id != kNoId) phrase.named = true;
  } else if (phrase.human && (phrase.kind == "state_forces" || phrase.kind == "police")) {
    phrase.id = actors_.state_force(phrase.country, phrase.kind == "police" ? "police" : "army");
  }
}

}  // namespace rasd
