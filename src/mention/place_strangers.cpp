// Rows that bear the name and are not what the text means.
#include <algorithm>

#include "mention/place_resolver.hpp"

namespace rasd {
namespace {

constexpr float kWorldRank = 2.5f;       // of a place that is known everywhere
constexpr float kStrangerShare = 0.15f;  // of the votes, below which a country counts as not named
constexpr double kNextProvince = 60;     // km: a hamlet may lie beyond the border of the province that news count it to

}  // namespace

// What remains is the name, of the kind that the text says.
void PlaceResolver::forget_row(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  place.id = kNoId;
  place.candidates.clear();
  place.kind = items_[index].kind;
}

// «The area of X», «Mount X» where the row is a town of that name.
bool PlaceResolver::loosely_called(std::size_t index, const GazetteerEntry& entry) const {
  if (!is_settlement(entry.kind()) || entry.rank() >= kWorldRank) return false;
  const PlaceValue& place = *items_[index].place;
  if (place.kind != entry.kind() && !is_settlement(place.kind) && !is_wide(place.kind)) return true;
  for (std::uint32_t at = set_.mentions[items_[index].mention].tokens.begin; at < place.name.begin; ++at) {
    if ((classes_.mask(*text_.tokens[at].word) & place_bit(kPlaceKindWeak)) != 0) return true;
  }
  return false;
}

// A small place of that name in a country that the text does not name is another one: what remains is the name.
void PlaceResolver::part_from_strangers(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  if (place.id == kNoId || place.needs_evidence || all_votes_ <= 0) return;
  const GazetteerEntry entry = gazetteer_.entry(place.id);
  const bool known = entry.rank() >= kKnownRank || (!is_weak(entry) && (entry.rank() >= 1.0f || place.name.size() > 1));
  if (known) {
    if (!loosely_called(index, entry) || all_votes_ - own_votes(index) < kClearVotes || country_share(index, entry.country_id()) > 0) return;
  } else if (is_weak(entry) ? countries_[entry.country_id()] >= kStrangerShare * all_votes_ : countries_[entry.country_id()] > 0) return;
  const std::string_view country = entry.country();
  const std::optional<GazetteerEntry> other = joined(index);
  if (other.has_value() && other->country() == country) return;
  const Mention& mention = set_.mentions[items_[index].mention];
  const bool by_kind = mention.tokens.begin < place.name.begin || place.kind != entry.kind() || place.name.size() > 1;
  if (!by_kind && !is_weak(entry)) return;
  if (place.kind == entry.kind() && place.precision == 3) place.precision = 2;
  forget_row(index);
  place.country = {};
}

// Hamlets of one name in several provinces of the country: without a word of the province none of them is meant for sure. And no
// hamlet is meant that lies elsewhere than the text says.
void PlaceResolver::part_from_homonyms(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  if (place.id == kNoId || place.needs_evidence) return;
  const GazetteerEntry entry = gazetteer_.entry(place.id);
  if (!entry.minor() || entry.kind() == "district") return;
  bool sure = false;
  const std::optional<GazetteerEntry> wider = joined(index);
  const bool province_told = wider.has_value() && wider->admin1_id() != 0;
  if (!entry.small() && !(province_told && wider->located() && entry.located())) return;
  if (province_told) {
    sure = wider->admin1_id() == entry.admin1_id() ||
           (wider->located() && entry.located() && distance_km(*wider, entry) < kNextProvince);
  } else if (entry.admin1_id() != 0 && admins_[entry.admin1_id()] > 0) {
    sure = true;
  } else if (countries_[entry.country_id()] > 0) {
    sure = std::all_of(place.candidates.begin(), place.candidates.end(), [&](PlaceId id) {
      const GazetteerEntry other = gazetteer_.entry(id);
      return other.country_id() != entry.country_id() || other.admin1_id() == entry.admin1_id();
    });
  }
  if (sure) return;
  place.country = province_told ? wider->country() : countries_[entry.country_id()] > 0 ? entry.country() : std::string_view();
  forget_row(index);
}

}  // namespace rasd
