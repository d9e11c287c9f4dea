// Inflection classes: what a lemma of the class looks like, and its stems. data/lexicon/paradigms.tsv.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"
#include "token/affixes.hpp"
#include "token/lexicon.hpp"

namespace rasd {

// A pattern cut into code points; digits 1-4 are radicals, '*' is any letters.
using Template = std::u32string;

struct StemTemplate {
  std::uint16_t set = 0;
  std::uint32_t features = 0;
  Template shape;
};

enum class ParadigmKind : std::uint8_t { verb, noun, adjective, plural };

struct Paradigm {
  std::string name;
  ParadigmKind kind = ParadigmKind::verb;
  Template lemma;
  std::vector<StemTemplate> stems;
};

// What the placeholders of a lemma pattern stand for.
struct Radicals {
  char32_t letter[5] = {};
  std::u32string any;  // '*'
};

class ParadigmTable {
 public:
  static Result<ParadigmTable> load(const std::string& path, const AffixTable& affixes);

  // `lemma` is written in good orthography, without diacritics except shadda. nullptr where no class fits.
  [[nodiscard]] const Paradigm* first_match(ParadigmKind kind, std::string_view lemma, Radicals& radicals) const;
  // The class of that name, if it is of that kind and the lemma fits (shadda does not matter then).
  [[nodiscard]] const Paradigm* named(ParadigmKind kind, std::string_view name, std::string_view lemma,
                                      Radicals& radicals) const;
  // The class that fits and has that imperfect (as written, with its prefix).
  [[nodiscard]] const Paradigm* with_imperfect(std::string_view lemma, std::string_view imperfect, Radicals& radicals) const;
  [[nodiscard]] bool has_class(std::string_view name) const { return by_name_.count(std::string(name)) != 0; }
  [[nodiscard]] std::vector<std::string> names() const;
  // UTF-8 of a template.
  [[nodiscard]] static std::string fill(const Template& shape, const Radicals& radicals);
  // Whether a class is about the imperfect (by its feature row).
  [[nodiscard]] std::uint16_t imperfect_set() const { return imperfect_set_; }
  [[nodiscard]] bool is_imperfect_set(std::uint16_t set) const { return imperfect_sets_[set] != 0; }

 private:
  std::vector<Paradigm> paradigms_;
  std::map<std::string, std::size_t> by_name_;
  std::vector<std::uint8_t> imperfect_sets_;  // by set
  std::uint16_t imperfect_set_ = 0;
};

// Text <-> code points.
std::u32string decode(std::string_view text);
std::string encode(std::u32string_view text);

}  // namespace rasd
