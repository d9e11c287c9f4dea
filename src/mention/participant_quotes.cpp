// Names in quotation marks and brackets, and behind a hash.
#include "mention/participant_reader.hpp"

namespace rasd {

// A name between quotation marks.
bool ParticipantReader::quoted(Phrase& phrase) {
  const Index at = phrase.end;
  // «the organisation #Daesh»
  if (w_.is_mark(at, '#')) {
    Phrase inner;
    inner.begin = at + 1;
    if (!word(at + 1) || !read_actor(at + 1, inner)) return false;
    take(phrase, inner);
    return true;
  }
  if (!quote(at) || !word(at + 1)) return false;
  if (!w_.is_mark(at, '_') && (!w_.token(at).space_before || w_.token(at + 1).space_before)) return false;
  Index end = 0;
  for (Index i = at + 1; w_.inside(i) && i <= at + 7; ++i) {
    if (quote(i)) {
      end = i + 1;
      break;
    }
  }
  if (end == 0) return false;
  Phrase inner;
  inner.begin = at + 1;
  if (read_actor(at + 1, inner)) {
    if (inner.end < end) inner.end = end;
    take(phrase, inner);
    phrase.end = inner.end;
    return true;
  }
  if ((phrase.human && !phrase.thing) || phrase.source == kForceNoun || end > at + 6) return false;
  if (verb_like(at + 1) || particle(at + 1)) return false;
  phrase.end = end;
  phrase.definite = true;
  if (phrase.source == kNameHead) phrase.named = true;
  return true;
}

// «(Hamas)» behind the full name.
bool ParticipantReader::in_brackets(Phrase& phrase) {
  if (!w_.is_mark(phrase.end, '(') || !word(phrase.end + 1)) return false;
  Phrase inner;
  inner.begin = phrase.end + 1;
  if (!read_actor(phrase.end + 1, inner) || !w_.is_mark(inner.end, ')')) return false;
  if (phrase.id != kNoId && inner.id != phrase.id) return false;
  if (phrase.id == kNoId && !phrase.thing) take(phrase, inner);
  phrase.end = inner.end + 1;
  return true;
}

}  // namespace rasd
