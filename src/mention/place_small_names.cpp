// Hamlets, quarters and districts that are named behind a kind word only.
#include <algorithm>

#include "mention/place_reader.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kMaxWords = 4;
constexpr std::size_t kMaxCandidates = 48;  // homonyms; the text chooses
constexpr std::string_view kWaw = "\xD9\x88";
constexpr std::size_t kShortest = 4;  // bytes: two letters
constexpr std::size_t kShortestBare = 8;

bool holds_small_places(std::string_view kind) {
  return kind == "village" || kind == "town" || kind == "city" || kind == "district" || kind == "subdistrict" || kind == "quarter" ||
         kind == "settlement" || kind == "area" || kind == "farm";
}

}  // namespace

bool PlaceReader::small_name_allowed(std::uint32_t at) const {
  if (chain_.open && chain_.kind) {
    const bool doubtful = (mask(chain_.kind_at) & place_bit(kPlaceKindDoubtful)) != 0;
    return !chain_.definite && !chain_.weak && holds_small_places(chain_.kind_text) && (!doubtful || is_placed());
  }
  return series_.open && series_.next == at && holds_small_places(series_.kind_text);
}

// «in X» with a word that no list knows: the text must play in the province of the only X there.
bool PlaceReader::match_bare_small(std::uint32_t at) {
  if (chain_.open || at == range_.begin || text_.tokens[at].word->known || date_end(at) != 0) return false;
  const Token& before = text_.tokens[at - 1];
  const std::string_view first = text_.tokens[at].word->folded;
  if (!before.is_word() || (mask(at - 1) & place_bit(kPlaceIn)) == 0 || first.size() < kShortestBare || verb_shaped(first, true)) return false;
  const auto rows = gazetteer_.small_places(first);
  if (rows.empty()) return false;
  match_.tokens = {at, at + 1};
  match_.proclitics = 0;
  match_.candidates.assign(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), kMaxCandidates)));
  return true;
}

bool PlaceReader::match_small(std::uint32_t at, bool found) {
  const bool in_series = !chain_.open;
  std::string_view first = text_.tokens[at].word->folded;
  if (in_series && first.substr(0, 2) == kWaw) first.remove_prefix(2);
  else if (in_series && at == series_.next && !is_comma_before(at)) return false;
  constexpr std::uint64_t kNoName = place_bit(kPlaceNoName) | place_bit(kPlaceNear) | place_bit(kPlaceOf) | place_bit(kPlaceDirection);
  if (first.size() < kShortest || (mask(at) & kNoName) != 0) return false;
  small_key_.assign(first);
  std::span<const PlaceId> rows;
  std::uint32_t end = at;
  for (std::uint32_t next = at + 1;; ++next) {
    if (const auto hit = gazetteer_.small_places(small_key_); !hit.empty() && (next > at + 1 || may_stand_alone(at, in_series))) {
      rows = hit;
      end = next;
    }
    if (next >= range_.end || next - at >= kMaxWords || !text_.tokens[next].is_word()) break;
    small_key_.append(" ").append(text_.tokens[next].word->folded);
  }
  if (rows.empty() || (found && match_.tokens.end > end)) return false;
  if (!found || match_.tokens.end < end) {
    match_.tokens = {at, end};
    match_.proclitics = first.size() < text_.tokens[at].word->folded.size() ? std::uint8_t{kConjWa} : std::uint8_t{0};
    match_.candidates.clear();
  }
  for (const PlaceId row : rows) {
    if (match_.candidates.size() < kMaxCandidates) match_.candidates.push_back(row);
  }
  return true;
}

// One word that may be the name of a hamlet: none that says what kind of place it is, what it does or how many there are.
bool PlaceReader::may_stand_alone(std::uint32_t at, bool in_series) const {
  if ((mask(at) & (kAnyPlaceKind | place_bit(kPlaceHead))) != 0 || date_end(at) != 0) return false;
  const WordAnalysis& word = *text_.tokens[at].word;
  if (!word.known || in_series) return in_series ? !word.known : true;
  const Reading& reading = word.readings.front();
  if (reading.lemma == 0 || reading.pos == Pos::name) return true;
  return reading.pos != Pos::verb && reading.pos != Pos::particle && reading.pos != Pos::number &&
         (reading.proclitics & (kAnyConjunction | kAnyPreposition)) == 0;
}

bool PlaceReader::is_comma_before(std::uint32_t at) const { return at > range_.begin && !text_.tokens[at - 1].is_word() && is_comma(at - 1); }

}  // namespace rasd
