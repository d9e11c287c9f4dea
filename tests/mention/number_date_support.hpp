// The number and date finders over the project's own word lists, and sentences run through them.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mention/date_finder.hpp"
#include "mention/number_finder.hpp"
#include "text/normalizer.hpp"
#include "text/sentence_splitter.hpp"
#include "text/table_reader.hpp"
#include "token/lexicon.hpp"
#include "token/phrase_finder.hpp"
#include "token/tokenizer.hpp"

namespace rasd {

struct FoundDate {
  std::string text;
  std::string days;  // "2018-04-23", "2018-04-01/2018-04-30", "" where it stays open
  DateValue value;
};

struct FoundNumber {
  std::string text;
  NumberValue value;
};

class Finders {
 public:
  static Finders& get() {
    static Finders finders;  // loaded once for the test program
    return finders;
  }

  std::vector<DateOffset> offsets(const std::string& text) {
    run(text, std::nullopt);
    return set_.offsets;
  }

  std::vector<FoundDate> dates(const std::string& text, const std::string& anchor) {
    run(text, anchor.empty() ? std::nullopt : parse_iso_date(anchor));
    std::vector<FoundDate> found;
    for (const Mention& mention : set_.mentions) {
      if (mention.type != MentionType::date) continue;
      const DateValue& value = set_.date(mention);
      FoundDate date{written(mention), "", value};
      if (value.resolved) {
        date.days = to_iso(value.resolved->start);
        if (value.resolved->end != value.resolved->start) date.days += "/" + to_iso(value.resolved->end);
      }
      found.push_back(std::move(date));
    }
    return found;
  }

  std::vector<FoundNumber> numbers(const std::string& text) {
    run(text, std::nullopt);
    std::vector<FoundNumber> found;
    for (const Mention& mention : set_.mentions) {
      if (mention.type == MentionType::number) found.push_back({written(mention), set_.number(mention)});
    }
    return found;
  }

  // The years that a text without a date of its own gives its dates.
  std::vector<std::string> dates_without_anchor(const std::string& text) {
    run(text, std::nullopt);
    dates_->resolve_without_anchor(set_);
    std::vector<std::string> found;
    for (const DateValue& value : set_.dates) found.push_back(value.resolved ? to_iso(value.resolved->start) : "");
    return found;
  }

 private:
  Finders() {
    const std::string data = std::string(RASD_SOURCE_DIR) + "/data";
    Diagnostics faults;
    std::vector<WordList> lists =
        parse_word_lists("list test.verb\n  pos verb\n  زار\n  نفذ\n  وصل\n", "test.lst", faults);
    for (const char* folder : {"/numbers", "/calendar"}) {
      for (const std::string& file : list_files(data + folder, ".lst")) {
        for (WordList& list : parse_word_lists(*read_file(file), file, faults)) lists.push_back(std::move(list));
      }
    }
    resolve_imports(lists, faults);
    for (const Diagnostic& fault : faults) ADD_FAILURE() << fault.to_string();
    normalizer_ = std::make_unique<Normalizer>(std::move(Normalizer::load(data + "/normalization")).value());
    lexicon_ = Lexicon::build(data, *normalizer_, lists, vocabulary_).value();
    phrases_ = std::make_unique<PhraseFinder>(*lexicon_, *normalizer_, lists, vocabulary_);
    splitter_ = std::make_unique<SentenceSplitter>(
        std::move(SentenceSplitter::load(data + "/segmentation", *normalizer_)).value());
    cache_ = std::make_unique<WordCache>(*lexicon_);
    dates_ = std::make_unique<DateFinder>(DateFinder::load(*lexicon_, data + "/calendar").value());
    numbers_ = std::make_unique<NumberFinder>(NumberFinder::load(*lexicon_).value());
  }

  void run(const std::string& text, std::optional<Date> anchor) {
    original_ = text;
    cache_->start_document();
    normalizer_->normalize(original_, normalized_);
    tokens_.clear();
    Tokenizer(*splitter_, *phrases_).tokenize(normalized_, original_, 0, *cache_, tokens_);
    set_.clear();
    for (const Sentence& sentence : tokens_.sentences) {
      dates_->find(tokens_, sentence.tokens, anchor, set_);
      numbers_->find(tokens_, sentence.tokens, set_);
    }
  }
  std::string written(const Mention& mention) const {
    const OriginalSpan span = tokens_.original(mention.tokens, mention.stem);
    return original_.substr(span.begin, span.size());
  }

  std::unique_ptr<Normalizer> normalizer_;
  Vocabulary vocabulary_;
  std::shared_ptr<const Lexicon> lexicon_;
  std::unique_ptr<PhraseFinder> phrases_;
  std::unique_ptr<SentenceSplitter> splitter_;
  std::unique_ptr<WordCache> cache_;
  std::unique_ptr<DateFinder> dates_;
  std::unique_ptr<NumberFinder> numbers_;
  std::string original_;
  NormalizedText normalized_;
  TokenizedText tokens_;
  MentionSet set_;
};

}  // namespace rasd
