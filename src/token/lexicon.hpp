// Words: which lemmas, features, clitics and word lists a written form can stand for.
//
// Built once from word lists (token/word_list.hpp), the paradigms and lemmas of data/lexicon and the clitics of data/clitics;
// then immutable and shared. Looking a word up is const; the cache that makes it fast belongs to the caller (WordCache).
#pragma once

#include <cstdint>
#include <array>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rasd/result.hpp"
#include "text/normalizer.hpp"
#include "token/string_table.hpp"
#include "token/word_key.hpp"
#include "token/word_list.hpp"

namespace rasd {

using ListId = std::uint16_t;    // index of a word list; kNoList = none
using ValueId = std::uint16_t;   // index of an interned list value; 0 = no value
using LemmaId = std::uint32_t;   // 0 = unknown word
using WordId = std::uint32_t;    // index into Vocabulary; 0 = not in it
inline constexpr ListId kNoList = 0xFFFF;

inline constexpr std::size_t kMaxWordBytes = 96;  // longer ones are no Arabic words and not analysed
inline constexpr std::size_t kMaxWordCuts = 48;   // ways to cut a word at either end
inline constexpr std::size_t kMaxCachedWords = 190'000;  // as many as its table takes before it doubles

// Proclitics of a reading, as bits.
enum Proclitic : std::uint8_t {
  kConjWa = 1,     // w-  and
  kConjFa = 2,     // f-  so
  kPrepBi = 4,     // b-  with, in
  kPrepLi = 8,     // l-  to, for
  kPrepKa = 16,    // k-  like
  kFutureSa = 32,  // s-  will
  kArticle = 64,   // al- the
};
inline constexpr std::uint8_t kAnyPreposition = kPrepBi | kPrepLi | kPrepKa;
inline constexpr std::uint8_t kAnyConjunction = kConjWa | kConjFa;

// Features of a reading, as bits. Unvocalised forms are often several at once (active and passive).
enum Feature : std::uint32_t {
  kPerfect = 1u << 0,
  kImperfect = 1u << 1,
  kActive = 1u << 2,
  kPassive = 1u << 3,
  kMasculine = 1u << 4,
  kFeminine = 1u << 5,
  kSingular = 1u << 6,
  kDual = 1u << 7,
  kPlural = 1u << 8,
  kFirst = 1u << 9,
  kSecond = 1u << 10,
  kThird = 1u << 11,
  kMasdar = 1u << 12,
  kActiveParticiple = 1u << 13,
  kPassiveParticiple = 1u << 14,
  kConstruct = 1u << 15,      // form that only stands before a genitive or enclitic (dual/plural without final nun)
  kDualOrPlural = 1u << 16,   // the ambiguous -yn; kDual and kPlural are set too
  kAccusative = 1u << 17,     // -an written with alef
};

struct ListHit {
  static constexpr bool kPlain = true;  // see text/snapshot.hpp
  ListId list = kNoList;
  ValueId value = 0;
};

// One way to read a written word.
struct Reading {
  LemmaId lemma = 0;
  Pos pos = Pos::unknown;
  std::uint8_t proclitics = 0;     // Proclitic bits
  std::uint8_t enclitic = 0;       // 0 none, else index into Lexicon::enclitics()
  std::uint8_t stem_begin = 0;     // bytes of the folded word: the stem without proclitics and enclitic
  std::uint8_t stem_end = 0;       // (the article, if any, stands before stem_begin)
  std::uint32_t features = 0;      // Feature bits
  std::span<const ListHit> lists;  // sorted by list; the lexicon's own
};

// A way to read a word as the start of a name: what remains behind its proclitics, as written in name tables (with its article).
struct NameStart {
  WordId word = 0;
  std::uint8_t proclitics = 0;  // conjunctions and prepositions only
};

// Sets of up to 64 lists that one stage reads words by: its classes.
enum ClassSet : std::uint8_t { kDateClasses, kNumberClasses, kPlaceClasses, kParticipantClasses, kNoClasses };
inline constexpr std::size_t kClassSets = kNoClasses;

// The indexes of names that know beforehand which of their names a word may begin.
enum NameSet : std::uint8_t { kPhraseNames, kPlaceNames, kActorNames, kNoNames };

// A way to begin a name of one index with a word, as NameTrie keeps it.
struct NameNode {
  std::uint32_t node = 0;
  std::uint32_t payload = 0;    // names that are the word alone; 0 = none
  NameSet set = kNoNames;
  bool leads_on = false;        // there are longer ones
  std::uint8_t proclitics = 0;  // of the word
};

// All that is known of one written word. Never empty: an unknown word has one reading with lemma 0.
// What is asked most stands first: it shares a line of the processor's cache. The rows lie in the memory that the word was analysed into.
struct WordAnalysis {
  WordId word = 0;                   // the whole word in the vocabulary, or 0
  std::uint32_t features = 0;        // Feature bits over all readings
  bool known = false;                // some reading comes from the lexicon
  bool finite_verb = false;          // every reading from the lexicon is a finite verb, and there is one
  std::uint8_t proclitics = 0;       // of the best reading
  Pos pos = Pos::unknown;            // of the best reading
  bool cut_short = false;            // there were more than kMaxWordCuts ways to cut it
  std::uint8_t class_sets = 0;       // 1 << ClassSet: which of `classes` are known
  std::uint8_t name_sets = 0;        // 1 << NameSet: which of `name_nodes` are known
  std::array<std::uint64_t, kClassSets> classes{};  // by set, one bit a class that the word is in
  std::span<const ListHit> lists;           // union over readings, sorted by list, each list once (first value)
  std::span<const NameNode> name_nodes;     // by set, in the order of name_starts
  std::span<const NameStart> name_starts;   // whole word first
  std::span<const Reading> readings;        // best first: known before guessed, fewer clitics first
  std::string_view folded;
  [[nodiscard]] bool in(ListId list) const {
    for (const ListHit& hit : lists) {
      if (hit.list == list) return true;
    }
    return false;
  }
  // False: no name of the index begins with the word.
  [[nodiscard]] bool may_begin(NameSet set) const {
    if ((name_sets >> set & 1u) == 0) return true;
    for (const NameNode& each : name_nodes) {
      if (each.set == set) return true;
    }
    return false;
  }
  // The value that `list` gives the word; 0 where it is not in it or has none.
  [[nodiscard]] ValueId value_in(ListId list) const {
    for (const ListHit& hit : lists) {
      if (hit.list == list) return hit.value;
    }
    return 0;
  }
};

// An analysis that owns its memory.
struct OwnAnalysis : WordAnalysis {
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory = std::make_unique<std::pmr::monotonic_buffer_resource>();
};

// Numbers for the words of names, phrases and lists, so that name look-up compares integers.
class Vocabulary {
 public:
  // Takes over words that were numbered beforehand, from 1. `owner` keeps their memory. False where there are words already.
  bool adopt(const FrozenStrings& words, std::shared_ptr<const void> owner);
  WordId add(std::string_view folded);
  // Goes on with words that were read back. Only where there are no own words yet.
  void extend(Vocabulary&& more) { words_ = std::move(more.words_); }
  [[nodiscard]] WordId find(std::string_view folded) const;  // 0 where unknown
  [[nodiscard]] std::string_view word(WordId id) const {
    if (id == 0) return {};
    const auto first = static_cast<std::uint32_t>(base_.size());
    return id <= first ? base_[id - 1] : words_[id - 1 - first];
  }
  [[nodiscard]] std::size_t size() const { return base_.size() + words_.size(); }
  // Without the words that were taken over.
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(words_);
  }

