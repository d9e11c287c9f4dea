// How arguments of two mentions relate: used by the merger to tell one incident from two.
#include <algorithm>

#include "event/merger.hpp"

namespace rasd {
namespace {

// Whether one of the two names' words all stand in the other.
bool words_overlap(const Analysis& analysis, TokenRange a, TokenRange b) {
  const auto& tokens = analysis.text->tokens;
  const TokenRange& shorter = a.size() <= b.size() ? a : b;
  const TokenRange& longer = a.size() <= b.size() ? b : a;
  bool any = false;
  for (std::uint32_t i = shorter.begin; i < shorter.end; ++i) {
    if (!tokens[i].is_word()) continue;
    bool found = false;
    const Reading* left = tokens[i].word->readings.empty() ? nullptr : &tokens[i].word->readings.front();
    for (std::uint32_t j = longer.begin; j < longer.end && !found; ++j) {
      if (!tokens[j].is_word()) continue;
      const Reading* right = tokens[j].word->readings.empty() ? nullptr : &tokens[j].word->readings.front();
      found = tokens[i].word == tokens[j].word;
      if (!found && left != nullptr && right != nullptr) {
        if (left->lemma != 0 && left->lemma == right->lemma) found = true;
        const std::string_view ls = std::string_view(tokens[i].word->folded).substr(left->stem_begin, left->stem_end - left->stem_begin);
        const std::string_view rs = std::string_view(tokens[j].word->folded).substr(right->stem_begin, right->stem_end - right->stem_begin);
        if (!ls.empty() && ls == rs) found = true;
      }
    }
    if (!found) return false;
    any = true;
  }
  return any;
}

constexpr double kSameArea = 12;  // km: a quarter, a camp or a suburb of the same town

bool acts_for_state(const ParticipantValue& value) {
  return value.kind == "state_forces" || value.kind == "government" || value.kind == "external_forces";
}

bool is_settlement(std::string_view kind) { return kind == "city" || kind == "town" || kind == "village" || kind == "capital"; }

}  // namespace

Agreement compare_places(const Analysis& analysis, const Argument& a, const Argument& b) {
  if (a.mention < 0 || b.mention < 0) return Agreement::unknown;
  if (a.mention == b.mention) return Agreement::same;
  const PlaceValue& x = analysis.mentions->place(analysis.mention(a.mention));
  const PlaceValue& y = analysis.mentions->place(analysis.mention(b.mention));
  if (x.id != kNoId && y.id != kNoId) {
    if (x.id == y.id) return Agreement::same;
    if (analysis.gazetteer->within(x.id, y.id) || analysis.gazetteer->within(y.id, x.id)) return Agreement::within;
    const GazetteerEntry left = analysis.gazetteer->entry(x.id);
    const GazetteerEntry right = analysis.gazetteer->entry(y.id);
    const bool near = left.located() && right.located() && distance_km(left, right) <= kSameArea;
    return near ? Agreement::within : Agreement::different;
  }
  if (words_overlap(analysis, x.name.empty() ? a.tokens : x.name, y.name.empty() ? b.tokens : y.name)) return Agreement::same;
  if (!x.country.empty() && !y.country.empty() && x.country != y.country) return Agreement::different;
  // A place that no gazetteer has may well lie in a province, or in the town that is named elsewhere.
  const bool both_settlements = is_settlement(x.kind) && is_settlement(y.kind);
  return both_settlements ? Agreement::different : Agreement::unknown;
}

Agreement compare_participants(const Analysis& analysis, const Argument& a, const Argument& b) {
  if (a.tokens == b.tokens) return Agreement::same;
  if (a.mention >= 0 && b.mention >= 0) {
    const ParticipantValue& x = analysis.mentions->participant(analysis.mention(a.mention));
    const ParticipantValue& y = analysis.mentions->participant(analysis.mention(b.mention));
    if (x.id != kNoId && y.id != kNoId) {
      if (x.id == y.id) return Agreement::same;
      // An army, its command and its government speak and act for one state.
      const bool one_state = acts_for_state(x) && acts_for_state(y) && !x.country.empty() && x.country == y.country;
      return one_state ? Agreement::within : Agreement::different;
    }
    // «militias backed by Iran» are not Iran.
    const bool one_kind = acts_for_state(x) == acts_for_state(y) || x.kind == "unknown" || y.kind == "unknown";
    if (one_kind && words_overlap(analysis, a.tokens, b.tokens)) return Agreement::same;
    if (!x.country.empty() && !y.country.empty() && x.country != y.country && x.named && y.named) return Agreement::different;
    if (x.generic || y.generic || x.kind == y.kind || x.kind == "unknown" || y.kind == "unknown") return Agreement::unknown;
    return x.named && y.named ? Agreement::different : Agreement::unknown;
  }
  return words_overlap(analysis, a.tokens, b.tokens) ? Agreement::same : Agreement::unknown;
}

Agreement compare_dates(const Analysis& analysis, const Argument& a, const Argument& b) {
  if (a.mention < 0 || b.mention < 0) return Agreement::unknown;
  const DateValue& x = analysis.mentions->date(analysis.mention(a.mention));
  const DateValue& y = analysis.mentions->date(analysis.mention(b.mention));
  if (!x.resolved || !y.resolved) return Agreement::unknown;
  if (*x.resolved == *y.resolved) return Agreement::same;
  const bool overlap = x.resolved->start <= y.resolved->end && y.resolved->start <= x.resolved->end;
  if (overlap) return Agreement::within;
  // «the night of» and a report past midnight are a day apart.
  return Agreement::different;
}

}  // namespace rasd
