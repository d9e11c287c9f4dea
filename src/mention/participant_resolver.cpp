#include "mention/participant_resolver.hpp"

#include <algorithm>
#include <array>

namespace rasd {
namespace {

// A country and how often the text names it.
struct CountryCount {
  std::string_view country;
  int count = 0;
};

class Resolver {
 public:
  Resolver(const TokenizedText& text, const ActorLexicon& actors, const ParticipantLists& lists, MentionSet& set)
      : text_(text), actors_(actors), lists_(lists), set_(set) {}

  void run() {
    count_countries();
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < set_.mentions.size(); ++i) {
      const Mention& mention = set_.mentions[i];
      while (sentence + 1 < text_.sentences.size() && mention.tokens.begin >= text_.sentences[sentence].tokens.end)
        ++sentence;
      if (mention.type != MentionType::participant) continue;
      ParticipantValue& value = set_.participants[mention.value];
      const std::string_view here = country_of(sentence);
      if (value.id != kNoId) {
        choose(mention, value, here);
      } else if (value.generic) {
        refer_back(value);
      }
      if (value.id == kNoId) give_country(value, here);
      if (value.country.empty() && is_group(value.kind) && has_branch(value.id, here)) value.country = here;
      remember(mention, value);
    }
  }

 private:
  enum Group : std::size_t { kGroupMention, kCoalition, kArmy, kGroups };

  void count_countries() {
    by_sentence_.assign(text_.sentences.size(), std::string_view());
    mixed_.assign(text_.sentences.size(), false);
    std::size_t sentence = 0;
    std::uint32_t name_end = 0;
    for (const Mention& mention : set_.mentions) {
      while (sentence + 1 < text_.sentences.size() && mention.tokens.begin >= text_.sentences[sentence].tokens.end)
        ++sentence;
      std::string_view country;
      int weight = 1;
      if (mention.type == MentionType::date) count_year(set_.date(mention));
      // «the Islamic Resistance in Lebanon»: a place in a name is not where things happen.
      if (mention.type == MentionType::participant && set_.participant(mention).id != kNoId)
        name_end = std::max(name_end, set_.participant(mention).head.end);
      if (mention.type == MentionType::place && mention.tokens.end <= name_end) continue;
      if (mention.type == MentionType::place) {
        country = set_.place(mention).country;
        weight = 2;
        if (!country.empty() && sentence < by_sentence_.size()) {
          if (!by_sentence_[sentence].empty() && by_sentence_[sentence] != country) mixed_[sentence] = true;
          if (by_sentence_[sentence].empty()) by_sentence_[sentence] = country;
        }
      } else if (mention.type == MentionType::participant) {
        const ParticipantValue& value = set_.participant(mention);
        if (value.id == kNoId || !actors_.entry(value.id).shared) country = value.country;
      }
      if (country.empty()) continue;
      const auto known =
          std::find_if(counts_.begin(), counts_.end(), [&](const CountryCount& c) { return c.country == country; });
      if (known == counts_.end()) {
        counts_.push_back({country, weight});
      } else {
        known->count += weight;
      }
    }
    int best = 0;
    for (const CountryCount& each : counts_) {
      if (each.count > best) {
        best = each.count;
        focus_ = each.country;
      }
    }
  }

  // The latest year that the text tells of.
  void count_year(const DateValue& date) {
    if (!date.resolved || date.is_since) return;
    year_ = std::max(year_, static_cast<int>(std::chrono::year_month_day(date.resolved->end).year()));
  }

  // Whether the actor was active in that year, as far as both are known.
  [[nodiscard]] bool active(ActorId id) const {
    const std::string& years = actors_.entry(id).years;
    if (year_ == 0 || years.empty()) return true;
    const std::size_t dash = years.find('-');
    const auto number = [](std::string_view text) {
      int value = 0;
      for (const char c : text) value = value * 10 + (c - '0');
      return value;
    };
    const int from = number(std::string_view(years).substr(0, dash));
    const int to = dash == std::string::npos ? from : number(std::string_view(years).substr(dash + 1));
    return year_ >= from && (to == 0 || year_ <= to);
  }

  [[nodiscard]] std::string_view country_of(std::size_t sentence) const {
    if (sentence < by_sentence_.size() && !mixed_[sentence] && !by_sentence_[sentence].empty())
      return by_sentence_[sentence];
    return focus_;
  }

