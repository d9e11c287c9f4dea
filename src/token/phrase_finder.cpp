#include "token/phrase_finder.hpp"

#include <map>
#include <string>
#include <utility>

#include "token/lexicon_impl.hpp"

namespace rasd {
namespace {

// Whether the last two letters (four bytes) are the same: the endings of duals and sound plurals.
bool same_ending(std::string_view a, std::string_view b) {
  return a.size() > 4 && b.size() > 4 && a.substr(a.size() - 4) == b.substr(b.size() - 4);
}

}  // namespace

class PhraseFinder::Builder {
 public:
  Builder(PhraseFinder& finder, const Lexicon& lexicon, const Normalizer& normalizer, Vocabulary& vocabulary)
      : finder_(finder), lexicon_(lexicon), impl_(lexicon.impl()), normalizer_(normalizer), vocabulary_(vocabulary) {}

  void add(const WordList& list, const ListItem& item) {
    if (item.text.find(' ') == std::string::npos) return;
    std::vector<std::string> words;
    for (const std::string_view word : split_cell(item.text)) words.emplace_back(word);
    if (words.size() < 2) return;
    hit_ = {lexicon_.list_id(list.name), 0};
    if (const auto value = lexicon_.value_id(item.value); value && !item.value.empty()) hit_.value = *value;
    made_.clear();
    const Pos pos = list.pos_of(item);
    ListItem first;  // the forms of an item of several words are those of its first word
    first.text = words[0];
    first.forms = item.forms;
    std::vector<std::string> rest;
    for (std::size_t i = 1; i < words.size(); ++i) rest.push_back(normalizer_.fold(words[i]));
    switch (pos) {
      case Pos::verb:
        add_verb(first, words, rest);
        break;
      case Pos::noun:
      case Pos::adjective:
        add_nominal(pos, first, words, rest);
        break;
      case Pos::name:
        path(normalizer_.fold(words[0]), rest, 0, kAnyConjunction | kAnyPreposition);
        break;
      case Pos::particle:
        path(normalizer_.fold(words[0]), rest, 0, kAnyConjunction);
        break;
      default:
        path(normalizer_.fold(words[0]), rest, 0, 0);
        break;
    }
  }

 private:
  struct Form {
    std::string text;  // folded
    std::uint32_t features = 0;
  };

  std::vector<Form> forms(Pos pos, const ListItem& item) const {
    std::vector<Stem> stems;
    impl_.inflector.inflect(pos, item.text, item, stems, nullptr);
    std::vector<Form> result;
    const AffixTable& affixes = impl_.affixes;
    for (const Stem& stem : stems) {
      if (stem.derived) continue;
      const std::string folded = normalizer_.fold(stem.text);
      for (const AffixTable::Place& place : affixes.rows_of(stem.set)) {
        const AffixRow& row = affixes.row(place.row);
        if (row.when == AffixWhen::enclitic) continue;
        result.push_back({affixes.prefixes()[place.prefix] + folded + affixes.suffixes()[place.suffix], stem.features | row.features});
      }
    }
    return result;
  }

  void add_verb(const ListItem& first, const std::vector<std::string>& words, const std::vector<std::string>& rest) {
    std::vector<std::vector<std::string>> rests = {rest};
    if (impl_.letters.final_of(words.back()) == Final::real_ha) {
      const std::string& last = rest.back();
      const std::string stem = last.substr(0, last.size() - 2);
      for (const EncliticRow& enclitic : impl_.clitics.enclitics) {
        if (enclitic.form.size() < 4 || enclitic.form.substr(0, 2) != last.substr(last.size() - 2)) continue;
        rests.push_back(rest);
        rests.back().back() = stem + enclitic.form;
      }
    }
    const std::string* future = nullptr;
    for (const ProcliticRow& row : impl_.clitics.proclitics) {
      if (row.bits == kFutureSa) future = &row.form;
    }
    for (const Form& form : forms(Pos::verb, first)) {
      for (const auto& each : rests) {
        path(form.text, each, form.features, kAnyConjunction | kPrepLi);
        if (future != nullptr && (form.features & kImperfect) != 0) {
          path(*future + form.text, each, form.features, kAnyConjunction);
        }
      }
    }
    for (const ListItemForm& own : first.forms) {
      if (own.key == "masdar") path(normalizer_.fold(own.text), rest, kMasdar, kAnyConjunction | kAnyPreposition);
    }
  }

