// Folds Arabic letters, digits and marks so that one spelling is left to compare, and remembers where
// each byte came from. Total: bytes that are no UTF-8 become U+FFFD.
//
// What is folded to what stands in data/normalization/folding.tsv (one code point a row); presentation
// forms (U+FB50..U+FDFF, U+FE70..U+FEFF) and full-width forms get their NFKC letters from ICU when the table is loaded.
// Alef with hamza or madda -> bare alef, alef maqsura -> ya, ta marbuta -> ha, Persian kaf/ya -> Arabic ones,
// waw/ya with hamza keep their carrier; diacritics, tatweel, zero-width and bidi marks vanish;
// Arabic-Indic and Persian digits -> ASCII; no letter case is changed. Paragraph ends stay '\n'.
//
// Threads: immutable after load; normalize is const and re-entrant.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"
#include "text/offset_map.hpp"

namespace rasd {

struct NormalizedText {
  std::string text;
  OffsetMap map;
  std::size_t invalid_bytes = 0;  // bytes of the original that were no UTF-8
  [[nodiscard]] std::string_view view(NormalizedSpan span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
};

class Normalizer {
 public:
  // `directory` is data/normalization.
  static Result<Normalizer> load(const std::string& directory);

  // Replaces what `out` held; its memory is used again.
  void normalize(std::string_view original, NormalizedText& out) const;
  // Folding alone, for list items and names.
  [[nodiscard]] std::string fold(std::string_view original) const;

 private:
  Normalizer() = default;
  void add_compatibility_forms(Diagnostics& faults);
  void build_short_table();

  // Replacement of each code point below U+10000: index into pool_, kKeep or kDrop.
  std::vector<std::uint32_t> table_;
  std::vector<std::string> pool_;
  // Below U+0800: the bytes to write and how many, packed; the way that nearly all letters take.
  std::vector<std::uint32_t> short_table_;
};

}  // namespace rasd
