#include "eval/agreement.hpp"

#include <algorithm>

namespace rasd::eval {
namespace {

bool is_same(const Party& left, const Party& right) {
  return std::any_of(left.names.begin(), left.names.end(), [&right](const Name& name) {
    return std::any_of(right.names.begin(), right.names.end(), [&name](const Name& other) { return is_same_name(name, other); });
  });
}

// One to one. An optional party of gold may take one of the program's, and is neither asked for nor an extra then.
Tally compare_parties(const std::vector<Party>& gold, const std::vector<Party>& found) {
  std::vector<const Party*> free;
  for (const Party& party : found) free.push_back(&party);
  Tally tally;
  for (const bool optional : {false, true}) {
    for (const Party& party : gold) {
      if (party.optional != optional) continue;
      const auto hit = std::find_if(free.begin(), free.end(), [&party](const Party* other) { return is_same(party, *other); });
      if (!optional) ++(hit != free.end() ? tally.right : tally.missed);
      if (hit != free.end()) free.erase(hit);
    }
  }
  tally.extra = free.size();
  return tally;
}

Tally compare_value(bool is_told, bool is_said, bool is_right, bool may_be_absent) {
  const bool is_asked = is_told && !may_be_absent;
  if (is_said && is_right) return {1, 0, 0};
  return {0, std::size_t{is_said}, std::size_t{is_asked}};
}

template <class T>
bool holds(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// The place told, one that the same event is said to touch as well, or another that counts.
bool is_right_place(const ScoredEvent& gold, const Party& place) {
  const auto is_it = [&place](const Party& other) { return is_same(other, place); };
  if (gold.has_location && std::any_of(gold.places.begin(), gold.places.end(), is_it)) return true;
  return std::any_of(gold.alternatives.locations.begin(), gold.alternatives.locations.end(), is_it);
}

bool is_right_value(Argument argument, const ScoredEvent& gold, const ScoredEvent& found) {
  const Alternatives& other = gold.alternatives;
  switch (argument) {
    case Argument::date: return gold.date == found.date || holds(other.dates, *found.date);
    case Argument::country: return gold.country == found.country || holds(other.countries, found.country);
    case Argument::location: return is_right_place(gold, *found.location());
    default: {
      const std::size_t i = static_cast<std::size_t>(argument) - kFirstCount;
      return gold.counts[i] == found.counts[i] || holds(other.counts[i], *found.counts[i]);
    }
  }
}

}  // namespace

Tally agreement(Argument argument, const ScoredEvent& gold, const ScoredEvent* found) {
  static const std::vector<Party> kNobody;
  if (argument == Argument::actors) return compare_parties(gold.actors, found != nullptr ? found->actors : kNobody);
  if (argument == Argument::targets) return compare_parties(gold.targets, found != nullptr ? found->targets : kNobody);
  const bool is_said = found != nullptr && found->size(argument) > 0;
  return compare_value(gold.size(argument) > 0, is_said, is_said && is_right_value(argument, gold, *found),
                       gold.alternatives.may_be_absent[static_cast<std::size_t>(argument)]);
}

bool has_same_sub_type(const ScoredEvent& gold, const ScoredEvent& found) {
  return found.sub_type == gold.sub_type || holds(gold.alternatives.sub_types, found.sub_type);
}

bool overlaps(const ScoredEvent& left, const ScoredEvent& right) {
  return std::any_of(left.spans.begin(), left.spans.end(), [&right](const TextRange& a) {
    return std::any_of(right.spans.begin(), right.spans.end(), [&a](const TextRange& b) { return a.start < b.end && b.start < a.end; });
  });
}

double weight(const ScoredEvent& gold, const ScoredEvent& found) {
  const bool same_sub_type = has_same_sub_type(gold, found);
  if (gold.type != found.type && !same_sub_type) return 0;
  const bool overlap = overlaps(gold, found);
  std::size_t arguments = 0;
  for (std::size_t i = 0; i < kArguments; ++i) {
    const auto argument = static_cast<Argument>(i);
    if (argument != Argument::country && agreement(argument, gold, &found).right > 0) ++arguments;
  }
  if (!overlap && arguments < 2) return 0;
  const bool is_required = !gold.optional && gold.is_asserted();
  return 2.0 + (same_sub_type ? 3.0 : 0.0) + (overlap ? 2.5 : 0.0) + static_cast<double>(arguments) + (is_required ? 0.25 : 0.0);
}

}  // namespace rasd::eval
