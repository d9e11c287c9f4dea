#include "event/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "text/table_reader.hpp"

namespace rasd {
namespace {

constexpr std::size_t kFeatures = static_cast<std::size_t>(ConfidenceFeature::count_);
constexpr std::array<const char*, kFeatures> kNames = {
    "bias",          "title",       "lead",           "late",     "members", "many_members", "actor",      "named_actor",
    "target",        "harm_count",  "implied_count",  "clause_place", "sentence_place", "own_date", "weapon", "plural",
    "definite",      "harm_only",   "background",     "claimed",  "alleged", "foiled",       "only_incident",
    "most_members",  "many_incidents", "exact_place",  "day",      "recent",  "old"};
constexpr std::string_view kFamily = "family.";
constexpr std::uint32_t kLateSentence = 10;
constexpr std::size_t kManyIncidents = 6;
constexpr std::chrono::days kRecent{8};
constexpr std::chrono::days kOld{60};

}  // namespace

const char* Confidence::name(ConfidenceFeature feature) { return kNames[static_cast<std::size_t>(feature)]; }

Result<Confidence> Confidence::load(const std::string& directory) {
  auto table = read_table(directory + "/confidence.tsv", {"key", "weight"});
  if (!table) return std::move(table).error();
  std::vector<std::string> known(kNames.begin(), kNames.end());
  known.emplace_back("keep");
  Confidence out;
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    const std::string& key = row.cells[0];
    char* end = nullptr;
    const double value = std::strtod(row.cells[1].c_str(), &end);
    if (row.cells[1].empty() || *end != '\0') {
      faults.push_back(table->fault(row, 1, "D021", "'" + row.cells[1] + "' is no number"));
      continue;
    }
    const auto feature = std::find(kNames.begin(), kNames.end(), key);
    if (feature != kNames.end()) {
      out.weights_[static_cast<std::size_t>(feature - kNames.begin())] = value;
    } else if (key == "keep") {
      out.keep_ = value;
    } else if (key.compare(0, kFamily.size(), kFamily) == 0) {
      out.families_.emplace_back(key.substr(kFamily.size()), value);
    } else {
      const std::string nearest = nearest_name(key, known);
      faults.push_back(table->fault(row, 0, "D020", "unknown weight '" + key + "'",
                                    nearest.empty() ? "" : "did you mean '" + nearest + "'?"));
    }
  }
  if (!faults.empty()) return faults;
  std::sort(out.families_.begin(), out.families_.end());
  return out;
}

double Confidence::value(const Features& features, std::string_view family) const {
  double sum = 0;
  for (std::size_t i = 0; i < kFeatures; ++i) sum += features[i] * weights_[i];
  const auto found = std::lower_bound(families_.begin(), families_.end(), family,
                                      [](const auto& entry, std::string_view name) { return entry.first < name; });
  if (found != families_.end() && found->first == family) sum += found->second;
  return 1 / (1 + std::exp(-sum));
}

Confidence::Features confidence_features(const Analysis& analysis, const std::vector<const EventMention*>& members,
                                         const Event& record, const IncidentRank& rank) {
  Confidence::Features features{};
  const auto set = [&](ConfidenceFeature feature, bool holds) { features[static_cast<std::size_t>(feature)] = holds ? 1 : 0; };
  const auto any = [&](auto test) { return std::any_of(members.begin(), members.end(), [&](const EventMention* m) { return test(*m); }); };
  const auto all = [&](auto test) { return std::all_of(members.begin(), members.end(), [&](const EventMention* m) { return test(*m); }); };
  using F = ConfidenceFeature;
  set(F::bias, true);
  set(F::title, any([&](const EventMention& m) { return analysis.sentence(m.sentence).is_title; }));
  set(F::lead, any([&](const EventMention& m) { return m.sentence == analysis.lead_sentence; }));
  set(F::late, members.front()->sentence > kLateSentence);
  set(F::members, members.size() > 1);
  set(F::many_members, members.size() > 3);
  set(F::actor, !record.actors.empty());
  set(F::named_actor, any([&](const EventMention& m) {
        return std::any_of(m.actors.begin(), m.actors.end(), [&](const Argument& a) {
          return a.mention >= 0 && analysis.mention(a.mention).type == MentionType::participant &&
                 analysis.mentions->participant(analysis.mention(a.mention)).named;
        });
      }));
  set(F::target, !record.targets.empty());
  const auto counted = [](const EventMention& m, bool implied) {
    return std::any_of(m.counts.begin(), m.counts.end(), [&](const auto& c) { return c && c->implied == implied; });
  };
  set(F::harm_count, any([&](const EventMention& m) { return counted(m, false); }));
  set(F::implied_count, any([&](const EventMention& m) { return counted(m, true); }));
  const auto has_place = [](const EventMention& m, Basis basis) {
    return std::any_of(m.places.begin(), m.places.end(), [&](const Argument& a) { return a.basis == basis; });
  };
  const bool clause_place = any([&](const EventMention& m) { return has_place(m, Basis::clause); });
  set(F::clause_place, clause_place);
  set(F::sentence_place, !clause_place && any([&](const EventMention& m) { return has_place(m, Basis::sentence); }));
  set(F::own_date, any([](const EventMention& m) { return m.date.has_value(); }));
  set(F::weapon, !record.weapons.empty());
  set(F::plural, all([](const EventMention& m) { return m.plural; }));
  set(F::definite, all([](const EventMention& m) { return m.definite; }));
  set(F::harm_only, all([](const EventMention& m) { return m.harm; }));
  set(F::background, record.salience == Salience::background);
  set(F::claimed, record.status == Status::claimed);
  set(F::alleged, record.status == Status::alleged);
  set(F::foiled, record.status == Status::foiled);
  set(F::only_incident, rank.incidents == 1);
  set(F::most_members, members.size() >= rank.most_members);
  set(F::many_incidents, rank.incidents > kManyIncidents);
  set(F::exact_place, record.location && record.location->precision < 3);
  const std::optional<Date> anchor = analysis.document->anchor;
  set(F::day, record.date && record.date->range.precision == DatePrecision::day);
  set(F::recent, record.date && anchor && record.date->range.end <= *anchor && record.date->range.start + kRecent >= *anchor);
  set(F::old, record.date && anchor && record.date->range.end + kOld < *anchor);
  return features;
}

}  // namespace rasd
