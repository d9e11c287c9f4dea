// The places of a text, with the project's own tables.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mention/place_finder.hpp"
#include "text/sentence_splitter.hpp"
#include "text/table_reader.hpp"
#include "token/phrase_finder.hpp"
#include "token/tokenizer.hpp"
#include "token/word_list.hpp"

namespace rasd {

struct FoundPlace {
  std::string name;
  std::string kind;
  std::string country;
  std::string id;
  int precision = 0;
};

class Places {
 public:
  Places() {
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
    auto loaded = Gazetteer::load(data + "/gazetteer", *normalizer, vocabulary);
    if (!loaded) {
      ADD_FAILURE() << loaded.error().front().to_string();
      return;
    }
    gazetteer = loaded.value();
    auto built = Lexicon::build(data, *normalizer, lists, vocabulary);
    if (!built) {
      ADD_FAILURE() << built.error().front().to_string();
      return;
    }
    lexicon = built.value();
    phrases = std::make_unique<PhraseFinder>(*lexicon, *normalizer, lists, vocabulary);
    splitter = keep(SentenceSplitter::load(data + "/segmentation", *normalizer));
    tokenizer = std::make_unique<Tokenizer>(*splitter, *phrases);
    finder = keep(PlaceFinder::load(*lexicon, gazetteer));
  }

  [[nodiscard]] std::vector<FoundPlace> find(const std::string& text, std::string_view hint = {}) const {
    WordCache cache(*lexicon);
    NormalizedText normalized;
    normalizer->normalize(text, normalized);
    TokenizedText tokens;
    tokenizer->tokenize(normalized, text, 0, cache, tokens);
    MentionSet set;
    for (const Sentence& sentence : tokens.sentences) finder->find(tokens, sentence.tokens, set);
    finder->disambiguate(tokens, hint, set);
    std::vector<FoundPlace> out;
    for (const Mention& mention : set.mentions) {
      if (mention.type != MentionType::place) continue;
      const PlaceValue& value = set.place(mention);
      const OriginalSpan span = tokens.original(value.name, value.name_stem);
      out.push_back({text.substr(span.begin, span.size()), std::string(value.kind), std::string(value.country),
                     value.id == kNoId ? "" : std::string(gazetteer->entry(value.id).id()), value.precision});
    }
    return out;
  }

  std::unique_ptr<Normalizer> normalizer;
  Vocabulary vocabulary;
  std::shared_ptr<const Gazetteer> gazetteer;
  std::shared_ptr<const Lexicon> lexicon;
  std::unique_ptr<PhraseFinder> phrases;
  std::unique_ptr<SentenceSplitter> splitter;
  std::unique_ptr<Tokenizer> tokenizer;
  std::unique_ptr<PlaceFinder> finder;

 private:
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
inline const Places& places() {
  static const Places loaded;
  return loaded;
}

inline const FoundPlace* named(const std::vector<FoundPlace>& found, std::string_view name) {
  const auto at = std::find_if(found.begin(), found.end(), [&](const FoundPlace& p) { return p.name == name; });
  return at == found.end() ? nullptr : &*at;
}

}  // namespace rasd
