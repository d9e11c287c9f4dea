#include "token/tokenizer.hpp"

#include <array>
#include <vector>

#include "token/phrase_finder.hpp"
#include "token/scanner.hpp"

namespace rasd {
namespace {

constexpr std::size_t kAhead = 16;  // words between a prefetch and its use
constexpr std::size_t kLine = 64;   // bytes that come into the processor's cache at once

// Letters of two bytes as they stand in the text.
constexpr std::uint32_t letter(std::string_view bytes) {
  return static_cast<unsigned char>(bytes[0]) << 8 | static_cast<unsigned char>(bytes[1]);
}
// The letters that folding makes of two: the last original letter tells which.
constexpr std::uint32_t kHa = letter("\xD9\x87");
constexpr std::uint32_t kYa = letter("\xD9\x8A");
constexpr std::uint32_t kTaMarbuta = letter("\xD8\xA9");
constexpr std::uint32_t kAlefMaqsura = letter("\xD9\x89");

// The last letter of a word as it was written, where folding may have changed it; else 0.
char32_t last_letter(std::string_view text, std::string_view original, NormalizedSpan span, OffsetMap::Cursor& cursor) {
  constexpr std::uint32_t kSize = 2;
  if (span.size() < kSize) return 0;
  const std::uint32_t folded = letter({text.data() + span.end - kSize, kSize});
  if (folded != kHa && folded != kYa) return 0;
  const std::uint32_t at = cursor.original_at(span.end - kSize);
  if (original.size() - at < kSize) return 0;
  const std::uint32_t last = letter({original.data() + at, kSize});
  const bool known = last == kTaMarbuta || last == kHa || last == kAlefMaqsura || last == kYa;
  return known ? (last >> 8 & 0x1F) << 6 | (last & 0x3F) : 0;
}

// What is kept of a word in the cache: the marks of its tokens, and above them
constexpr std::uint16_t kMarked = 1u << 8;
constexpr std::uint16_t kBeginsPhrase = 1u << 9;
constexpr std::uint16_t kListed = 1u << 10;

struct Pending {
  WordKey key;
  char32_t last = 0;
};

}  // namespace

Tokenizer::Tokenizer(const SentenceSplitter& splitter, const PhraseFinder& phrases) : splitter_(splitter), phrases_(phrases) {
  marker_.know_names(phrases.names(), kPhraseNames);
}

std::uint16_t Tokenizer::mark(WordAnalysis& word, std::pmr::memory_resource& memory) const {
  unsigned marks = marker_.mark(word, memory) & ~unsigned{kMayFollowInPhrase};
  if (phrases_.may_follow(word)) marks |= kMayFollowInPhrase;
  if (word.may_begin(kPhraseNames)) marks |= kBeginsPhrase;
  if (!word.lists.empty()) marks |= kListed;
  return static_cast<std::uint16_t>(marks | kMarked);
}

void Tokenizer::tokenize(const NormalizedText& text, std::string_view original, std::uint32_t title_end, WordCache& cache,
                         TokenizedText& out) const {
  out.clear();
  out.text = &text;
  const std::string_view all = text.text;
  Scanner scanner(all);
  Scanned scanned;
  OffsetMap::Cursor cursor(text.map);
  std::uint32_t previous_end = 0;
  std::array<Pending, kAhead> pending;
  out.tokens.reserve(all.size() / 8);
  const auto written = [all](const Token& token) { return std::string_view(all.data() + token.span.begin, token.span.size()); };
  const auto look_up = [&](std::size_t i) {
    Token& token = out.tokens[i];
    const Pending& of = pending[i % kAhead];
    std::uint16_t* marks = nullptr;
    WordAnalysis* const word = cache.lookup(written(token), of.last, of.key, marks);
    if (*marks == 0) *marks = mark(*word, cache.memory());
#if defined(__GNUC__)
    if ((*marks & (kListed | kBeginsPhrase)) != 0) {  // it will be looked at soon
      __builtin_prefetch(word);
      __builtin_prefetch(reinterpret_cast<const char*>(word) + kLine);
    }
#endif
    token.word = word;
    token.may_begin_phrase = (*marks & kBeginsPhrase) != 0;
    token.may_be_listed = (*marks & kListed) != 0;
    token.marks = static_cast<std::uint8_t>(*marks);
  };
  while (scanner.next(scanned)) {
    Token token;
    token.span = scanned.span;
    token.kind = scanned.kind;
    token.percent = scanned.percent;
    token.number = scanned.number;
    token.space_before = !out.tokens.empty() && token.span.begin > previous_end;
    previous_end = token.span.end;
    const std::size_t i = out.tokens.size();
    if (i >= kAhead) look_up(i - kAhead);
    const char32_t last = token.kind == TokenKind::word ? last_letter(all, original, token.span, cursor) : 0;
    Pending& of = pending[i % kAhead];
    of = {WordKey(written(token), last), last};
    cache.prefetch(of.key);
    out.tokens.push_back(token);
  }
  const std::size_t tokens = out.tokens.size();
  for (std::size_t i = tokens < kAhead ? 0 : tokens - kAhead; i < tokens; ++i) look_up(i);

  std::vector<SentenceSpan> spans;
  splitter_.split(all, spans);
  std::uint32_t next = 0;
  const auto count = static_cast<std::uint32_t>(out.tokens.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool last = i + 1 == spans.size();
    Sentence sentence;
    sentence.span = spans[i].span;
    sentence.paragraph = spans[i].paragraph;
    sentence.is_title = spans[i].span.begin < title_end;
    sentence.cut = spans[i].cut;
    sentence.tokens.begin = next;
    while (next < count && (last || out.tokens[next].span.begin < spans[i + 1].span.begin)) ++next;
    sentence.tokens.end = next;
    if (!sentence.tokens.empty()) out.sentences.push_back(sentence);
  }
  phrases_.find(out);
}

}  // namespace rasd