  void add_nominal(Pos pos, const ListItem& first, const std::vector<std::string>& words,
                   const std::vector<std::string>& rest) {
    const std::string& article = impl_.letters.article;
    const std::uint8_t allowed = kAnyConjunction | kAnyPreposition;
    // «a b» with an article: both may have one, or (genitive) the first stays bare.
    const bool rest_defined = impl_.letters.without_marks(words[1]).rfind(article, 0) == 0;
    std::vector<std::string> defined = rest;
    for (std::string& word : defined) {
      if (word.rfind(article, 0) != 0) word = article + word;
    }
    std::vector<Form> second;
    if (!rest_defined) {
      ListItem item;
      item.text = words[1];
      second = forms(Pos::adjective, item);
    }
    for (const Form& form : forms(pos, first)) {
      path(form.text, rest, form.features, allowed);
      if (rest_defined) continue;
      if (rest.size() == 1) path(form.text, defined, form.features, allowed);
      const bool may_have_article = (form.features & (kConstruct | kAccusative)) == 0;
      if (may_have_article) path(article + form.text, defined, form.features, allowed);
      if ((form.features & kAccusative) != 0) {  // an adjective has the ending too: «sarukhan balistiyyan»
        for (const Form& other : second) {
          if ((other.features & kAccusative) == 0) continue;
          std::vector<std::string> agreeing = rest;
          agreeing[0] = other.text;
          path(form.text, agreeing, form.features, allowed);
        }
      }
      if ((form.features & (kDual | kPlural)) == 0 || (form.features & kConstruct) != 0) continue;
      const std::uint32_t number = form.features & (kDual | kPlural);
      for (const Form& other : second) {
        if ((other.features & number) == 0 || (other.features & kConstruct) != 0 || !same_ending(form.text, other.text)) continue;
        std::vector<std::string> agreeing = rest;
        agreeing[0] = other.text;
        path(form.text, agreeing, form.features, allowed);
        if (!may_have_article) continue;
        for (std::string& word : agreeing) {
          if (word.rfind(article, 0) != 0) word = article + word;
        }
        path(article + form.text, agreeing, form.features, allowed);
      }
    }
  }

  void path(const std::string& first, const std::vector<std::string>& rest, std::uint32_t features, std::uint8_t proclitics) {
    ids_.assign(1, vocabulary_.add(first));
    for (const std::string& word : rest) {
      const WordId id = vocabulary_.add(word);
      ids_.push_back(id);
      if (finder_.follows_.size() <= id / 64) finder_.follows_.resize(id / 64 + 1);
      finder_.follows_[id / 64] |= std::uint64_t{1} << (id % 64);
    }
    const auto [at, fresh] =
        made_.emplace(std::u32string(ids_.begin(), ids_.end()), static_cast<std::uint32_t>(finder_.phrases_.size()));
    if (!fresh) {
      finder_.phrases_[at->second].features |= features;
      return;
    }
    finder_.phrases_.push_back({hit_, features, proclitics});
    finder_.index_.add(ids_, at->second);
  }

  PhraseFinder& finder_;
  const Lexicon& lexicon_;
  const Lexicon::Impl& impl_;
  const Normalizer& normalizer_;
  Vocabulary& vocabulary_;
  ListHit hit_;
  std::map<std::u32string, std::uint32_t> made_;  // paths of this item, as the numbers of their words -> phrase
  std::vector<WordId> ids_;
};

PhraseFinder::PhraseFinder(const Lexicon& lexicon, const Normalizer& normalizer, const std::vector<WordList>& lists,
                           Vocabulary& vocabulary) {
  Builder builder(*this, lexicon, normalizer, vocabulary);
  for (const WordList& list : lists) {
    for (const ListItem& item : list.items) builder.add(list, item);
  }
}

void PhraseFinder::find(TokenizedText& text) const {
  if (index_.empty()) return;
  std::vector<NameHit> hits;
  for (const Sentence& sentence : text.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!text.tokens[i].may_begin_phrase || i + 1 == sentence.tokens.end) continue;
      // All have several words; quotation marks may stand between them.
      const Token& next = text.tokens[i + 1];
      if (!next.may(kMayFollowInPhrase) && next.kind != TokenKind::punctuation) continue;
      hits.clear();
      index_.find(text, i, sentence.tokens.end, hits, kPhraseNames);
      for (const NameHit& hit : hits) {
        const Phrase& phrase = phrases_[hit.payload];
        if ((hit.proclitics & ~phrase.proclitics) != 0) continue;
        text.phrases.push_back({hit.tokens, phrase.hit, hit.proclitics, phrase.features});
      }
    }
  }
}

}  // namespace rasd
