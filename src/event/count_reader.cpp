#include "event/count_reader.hpp"

#include <algorithm>

namespace rasd {
namespace {

constexpr std::uint32_t kMaxJoined = 6;
constexpr std::uint32_t kOfWhom = 6;  // units between a bare figure and what is joined to it

// The cardinal that begins at the first token of a range: «dozens» that stands for people.
const NumberValue* number_at(const Analysis& analysis, TokenRange range) {
  const auto& mentions = analysis.mentions->mentions;
  auto it = std::lower_bound(mentions.begin(), mentions.end(), range.begin,
                             [](const Mention& mention, std::uint32_t token) { return mention.tokens.begin < token; });
  for (; it != mentions.end() && it->tokens.begin == range.begin; ++it) {
    if (it->type != MentionType::number || !range.contains(it->tokens)) continue;
    const NumberValue& number = analysis.mentions->number(*it);
    if (number.kind == NumberKind::cardinal) return &number;
  }
  return nullptr;
}

std::optional<CountArgument> count_of(const Analysis& analysis, const Unit& unit, std::string_view rule) {
  CountArgument count;
  count.rule = rule;
  count.tokens = unit.tokens;
  const MentionSet& set = *analysis.mentions;
  const int participant = unit.mentions[static_cast<int>(MentionType::participant)];
  const int number = unit.mentions[static_cast<int>(MentionType::number)];
  if (participant >= 0) {
    const Mention& mention = analysis.mention(participant);
    const ParticipantValue& value = set.participant(mention);
    count.stem = mention.stem;
    if (value.group) count.group = *value.group;
    const NumberValue* figure = number_at(analysis, mention.tokens);
    // «dozens» by itself reads like a noun in the singular
    if (value.count && !(figure != nullptr && figure->vague && *value.count == CountRange{1, 1})) {
      count.count = *value.count;
    } else if (figure != nullptr) {
      count.count = count_of_people(figure->range);
    } else if (value.plural) {
      count.count = {1, std::nullopt};
    } else if (value.thing) {
      return std::nullopt;
    } else {
      count.count = {1, 1};
    }
    return count;
  }
  if (number >= 0) {
    const Mention& mention = analysis.mention(number);
    if (set.number(mention).kind != NumberKind::cardinal) return std::nullopt;
    count.stem = mention.stem;
    count.count = count_of_people(set.number(mention).range);
    return count;
  }
  return std::nullopt;
}

bool is_people(const Analysis& analysis, const Unit& unit) {
  const int index = unit.mentions[static_cast<int>(MentionType::participant)];
  if (index < 0) return false;
  const ParticipantValue& value = analysis.mentions->participant(analysis.mention(index));
  return !value.thing && (value.victims || value.person || value.count);
}

// «four soldiers and three guards were wounded»: the first of those who are joined before the trigger, where no act stands before them.
std::uint32_t first_joined(const Analysis& analysis, const Clause& clause, std::uint32_t unit, std::uint32_t trigger) {
  const auto& units = analysis.clauses->units;
  std::uint32_t first = unit;
  while (first < trigger && first > clause.units.begin && (units[first].proclitics & kConjWa) != 0 && is_people(analysis, units[first]) &&
         is_people(analysis, units[first - 1])) {
    --first;
  }
  if (first == unit || first == clause.units.begin) return first;
  const Unit& before = units[first - 1];
  const bool particle = before.head != nullptr && !before.head->readings.empty() && before.head->readings.front().pos == Pos::particle;
  return particle ? first : unit;
}

// A verb, or a word that is one unless a noun is meant («juriha»), with an ending for several people.
bool is_verb(const Unit& unit) {
  return unit.finite_verb || (unit.types == 0 && (unit.features & (kPerfect | kImperfect)) != 0 && (unit.features & kPlural) != 0);
}

// «21 tourists and a policeman»: what is joined to the counted people adds up.
void add_joined(const Analysis& analysis, const Clause& clause, std::uint32_t unit, CountArgument& count) {
  const auto& units = analysis.clauses->units;
  const auto people = [&](const Unit& u) { return is_people(analysis, u); };
  std::uint32_t first = unit + 1;
  if (!people(units[unit])) {
    // «3 of the "village guards" and 4 soldiers»: whom a bare figure counts stands behind it.
    while (first < clause.units.end && first < unit + kOfWhom && (units[first].proclitics & kConjWa) == 0 && !units[first].finite_verb) ++first;
    if (first == clause.units.end || first < unit + 3 || !units[first].counted) return;
  }
  for (std::uint32_t next = first; next < clause.units.end && next < unit + kMaxJoined; ++next) {
    const Unit& u = units[next];
    if ((u.proclitics & kConjWa) == 0 || (u.proclitics & kAnyPreposition) != 0 || !people(u)) return;
    // «and three others were hurt»: the next verb's subject.
    if (next + 1 < clause.units.end && is_verb(units[next + 1])) return;
    const auto more = count_of(analysis, u, count.rule);
    if (!more) return;
    count.count.min += more->count.min;
    count.count.max =
        count.count.max && more->count.max ? std::optional(*count.count.max + *more->count.max) : std::nullopt;
    count.group = more->group == count.group ? count.group : std::string_view();
  }
}

// Whether a phrase of the list begins at the token.
bool has_phrase(const TokenizedText& text, std::uint32_t token, ListId list) {
  auto phrase = std::lower_bound(text.phrases.begin(), text.phrases.end(), token,
                                 [](const PhraseHit& hit, std::uint32_t at) { return hit.tokens.begin < at; });
  for (; phrase != text.phrases.end() && phrase->tokens.begin == token; ++phrase) {
    if (phrase->hit.list == list) return true;
  }
  return false;
}

}  // namespace

CountReader::CountReader(const Lexicon& lexicon)
    : bound_behind_(lexicon.list_id("number.bound_behind")),
      one_of_(lexicon.list_id("event.one_of")),
      dual_(lexicon.list_id("event.dual_victims")),
      collective_(lexicon.list_id("event.collective")),
      two_others_(lexicon.list_id("event.two_others")) {}

// «one of its members»: one, although the noun behind it is plural.
bool CountReader::is_one_of(const Analysis& analysis, TokenRange who) const {
  const Token& head = analysis.text->tokens[who.begin];
  return head.is_word() && head.word->in(one_of_);
}

bool CountReader::is_single(const Analysis& analysis, const Argument& target, const ParticipantValue& who) const {
  if (is_one_of(analysis, target.tokens)) return true;
  const Token& head = analysis.text->tokens[target.tokens.begin];
  return !who.plural && !(head.is_word() && head.word->in(collective_));
}

std::optional<CountArgument> CountReader::stated(const Analysis& analysis, const Clause& clause, std::uint32_t unit, std::uint32_t trigger,
                                                 std::string_view rule) const {
  const auto& units = analysis.clauses->units;
  const std::uint32_t head = first_joined(analysis, clause, unit, trigger);
  auto count = count_of(analysis, units[head], rule);
  if (!count) return std::nullopt;
  if (!count->count.max && count->count.min == 1 && is_one_of(analysis, count->tokens)) count->count.max = 1;
  add_joined(analysis, clause, head, *count);
  // «a soldier at least»: no figure that the number finder could open
  const std::uint32_t next = unit + 1;
  if (next < clause.units.end && !units[next].has(MentionType::number) &&
      has_phrase(*analysis.text, units[next].tokens.begin, bound_behind_)) {
    count->count.max.reset();
  }
  return count;
}

CountArgument CountReader::implied(const Analysis& analysis, const Unit& trigger, std::string_view rule) const {
  // «14 dead of the forces» is one unit: its figure is stated
  if (trigger.mentions[static_cast<int>(MentionType::participant)] >= 0) {
    if (const auto stated = count_of(analysis, trigger, rule); stated && stated->count.min > 1) return *stated;
  }
  CountArgument count;
  count.rule = rule;
  count.tokens = trigger.tokens;
  count.implied = true;
  std::uint32_t number = trigger.features & (kSingular | kDual | kPlural);
  if ((trigger.features & kDualOrPlural) != 0) number = trigger.in(dual_) ? kDual : kPlural;
  if (number == kDual) {
    count.count = {2, 2};
  } else if (number == kSingular) {
    count.count = {1, 1};
  } else {
    count.count = {1, std::nullopt};
  }
  return count;
}

std::optional<CountArgument> CountReader::of_others(const Analysis& analysis, const Clause& clause, std::uint32_t unit,
                                                     std::string_view rule) const {
  if (unit >= clause.units.end) return std::nullopt;
  const Unit& who = analysis.clauses->units[unit];
  if ((who.proclitics & (kArticle | kAnyPreposition)) != 0) return std::nullopt;
  CountArgument count;
  count.rule = rule;
  count.tokens = who.tokens;
  count.count = {1, 1};
  if (two_others_ != kNoList && who.in(two_others_)) {
    count.count = {2, 2};
    return count;
  }
  const int index = who.mentions[static_cast<int>(MentionType::number)];
  if (index < 0 || analysis.mentions->number(analysis.mention(index)).kind != NumberKind::ordinal) return std::nullopt;
  return count;
}

// «the wounding of others», «the minister was hit»: who is harmed without a figure is one, or one at least.
std::optional<CountArgument> CountReader::of_harmed(const Analysis& analysis, const std::vector<Argument>& targets) const {
  for (const Argument& target : targets) {
    if (target.mention < 0 || analysis.mention(target.mention).type != MentionType::participant) continue;
    const ParticipantValue& who = analysis.mentions->participant(analysis.mention(target.mention));
    if (who.thing || !(who.person || who.victims)) continue;
    CountArgument count;
    count.rule = target.rule;
    count.tokens = target.tokens;
    count.stem = target.stem;
    count.implied = true;
    count.count = who.count ? *who.count : is_single(analysis, target, who) ? CountRange{1, 1} : CountRange{1, std::nullopt};
    return count;
  }
  return std::nullopt;
}

}  // namespace rasd
