#include "mention/participant_reader.hpp"

namespace rasd {
namespace {

// «the organisation», «the militia»
bool refers_back(const ParticipantPhrase& phrase) {
  return phrase.id == kNoId && phrase.back_reference && phrase.bare_head && !phrase.human && !phrase.thing;
}

// «the air defences of the army»: arms by which an army is meant belong to somebody, though they have the article.
bool equipment(const ParticipantPhrase& phrase) {
  return phrase.source == kForceNoun && (phrase.detail == "air_force" || phrase.detail == "air_defence");
}

bool armed(const ParticipantPhrase& phrase) {
  return refers_back(phrase) || (!phrase.person && phrase.id != kNoId &&
                                 (phrase.kind == "rebel" || phrase.kind == "political_militia" ||
                                  phrase.kind == "identity_militia" || phrase.kind == "state_forces"));
}

}  // namespace

// What belongs to the head: complements, adjectives, ties to an actor, a name.
void ParticipantReader::extend(Phrase& phrase, int depth) {
  const Index before = phrase.end;
  if (phrase.source != kCountry && phrase.source != kFirstName && !(phrase.named && phrase.person))
    complement(phrase, depth);
  adjectives(phrase);
  in_brackets(phrase);
  if (phrase.source == kCountry) return;
  while (tie(phrase, depth) || inside(phrase, depth)) {
  }
  if (!phrase.thing) name_behind(phrase);
  if (phrase.end != before) phrase.bare_head = false;
}

void ParticipantReader::complement(Phrase& phrase, int depth) {
  if (phrase.named && phrase.id != kNoId) return;
  if (quoted(phrase)) return;
  if (construct(phrase, depth)) return;
  if (of_parts(phrase, depth)) return;
}

// Takes over what the inner phrase says of who it is.
void ParticipantReader::take(Phrase& phrase, const Phrase& inner) {
  phrase.end = inner.end;
  phrase.definite = inner.definite || inner.named;
  if (!inner.country.empty()) phrase.country = inner.country;
  // «positions of X», «vehicles of X»: X is who was hit. «of the organisation»: it will be told who that is.
  const bool possession = phrase.detail == "possession" || (inner.source == kPart && inner.detail == "possession");
  if (phrase.thing && possession && !inner.person && (inner.id != kNoId || refers_back(inner))) {
    phrase.thing = false;
    phrase.source = kPart;
  }
  if (phrase.thing || inner.thing) return;
  if (refers_back(inner)) phrase.group_noun = inner.head.begin;
  if (inner.id != kNoId && !(phrase.source == kForceNoun && is_state(actors_.entry(inner.id)))) {
    phrase.id = inner.id;
    phrase.named = true;
  }
  // «two policemen of the traffic men»: a part says less of them than the noun.
  const bool vague = inner.id == kNoId && inner.source == kPart && (phrase.kind == "police" || phrase.kind == "state_forces");
  if (!inner.kind.empty() && inner.kind != "unknown" && inner.source != kFirstName && !vague) {
    if (phrase.source == kForceNoun && inner.source == kForceNoun) {
      phrase.detail = inner.detail;
    }
    phrase.kind = inner.kind;
    if (phrase.source == kPart && phrase.detail != "possession")
      phrase.detail = inner.human ? inner.detail : "militants";
  }
  if (inner.person && phrase.human) phrase.person = true;
  if (phrase.source == kPart && phrase.detail != "possession") phrase.human = true;
}

bool ParticipantReader::inner_phrase(Phrase& phrase, Index at, int depth) {
  if (!free_word(at)) return false;
  Phrase inner;
  if (!read_phrase(at, inner, depth + 1)) return false;
  take(phrase, inner);
  return true;
}

// The genitive behind a head without article.
bool ParticipantReader::construct(Phrase& phrase, int depth) {
  const Index at = w_.is_mark(phrase.end, '#') ? phrase.end + 1 : phrase.end;
  if (phrase.definite || !free_word(at) || !bare(at)) return false;
  if (is(at, kAdjective) && !definite(at)) return false;
  if (is(at, kNationality) && !definite(at)) return false;
  // An actor, a force, people.
  const std::uint64_t heads = mask(at) & kHeadNouns;
  if (!phrase.construct) return false;
  if (!(heads != 0 && attributive(at) && is(at, kAdjective) && !definite(at))) {
    Phrase inner;
    if (read_phrase(at, inner, depth + 1) && inner.source != kCountry &&
        !(inner.source == kFirstName && phrase.human)) {
      take(phrase, inner);
      return true;
    }
  }
  if (const std::int32_t index = place_at(at); index >= 0) {
    const Mention& place = mentions_.mentions[static_cast<std::size_t>(index)];
    // «bombed | military planes | the town of X»: behind a head with its adjective stands the object of the verb.
    if (at > phrase.head.begin + 1 && !definite(at - 1) && place.tokens.size() > 1) return false;
    phrase.end = place.tokens.end;
    phrase.definite = true;
    const PlaceValue& value = mentions_.place(place);
    if (!value.country.empty()) phrase.country = value.country;
    return true;
  }
  if (is(at, kCountry)) {
    Piece piece;
    if (w_.read(at, kCountry, piece)) {
      phrase.end = piece.end;
      phrase.country = w_.value(piece);
      phrase.definite = true;
      return true;
    }
  }
  if (is(at, kComplement)) {
    Piece piece;
    if (w_.read(at, kComplement, piece)) phrase.end = piece.end;
    phrase.definite = definite(at);
    return true;
  }
  return proper_words(phrase);
}

// Unknown words behind the head of a name, a building or a force.
bool ParticipantReader::proper_words(Phrase& phrase) {
  const bool name_head = phrase.source == kNameHead ||
                         (phrase.source == kPersonNoun && is(phrase.head.begin, kNameHead) && definite(phrase.end));
  if (!name_head && !phrase.thing && phrase.source != kForceNoun && phrase.source != kOrganisation) return false;
  Index i = phrase.end;
  if (!free_word(i) || !bare(i) || verb_like(i) || particle(i)) return false;
  if (const Index end = names(i, false); end > i + 1) {
    phrase.end = end;
    phrase.definite = true;
    phrase.named = name_head || phrase.named;
    return true;
  }
  const bool article = definite(i);
  if (!article && actors_.is_common(w_.token(i).word->word)) return false;
  if (!article && !name_head && (adjective_shape(i, false) || w_.token(i).word->known)) return false;
  phrase.end = ++i;
  phrase.definite = true;
  if (name_head) {
    phrase.named = true;
    // «the hawks of the mountain»: names of several words.
    while (i < phrase.head.begin + 5 && free_word(i) && bare(i) && !verb_like(i) && !particle(i) && place_at(i) < 0 &&
           (!article || definite(i)) && (mask(i) & kHeadNouns) == 0 && !actors_.is_common(w_.token(i).word->word)) {
      phrase.end = ++i;
    }
  }
  return true;
}

// «soldiers of the army», «members of the movement».
bool ParticipantReader::of_parts(Phrase& phrase, int depth) {
  if (!is(phrase.end, kOf) || !bare(phrase.end)) return false;
  if (phrase.source == kForceNoun && phrase.definite) return false;
  const bool part = (mask(phrase.head.begin) & participant_bit(kPart)) != 0;
  if (!part && !(phrase.human && !phrase.definite)) return false;
  Index at = phrase.end + 1;
  Phrase inner;
  if (quote(at) && word(at + 1)) {
    inner.begin = ++at;  // «a member of "X"»: only of an actor
    if (!read_actor(at, inner)) return false;
    if (quote(inner.end)) ++inner.end;
  } else if (!free_word(at) || !bare(at) || !read_phrase(at, inner, depth + 1)) {
    return false;
  }
  if (inner.thing || inner.source == kCountry) return false;
  const std::string_view group = phrase.detail;
  take(phrase, inner);
  if (phrase.source == kPersonNoun && !group.empty()) phrase.detail = group;
  return true;
}

bool ParticipantReader::adjective(Phrase& phrase, Index at) {
  if (!free_word(at) || !bare(at)) return false;
  const std::uint64_t bits = mask(at);
  const bool article = definite(at);
  if (article && !phrase.definite && phrase.source != kForceNoun) return false;
  if (phrase.feminine && !ends(at, lists_.marked)) return false;
  Piece piece;
  if ((bits & participant_bit(kNationality)) != 0 && article == phrase.definite && w_.read(at, kNationality, piece)) {
    if (!article && (place_at(at) >= 0 || is(at, kCountry))) return false;
    phrase.end = piece.end;
    const std::string& value = w_.value(piece);
    if (is_country(value)) {
      // «the Iranian-backed Lebanese Hezbollah»: an actor keeps the country that it has.
      if (phrase.id == kNoId || phrase.country.empty()) phrase.country = value;
    } else if (!value.empty() && value != "-" && phrase.source == kForceNoun && phrase.id == kNoId) {
      phrase.kind = value;
    }
    return true;
  }
  if ((bits & participant_bit(kAffiliation)) != 0 && w_.read(at, kAffiliation, piece)) {
    phrase.end = piece.end;
    if (piece.value < lists_.affiliated.size() && lists_.affiliated[piece.value] != kNoId) {
      const ActorId id = lists_.affiliated[piece.value];
      if (!phrase.thing && phrase.id == kNoId) {
        phrase.id = id;
        phrase.kind = actors_.entry(id).kind;
        phrase.named = true;
      }
      phrase.country = actors_.entry(id).country;
    }
    return true;
  }
  // «the police | the protesters»: people in the plural describe people alone.
  const bool people = (bits & participant_bit(kPersonNoun)) != 0 && ends(at, lists_.plural) && !phrase.human;
  if ((bits & participant_bit(kAdjective)) != 0 && !people && article == phrase.definite && w_.read(at, kAdjective, piece)) {
    if (Piece tied; w_.inside(at + 1) && w_.read(at, kTie, tied) &&
                    (with_li(at + 1) || is(at + 1, kForWord) || (with_bi(at + 1) && w_.value(tied) == "with"))) {
      return false;
    }
    const std::string& kind = w_.value(piece);
    const bool in_service = phrase.kind == "state_forces" || phrase.kind == "police";
    if (phrase.thing == false && phrase.id == kNoId && !kind.empty() && kind != "-" && !(in_service && kind == "unknown")) {
      phrase.kind = kind;
      phrase.back_reference = false;
    }
    phrase.end = piece.end;
    return true;
  }
  // By shape: a definite word behind a definite one, a relational adjective behind an indefinite one.
  if ((bits & (kHeadNouns | participant_bit(kCountry) | participant_bit(kFirstName) | participant_bit(kTie))) != 0)
    return false;
  if (article && phrase.definite) {
    if (place_at(at) >= 0 || !adjective_shape(at, phrase.human)) return false;
    phrase.end = at + 1;
    return true;
  }
  // Behind a plural of things an indefinite feminine is its adjective.
  const bool of_things = phrase.thing && phrase.plural && ends(at, lists_.marked);
  if (!article && !phrase.definite && !verb_like(at) && place_at(at) < 0 &&
      (of_things || (!w_.token(at).word->known && ends(at, lists_.feminine)))) {
    phrase.end = at + 1;
    return true;
  }
  return false;
}

void ParticipantReader::adjectives(Phrase& phrase) {
  for (int count = 0; count < 4; ++count) {
    Piece numeral;
    if (phrase.human && w_.read(phrase.end, kNumeral, numeral) && (!phrase.plural || w_.value(numeral) != "one")) {
      // «two extremists»: the numeral behind tells how many the ambiguous plural means.
      if (const std::int32_t number = number_at(phrase.end); number >= 0 && !phrase.definite && !phrase.count) {
        phrase.count = mentions_.number(mentions_.mentions[static_cast<std::size_t>(number)]).range;
      }
      phrase.end = numeral.end;
      continue;
    }
    if (!adjective(phrase, phrase.end) && !joined_adjective(phrase, phrase.end)) break;
    if (ends(phrase.end - 1, lists_.marked)) phrase.feminine = true;
  }
}

// «security and military installations»: a second adjective with «and», of the same shape as the first.
bool ParticipantReader::joined_adjective(Phrase& phrase, Index at) {
  if (at < phrase.head.begin + 2 || !free_word(at) || !is(at, kAdjective) || is(at, kTie)) return false;
  Piece piece;
  if (!w_.read(at, kAdjective, piece) || (piece.proclitics & kAnyConjunction) == 0 ||
      (piece.proclitics & kAnyPreposition) != 0) {
    return false;
  }
  if (definite(at) != phrase.definite || ends(at, lists_.marked) != ends(at - 1, lists_.marked)) return false;
  const std::string& kind = w_.value(piece);
  if (!is(at - 1, kAdjective) || (!kind.empty() && kind != "-")) return false;
  // People by their calling («local and military»): only behind things and bodies.
  if (is(at, kPersonNoun) && (phrase.human || !ends(at, lists_.marked))) return false;
  phrase.end = piece.end;
  return true;
}

// Behind li-: a phrase, or an actor in quotation marks.
bool ParticipantReader::owner(Index at, Phrase& inner, int depth) {
  if (!quote(at)) return word(at) && read_phrase(at, inner, depth + 1);
  inner.begin = at + 1;
  if (!word(at + 1) || !read_actor(at + 1, inner)) return false;
  if (w_.inside(inner.end) && quote(inner.end)) ++inner.end;
  return true;
}

// «belonging to X», «loyal to X», «backed by X», «led by X».
bool ParticipantReader::tie(Phrase& phrase, int depth) {
  const Index at = phrase.end;
  if (!w_.inside(at)) return false;
  Piece piece;
  if (w_.read(at, kLed, piece)) {
    Phrase inner;
    if (phrase.person || !word(piece.end)) return false;
    if (!read_phrase(piece.end, inner, depth + 1) && !(place_at(piece.end) >= 0)) return false;
    phrase.end = inner.end > piece.end ? inner.end
                                       : mentions_.mentions[static_cast<std::size_t>(place_at(piece.end))].tokens.end;
    return true;
  }
  // «a camp for the army»: only behind a head without article.
  const bool detached = is(at, kDetachedLi) && bare(at);
  if ((with_li(at) || detached) && !phrase.person && !facts(at).date &&
      (phrase.thing || phrase.source == kForceNoun || phrase.source == kPart) && !phrase.named) {
    Phrase inner;
    if ((!phrase.definite || phrase.thing || equipment(phrase)) && owner(detached ? at + 1 : at, inner, depth) && !inner.thing &&
        inner.source != kFirstName) {
      take(phrase, inner);
      return true;
    }
    return !detached && !phrase.definite && purpose(phrase, at);
  }
  if (!w_.read(at, kTie, piece) || !piece.bare()) return false;
  Index next = piece.end;
  if (is(next, kForWord) || is(next, kOf) || is(next, kDetachedLi)) {
    ++next;
  } else if (!with_li(next) && !with_bi(next)) {
    return false;
  }
  const std::string value = w_.value(piece);
  if (!word(next) && !quote(next)) return false;
  Phrase inner;
  if (owner(next, inner, depth)) {
    phrase.end = inner.end;
    if (value == "own" && (phrase.id == kNoId || phrase.thing)) {
      if (phrase.thing && armed(inner)) phrase.detail = "possession";
      take(phrase, inner);
    } else if (phrase.country.empty() && value == "ally") {
      phrase.country = inner.source == kCountry ? std::string_view() : inner.country;
      if (inner.kind == "rebel" && phrase.id == kNoId && !phrase.thing) phrase.kind = inner.kind;
      if (inner.kind == "state_forces" && phrase.kind == "rebel") phrase.kind = "political_militia";
    }
    phrase.back_reference = false;
    return true;
  }
  if (!word(next)) return false;
  if (place_at(next) >= 0 || is(next, kCountry)) {
    Piece country;
    phrase.end =
        place_at(next) >= 0 ? mentions_.mentions[static_cast<std::size_t>(place_at(next))].tokens.end : next + 1;
    if (value == "own" && w_.read(next, kCountry, country)) phrase.country = w_.value(country);
    phrase.back_reference = false;
    return true;
  }
  if (definite(next) || with_li(next)) {
    phrase.end = next + 1;
    phrase.back_reference = false;
    return true;
  }
  return false;
}

// «an office for military recruitment», «a workshop for rigging cars».
bool ParticipantReader::purpose(Phrase& phrase, Index at) {
  if (!phrase.thing || !is(at, kPurpose) || facts(at).date) return false;
  // «a school for sheltering the displaced»: the people stand for themselves.
  if (!definite(at) && is(at + 1, kPersonNoun)) return false;
  phrase.end = at + 1;
  if (definite(at)) {
    phrase.definite = true;
    adjectives(phrase);
  } else if (definite(phrase.end) && bare(phrase.end) && free_word(phrase.end)) {
    ++phrase.end;
    phrase.definite = true;
    adjectives(phrase);
  }
  return true;
}

// «a leader in X», «an officer of the army's», «a member of the council's».
bool ParticipantReader::inside(Phrase& phrase, int depth) {
  if (!phrase.human || phrase.named) return false;
  Index at = phrase.end;
  if (!w_.inside(at)) return false;
  const std::uint8_t bits = word(at) ? w_.token(at).word->readings.front().proclitics : std::uint8_t{0};
  const bool attached = (bits & kPrepBi) != 0 && (bits & kAnyConjunction) == 0;
  if (!attached && !(is(at, kInside) && bare(at)) && !(is(phrase.head.begin, kSpokesman) && is(at, kForWord)))
    return false;
  if (!attached) ++at;
  if (!word(at)) return false;
  Phrase inner;
  inner.begin = at;
  if (!read_actor(at, inner)) {
    if ((mask(at) & (participant_bit(kForceNoun) | participant_bit(kOrganisation) | participant_bit(kNameHead))) == 0 ||
        (mask(at) & participant_bit(kFacility)) != 0) {
      return false;
    }
    if (!read_phrase(at, inner, depth + 1)) {
      // With the preposition attached, the head is read where it stands.
      if (!attached || !read_head(at, inner, 0)) return false;
    }
  } else {
    extend(inner, depth + 1);
  }
  const std::string_view group = phrase.detail;
  take(phrase, inner);
  if (!group.empty()) phrase.detail = group;
  phrase.person = !phrase.plural;
  return true;
}

// «the president», «the child»: a name behind a title or a single person.
void ParticipantReader::name_behind(Phrase& phrase) {
  if (!phrase.human || phrase.plural || phrase.source == kPart || phrase.source == kFirstName) return;
  const bool title = is(phrase.head.begin, kTitle);
  Index at = phrase.end;
  // Titles in a row: «the brigadier staff X».
  for (int count = 0; title && count < 3 && is(at, kTitle) && definite(at) && free_word(at); ++count) ++at;
  const Index end = names(at, title && definite(phrase.head.begin));
  if (end == at) {
    if (title && at != phrase.end && definite(phrase.head.begin)) phrase.end = at;
    return;
  }
  if (end == at + 1 && !title && !definite(phrase.head.begin)) return;
  phrase.end = end;
  phrase.person = true;
  phrase.named = true;
}

}  // namespace rasd
