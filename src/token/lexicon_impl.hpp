// The parts of a built lexicon. Only src/token includes this.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "token/affixes.hpp"
#include "token/clitics.hpp"
#include "token/inflector.hpp"
#include "token/lexicon.hpp"
#include "token/string_table.hpp"

namespace rasd {

struct StemEntry {
  LemmaId lemma = 0;
  std::uint32_t next = 0;  // next entry of the same string; 0 = last
  std::uint32_t features = 0;
  std::uint16_t set = 0;
  Pos pos = Pos::unknown;
  std::uint8_t hosts = 0;  // Host bits: what it is for proclitics and enclitics
  Final final = Final::none;
  bool derived = false;
  bool needs_article = false;
  bool common = false;     // from the general tables (not from a list)
};

struct Lemma {
  std::string text;             // as written
  std::vector<ListHit> lists;   // sorted by list
  std::vector<ListHit> derived; // lists that hold its masdars and participles as well
};

// How a word that no table knows is to be cut (data/lexicon/whole_words.tsv): words that keep their first letters, or their last.
struct Lexicon::Impl {
  Letters letters;
  AffixTable affixes;
  CliticTable clitics;
  Inflector inflector;
  const Vocabulary* vocabulary = nullptr;

  std::vector<std::string> list_names;
  std::unordered_map<std::string, ListId> list_ids;
  std::vector<std::string> values = {""};
  std::unordered_map<std::string, ValueId> value_ids;
  std::vector<Lemma> lemmas = {{}};
  StringTable stem_texts;
  std::vector<std::uint32_t> stem_heads;     // by stem text
  std::vector<StemEntry> stems = {{}};       // 0 is none
  StringTable whole_starts;                  // folded words whose first letter is no proclitic
  StringTable whole_ends;                    // folded words whose last letters are no enclitic

  // Features of a verb's stem say perfect or imperfect only together with its ending.
  [[nodiscard]] std::uint32_t head_of(std::string_view stem) const {
    const std::uint32_t id = stem_texts.find(stem);
    return id == kNoString ? 0 : stem_heads[id];
  }
};

}  // namespace rasd
