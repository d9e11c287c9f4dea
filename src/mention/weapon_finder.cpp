#include "mention/weapon_finder.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace rasd {
namespace {

constexpr std::string_view kPrefix = "weapon.";

}  // namespace

struct WeaponFinder::Lists {
  std::vector<std::string> kinds;     // what stands behind "weapon." in the names of the lists
  std::vector<std::int32_t> kind_of;  // by ListId: index into kinds, or -1

  [[nodiscard]] std::int32_t kind(ListId list) const { return list < kind_of.size() ? kind_of[list] : -1; }
  [[nodiscard]] bool names_weapon(const WordAnalysis& word) const {
    for (const ListHit& hit : word.lists) {
      if (kind(hit.list) >= 0) return true;
    }
    return false;
  }
};

Result<WeaponFinder> WeaponFinder::load(const Lexicon& lexicon) {
  auto lists = std::make_shared<Lists>();
  for (const std::string& name : lexicon.list_names()) {
    if (name.compare(0, kPrefix.size(), kPrefix) != 0) continue;
    const ListId list = lexicon.list_id(name);
    if (lists->kind_of.size() <= list) lists->kind_of.resize(list + 1u, -1);
    lists->kind_of[list] = static_cast<std::int32_t>(lists->kinds.size());
    lists->kinds.push_back(name.substr(kPrefix.size()));
  }
  if (lists->kinds.empty()) return Diagnostic{"A202", "data/weapons", 0, 0, "no word list \"weapon.KIND\"", {}};
  WeaponFinder finder;
  finder.lists_ = std::move(lists);
  return finder;
}

void WeaponFinder::mark(WordMarker& marker) const {
  for (std::size_t list = 0; list < lists_->kind_of.size(); ++list) {
    if (lists_->kind_of[list] >= 0) marker.mark_list(static_cast<ListId>(list), kMayBeWeapon);
  }
}

void WeaponFinder::find(const TokenizedText& text, TokenRange range, MentionSet& out) const {
  auto phrase = std::lower_bound(text.phrases.begin(), text.phrases.end(), range.begin,
                                 [](const PhraseHit& hit, std::uint32_t token) { return hit.tokens.begin < token; });
  for (std::uint32_t i = range.begin; i < range.end;) {
    std::int32_t kind = -1;
    std::uint32_t end = i + 1;
    std::uint8_t proclitics = 0;
    while (phrase != text.phrases.end() && phrase->tokens.begin < i) ++phrase;
    for (auto it = phrase; it != text.phrases.end() && it->tokens.begin == i; ++it) {  // longest first
      kind = lists_->kind(it->hit.list);
      if (kind < 0 || it->tokens.end > range.end) {
        kind = -1;
        continue;
      }
      end = it->tokens.end;
      proclitics = it->proclitics;
      break;
    }
    if (kind < 0 && text.tokens[i].is_word() && text.tokens[i].may(kMayBeWeapon) &&
        lists_->names_weapon(*text.tokens[i].word)) {
      for (const Reading& reading : text.tokens[i].word->readings) {
        for (const ListHit& hit : reading.lists) {
          if (kind < 0 && (kind = lists_->kind(hit.list)) >= 0) proclitics = reading.proclitics;
        }
      }
    }
    if (kind < 0) {
      ++i;
      continue;
    }
    Mention mention;
    mention.type = MentionType::weapon;
    mention.tokens = {i, end};
    mention.proclitics = proclitics;
    const auto clitics = static_cast<std::uint8_t>(proclitics & (kAnyConjunction | kAnyPreposition));
    for (std::uint8_t rest = clitics; rest != 0; rest = static_cast<std::uint8_t>(rest & (rest - 1))) mention.stem += 2;
    if ((proclitics & kPrepLi) != 0 && (proclitics & kArticle) != 0) mention.stem -= 2;
    mention.value = static_cast<std::uint32_t>(out.weapons.size());
    out.weapons.push_back({lists_->kinds[static_cast<std::size_t>(kind)]});
    out.mentions.push_back(mention);
    i = end;
  }
}

}  // namespace rasd
