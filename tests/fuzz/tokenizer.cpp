// Tokeniser over the project's lexicon: every byte that is no white space stands in one token, sentences take the tokens
// in order and leave none out, analyses are whole and do not depend on what the cache has seen.
#include "token/tokenizer.hpp"

#include <cmath>

#include "knowledge.hpp"
#include "text/utf8.hpp"

namespace rasd::fuzz {
namespace {

void check_word(const WordAnalysis& word, std::string_view folded) {
  check(word.folded == folded, "a token has another word's analysis");
  check(!word.readings.empty(), "a word has no reading");
  for (const Reading& reading : word.readings) {
    check(reading.stem_begin <= reading.stem_end, "a stem ends before it begins");
    check(reading.stem_end <= folded.size() || folded.size() > 255, "a stem ends behind its word");
    check(reading.lists.empty() || !word.lists.empty(), "a reading's lists are not the word's");
  }
  for (std::size_t i = 1; i < word.lists.size(); ++i)
    check(word.lists[i - 1].list < word.lists[i].list, "a list stands twice or out of order");
}

void check_fresh(const Lexicon& lexicon, const WordAnalysis& word) {
  static const std::vector<char32_t> lasts = {0, 0x0629, 0x0647, 0x0649, 0x064A};
  for (const char32_t last : lasts) {
    const OwnAnalysis fresh = lexicon.analyze(word.folded, last);
    if (fresh.readings.size() != word.readings.size() || fresh.lists.size() != word.lists.size()) continue;
    bool same = fresh.known == word.known && fresh.word == word.word;
    for (std::size_t i = 0; i < fresh.readings.size(); ++i) {
      same = same && fresh.readings[i].lemma == word.readings[i].lemma && fresh.readings[i].pos == word.readings[i].pos &&
             fresh.readings[i].features == word.readings[i].features;
    }
    if (same) return;
  }
  check(false, "the cache gives another analysis than the lexicon");
}

}  // namespace

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> some = words_and_signs();
  return some;
}

void fuzz_one(const std::uint8_t* data, std::size_t size) {
  static Workspace workspace(project_knowledge());
  const Knowledge::Impl& knowledge = project_knowledge()->impl();
  Workspace::Impl& work = workspace.impl();
  const Document document = document_of(as_text(data, size));
  tokenize_document(knowledge, document, work);

  const std::string& text = work.normalized.text;
  const std::vector<Token>& tokens = work.text.tokens;
  std::uint32_t end = 0;
  const auto only_space = [&](std::uint32_t begin, std::uint32_t behind) {
    for (std::uint32_t i = begin; i < behind; ++i) check(text[i] == ' ' || text[i] == '\n', "a byte stands in no token");
  };
  for (const Token& token : tokens) {
    check(token.span.begin >= end && token.span.begin < token.span.end && token.span.end <= text.size(),
          "a token is empty, outside or overlaps");
    only_space(end, token.span.begin);
    check(&token == &tokens[0] || token.space_before == (token.span.begin > end), "a space before is not marked");
    end = token.span.end;
    check(!is_continuation(text[token.span.begin]), "a token begins inside a letter");
    check(end == text.size() || !is_continuation(text[end]), "a token ends inside a letter");
    check(std::isfinite(token.number), "a number is none");
    check(token.word != nullptr, "a token has no word");
    check_word(*token.word, work.normalized.view(token.span));
    check(token.may_be_listed || token.word->lists.empty(), "a listed word is marked as not listed");
    const OriginalSpan original = work.normalized.map.to_original(token.span);
    check(!original.empty() && original.end <= work.original.size(), "a token has no original");
  }
  only_space(end, static_cast<std::uint32_t>(text.size()));
  if (!tokens.empty()) check_fresh(*knowledge.lexicon, *tokens[size % tokens.size()].word);

  std::uint32_t next = 0;
  for (const Sentence& sentence : work.text.sentences) {
    check(sentence.tokens.begin == next && !sentence.tokens.empty(), "sentences leave tokens out");
    next = sentence.tokens.end;
  }
  check(next == tokens.size(), "tokens stand in no sentence");
  TokenRange last{0, 0};
  for (const PhraseHit& phrase : work.text.phrases) {
    check(!phrase.tokens.empty() && phrase.tokens.end <= tokens.size(), "a phrase has no tokens");
    check(phrase.tokens.begin > last.begin || phrase.tokens.end <= last.end || last.empty(), "phrases are not sorted");
    last = phrase.tokens;
  }
}

}  // namespace rasd::fuzz
