// «Damascus - agencies», «Aden (Aden al-Ghad)», «Baghdad/ agency»: place and agency before a mark at the head of the text.
#include <algorithm>

#include "event/scene_resolver.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kReach = 12;  // units in which a dateline ends

bool is_end_mark(std::string_view mark) {
  return mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == "\u2015" || mark == "/" || mark == "|" || mark == ":" || mark == ")";
}

}  // namespace

UnitRange dateline_of(const Analysis& analysis, std::uint32_t sentence) {
  const ClauseSet& set = *analysis.clauses;
  const auto first = std::lower_bound(set.clauses.begin(), set.clauses.end(), sentence,
                                      [](const Clause& clause, std::uint32_t s) { return clause.sentence < s; });
  if (first == set.clauses.end() || first->sentence != sentence) return {};
  const std::uint32_t begin = first->units.begin;
  std::uint32_t end = begin;  // behind the last mark of the dateline
  bool place = false;
  std::uint32_t words = 0;    // since the last mark
  for (std::uint32_t u = begin; u < set.units.size() && u < begin + kReach; ++u) {
    const Unit& unit = set.units[u];
    if (unit.kind == TokenKind::punctuation) {
      if (place && is_end_mark(analysis.text->text->view(analysis.text->tokens[unit.tokens.begin].span))) {
        end = u + 1;
        words = 0;
      }
      continue;
    }
    if (unit.finite_verb || (unit.proclitics & kAnyPreposition) != 0 || ++words > 4) break;
    if (u == begin && !unit.has(MentionType::place)) break;
    place = true;
  }
  return {begin, end};
}

}  // namespace rasd
