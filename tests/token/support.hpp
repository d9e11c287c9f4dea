// A lexicon over the project's tables and word lists written as text.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalizer.hpp"
#include "text/sentence_splitter.hpp"
#include "token/lexicon.hpp"
#include "token/phrase_finder.hpp"
#include "token/tokenizer.hpp"
#include "token/utf8.hpp"
#include "token/word_list.hpp"

namespace rasd {

inline std::string to_text(const Diagnostics& faults) {
  std::string text;
  for (const Diagnostic& fault : faults) text += fault.to_string() + "\n";
  return text;
}

class Words {
 public:
  explicit Words(std::string_view lists_text) {
    const std::string data = std::string(RASD_SOURCE_DIR) + "/data";
    Result<Normalizer> loaded = Normalizer::load(data + "/normalization");
    if (!loaded) {
      ADD_FAILURE() << to_text(loaded.error());
      return;
    }
    normalizer = std::make_unique<Normalizer>(std::move(loaded).value());
    Diagnostics faults;
    lists = parse_word_lists(lists_text, "test.lst", faults);
    resolve_imports(lists, faults);
    EXPECT_TRUE(faults.empty()) << to_text(faults);
    auto built = Lexicon::build(data, *normalizer, lists, vocabulary);
    if (!built) {
      ADD_FAILURE() << to_text(built.error());
      return;
    }
    lexicon = built.value();
    phrases = std::make_unique<PhraseFinder>(*lexicon, *normalizer, lists, vocabulary);
    auto split = SentenceSplitter::load(data + "/segmentation", *normalizer);
    if (!split) {
      ADD_FAILURE() << to_text(split.error());
      return;
    }
    splitter = std::make_unique<SentenceSplitter>(std::move(split).value());
    cache = std::make_unique<WordCache>(*lexicon);
  }

  // As the tokeniser would look the written word up.
  [[nodiscard]] OwnAnalysis analyze(std::string_view written) const {
    std::size_t end = written.size();
    CodePoint last = code_point_before(written, end);
    while (end > 0 && is_arabic_mark(last.value)) {
      end -= last.size;
      last = code_point_before(written, end);
    }
    return lexicon->analyze(normalizer->fold(written), last.value);
  }
  [[nodiscard]] bool in(std::string_view list, std::string_view written) const {
    const ListId id = lexicon->list_id(list);
    return id != kNoList && analyze(written).in(id);
  }
  // The reading that puts the word into the list; fails where there is none.
  [[nodiscard]] Reading reading(std::string_view list, std::string_view written) const {
    const ListId id = lexicon->list_id(list);
    const OwnAnalysis word = analyze(written);
    for (const Reading& each : word.readings) {
      for (const ListHit& hit : each.lists) {
        if (hit.list == id) return each;
      }
    }
    ADD_FAILURE() << written << " has no reading in " << list;
    return {};
  }
  // The best reading as UD writes it: clitics apart, the article with its word.
  [[nodiscard]] std::vector<std::string> best(std::string_view written) const {
    std::vector<std::string> parts;
    const OwnAnalysis word = analyze(written);
    const Reading& first = word.readings.front();
    const std::string_view folded = word.folded;
    parts.emplace_back(folded.substr(0, first.stem_begin));
    parts.emplace_back(folded.substr(first.stem_begin, first.stem_end - first.stem_begin));
    parts.emplace_back(folded.substr(first.stem_end));
    return parts;
  }

  TokenizedText& tokenize(std::string_view text, std::uint32_t title_end = 0) {
    original = std::string(text);
    normalizer->normalize(original, normalized);
    Tokenizer(*splitter, *phrases).tokenize(normalized, original, title_end, *cache, tokens);
    return tokens;
  }
  // The tokens' normalised texts.
  std::vector<std::string> cut(std::string_view text) {
    std::vector<std::string> result;
    for (const Token& token : tokenize(text).tokens) result.emplace_back(normalized.view(token.span));
    return result;
  }

  std::unique_ptr<Normalizer> normalizer;
  std::vector<WordList> lists;
  Vocabulary vocabulary;
  std::shared_ptr<const Lexicon> lexicon;
  std::unique_ptr<PhraseFinder> phrases;
  std::unique_ptr<SentenceSplitter> splitter;
  std::unique_ptr<WordCache> cache;
  std::string original;
  NormalizedText normalized;
  TokenizedText tokens;
};

}  // namespace rasd
