#include "dedup/compare.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace rasd {
namespace {

// Adds up, and keeps the reasons where somebody asks for them.
class Tally {
 public:
  explicit Tally(std::vector<JoinReason>* reasons) : reasons_(reasons) {}
  template <class Detail>
  void add(const char* name, int weight, Detail detail) {
    sum_ += weight;
    if (reasons_ != nullptr && weight != 0) reasons_->push_back({name, weight, detail()});
  }
  void add(const char* name, int weight) {
    add(name, weight, [] { return std::string(); });
  }
  [[nodiscard]] int sum() const { return sum_; }

 private:
  std::vector<JoinReason>* reasons_;
  int sum_ = 0;
};

// A weight under the name that it has in the table.
#define RASD_WEIGHT(member) #member, weights.member

void compare_days(const Fingerprint& a, const Fingerprint& b, const DedupWeights& weights, Tally& tally) {
  if (!a.days || !b.days) return tally.add(RASD_WEIGHT(date_unknown));
  const auto told = [&] { return to_iso(std::min(a.days->start, b.days->start)) + " / " + to_iso(std::max(a.days->start, b.days->start)); };
  const Date from = std::max(a.days->start, b.days->start);
  const Date to = std::min(a.days->end, b.days->end);
  const auto gap = (from - to).count();
  const bool assumed = a.day_assumed || b.day_assumed;
  if (gap > 1) return tally.add(RASD_WEIGHT(days_apart), told);
  if (gap == 1) {
    if (assumed) return tally.add(RASD_WEIGHT(next_day_assumed), told);
    return tally.add(RASD_WEIGHT(next_day), told);
  }
  if (a.days->precision != DatePrecision::day || b.days->precision != DatePrecision::day) return tally.add(RASD_WEIGHT(date_vague), told);
  const auto day = [&] { return to_iso(from); };
  if (assumed) return tally.add(RASD_WEIGHT(same_day_assumed), day);
  tally.add(RASD_WEIGHT(same_day), day);
}

double distance_km(const IncidentPlace& a, const IncidentPlace& b) {
  constexpr double kDegree = 111.2;
  constexpr double kRadians = 0.017453292519943295;
  const double north = (*a.latitude - *b.latitude) * kDegree;
  const double east = (*a.longitude - *b.longitude) * kDegree * std::cos((*a.latitude + *b.latitude) / 2 * kRadians);
  return std::sqrt(north * north + east * east);
}

bool lists(const std::vector<std::string>& ids, const std::string& id) {
  return !id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool same_place(const IncidentPlace& a, const IncidentPlace& b) {
  if (!a.id.empty() && !b.id.empty()) return a.id == b.id;
  return !a.name.empty() && a.name == b.name && a.country == b.country;
}

void compare_places(const Fingerprint& a, const Fingerprint& b, const DedupWeights& weights, Tally& tally) {
  if (!a.place || !b.place) return tally.add(RASD_WEIGHT(place_unknown));
  const IncidentPlace& x = *a.place;
  const IncidentPlace& y = *b.place;
  const auto told = [&] { return x.name == y.name ? x.name : std::min(x.name, y.name) + " / " + std::max(x.name, y.name); };
  if (x.country != y.country && !x.country.empty() && !y.country.empty()) return tally.add(RASD_WEIGHT(other_country), told);
  if (same_place(x, y)) {
    if (x.is_country && (x.kind == "country" || x.name != y.name)) return tally.add(RASD_WEIGHT(same_country), told);
    if (x.is_wide()) return tally.add(RASD_WEIGHT(same_province), told);
    return tally.add(RASD_WEIGHT(same_place), told);
  }
  if (x.is_country || y.is_country) return tally.add(RASD_WEIGHT(place_in_country), told);
  const bool same_admin1 = !x.admin1.empty() && x.admin1 == y.admin1;
  if (same_admin1 && (x.is_wide() || y.is_wide())) return tally.add(RASD_WEIGHT(place_within), told);
  const bool located = x.latitude && x.longitude && y.latitude && y.longitude && !x.is_wide() && !y.is_wide();
  if (located && distance_km(x, y) <= weights.near_km) return tally.add(RASD_WEIGHT(place_near), told);
  if (lists(a.other_places, y.id) || lists(b.other_places, x.id)) return tally.add(RASD_WEIGHT(place_named), told);
  if (same_admin1) return tally.add(RASD_WEIGHT(other_place), told);
  if (x.admin1.empty() || y.admin1.empty()) {
    if (!located) return tally.add(RASD_WEIGHT(place_unknown), told);
  }
  tally.add(RASD_WEIGHT(other_province), told);
}

void compare_types(const Fingerprint& a, const Fingerprint& b, const DedupTables& tables, Tally& tally) {
  const DedupWeights& weights = tables.weights();
  if (a.sub_event_type == b.sub_event_type) return tally.add(RASD_WEIGHT(same_sub_type), [&] { return a.sub_event_type; });
  const auto told = [&] {
    return std::min(a.sub_event_type, b.sub_event_type) + " / " + std::max(a.sub_event_type, b.sub_event_type);
  };
  if (a.event_type == b.event_type) return tally.add(RASD_WEIGHT(same_type), told);
  for (const std::string& family : tables.families(a.sub_event_type)) {
    const auto& others = tables.families(b.sub_event_type);
    if (std::find(others.begin(), others.end(), family) != others.end()) return tally.add(RASD_WEIGHT(same_family), told);
  }
  tally.add(RASD_WEIGHT(other_family), told);
}

bool is_of_state(const IncidentParty& party) {
  return party.kind == "state_forces" || party.kind == "government" || party.kind == "external_forces" || party.kind == "police";
}

bool same_party(const IncidentParty& x, const IncidentParty& y) {
  if (x.named() && y.named()) return x.id == y.id;
  return !x.named() && !y.named() && !x.name.empty() && x.name == y.name;
}

const IncidentParty* common_party(const std::vector<IncidentParty>& a, const std::vector<IncidentParty>& b, bool named) {
  const IncidentParty* found = nullptr;
  for (const IncidentParty& x : a) {
    if (x.named() != named || (found != nullptr && found->name <= x.name)) continue;
    if (std::any_of(b.begin(), b.end(), [&x](const IncidentParty& y) { return same_party(x, y); })) found = &x;
  }
  return found;
}

bool any_named(const std::vector<IncidentParty>& parties) {
  return std::any_of(parties.begin(), parties.end(), [](const IncidentParty& party) { return party.named(); });
}

std::string first_names(const std::vector<IncidentParty>& a, const std::vector<IncidentParty>& b) {
  return std::min(a.front().name, b.front().name) + " / " + std::max(a.front().name, b.front().name);
}

void compare_actors(const Fingerprint& a, const Fingerprint& b, const DedupWeights& weights, Tally& tally) {
  if (const IncidentParty* party = common_party(a.actors, b.actors, true)) {
    return tally.add(RASD_WEIGHT(same_actor), [party] { return party->name; });
  }
  if (!any_named(a.actors) || !any_named(b.actors)) return;
  const auto told = [&] { return first_names(a.actors, b.actors); };
  // Where the one is attacked and the other answers, an article may name either as the one who acts.
  for (const IncidentParty& x : a.actors) {
    for (const IncidentParty& y : b.actors) {
      const bool kin = is_of_state(x) && is_of_state(y) && !x.country.empty() && x.country == y.country;
      if (kin) return tally.add(RASD_WEIGHT(kindred_actor), told);
    }
  }
  if (common_party(a.actors, b.targets, true) != nullptr || common_party(a.targets, b.actors, true) != nullptr) return;
  tally.add(RASD_WEIGHT(other_actor), told);
}

void compare_targets(const Fingerprint& a, const Fingerprint& b, const DedupWeights& weights, Tally& tally) {
  if (a.targets.empty() || b.targets.empty()) return;
  if (const IncidentParty* party = common_party(a.targets, b.targets, true)) {
    return tally.add(RASD_WEIGHT(same_target), [party] { return party->name; });
  }
  if (const IncidentParty* party = common_party(a.targets, b.targets, false)) {
    return tally.add(RASD_WEIGHT(same_target_kind), [party] { return party->name; });
  }
  for (const IncidentParty& x : a.targets) {
    for (const IncidentParty& y : b.targets) {
      if (x.kind == y.kind) return;
    }
  }
  tally.add(RASD_WEIGHT(other_target), [&] { return first_names(a.targets, b.targets); });
}

enum class TollRelation { none, same, near, apart, far };

TollRelation relate(const std::optional<IncidentToll>& a, const std::optional<IncidentToll>& b) {
  if (!a || !b) return TollRelation::none;
  const std::int64_t low = std::min(a->min, b->min);
  const std::int64_t high = std::max(a->min, b->min);
  if (low == high) return TollRelation::same;
  // «at least 20», «20 to 25»: the other's number may lie in the range.
  const IncidentToll& smaller = a->min < b->min ? *a : *b;
  const bool within = smaller.max ? high <= *smaller.max : high <= smaller.min + smaller.min / 2;
  if (within || (high - low) * 4 <= high || high - low == 1) return TollRelation::near;
  return high > low * 3 ? TollRelation::far : TollRelation::apart;
}

std::string tolls_told(const IncidentToll& a, const IncidentToll& b) {
  return std::to_string(std::min(a.min, b.min)) + " / " + std::to_string(std::max(a.min, b.min));
}

void compare_tolls(const Fingerprint& a, const Fingerprint& b, const DedupWeights& weights, Tally& tally) {
  const auto& killed = a.toll(TollKind::killed);
  const auto& killed_too = b.toll(TollKind::killed);
  const auto dead = [&] { return tolls_told(*killed, *killed_too); };
  switch (relate(killed, killed_too)) {
    case TollRelation::none: break;
    case TollRelation::same:
      if (killed->min >= 5) {
        tally.add(RASD_WEIGHT(same_killed_many), dead);
      } else if (killed->min >= 2) {
        tally.add(RASD_WEIGHT(same_killed_few), dead);
      } else {
        tally.add(RASD_WEIGHT(same_killed_one), dead);
      }
      break;
    case TollRelation::near: tally.add(RASD_WEIGHT(near_killed), dead); break;
    case TollRelation::apart: tally.add(RASD_WEIGHT(apart_killed), dead); break;
    case TollRelation::far: tally.add(RASD_WEIGHT(far_killed), dead); break;
  }
  for (const TollKind kind : {TollKind::injured, TollKind::detained, TollKind::abducted}) {
    const auto& one = a.toll(kind);
    const auto& other = b.toll(kind);
    const auto harmed = [&] { return tolls_told(*one, *other); };
    switch (relate(one, other)) {
      case TollRelation::same: tally.add(RASD_WEIGHT(same_harmed), harmed); break;
      case TollRelation::near: tally.add(RASD_WEIGHT(near_harmed), harmed); break;
      case TollRelation::far: tally.add(RASD_WEIGHT(far_harmed), harmed); break;
      default: break;
    }
  }
}

void compare_words(const Fingerprint& a, const Fingerprint& b, const DedupWeights& weights, Tally& tally) {
  std::vector<std::string> common;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(common));
  if (common.empty()) {
    if (!a.words.empty() && !b.words.empty()) tally.add(RASD_WEIGHT(no_rare_word));
    return;
  }
  const int weight = static_cast<int>(std::min<std::size_t>(common.size(), 100)) * weights.rare_word;
  tally.add("rare_words", std::min(weight, weights.rare_words), [&common] {
    std::string words;
    for (const std::string& word : common) words += (words.empty() ? "" : ", ") + word;
    return words;
  });
}

void compare_standing(const Fingerprint& a, const Fingerprint& b, const DedupWeights& weights, Tally& tally) {
  if (a.article == b.article) tally.add(RASD_WEIGHT(same_article), [&a] { return a.article; });
  const auto is_plan = [](const Fingerprint& print) { return print.status == "planned" || print.status == "foiled"; };
  if (is_plan(a) != is_plan(b)) tally.add(RASD_WEIGHT(plan_against_act));
  if (a.background != b.background) tally.add(RASD_WEIGHT(background_against_main));
}

#undef RASD_WEIGHT

}  // namespace

int compare_records(const Fingerprint& a, const Fingerprint& b, const DedupTables& tables, std::vector<JoinReason>* reasons) {
  const DedupWeights& weights = tables.weights();
  Tally tally(reasons);
  compare_days(a, b, weights, tally);
  compare_places(a, b, weights, tally);
  compare_types(a, b, tables, tally);
  compare_actors(a, b, weights, tally);
  compare_targets(a, b, weights, tally);
  compare_tolls(a, b, weights, tally);
  compare_words(a, b, weights, tally);
  compare_standing(a, b, weights, tally);
  return tally.sum();
}

}  // namespace rasd
