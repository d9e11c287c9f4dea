// The parts of a built lexicon. Only src/token includes this.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
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
  static constexpr bool kPlain = true;  // see text/snapshot.hpp
  LemmaId lemma = 0;
  std::uint32_t next = 0;  // next entry of the same string; 0 = last
  std::uint32_t features = 0;
  std::uint16_t set = 0;
  Pos pos = Pos::unknown;
  std::uint8_t hosts = 0;  // Host bits: what it is for proclitics and enclitics
  Final final = Final::none;
  bool derived = false;
  bool needs_article = false;
  bool common = false;     // a particle that the general table knows as well
};

struct Lemma {
  std::string text;             // as written
  std::vector<ListHit> lists;   // sorted by list
  std::vector<ListHit> derived; // lists that hold its masdars and participles as well
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(text, lists, derived);
  }
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

  std::array<std::uint64_t, 1024> shapes{};  // which (first letter, last letter, length) some stem has

  // All that look-ups need; the inflector serves building alone.
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(letters, affixes, clitics, list_names, list_ids, values, value_ids, lemmas, stem_texts, stem_heads, stems, whole_starts,
             whole_ends, shapes);
  }

  // A cheap number for the shape of a stem, below 65536: of its first two bytes, its last two and its size.
  static constexpr std::uint32_t kShapeBytes = 2;
  static std::uint32_t shape_part(const char* two_bytes, std::uint32_t weight) {
    std::uint16_t value = 0;
    std::memcpy(&value, two_bytes, kShapeBytes);
    return value * weight;
  }
  static std::uint32_t first_part(const char* begin) { return shape_part(begin, 40503u); }
  static std::uint32_t last_part(const char* end) { return shape_part(end - kShapeBytes, 3643u); }
  static std::uint32_t shape_of(std::uint32_t first, std::uint32_t last, std::size_t size) {
    const std::uint32_t mix = first + last + static_cast<std::uint32_t>(size) * 30011u;
    return (mix ^ (mix >> 16)) & 0xFFFFu;
  }
  [[nodiscard]] static std::uint32_t shape_of(std::string_view stem) {
    if (stem.size() < kShapeBytes) return stem.empty() ? 0 : static_cast<unsigned char>(stem[0]);
    return shape_of(first_part(stem.data()), last_part(stem.data() + stem.size()), stem.size());
  }
  void note_shape(std::string_view stem) {
    const std::uint32_t shape = shape_of(stem);
    shapes[shape >> 6] |= std::uint64_t{1} << (shape & 63u);
  }
  [[nodiscard]] bool has_shape(std::uint32_t shape) const { return ((shapes[shape >> 6] >> (shape & 63u)) & 1u) != 0; }
  [[nodiscard]] std::uint32_t head_of(std::string_view stem) const {
    const std::uint32_t id = stem_texts.find(stem);
    return id == kNoString ? 0 : stem_heads[id];
  }
};

}  // namespace rasd
