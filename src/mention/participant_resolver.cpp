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

constexpr std::size_t kArticleBytes = 4;

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
      } else if (value.generic || value.group_noun != kNoId) {
        refer_back(value);
      }
      if (value.id == kNoId) give_country(value, here);
      if (value.country.empty() && is_group(value.kind) && has_branch(value.id, here)) value.country = here;
      remember(mention, value);
    }
  }

 private:
  enum Group : std::size_t { kCoalition, kArmy, kGroups };

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
        if (value.id != kNoId && is_coalition(actors_.entry(value.id))) coalitions_.push_back(value.id);
      }
      add_count(counts_, country, weight);
    }
    int best = 0;
    for (const CountryCount& each : counts_) {
      if (each.count > best) {
        best = each.count;
        focus_ = each.country;
      }
    }
  }

  static void add_count(std::vector<CountryCount>& counts, std::string_view country, int weight) {
    if (country.empty()) return;
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const CountryCount& c) { return c.country == country; });
    if (known == counts.end()) {
      counts.push_back({country, weight});
    } else {
      known->count += weight;
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

  void refer_back(ParticipantValue& value) {
    const std::uint32_t noun = value.group_noun != kNoId ? value.group_noun : value.head.begin;
    const WordAnalysis& word = *text_.tokens[noun].word;
    const std::string& group = lists_.lexicon->value_text(word.value_in(lists_.classes.list(kGeneric)));
    if (group == "army") return;
    const bool people = value.victims && value.group_noun == kNoId;
    const std::int32_t found = group == "coalition" ? last_[kCoalition] : named_group(word, group == "proper", !people);
    if (found < 0) return;
    const ParticipantValue& named = set_.participants[static_cast<std::size_t>(found)];
    // People of a group are not the group: «the gunmen» takes kind and country only.
    if (!people) value.id = named.id;
    value.kind = named.kind;
    value.country = named.country;
  }

  // The group that «the movement» means: the one named last whose own name begins so, else the one named last that the noun may be said
  // of (`proper`: only of one that is not called by another such noun), else the first one that is still to be named.
  [[nodiscard]] std::int32_t named_group(const WordAnalysis& noun, bool proper, bool ahead) const {
    std::string_view bare = noun.folded;
    if (bare.size() > kArticleBytes) bare.remove_prefix(kArticleBytes);
    const auto fits = [&](std::int32_t index) {
      const std::string& head = actors_.entry(set_.participants[static_cast<std::size_t>(index)].id).head;
      return !proper || head == bare || !std::binary_search(lists_.generic.begin(), lists_.generic.end(), head);
    };
    for (std::size_t i = groups_.size(); i-- > 0;) {
      if (actors_.entry(set_.participants[static_cast<std::size_t>(groups_[i])].id).head == bare) return groups_[i];
    }
    for (std::size_t i = groups_.size(); i-- > 0;) {
      if (fits(groups_[i])) return groups_[i];
    }
    if (!ahead) return -1;
    for (std::size_t i = 0; i < set_.participants.size(); ++i) {
      const ParticipantValue& value = set_.participants[i];
      if (is_named_group(value) && !actors_.entry(value.id).shared && fits(static_cast<std::int32_t>(i))) return static_cast<std::int32_t>(i);
    }
    return -1;
  }

  // «the army», «the police», «the government» are those of the country that the text speaks of.
  void give_country(ParticipantValue& value, std::string_view here) {
    if (value.thing || value.person) return;
    if (value.kind != "state_forces" && value.kind != "police" && value.kind != "government") return;
    const bool inferred = value.country.empty();
    if (inferred) value.country = here;
    if (value.country.empty()) return;
    if (value.victims) {
      if (value.kind != "government") give_force(value, value.kind == "police" ? "police" : "army", inferred);
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
    if (!force.empty()) give_force(value, force, inferred);
  }

  // What a state has not got is another's, where the text only is about that state.
  void give_force(ParticipantValue& value, std::string_view force, bool inferred) {
    const LackingForce* lacking = inferred ? actors_.lacking(value.country, force, year_) : nullptr;
    if (lacking == nullptr) {
      value.id = actors_.state_force(value.country, force);
      return;
    }
    value.country = std::string_view();
    const ActorId whose = actors_.find(lacking->whose);
    if (whose != kNoId && std::find(coalitions_.begin(), coalitions_.end(), whose) != coalitions_.end()) {
      value.id = whose;
      value.kind = actors_.entry(whose).kind;
    } else if (std::any_of(counts_.begin(), counts_.end(), [&](const CountryCount& each) { return each.country == lacking->whose; })) {
      value.country = lacking->whose;
      value.id = actors_.state_force(value.country, force);
    }
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
  [[nodiscard]] static bool is_named_group(const ParticipantValue& value) {
    return value.id != kNoId && !value.person && !value.thing &&
           (value.kind == "rebel" || value.kind == "political_militia" || value.kind == "identity_militia");
  }
  [[nodiscard]] static bool is_group(std::string_view kind) {
    return kind == "rebel" || kind == "political_militia" || kind == "identity_militia" || kind == "protesters" ||
           kind == "rioters";
  }

  void remember(const Mention& mention, const ParticipantValue& value) {
    if (value.id == kNoId || value.person || value.thing) return;
    const auto index = static_cast<std::int32_t>(mention.value);
    if (is_named_group(value)) {
      groups_.push_back(index);
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
  std::vector<ActorId> coalitions_;  // that the text names
  std::vector<std::string_view> by_sentence_;
  std::vector<bool> mixed_;
  std::string_view focus_;
  int year_ = 0;
  std::array<std::int32_t, kGroups> last_{-1, -1};  // indices into MentionSet::participants
  std::vector<std::int32_t> groups_;                // the same, of the armed groups named so far
  std::vector<NameHit> hits_;
};

}  // namespace

void resolve_participants(const TokenizedText& text, const ActorLexicon& actors, const ParticipantLists& lists,
                          MentionSet& set) {
  Resolver(text, actors, lists, set).run();
}

}  // namespace rasd
