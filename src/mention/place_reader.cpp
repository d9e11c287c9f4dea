#include "mention/place_reader.hpp"

#include <algorithm>

namespace rasd {
namespace {

constexpr std::string_view kWaw = "\xD9\x88";
constexpr std::size_t kShortest = 6;       // bytes: three letters
constexpr std::size_t kMaxUnknownWords = 3;
constexpr std::uint8_t kClitics = kAnyConjunction | kAnyPreposition;

constexpr std::string_view kLam = "\xD9\x84";
}  // namespace

PlaceReader::PlaceReader(const Gazetteer& gazetteer, const ListClasses& classes, const Lexicon& lexicon,
                         const TokenizedText& text, TokenRange range, MentionSet& out)
    : gazetteer_(gazetteer), classes_(classes), lexicon_(lexicon), text_(text), range_(range), out_(out) {
  first_mention_ = out.mentions.size();
  while (first_mention_ > 0 && out.mentions[first_mention_ - 1].tokens.begin >= range.begin) --first_mention_;
  last_date_ = first_mention_;
  while (last_date_ < out.mentions.size() && out.mentions[last_date_].type == MentionType::date) ++last_date_;
}

bool PlaceReader::is_idle(std::uint32_t at) const {
  constexpr std::uint64_t kBefore = kAnyPlaceKind | place_bit(kPlaceDirection) | place_bit(kPlaceNear);
  if (chain_.open || (series_.open && series_.next == at) || text_.tokens[at].may(kMayBeginPlace) || (mask(at) & kBefore) != 0) return false;
  return at == range_.begin || (mask(at - 1) & place_bit(kPlaceIn)) == 0;
}

void PlaceReader::run() {
  std::uint32_t i = range_.begin;
  while (i < range_.end) {
    if (const std::uint32_t behind = date_end(i); behind != 0) {
      chain_ = {};
      series_ = {};
      i = behind;
      continue;
    }
    if (!text_.tokens[i].is_word()) {
      if (!is_quote(i)) chain_ = {};
      if (!is_quote(i) && !is_comma(i)) series_ = {};
      if (is_comma(i) && series_.open && series_.next == i) series_.next = i + 1;
      ++i;
      continue;
    }
    if (is_idle(i)) {
      ++i;
      continue;
    }
    bool found = match(i);
    if (const std::uint32_t behind = found ? other_sense_end(text_, classes_, i) : 0; behind != 0) {
      chain_ = {};
      i = behind;
      continue;
    }
    found = found && acceptable(i);
    if (small_name_allowed(i)) found = match_small(i, found) || found;
    else if (!found) found = match_bare_small(i);
    if (found) {
      i = emit_match();
      continue;
    }
    if (chain_.open && chain_.kind && !chain_.definite && (chain_.weak || chain_.area ? trusted_area(i) : trusted(i))) {
      if (const std::uint32_t end = unknown_name(i); end != 0) {
        i = emit_unknown(i, end, 0);
        continue;
      }
    }
    if (series_.open && series_.next == i) {
      if (const std::uint32_t end = series_name(i); end != 0) {
        i = end;
        continue;
      }
    }
    if (!extend_chain(i)) chain_ = {};
    ++i;
  }
}

// The longest name that starts at the token; of several the one with the fewest proclitics.
bool PlaceReader::match(std::uint32_t at) {
  if (!text_.tokens[at].may(kMayBeginPlace)) return false;
  hits_.clear();
  gazetteer_.names().find(text_, at, range_.end, hits_, kPlaceNames);
  if (hits_.empty()) return false;
  const std::uint32_t end = hits_.front().tokens.end;
  std::uint8_t best = 0xFF;
  for (const NameHit& hit : hits_) {
    if (hit.tokens.end == end && stem_of(hit.proclitics) < stem_of(best == 0xFF ? std::uint8_t{0x1F} : best)) best = hit.proclitics;
  }
  match_.tokens = {at, end};
  match_.proclitics = static_cast<std::uint8_t>(best & kClitics);
  match_.candidates.clear();
  for (const NameHit& hit : hits_) {
    if (hit.tokens.end == end && hit.proclitics == best) match_.candidates.push_back(hit.payload);
  }
  std::stable_sort(match_.candidates.begin(), match_.candidates.end(), [this](PlaceId a, PlaceId b) {
    const GazetteerEntry x = gazetteer_.entry(a);
    const GazetteerEntry y = gazetteer_.entry(b);
    const int x_class = (x.ambiguous() ? 2 : 0) + (x.minor() ? 1 : 0);
    const int y_class = (y.ambiguous() ? 2 : 0) + (y.minor() ? 1 : 0);
    return x_class != y_class ? x_class < y_class : x.rank() > y.rank();
  });
  match_.more = match_.candidates.size() > kMaxPlaceCandidates;
  if (match_.more) match_.candidates.resize(kMaxPlaceCandidates);
  return true;
}

bool PlaceReader::acceptable(std::uint32_t at) {
  const GazetteerEntry best = gazetteer_.entry(match_.candidates.front());
  if (match_.tokens.size() == 1 && is_direction_of_noun(at)) return false;
  const bool vouched = chain_.open && chain_.kind && !chain_.weak;
  const bool well_known = !best.ambiguous() && !best.minor() && best.rank() >= 1.5f;
  const WordAnalysis& word = *text_.tokens[at].word;
  // "ll-" is "to the" rather than "to L…".
  if ((match_.proclitics & kPrepLi) != 0 && best.name().substr(0, 2) == kLam && best.rank() < 2.5f) return false;
  if (!vouched && match_.tokens.size() == 1) {
    // A word that the lexicon knows whole is no name behind clitics: "b-" + village.
    if (match_.proclitics != 0 && !well_known && word.known && word.readings.front().proclitics == 0) return false;
    // A weak name that the lexicon knows as a verb or particle.
    if (!well_known && word.known && word.readings.front().lemma != 0 &&
        (word.readings.front().pos == Pos::verb || word.readings.front().pos == Pos::particle)) return false;
  }
  // An adjective of the kind word: "a military base".
  if ((best.ambiguous() || best.minor()) && (mask(at) & place_bit(kPlaceNoName)) != 0) return false;
  // A kind word alone is none, unless another vouches for a sure name: "the town of al-Mayadin" (the squares).
  const bool sure = well_known || (vouched && !best.ambiguous() && !best.minor());
  if (match_.tokens.size() == 1 && (mask(at) & kAnyPlaceKind) != 0 && !sure) return false;
  return vouched || !person_around(match_.tokens.begin, match_.tokens.end);
}

// «the eastern quarters», «the northern and eastern outskirts»: no province that is called the Eastern.
bool PlaceReader::is_direction_of_noun(std::uint32_t at) const {
  if ((mask(at) & place_bit(kPlaceDirectionBehind)) == 0 || at == range_.begin || !text_.tokens[at - 1].is_word()) return false;
  if ((mask(at - 1) & place_bit(kPlaceDirectionBehind)) != 0) return true;
  const WordAnalysis& before = *text_.tokens[at - 1].word;
  return (before.readings.front().proclitics & kArticle) != 0 || (before.folded.size() >= kShortest + 4 && starts_with_article(before.folded));
}

bool PlaceReader::person_around(std::uint32_t begin, std::uint32_t end) const {
  const GazetteerEntry best = gazetteer_.entry(match_.candidates.front());
  const bool weak = best.ambiguous() || best.minor();
  if (best.kind() == "country" && !weak) return false;
  const bool bare = match_.proclitics == 0;
  if (begin > range_.begin && bare && text_.tokens[begin - 1].is_word()) {
    const std::uint64_t before = mask(begin - 1);
    // A preposition may be spelled as a given name is («on», Ali): the better reading counts.
    const bool given = (before & place_bit(kPlaceGivenName)) != 0 && text_.tokens[begin - 1].word->readings.front().pos != Pos::particle;
    if (given && (weak || best.rank() < 1.7f)) return true;
    if (weak && (before & place_bit(kPlacePersonTitle)) != 0) return true;
  }
  if (!weak || end >= range_.end || !text_.tokens[end].is_word()) return false;
  return (mask(end) & place_bit(kPlaceGivenName)) != 0;
}

// Takes a direction, a kind word or what links them into the chain; false where the token is none of them.
bool PlaceReader::extend_chain(std::uint32_t at) {
  const Token& token = text_.tokens[at];
  const std::uint64_t bits = mask(at);
  PlaceWord word;
  const auto start = [&] {
    const bool parted = chain_.part;
    chain_.part = false;
    if (parted && word.proclitics == kPrepLi) return;
    if (chain_.open && !parted && (word.proclitics & kAnyPreposition) == 0 &&
        ((word.proclitics & kAnyConjunction) == 0 || chain_.direction)) return;
    chain_ = {};
    chain_.open = true;
    chain_.begin = at;
    chain_.proclitics = word.proclitics;
  };
  const auto take_kind = [&](PlaceList list) {
    if ((bits & place_bit(list)) == 0 || !read_place_word(token, classes_, list, word)) return false;
    if ((word.proclitics & kConjFa) != 0) return false;
    start();
    chain_.kind = true;
    chain_.kept = list == kPlaceKindKept;
    chain_.area = list == kPlaceKindArea;
    chain_.weak = list == kPlaceKindWeak;
    chain_.definite = word.definite;
    chain_.dual = list == kPlaceKindDual;
    chain_.several = word.several || chain_.dual;
    chain_.kind_at = at;
    chain_.kind_proclitics = word.proclitics;
    chain_.kind_text = lexicon_.value_text(word.value);
    return true;
  };
  if ((bits & kAnyPlaceKind) != 0) {
    for (const PlaceList list : {kPlaceKindDual, kPlaceKind, kPlaceKindKept, kPlaceKindArea, kPlaceKindWeak}) {
      if (take_kind(list)) {
        if (list == kPlaceKindWeak && (bits & place_bit(kPlaceNear)) != 0) chain_.near = true;
        return true;
      }
    }
  }
  // «the northern outskirts of»: what follows is named with l-.
  if (chain_.open && chain_.kind && chain_.definite && (bits & place_bit(kPlaceDirectionBehind)) != 0) {
    chain_.part = true;
    chain_.near = true;
    return true;
  }
  if ((bits & place_bit(kPlaceDirection)) != 0 && read_place_word(token, classes_, kPlaceDirection, word) && !word.definite) {
    start();
    if (!chain_.direction) chain_.direction_begin = at;
    chain_.direction = true;
    chain_.kind = false;
    return true;
  }
  if ((bits & place_bit(kPlaceNear)) != 0 && read_place_word(token, classes_, kPlaceNear, word)) {
    start();
    chain_.near = true;
    chain_.kind = false;
    return true;
  }
  return chain_.open && !chain_.kind && (chain_.near || chain_.direction) && (bits & place_bit(kPlaceOf)) != 0;
}

// Kind words that are often something else, and plurals, make places of unknown words only where more speaks for it.
bool PlaceReader::trusted(std::uint32_t at) const {
  const WordAnalysis& word = *text_.tokens[at].word;
  if (verb_shaped(word.folded, chain_.several)) return false;
  const bool doubtful = (mask(chain_.kind_at) & place_bit(kPlaceKindDoubtful)) != 0;
  if (chain_.several) return (!doubtful || chain_.dual) && !word.known;
  return !doubtful || is_placed();
}

// «in the area of X», «on the front of X» with a word that no list knows.
bool PlaceReader::trusted_area(std::uint32_t at) const {
  const WordAnalysis& word = *text_.tokens[at].word;
  return (mask(chain_.kind_at) & place_bit(kPlaceKindOfUnknown)) != 0 && is_placed() && !word.known && !verb_shaped(word.folded, true);
}

// Behind "in", a direction or "near".
bool PlaceReader::is_placed() const {
  if ((chain_.proclitics & kPrepBi) != 0 || chain_.direction || chain_.near) return true;
  return chain_.begin > range_.begin && text_.tokens[chain_.begin - 1].is_word() &&
         (mask(chain_.begin - 1) & place_bit(kPlaceIn)) != 0;
}

bool PlaceReader::may_be_name(std::uint32_t at, bool first) const {
  if (at >= range_.end) return false;
  const Token& token = text_.tokens[at];
  if (!token.is_word() || date_end(at) != 0) return false;
  const std::uint64_t bits = mask(at);
  if ((bits & (place_bit(kPlaceNoName) | place_bit(kPlaceNear) | place_bit(kPlaceOf) | place_bit(kPlaceDirection))) != 0) return false;
  const std::string_view folded = token.word->folded;
  if ((bits & place_bit(kPlaceHead)) != 0 && folded.substr(0, 2) != kWaw) return true;
  if ((bits & kAnyPlaceKind) != 0 || folded.size() < kShortest) return false;
  const bool article = starts_with_article(folded);
  // Conjunction or preposition before the article.
  if (!article && folded.size() > 8 && starts_with_article(folded.substr(2))) return false;
  if (!token.word->known) return first || article;
  for (const Reading& reading : token.word->readings) {
    if (reading.lemma == 0) continue;
    if (reading.pos == Pos::name) return (reading.proclitics & kClitics) == 0;
    if (reading.pos == Pos::verb || reading.pos == Pos::particle || reading.pos == Pos::number) return false;
    return first && (reading.proclitics & kArticle) != 0 && (reading.proclitics & kClitics) == 0;
  }
  return first;
}

// End of the name that no table has, or 0.
std::uint32_t PlaceReader::unknown_name(std::uint32_t at) const {
  if (!may_be_name(at, true)) return 0;
  std::uint32_t end = at + 1;
  bool head = (mask(at) & place_bit(kPlaceHead)) != 0;
  while (head && end - at < kMaxUnknownWords && end < range_.end) {
    if (!may_be_name(end, true)) break;
    head = (mask(end) & place_bit(kPlaceHead)) != 0;
    ++end;
  }
  if (head && end == at + 1) return 0;  // a head alone is no name
  if (end < range_.end && text_.tokens[end].is_word() && (mask(end) & place_bit(kPlaceBehind)) != 0) {
    // An adjective of the place, if the kind word is not what it goes with.
    if (starts_with_article(text_.tokens[at].word->folded) || end > at + 1) ++end;
  }
  return end;
}

std::uint32_t PlaceReader::date_end(std::uint32_t at) const {
  for (std::size_t i = first_mention_; i < last_date_; ++i) {
    if (out_.mentions[i].tokens.contains(at)) return out_.mentions[i].tokens.end;
  }
  return 0;
}

bool PlaceReader::is_quote(std::uint32_t at) const {
  const std::string_view mark = text_.text->view(text_.tokens[at].span);
  if (mark.size() == 1) return mark[0] == '"' || mark[0] == '\'' || mark[0] == '_' || mark[0] == '#';
  return mark == "\u00AB" || mark == "\u201C" || mark == "\u201D" || mark == "\u2018";
}

bool PlaceReader::is_comma(std::uint32_t at) const {
  const std::string_view mark = text_.text->view(text_.tokens[at].span);
  return mark == "," || mark == "\u060C";
}

}  // namespace rasd
