// The participants and weapons of a text, with the project's own tables.
#pragma once

#include "mention/date_finder.hpp"
#include "mention/number_finder.hpp"
#include "mention/participant_finder.hpp"
#include "mention/place_support.hpp"
#include "mention/weapon_finder.hpp"

namespace rasd {

struct FoundParticipant {
  std::string text;
  std::string id;
  std::string kind;
  std::string country;
  std::string group;
  std::optional<CountRange> count;
  bool person = false;
  bool thing = false;
  bool generic = false;
};

struct FoundWeapon {
  std::string text;
  std::string kind;
};

class Participants {
 public:
  Participants() {
    const std::string data = std::string(RASD_SOURCE_DIR) + "/data";
    normalizer = keep(Normalizer::load(data + "/normalization"));
    Diagnostics faults;
    std::vector<WordList> lists;
    for (const std::string& directory : {data, std::string(RASD_SOURCE_DIR) + "/rules"}) {
      for (const std::string& path : list_files(directory, ".lst")) {
        Result<std::string> content = read_file(path);
        if (!content) continue;
        for (WordList& list : parse_word_lists(content.value(), path, faults)) lists.push_back(std::move(list));
      }
    }
    resolve_imports(lists, faults);
    gazetteer = take(Gazetteer::load(data + "/gazetteer", *normalizer, vocabulary));
    actors = take(ActorLexicon::load(data + "/actors", *normalizer, vocabulary));
    lexicon = take(Lexicon::build(data, *normalizer, lists, vocabulary));
    if (!gazetteer || !actors || !lexicon) return;
    phrases = std::make_unique<PhraseFinder>(*lexicon, *normalizer, lists, vocabulary);
    splitter = keep(SentenceSplitter::load(data + "/segmentation", *normalizer));
    tokenizer = std::make_unique<Tokenizer>(*splitter, *phrases);
    dates = keep(DateFinder::load(*lexicon, data + "/calendar"));
    numbers = keep(NumberFinder::load(*lexicon));
    places = keep(PlaceFinder::load(*lexicon, gazetteer));
    weapons = keep(WeaponFinder::load(*lexicon));
    participants = keep(ParticipantFinder::load(*lexicon, actors));
  }

  [[nodiscard]] std::vector<FoundParticipant> find(const std::string& text) const {
    std::vector<FoundParticipant> out;
    run(text, [&](const TokenizedText& tokens, const MentionSet& set, const Mention& mention) {
      if (mention.type != MentionType::participant) return;
      const ParticipantValue& value = set.participant(mention);
      out.push_back({original(text, tokens, mention), value.id == kNoId ? "" : actors->entry(value.id).id,
                     std::string(value.kind), std::string(value.country), std::string(value.group.value_or("")),
                     value.count, value.person, value.thing, value.generic});
    });
    return out;
  }

  [[nodiscard]] std::vector<FoundWeapon> find_weapons(const std::string& text) const {
    std::vector<FoundWeapon> out;
    run(text, [&](const TokenizedText& tokens, const MentionSet& set, const Mention& mention) {
      if (mention.type != MentionType::weapon) return;
      out.push_back({original(text, tokens, mention), std::string(set.weapon(mention).kind)});
    });
    return out;
  }

  // The participant of that text; fails where there is none.
  [[nodiscard]] FoundParticipant one(const std::string& text, const std::string& name) const {
    std::string all;
    for (const FoundParticipant& each : find(text)) {
      if (each.text == name) return each;
      all += " [" + each.text + "]";
    }
    ADD_FAILURE() << "no participant \"" << name << "\" in \"" << text << "\", but" << all;
    return {};
  }

  std::unique_ptr<Normalizer> normalizer;
  Vocabulary vocabulary;
  std::shared_ptr<const Gazetteer> gazetteer;
  std::shared_ptr<const ActorLexicon> actors;
  std::shared_ptr<const Lexicon> lexicon;
  std::unique_ptr<PhraseFinder> phrases;
  std::unique_ptr<SentenceSplitter> splitter;
  std::unique_ptr<Tokenizer> tokenizer;
  std::unique_ptr<DateFinder> dates;
  std::unique_ptr<NumberFinder> numbers;
  std::unique_ptr<PlaceFinder> places;
  std::unique_ptr<WeaponFinder> weapons;
  std::unique_ptr<ParticipantFinder> participants;

 private:
  template <class Visit>
  void run(const std::string& text, Visit visit) const {
    WordCache cache(*lexicon);
    NormalizedText normalized;
    normalizer->normalize(text, normalized);
    TokenizedText tokens;
    tokenizer->tokenize(normalized, text, 0, cache, tokens);
    MentionSet set;
    for (const Sentence& sentence : tokens.sentences) {
      dates->find(tokens, sentence.tokens, make_date(2020, 5, 14), set);
      numbers->find(tokens, sentence.tokens, set);
      places->find(tokens, sentence.tokens, set);
      weapons->find(tokens, sentence.tokens, set);
      participants->find(tokens, sentence.tokens, set);
    }
    std::stable_sort(set.mentions.begin(), set.mentions.end(), [](const Mention& a, const Mention& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    places->disambiguate(tokens, {}, set);
    participants->resolve_generic(tokens, set);
    for (const Mention& mention : set.mentions) visit(tokens, set, mention);
  }

  [[nodiscard]] static std::string original(const std::string& text, const TokenizedText& tokens,
                                            const Mention& mention) {
    const OriginalSpan span = tokens.original(mention.tokens, mention.stem);
    return text.substr(span.begin, span.size());
  }

  template <class T>
  static T take(Result<T> result) {
    if (!result) {
      ADD_FAILURE() << result.error().front().to_string();
      return T();
    }
    return std::move(result).value();
  }
  template <class T>
  static std::unique_ptr<T> keep(Result<T> result) {
    if (!result) {
      ADD_FAILURE() << result.error().front().to_string();
      return nullptr;
    }
    return std::make_unique<T>(std::move(result).value());
  }
};

// Loaded once for all tests of a binary.
inline const Participants& participants() {
  static const Participants loaded;
  return loaded;
}

}  // namespace rasd
