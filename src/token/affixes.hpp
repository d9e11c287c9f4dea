// Sets of endings (with the prefixes of the imperfect) that stems take: data/lexicon/affixes.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"
#include "text/normalizer.hpp"

namespace rasd {

// What a written final letter stands for, where folding made two letters one.
enum class Final : std::uint8_t { none, ta_marbuta, real_ha, alef_maqsura, real_ya };

// The orthography constants come from data/lexicon/letters.tsv.
struct Letters {
  char32_t ta_marbuta = 0;
  char32_t ha = 0;
  char32_t alef_maqsura = 0;
  char32_t ya = 0;
  char32_t shadda = 0;
  std::string article;  // folded
  std::string lam;      // folded
  static Result<Letters> load(const std::string& path, const Normalizer& normalizer);

  // Of a word as written in good orthography.
  [[nodiscard]] Final final_of(std::string_view written) const;
  // Whether a form with that final may be written with `last` (0 = any).
  [[nodiscard]] bool accepts(Final final, char32_t last) const;
  // Without diacritics (shadda too).
  [[nodiscard]] std::string without_marks(std::string_view written) const;
  // Without diacritics except shadda.
  [[nodiscard]] std::string with_shadda_only(std::string_view written) const;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(ta_marbuta, ha, alef_maqsura, ya, shadda, article, lam);
  }
};

enum class AffixWhen : std::uint8_t { any, final, enclitic };

struct AffixRow {
  static constexpr bool kPlain = true;  // see text/snapshot.hpp
  std::uint32_t features = 0;
  AffixWhen when = AffixWhen::any;
  Final final = Final::none;  // of the suffix; none where the suffix is empty (then the stem tells)
  std::uint16_t next = 0;     // next row of the same set, prefix and suffix; 0 = last
};

// Affixes or clitics by a byte that a word with one of them has in a fixed place, so that few are compared.
class AffixIndex {
 public:
  // At most 256 forms. `at_end`: they stand at the end of words, else at the start.
  void build(const std::vector<std::string>& forms, bool at_end);
  // The numbers of the forms that `word` may start (or end) with, rising.
  [[nodiscard]] const std::vector<std::uint8_t>& candidates(std::string_view word) const {
    if (at_end_) return by_byte_[word.empty() ? 0 : static_cast<unsigned char>(word.back())];
    return by_byte_[word.size() < 2 ? 0 : static_cast<unsigned char>(word[1])];  // tells letters of one block apart
  }
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(at_end_, by_byte_);
  }

 private:
  bool at_end_ = false;
  std::array<std::vector<std::uint8_t>, 256> by_byte_;
};

class AffixTable {
 public:
  static Result<AffixTable> load(const std::string& path, const Normalizer& normalizer, const Letters& letters);

  [[nodiscard]] std::optional<std::uint16_t> set_id(std::string_view name) const;
  // First row of the set with that prefix and suffix, 0 where there is none.
  [[nodiscard]] std::uint16_t first_row(std::uint16_t set, std::size_t prefix, std::size_t suffix) const {
    return heads_[(set * prefixes_.size() + prefix) * suffixes_.size() + suffix];
  }
  [[nodiscard]] const AffixRow& row(std::uint16_t index) const { return rows_[index]; }
  // Folded; index 0 is the empty one.
  [[nodiscard]] const std::vector<std::string>& prefixes() const { return prefixes_; }
  [[nodiscard]] const std::vector<std::string>& suffixes() const { return suffixes_; }
  [[nodiscard]] const AffixIndex& prefix_index() const { return prefix_index_; }
  [[nodiscard]] const AffixIndex& suffix_index() const { return suffix_index_; }
  // All rows of a set, by prefix, then suffix.
  struct Place {
    static constexpr bool kPlain = true;
    std::uint16_t prefix = 0;
    std::uint16_t suffix = 0;
    std::uint16_t row = 0;
  };
  [[nodiscard]] const std::vector<Place>& rows_of(std::uint16_t set) const { return rows_of_[set]; }
  [[nodiscard]] std::vector<std::string> set_names() const { return sets_; }
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(sets_, prefixes_, suffixes_, rows_, heads_, rows_of_, prefix_index_, suffix_index_);
  }

 private:
  std::vector<std::string> sets_;
  std::vector<std::string> prefixes_;
  std::vector<std::string> suffixes_;
  std::vector<AffixRow> rows_ = {{}};  // row 0 is no row
  std::vector<std::uint16_t> heads_;   // by set, prefix, suffix
  std::vector<std::vector<Place>> rows_of_;  // by set
  AffixIndex prefix_index_;
  AffixIndex suffix_index_;
};

// Bits of a blank-separated row of feature names ("perfect third masculine"); nullopt where a name is unknown. "-" is none.
std::optional<std::uint32_t> parse_features(std::string_view names);

// The blank-separated words of a cell.
std::vector<std::string_view> split_cell(std::string_view cell, char separator = ' ');

}  // namespace rasd
