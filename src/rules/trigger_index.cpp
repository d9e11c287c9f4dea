#include "rules/trigger_index.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rasd {
namespace {

constexpr std::size_t kUsualBits = 32;  // words of 64 bits, by list

bool names_lists(const UnitTest& test) { return test.kind == UnitTest::Kind::lists && !test.negated; }

// The phrases that start in the sentence.
std::pair<const PhraseHit*, const PhraseHit*> phrases_of(const TokenizedText& text, const Sentence& sentence) {
  const auto before = [](const PhraseHit& hit, std::uint32_t token) { return hit.tokens.begin < token; };
  const PhraseHit* const end = text.phrases.data() + text.phrases.size();
  const PhraseHit* const first = std::lower_bound(text.phrases.data(), end, sentence.tokens.begin, before);
  const PhraseHit* last = first;
  while (last != end && last->tokens.begin < sentence.tokens.end) ++last;
  return {first, last};
}

}  // namespace

void TriggerIndex::add(TriggerProgram trigger) {
  for (std::uint32_t i = 0; i < trigger.units.size(); ++i) {
    if (names_lists(trigger.units[i])) {
      trigger.anchor = i;
      break;
    }
  }
  for (std::uint32_t i = 0; i < trigger.units.size(); ++i) {
    if (i != trigger.anchor && names_lists(trigger.units[i])) trigger.needs.push_back(trigger.units[i].lists);
  }
  triggers_.push_back(std::move(trigger));
}

void TriggerIndex::finish(std::size_t list_count) {
  bitmap_.assign(list_count / 64 + 1, 0);
  alone_.assign(list_count / 64 + 1, 0);
  by_list_.assign(list_count, {});
  by_needs_.assign(list_count, {});
  for (std::uint32_t number = 0; number < triggers_.size(); ++number) {
    const TriggerProgram& trigger = triggers_[number];
    for (ListId list : trigger.units[trigger.anchor].lists) {
      if (list >= list_count) continue;
      if (trigger.needs.empty()) alone_[list / 64] |= std::uint64_t{1} << (list % 64);
      bitmap_[list / 64] |= std::uint64_t{1} << (list % 64);
      by_list_[list].push_back(number);
      const auto same = [&](std::uint32_t other) { return triggers_[other].needs == trigger.needs; };
      if (std::none_of(by_needs_[list].begin(), by_needs_[list].end(), same)) by_needs_[list].push_back(number);
    }
  }
}

bool TriggerIndex::may_match(const TokenizedText& text, const Sentence& sentence) const {
  const auto range = phrases_of(text, sentence);
  const auto first = range.first, last = range.second;  // clang 14 captures no structured bindings
  // By list, one bit: a word or phrase of the sentence is in it (filled when first needed); the list was tried in vain.
  std::array<std::uint64_t, kUsualBits> few_standing, few_tried;
  std::vector<std::uint64_t> many;
  std::uint64_t* standing = few_standing.data();
  std::uint64_t* tried = few_tried.data();
  bool filled = false;
  const auto is_set = [&](const std::uint64_t* bits, ListId list) {
    return list < bitmap_.size() * 64 && ((bits[list / 64] >> (list % 64)) & 1u) != 0;
  };
  const auto set = [&](std::uint64_t* bits, ListId list) {
    if (list < bitmap_.size() * 64) bits[list / 64] |= std::uint64_t{1} << (list % 64);
  };
  const auto fill = [&] {
    filled = true;
    if (bitmap_.size() > kUsualBits) {
      many.assign(2 * bitmap_.size(), 0);
      standing = many.data();
      tried = many.data() + bitmap_.size();
    } else {
      std::fill_n(standing, bitmap_.size(), 0);
      std::fill_n(tried, bitmap_.size(), 0);
    }
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!text.tokens[i].may_be_listed) continue;
      for (const ListHit& hit : text.tokens[i].word->lists) set(standing, hit.list);
    }
    std::for_each(first, last, [&](const PhraseHit& phrase) { set(standing, phrase.hit.list); });
  };
  const auto stands = [&](const std::vector<ListId>& lists) {
    return std::any_of(lists.begin(), lists.end(), [&](ListId list) { return is_set(standing, list); });
  };
  const auto starts = [&](ListId list) {
    if (!may_trigger(list)) return false;
    if (((alone_[list / 64] >> (list % 64)) & 1u) != 0) return true;
    if (!filled) fill();
    if (is_set(tried, list)) return false;
    set(tried, list);
    const auto& numbers = by_needs_[list];
    return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) {
      const auto& needs = triggers_[number].needs;
      return std::all_of(needs.begin(), needs.end(), stands);
    });
  };
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (!text.tokens[i].may(kMayTrigger)) continue;
    for (const ListHit& hit : text.tokens[i].word->lists) {
      if (starts(hit.list)) return true;
    }
  }
  return std::any_of(first, last, [&](const PhraseHit& phrase) { return starts(phrase.hit.list); });
}

void TriggerIndex::candidates(const ClauseSet& clauses, UnitRange units, std::vector<std::uint32_t>& out) const {
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    const Unit& unit = clauses.units[units.begin + i];
    if (!unit.may_trigger || unit.has(MentionType::date)) continue;  // «fajr al-yawm» is a time, not the verb of the same letters
    const std::size_t first = out.size();
    const auto add = [&](ListId list) {
      if (!may_trigger(list)) return;
      for (std::uint32_t number : by_list_[list]) {
        // A trigger that names several lists comes up once for a word that is in two of them.
        bool known = false;
        for (std::size_t k = first; k < out.size(); k += 2) known = known || out[k + 1] == number;
        if (!known) {
          out.push_back(i);
          out.push_back(number);
        }
      }
    };
    unit.each_list(add);
  }
}

bool is_listed(const Unit& unit, const UnitTest& test) {
  if ((unit.proclitics & test.proclitics) != test.proclitics) return false;
  if (test.no_preposition && (unit.proclitics & kAnyPreposition) != 0) return false;
  return std::any_of(test.lists.begin(), test.lists.end(), [&](ListId list) { return unit.in(list); });
}

bool reads_as_listed(const Unit& unit, const std::vector<ListId>& lists) {
  if (!unit.finite_verb || unit.phrase.list != kNoList || unit.head == nullptr) return true;
  for (const Reading& reading : unit.head->readings) {
    if (reading.pos == Pos::noun || reading.pos == Pos::adjective) continue;
    for (const ListHit& hit : reading.lists) {
      if (std::find(lists.begin(), lists.end(), hit.list) != lists.end()) return true;
    }
  }
  return false;
}

}  // namespace rasd
