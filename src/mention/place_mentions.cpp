// What the place reader makes of a name that it has found.
#include <algorithm>

#include "mention/place_reader.hpp"

namespace rasd {
namespace {

constexpr std::string_view kWaw = "\xD9\x88";
constexpr std::size_t kShortest = 6;       // bytes: three letters
constexpr std::uint8_t kClitics = kAnyConjunction | kAnyPreposition;

bool is_wide(std::string_view kind) {
  return kind == "country" || kind == "province" || kind == "area" || kind == "sea";
}

int precision_of(std::string_view kind) {
  if (kind == "country" || kind == "province" || kind == "sea" || kind == "area") return 3;
  return kind == "district" || kind == "countryside" || kind == "river" || kind == "mountain" ? 2 : 1;
}

bool same_family(std::string_view asked, std::string_view kind) {
  if (asked == kind) return true;
  const auto settlement = [](std::string_view k) {
    return k == "city" || k == "capital" || k == "town" || k == "village" || k == "settlement";
  };
  if (settlement(asked) && settlement(kind)) return true;
  const auto district = [](std::string_view k) { return k == "district" || k == "subdistrict"; };
  return (district(asked) && district(kind)) || (asked == "countryside" && (kind == "province" || kind == "city"));
}

}  // namespace

bool PlaceReader::measured(std::uint32_t at) const {
  if (at < range_.begin + 2) return false;
  const auto in = [&](std::uint32_t index, PlaceList list) {
    return text_.tokens[index].is_word() && (mask(index) & place_bit(list)) != 0;
  };
  return in(at - 1, kPlaceOf) && in(at - 2, kPlaceMeasure);
}

// Rows of the kind that the kind word asks for come first.
void PlaceReader::prefer_kind(std::vector<PlaceId>& candidates, std::string_view kind) const {
  if (kind.empty() || candidates.size() < 2) return;
  std::stable_partition(candidates.begin(), candidates.end(),
                        [&](PlaceId id) { return same_family(kind, gazetteer_.entry(id).kind()); });
}

std::uint32_t PlaceReader::emit_match() {
  const std::uint32_t at = match_.tokens.begin;
  const bool in_series = series_.open && series_.next == at;
  // A preposition on the name ends what stood before it.
  const bool of_part = chain_.part && (match_.proclitics & kClitics) == kPrepLi;
  const bool chained = chain_.open && ((match_.proclitics & kClitics) == 0 || of_part);
  PlaceValue value;
  value.candidates = match_.candidates;
  if (match_.more) ++out_.names_cut;
  const bool vouched = (chained && chain_.kind && !chain_.weak) || in_series;
  const std::string_view asked = chained && chain_.kind && !of_part ? chain_.kind_text : in_series ? series_.kind_text : std::string_view();
  prefer_kind(value.candidates, asked);
  const GazetteerEntry best = gazetteer_.entry(value.candidates.front());
  value.id = value.candidates.front();
  value.kind = best.kind();
  value.country = best.country();
  value.name = match_.tokens;
  value.name_stem = name_stem_of(text_.tokens[at], match_.proclitics, starts_with_article(best.name()));
  value.precision = precision_of(best.kind());
  value.needs_evidence = !vouched && (best.ambiguous() || best.minor());
  TokenRange tokens = match_.tokens;
  std::uint8_t proclitics = match_.proclitics;
  if (chained) {
    tokens.begin = chain_.begin;
    proclitics = chain_.proclitics;
    if (chain_.kind && !chain_.weak && !chain_.definite) {
      value.kind = chain_.kind_text;
      if (best.kind() == "capital" && value.kind == "city") value.kind = best.kind();
      value.precision = std::max(precision_of(value.kind), chain_.area ? 2 : 1);
    }
    if (chain_.direction || chain_.near) value.precision = std::max(2, value.precision == 3 ? 2 : value.precision);
    const bool phrase = chain_.kind && (chain_.area || (chain_.kept && !chain_.several)) && !chain_.definite;
    if (phrase) {
      value.name.begin = chain_.kind_at;
      value.name_stem = stem_of(chain_.kind_proclitics);
    }
    if (chain_.direction && is_wide(best.kind()) && (phrase || !chain_.kind || is_wide(value.kind))) {
      value.name.begin = chain_.direction_begin;
      value.name_stem = chain_.direction_begin == chain_.begin ? stem_of(chain_.proclitics) : std::uint8_t{0};
      value.kind = value.kind == "country" || value.kind == "province" ? std::string_view("area") : value.kind;
    }
    if (chain_.area && tokens.end < range_.end && text_.tokens[tokens.end].is_word() &&
        (mask(tokens.end) & place_bit(kPlaceDirectionBehind)) != 0) {
      ++tokens.end;
      value.name.end = tokens.end;
      value.precision = 2;
    }
  } else if (measured(at)) {
    value.precision = 2;
  }
  if (chained && chain_.kind && chain_.several) series_ = {true, chain_.dual, tokens.end, chain_.kind_text};
  else if (in_series) series_.next = tokens.end;
  else series_ = {};
  return push(tokens, proclitics, std::move(value));
}

std::uint32_t PlaceReader::emit_unknown(std::uint32_t begin, std::uint32_t end, std::uint8_t name_stem) {
  PlaceValue value;
  value.name = {begin, end};
  value.name_stem = name_stem;
  TokenRange tokens{begin, end};
  std::uint8_t proclitics = name_stem == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(kConjWa);
  if (chain_.open && chain_.kind) {
    value.kind = chain_.kind_text;
    tokens.begin = chain_.begin;
    proclitics = chain_.proclitics;
    if (chain_.kept && !chain_.several) {
      value.name.begin = chain_.kind_at;
      value.name_stem = stem_of(chain_.kind_proclitics);
    }
    if (chain_.several) series_ = {true, chain_.dual, end, chain_.kind_text};
    else series_ = {};
  } else {
    value.kind = series_.kind_text;
    series_.next = end;
  }
  value.precision = precision_of(value.kind);
  if (chain_.open && (chain_.direction || chain_.near || chain_.weak || chain_.area)) value.precision = 2;
  return push(tokens, proclitics, std::move(value));
}

// One more unknown name behind "and" or a comma; returns its end, 0 where there is none.
std::uint32_t PlaceReader::series_name(std::uint32_t at) {
  const Token& token = text_.tokens[at];
  const std::string_view folded = token.word->folded;
  const bool joined = folded.size() >= kShortest + 2 && folded.substr(0, 2) == kWaw;
  const bool article = starts_with_article(folded.substr(2));
  if (!joined || token.word->known || (mask(at) & place_bit(kPlaceNoName)) != 0 || (!article && !series_.dual) ||
      verb_shaped(folded.substr(2), true)) {
    if (!joined) return 0;
    series_ = {};
    return 0;
  }
  chain_ = {};
  const std::uint32_t end = emit_unknown(at, at + 1, 2);
  if (series_.dual) series_ = {};
  return end;
}

std::uint32_t PlaceReader::push(TokenRange tokens, std::uint8_t proclitics, PlaceValue&& value) {
  Mention mention;
  mention.type = MentionType::place;
  mention.tokens = tokens;
  mention.proclitics = proclitics;
  mention.stem = tokens.begin == value.name.begin ? value.name_stem : stem_of(proclitics);
  mention.value = static_cast<std::uint32_t>(out_.places.size());
  out_.places.push_back(std::move(value));
  out_.mentions.push_back(mention);
  chain_ = {};
  return tokens.end;
}

}  // namespace rasd