 private:
  std::shared_ptr<const void> owner_;
  FrozenStrings base_;  // WordId - 1
  StringTable words_;   // those that follow
};

class SnapshotWriter;
class SnapshotReader;

// Remembers analyses of the words that a thread has met. Bounded: when full it is emptied between documents.
class WordCache;

class Lexicon {
 public:
  // What `Lexicon::build` needs: data/lexicon (paradigms, lemmas), data/clitics, and every word list of rules/ and data/, imports resolved.
  // `vocabulary` must outlive the lexicon and may still grow (before the first look-up). Faults: D0xx (tables), L1xx (below).
  // L101 unknown paradigm class, L102 unknown affix set, feature or category in a table.
  static Result<std::shared_ptr<const Lexicon>> build(const std::string& data_directory, const Normalizer& normalizer,
                                                      const std::vector<WordList>& lists, Vocabulary& vocabulary);

  // kNoList where there is no such list.
  [[nodiscard]] ListId list_id(std::string_view name) const;
  [[nodiscard]] const std::string& list_name(ListId list) const;
  [[nodiscard]] std::vector<std::string> list_names() const;
  [[nodiscard]] const std::string& value_text(ValueId value) const;  // "" for 0
  [[nodiscard]] std::optional<ValueId> value_id(std::string_view text) const;
  [[nodiscard]] const std::string& lemma_text(LemmaId lemma) const;  // as written in the list
  [[nodiscard]] const std::string& enclitic(std::uint8_t index) const;
  // The inflected forms of a lemma of a list, folded, without clitics (for `rules list --forms`).
  [[nodiscard]] std::vector<std::string> forms_of(ListId list) const;

  // Phrases (list items of several words) that start at a word: see token/phrase_finder.hpp.

  // `folded` as it stands in the text; `last_original` is the original last letter (code point), which tells
  // ta marbuta from ha and alef maqsura from ya; 0 where it does not matter.
  [[nodiscard]] OwnAnalysis analyze(std::string_view folded, char32_t last_original) const {
    OwnAnalysis out;
    analyze(folded, last_original, *out.memory, out);
    return out;
  }
  // Fills an empty analysis; its rows are put into `memory`.
  void analyze(std::string_view folded, char32_t last_original, std::pmr::memory_resource& memory, WordAnalysis& out) const;

  // A built lexicon as bytes, and back (see text/snapshot.hpp). Bytes that end too early give a lexicon that must not be used.
  void save(SnapshotWriter& snapshot) const;
  static std::shared_ptr<const Lexicon> restore(SnapshotReader& snapshot, const Vocabulary& vocabulary);

  struct Impl;
  explicit Lexicon(std::unique_ptr<Impl> impl);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;             // shared by pointer: analyses keep ids into it
  Lexicon& operator=(const Lexicon&) = delete;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

class WordCache {
 public:
  explicit WordCache(const Lexicon& lexicon, std::size_t max_words = kMaxCachedWords);
  ~WordCache();
  WordCache(const WordCache&) = delete;  // analyses are handed out by address
  WordCache& operator=(const WordCache&) = delete;

  // The address holds until the next start_document().
  const WordAnalysis* lookup(std::string_view folded, char32_t last_original);
  // For callers that look up many words: make the key early, `prefetch` some words ahead, then `lookup`.
  // `marks`: bits that are kept with the word for the caller, 0 when the word is new. To be used before the next call.
  void prefetch(const WordKey& key) const;
  WordAnalysis* lookup(std::string_view folded, char32_t last_original, const WordKey& key, std::uint16_t*& marks);
  // Where the words' rows lie; what is added to a word goes there too.
  [[nodiscard]] std::pmr::memory_resource& memory();
  // Empties the cache when it is full.
  void start_document();
  [[nodiscard]] std::size_t times_emptied() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rasd