  // Of the actors that share a name, the one that acts in the country here, or in the one that the text names most. Where none of a
  // doubtful name does, it is just a noun.
  void choose(const Mention& mention, ParticipantValue& value, std::string_view here) {
    if (!actors_.entry(value.id).shared) return;
    hits_.clear();
    for (std::uint32_t at = mention.tokens.begin; at < mention.tokens.end && hits_.empty(); ++at) {
      actors_.names().find(text_, at, mention.tokens.end, hits_);
      if (!hits_.empty() && !is_hit(value.id)) hits_.clear();
    }
    if (hits_.empty()) return;
    int best = -1;
    ActorId chosen = value.id;
    bool doubtful = false;
    for (const NameHit& hit : hits_) {
      if (hit.tokens.end != hits_.front().tokens.end) break;
      int score = actors_.acts_in(actor_of(hit), here) ? 1000 : 0;
      for (const CountryCount& each : counts_) {
        if (actors_.acts_in(actor_of(hit), each.country)) score += each.count;
      }
      if (score > 0 && !active(actor_of(hit))) score = 1;
      if (score <= best) continue;
      best = score;
      chosen = actor_of(hit);
      doubtful = score == 0 && hit.payload != chosen;
    }
    if (doubtful) {
      value.id = kNoId;
      value.country = std::string_view();
      return;
    }
    if (chosen == value.id) return;
    const ActorEntry& entry = actors_.entry(chosen);
    value.id = chosen;
    if (!value.thing) value.kind = entry.kind;
    value.country = entry.country;
  }

  [[nodiscard]] bool is_hit(ActorId id) const {
    return std::any_of(hits_.begin(), hits_.end(), [&](const NameHit& hit) { return actor_of(hit) == id; });
  }

  [[nodiscard]] Group group_of(const ParticipantValue& value) const {
    const WordAnalysis& word = *text_.tokens[value.head.begin].word;
    const std::string& name = lists_.lexicon->value_text(word.value_in(lists_.classes.list(kGeneric)));
    if (name == "coalition") return kCoalition;
    return name == "army" ? kArmy : kGroupMention;
  }

  void refer_back(ParticipantValue& value) {
    const Group group = group_of(value);
    const std::int32_t last = last_[group];
    if (last < 0 || group == kArmy) return;
    const ParticipantValue& before = set_.participants[static_cast<std::size_t>(last)];
    // People of a group are not the group: «the gunmen» takes kind and country only.
    if (!value.victims) value.id = before.id;
    value.kind = before.kind;
    value.country = before.country;
  }

  // «the army», «the police», «the government» are those of the country that the text speaks of.
  void give_country(ParticipantValue& value, std::string_view here) {
    if (value.thing || value.person) return;
    if (value.kind != "state_forces" && value.kind != "police" && value.kind != "government") return;
    if (value.country.empty()) value.country = here;
    if (value.country.empty()) return;
    if (value.victims) {
      if (value.kind != "government")
        value.id = actors_.state_force(value.country, value.kind == "police" ? "police" : "army");
      return;
    }
    const WordAnalysis& word = *text_.tokens[value.head.begin].word;
    const ListId forces = lists_.classes.list(kForceNoun);
    std::string_view force = value.kind == "government"
                                 ? std::string_view("government")
                                 : split_value(lists_.lexicon->value_text(word.value_in(forces))).detail;
    for (const PhraseHit& phrase : phrases_at(value.head.begin)) {
      if (phrase.hit.list == forces && phrase.tokens == value.head) {
        force = split_value(lists_.lexicon->value_text(phrase.hit.value)).detail;
      }
    }
    if (!force.empty()) value.id = actors_.state_force(value.country, force);
  }

  [[nodiscard]] std::vector<PhraseHit> phrases_at(std::uint32_t token) const {
    std::vector<PhraseHit> out;
    auto it = std::lower_bound(text_.phrases.begin(), text_.phrases.end(), token,
                               [](const PhraseHit& hit, std::uint32_t t) { return hit.tokens.begin < t; });
    for (; it != text_.phrases.end() && it->tokens.begin == token; ++it) out.push_back(*it);
    return out;
  }

  // A group of many countries is put only where the table says that it has a branch.
  [[nodiscard]] bool has_branch(ActorId id, std::string_view here) const {
    return id == kNoId || actors_.entry(id).theatre.empty() || actors_.acts_in(id, here);
  }

  // Armed groups without a home («Islamic State», «gunmen») are put where the text is.
  [[nodiscard]] static bool is_group(std::string_view kind) {
    return kind == "rebel" || kind == "political_militia" || kind == "identity_militia" || kind == "protesters" ||
           kind == "rioters";
  }

  void remember(const Mention& mention, const ParticipantValue& value) {
    if (value.id == kNoId || value.person || value.thing) return;
    const auto index = static_cast<std::int32_t>(mention.value);
    if (value.kind == "rebel" || value.kind == "political_militia" || value.kind == "identity_militia") {
      last_[kGroupMention] = index;
    } else if (value.kind == "external_forces") {
      last_[kCoalition] = index;
    } else if (value.kind == "state_forces") {
      last_[kArmy] = index;
    }
  }

  const TokenizedText& text_;
  const ActorLexicon& actors_;
  const ParticipantLists& lists_;
  MentionSet& set_;
  std::vector<CountryCount> counts_;
  std::vector<std::string_view> by_sentence_;
  std::vector<bool> mixed_;
  std::string_view focus_;
  int year_ = 0;
  std::array<std::int32_t, kGroups> last_{-1, -1, -1};
  std::vector<NameHit> hits_;
};

}  // namespace

void resolve_participants(const TokenizedText& text, const ActorLexicon& actors, const ParticipantLists& lists,
                          MentionSet& set) {
  Resolver(text, actors, lists, set).run();
}

}  // namespace rasd
