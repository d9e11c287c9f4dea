#include "mention/place_resolver.hpp"

#include <algorithm>

namespace rasd {
namespace {

constexpr float kCountryWeight = 3.0f;
constexpr float kAdminWeight = 1.5f;
constexpr float kJoinedWeight = 4.0f;   // lies in the province that is named next to it
constexpr float kWeakPenalty = 1.2f;
constexpr float kHintVotes = 1.0f;
constexpr std::uint32_t kJoinReach = 4;  // tokens between a place and the wider one that it is told to lie in
constexpr float kKnownRank = 1.5f;       // of a place that is known beyond its province
constexpr float kWorldRank = 2.5f;       // of a place that is known everywhere
constexpr float kClearVotes = 2;         // of other places, that make it clear where the text plays
constexpr float kStrangerShare = 0.15f;  // of the votes, below which a country counts as not named
constexpr float kHomeShare = 0.6f;       // of the votes, for the country that the text plays in
constexpr double kNextProvince = 60;     // km: a hamlet may lie beyond the border of the province that news count it to
constexpr double kCommonShare = 0.2;     // of the votes, for a country that a doubtful name may lie in

bool is_weak(const GazetteerEntry& entry) { return entry.ambiguous() || entry.minor(); }

bool is_wide(std::string_view kind) {
  return kind == "country" || kind == "province" || kind == "area" || kind == "district" || kind == "countryside";
}

bool is_settlement(std::string_view kind) {
  return kind == "city" || kind == "capital" || kind == "town" || kind == "village" || kind == "settlement";
}

}  // namespace

PlaceResolver::PlaceResolver(const Gazetteer& gazetteer, const ListClasses& classes, const TokenizedText& text, MentionSet& set)
    : gazetteer_(gazetteer), classes_(classes), text_(text), set_(set) {}

void PlaceResolver::run(std::string_view country_hint) {
  collect();
  if (items_.empty()) return;
  vote(country_hint);
  for (std::size_t i = 0; i < items_.size(); ++i) choose(i);
  for (std::size_t i = 0; i < items_.size(); ++i) weigh_evidence(i);
  spread_proof();
  for (std::size_t i = 0; i < items_.size(); ++i) part_from_strangers(i);
  for (std::size_t i = 0; i < items_.size(); ++i) part_from_homonyms(i);
  for (std::size_t i = 0; i < items_.size(); ++i) inherit(i);
  drop_unproved();
}

void PlaceResolver::collect() {
  for (std::size_t i = 0; i < set_.mentions.size(); ++i) {
    if (set_.mentions[i].type == MentionType::place) {
      PlaceValue& place = set_.places[set_.mentions[i].value];
      items_.push_back({i, &place, place.candidates.empty() ? kNoId : place.candidates.front()});
    }
  }
}

// Places whose country is beyond doubt vote for it, and for their province.
void PlaceResolver::vote(std::string_view country_hint) {
  countries_.assign(gazetteer_.country_count(), 0);
  admins_.assign(gazetteer_.admin1_count(), 0);
  for (const Item& item : items_) {
    const PlaceValue& place = *item.place;
    if (place.id == kNoId || place.needs_evidence) continue;
    const GazetteerEntry best = gazetteer_.entry(place.candidates.front());
    if (best.country_id() == 0 || is_weak(best)) continue;
    bool one_country = true;
    bool one_admin = best.admin1_id() != 0;
    for (const PlaceId id : place.candidates) {
      const GazetteerEntry other = gazetteer_.entry(id);
      const bool lesser = best.rank() - other.rank() > 1.4f || (other.minor() && !best.minor());  // a hamlet of that name hardly counts
      if (lesser) continue;
      one_country = one_country && other.country_id() == best.country_id();
      one_admin = one_admin && other.admin1_id() == best.admin1_id();
    }
    if (!one_country) continue;
    const float weight = best.kind() == "country" ? 0.8f : 1.0f;
    countries_[best.country_id()] += weight;
    if (one_admin) admins_[best.admin1_id()] += 1.0f;
    own_votes_[item.first] += weight;
    all_votes_ += weight;
  }
  if (const std::uint16_t hint = gazetteer_.country_id(country_hint); hint != 0) {
    countries_[hint] += kHintVotes;
    all_votes_ += kHintVotes;
  }
  focus_ = static_cast<std::uint16_t>(std::max_element(countries_.begin(), countries_.end()) - countries_.begin());
  if (countries_[focus_] <= 0) focus_ = 0;
}

float PlaceResolver::own_votes(std::size_t index) const {
  const auto own = own_votes_.find(items_[index].first);
  return own == own_votes_.end() ? 0.0f : own->second;
}

float PlaceResolver::country_share(std::size_t index, std::uint16_t country) const {
  const float own = own_votes(index);
  if (all_votes_ - own <= 0) return 0;
  const bool for_it = own > 0 && gazetteer_.entry(items_[index].first).country_id() == country;
  return std::max(0.0f, countries_[country] - (for_it ? own : 0)) / (all_votes_ - own);
}

float PlaceResolver::admin_votes(std::size_t index, std::uint16_t admin1) const {
  const float own = own_votes(index);
  const bool for_it = own > 0 && gazetteer_.entry(items_[index].first).admin1_id() == admin1;
  return std::max(0.0f, admins_[admin1] - (for_it ? own : 0));
}

std::uint32_t PlaceResolver::sentence_of(std::uint32_t token) const {
  const auto behind = std::upper_bound(text_.sentences.begin(), text_.sentences.end(), token,
                                       [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return behind == text_.sentences.begin() ? 0 : static_cast<std::uint32_t>(behind - text_.sentences.begin() - 1);
}

// Only prepositions, kind words and commas between the two.
bool PlaceResolver::is_linked(std::uint32_t from, std::uint32_t to) const {
  if (to < from || to - from > kJoinReach || sentence_of(from) != sentence_of(to)) return false;
  for (std::uint32_t i = from; i < to; ++i) {
    const Token& token = text_.tokens[i];
    if (token.is_word()) {
      const std::uint64_t bits = classes_.mask(*token.word);
      const std::uint64_t links = kAnyPlaceKind | place_bit(kPlaceDirection) | place_bit(kPlaceDirectionBehind) |
                                  place_bit(kPlaceBehind) | place_bit(kPlaceIn) | place_bit(kPlaceOf) | place_bit(kPlaceNear);
      if ((bits & links) == 0) return false;
    } else if (token.kind == TokenKind::number) {
      return false;
    } else {
      const std::string_view mark = text_.text->view(token.span);
      if (mark == "." || mark == "!" || mark == "?") return false;
    }
  }
  return true;
}

// The wider place that stands next to it, as in «X in the province of Y».
std::optional<GazetteerEntry> PlaceResolver::joined(std::size_t index) const {
  const Mention& mention = set_.mentions[items_[index].mention];
  if (index + 1 < items_.size()) {
    const Mention& next = set_.mentions[items_[index + 1].mention];
    const PlaceValue& place = *items_[index + 1].place;
    if (place.id != kNoId && !place.needs_evidence && is_linked(mention.tokens.end, next.tokens.begin)) {
      const GazetteerEntry entry = gazetteer_.entry(place.id);
      if (is_wide(entry.kind()) || is_wide(place.kind) || entry.rank() >= 1.5f) return entry;
    }
  }
  if (index > 0) {
    const Mention& before = set_.mentions[items_[index - 1].mention];
    const PlaceValue& place = *items_[index - 1].place;
    if (place.id != kNoId && !place.needs_evidence && is_linked(before.tokens.end, mention.tokens.begin)) {
      return gazetteer_.entry(place.id);
    }
  }
  return std::nullopt;
}

float PlaceResolver::score(std::size_t index, PlaceId candidate) const {
  const GazetteerEntry entry = gazetteer_.entry(candidate);
  float value = entry.rank();
  if (entry.ambiguous()) value -= kWeakPenalty;
  if (entry.minor()) value -= kWeakPenalty;
  if (entry.country_id() != 0) {
    value += kCountryWeight * country_share(index, entry.country_id());
    if (entry.admin1_id() != 0) value += kAdminWeight * std::min(1.0f, admin_votes(index, entry.admin1_id()) / 2);
  }
  if (const std::optional<GazetteerEntry> other = joined(index); other.has_value() && other->country_id() != 0) {
    if (other->country_id() == entry.country_id()) {
      value += kJoinedWeight / 2;
      if (other->admin1_id() != 0 && other->admin1_id() == entry.admin1_id()) value += kJoinedWeight / 2;
    }
  }
  return value;
}

void PlaceResolver::choose(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  if (place.id == kNoId || place.candidates.size() < 2) return;
  // Rows of the kind that was asked for come first already; among equals the order stays.
  std::vector<std::pair<float, PlaceId>> ranked;
  ranked.reserve(place.candidates.size());
  const std::string_view first_kind = gazetteer_.entry(place.candidates.front()).kind();
  for (const PlaceId id : place.candidates) {
    const bool kind_asked = place.kind == gazetteer_.entry(id).kind() && place.kind == first_kind;
    ranked.emplace_back(score(index, id) + (kind_asked ? 0.4f : 0.0f), id);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < ranked.size(); ++i) place.candidates[i] = ranked[i].second;
  prefer_seat(index);
  const GazetteerEntry old = gazetteer_.entry(place.id);
  const GazetteerEntry best = gazetteer_.entry(place.candidates.front());
  if (place.kind == old.kind()) {
    const bool was_wide = old.kind() == "province" || old.kind() == "country";
    const bool now_wide = best.kind() == "province" || best.kind() == "country";
    place.kind = best.kind();
    if (was_wide != now_wide) place.precision = now_wide ? 3 : std::min(place.precision, 2);
  }
  place.id = place.candidates.front();
  place.country = best.country();
}

// A bare name that is that of a province and of the town it is named after means the town.
void PlaceResolver::prefer_seat(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  const GazetteerEntry best = gazetteer_.entry(place.candidates.front());
  const bool bare = set_.mentions[items_[index].mention].tokens.begin == place.name.begin && place.kind == gazetteer_.entry(place.id).kind();
  if (best.kind() != "province" || !bare) return;
  for (PlaceId& id : place.candidates) {
    const GazetteerEntry seat = gazetteer_.entry(id);
    if (!is_settlement(seat.kind()) || is_weak(seat) || seat.admin1_id() != best.admin1_id() || seat.admin1_id() == 0) continue;
    std::swap(place.candidates.front(), id);
    return;
  }
}

// A place beside others of its country: «X, Y and Z».
bool PlaceResolver::in_list(std::size_t index) const {
  const Mention& mention = set_.mentions[items_[index].mention];
  const std::string_view country = items_[index].place->country;
  const auto near = [&](std::size_t other) {
    const PlaceValue& place = *items_[other].place;
    if (place.needs_evidence || place.country != country) return false;
    const Mention& m = set_.mentions[items_[other].mention];
    return m.tokens.begin >= mention.tokens.end ? m.tokens.begin - mention.tokens.end <= 2
                                                : mention.tokens.begin - m.tokens.end <= 2;
  };
  return (index > 0 && near(index - 1)) || (index + 1 < items_.size() && near(index + 1));
}

void PlaceResolver::weigh_evidence(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  if (!place.needs_evidence || place.id == kNoId) return;
  const Mention& mention = set_.mentions[items_[index].mention];
  const GazetteerEntry entry = gazetteer_.entry(place.id);
  const float votes = entry.country_id() == 0 ? 0 : countries_[entry.country_id()];
  const bool country = all_votes_ > 0 && static_cast<double>(votes) >= kCommonShare * static_cast<double>(all_votes_);
  const bool admin = entry.admin1_id() != 0 && admins_[entry.admin1_id()] > 0;
  bool placed = (mention.proclitics & kPrepBi) != 0 || place.precision == 2;
  if (!placed && mention.tokens.begin > 0) {
    const Token& before = text_.tokens[mention.tokens.begin - 1];
    placed = before.is_word() && (classes_.mask(*before.word) & place_bit(kPlaceIn)) != 0;
  }
  const std::optional<GazetteerEntry> other = joined(index);
  const bool lies_in = other.has_value() && other->country_id() == entry.country_id() && entry.country_id() != 0;
  const bool listed = in_list(index);
  bool proved = false;
  if (entry.rank() >= kKnownRank) {
    proved = country ? placed || lies_in || listed : placed && entry.kind() == "country";
  } else if (entry.small()) {
    const auto in_province = [&](PlaceId id) { return gazetteer_.entry(id).admin1_id() == entry.admin1_id(); };
    proved = country && placed && admin_votes(index, entry.admin1_id()) >= kClearVotes &&
             countries_[entry.country_id()] >= kHomeShare * all_votes_ &&
             std::count_if(place.candidates.begin(), place.candidates.end(), in_province) == 1;
  } else if (entry.ambiguous()) {
    proved = country && lies_in && (placed || admin);
  } else {
    const int points = (placed ? 1 : 0) + (admin ? 1 : 0) + (lies_in ? 1 : 0) + (listed ? 1 : 0) +
                       (mention.tokens.size() > 1 ? 1 : 0) +
                       (countries_[entry.country_id()] >= kHomeShare * all_votes_ ? 1 : 0);
    proved = country && points >= 2 && (placed || lies_in || listed);
  }
  if (proved) place.needs_evidence = false;
}

// What is proved once in a text is taken everywhere in it.
void PlaceResolver::spread_proof() {
  std::vector<PlaceId> proved;
  for (const Item& item : items_) {
    if (item.place->id != kNoId && !item.place->needs_evidence && is_weak(gazetteer_.entry(item.place->id))) {
      proved.push_back(item.place->id);
    }
  }
  if (proved.empty()) return;
  for (const Item& item : items_) {
    PlaceValue& place = *item.place;
    if (!place.needs_evidence) continue;
    for (const PlaceId id : proved) {
      if (gazetteer_.entry(id).kind() == "quarter" && gazetteer_.entry(id).ambiguous()) continue;
      if (std::find(place.candidates.begin(), place.candidates.end(), id) == place.candidates.end()) continue;
      place.id = id;
      place.country = gazetteer_.entry(id).country();
      place.needs_evidence = false;
    }
  }
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
  place.id = kNoId;
  place.candidates.clear();
  place.country = {};
  if (place.kind == entry.kind() && place.precision == 3) place.precision = 2;
}

// Hamlets of one name in several provinces of the country: without a word of the province none of them is meant for sure. And no
// hamlet is meant that lies elsewhere than the text says.
void PlaceResolver::part_from_homonyms(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  if (place.id == kNoId || place.needs_evidence) return;
  const GazetteerEntry entry = gazetteer_.entry(place.id);
  if (!entry.small()) return;
  bool sure = false;
  const std::optional<GazetteerEntry> wider = joined(index);
  const bool province_told = wider.has_value() && wider->admin1_id() != 0;
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
  place.id = kNoId;
  place.candidates.clear();
}

// A place that no table has lies where the places beside it lie, else where the text plays.
void PlaceResolver::inherit(std::size_t index) {
  PlaceValue& place = *items_[index].place;
  if (place.id != kNoId || !place.country.empty()) return;
  if (const std::optional<GazetteerEntry> other = joined(index); other.has_value()) {
    place.country = other->country();
    return;
  }
  const std::uint32_t sentence = sentence_of(set_.mentions[items_[index].mention].tokens.begin);
  std::size_t best = items_.size();
  std::uint32_t nearest = 0xFFFFFFFF;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const PlaceValue& known = *items_[i].place;
    if (known.id == kNoId || known.needs_evidence || known.country.empty()) continue;
    const std::uint32_t begin = set_.mentions[items_[i].mention].tokens.begin;
    if (sentence_of(begin) != sentence) continue;
    const std::uint32_t own = set_.mentions[items_[index].mention].tokens.begin;
    const std::uint32_t gap = begin > own ? begin - own : own - begin;
    // The country that most of the text is about wins over one that is named by the way.
    const std::uint32_t cost = gap + (gazetteer_.entry(known.id).country_id() == focus_ ? 0 : 25);
    if (cost < nearest) {
      nearest = cost;
      best = i;
    }
  }
  if (best < items_.size()) place.country = items_[best].place->country;
  else if (focus_ != 0) place.country = gazetteer_.country_code(focus_);
}

void PlaceResolver::drop_unproved() {
  std::erase_if(set_.mentions, [this](const Mention& mention) {
    return mention.type == MentionType::place && set_.place(mention).needs_evidence;
  });
}

}  // namespace rasd
