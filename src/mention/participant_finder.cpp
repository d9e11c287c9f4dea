#include "mention/participant_finder.hpp"

#include <algorithm>

#include "mention/participant_reader.hpp"
#include "mention/participant_resolver.hpp"

namespace rasd {

struct ParticipantFinder::Lists : ParticipantLists {
  explicit Lists(ParticipantLists lists) : ParticipantLists(std::move(lists)) {}
};

namespace {

std::vector<TokenFacts> facts_of(const ListWindow& window, const MentionSet& set) {
  const TokenRange range = window.range();
  std::vector<TokenFacts> facts(range.size());
  for (std::size_t i = set.mentions.size(); i > 0; --i) {
    const Mention& mention = set.mentions[i - 1];
    if (mention.tokens.end <= range.begin) break;
    if (mention.tokens.begin < range.begin) continue;
    TokenFacts& first = facts[mention.tokens.begin - range.begin];
    const auto longest = [&](std::int32_t& slot) {
      if (slot < 0 || set.mentions[static_cast<std::size_t>(slot)].tokens.end < mention.tokens.end) {
        slot = static_cast<std::int32_t>(i - 1);
      }
    };
    if (mention.type == MentionType::place) longest(first.place);
    if (mention.type == MentionType::number) longest(first.number);
    if (mention.type != MentionType::date && mention.type != MentionType::number) continue;
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end && t < range.end; ++t) {
      TokenFacts& covered = facts[t - range.begin];
      (mention.type == MentionType::date ? covered.date : covered.counted) = true;
    }
  }
  return facts;
}

ParticipantValue value_of(const ParticipantPhrase& phrase) {
  ParticipantValue value;
  value.id = phrase.id;
  value.kind = phrase.kind.empty() ? std::string_view("unknown") : phrase.kind;
  value.country = phrase.country;
  value.head = phrase.head;
  value.person = phrase.person;
  value.named = phrase.named;
  value.plural = phrase.plural;
  value.thing = phrase.thing;
  value.victims = phrase.human;
  if (phrase.id == kNoId) value.group_noun = phrase.group_noun;
  value.generic = phrase.back_reference && phrase.bare_head && phrase.id == kNoId;
  if (phrase.thing) value.kind = "facility";
  if (phrase.human && !phrase.detail.empty()) value.group = phrase.detail;
  value.count = phrase.count;
  if (!value.count && phrase.human && !phrase.person) {
    if (phrase.dual) {
      value.count = CountRange{2, 2};
    } else if (!phrase.plural && !phrase.definite) {
      value.count = CountRange{1, 1};
    }
  }
  if (!value.count && phrase.person) value.count = CountRange{1, 1};
  return value;
}

}  // namespace

Result<ParticipantFinder> ParticipantFinder::load(const Lexicon& lexicon, std::shared_ptr<const ActorLexicon> actors) {
  Result<ParticipantLists> lists = ParticipantLists::load(lexicon, *actors);
  if (!lists) return lists.error();
  ParticipantFinder finder;
  finder.lists_ = std::make_shared<const Lists>(std::move(lists).value());
  finder.actors_ = std::move(actors);
  return finder;
}

void ParticipantFinder::mark(WordMarker& marker) const {
  lists_->classes.mark(marker);
  marker.mark_first_words(actors_->names().trie(), kActorNames, kMayBeginActor);
}

void ParticipantFinder::find(const TokenizedText& text, TokenRange range, MentionSet& out) const {
  if (range.empty()) return;
  const ListWindow window(text, range, *lists_->lexicon, lists_->classes);
  const std::vector<TokenFacts> facts = facts_of(window, out);
  ParticipantReader reader(window, *lists_, *actors_, out, facts);
  ParticipantPhrase phrase;
  std::vector<ParticipantPhrase> found;
  for (std::uint32_t i = range.begin; i < range.end;) {
    if (!text.tokens[i].is_word() && facts[i - range.begin].number < 0) {
      ++i;
      continue;
    }
    if (!reader.may_start(i) || !reader.read(i, phrase)) {
      ++i;
      continue;
    }
    found.push_back(phrase);
    i = std::max(phrase.end, i + 1);
  }
  for (const ParticipantPhrase& each : found) {
    Mention mention;
    mention.type = MentionType::participant;
    mention.tokens = {each.begin, each.end};
    mention.proclitics = each.proclitics;
    mention.stem = participant_stem(each.proclitics);
    mention.value = static_cast<std::uint32_t>(out.participants.size());
    out.participants.push_back(value_of(each));
    out.mentions.push_back(mention);
  }
}

void ParticipantFinder::resolve_generic(const TokenizedText& text, MentionSet& set) const {
  resolve_participants(text, *actors_, *lists_, set);
}

}  // namespace rasd
