// From a lemma (and what tables and list items say of it) to its stems. Files: data/lexicon/verbs.tsv, nouns.tsv, adjectives.tsv,
// particles.tsv and the paradigms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rasd/result.hpp"
#include "token/affixes.hpp"
#include "token/paradigms.hpp"
#include "token/word_list.hpp"

namespace rasd {

struct Stem {
  std::string text;            // as written
  std::uint16_t set = 0;       // affix set
  std::uint32_t features = 0;  // added to those of the ending
  Pos pos = Pos::unknown;
  bool derived = false;        // masdar or participle that the paradigm gives
};

struct VerbEntry {
  std::string lemma;  // as written
  std::string paradigm;
  std::string imperfect;
  std::string masdar;
};

struct NounEntry {
  std::string lemma;
  std::string paradigm;  // "" = by its form
  bool feminine = false;
  std::vector<std::string> plurals;
};

struct ParticleEntry {
  std::string word;
  std::string before_enclitic;  // "" = takes no enclitic
  bool complement = false;      // may follow a preposition
};

class Inflector {
 public:
  static Result<Inflector> load(const std::string& directory, const AffixTable& affixes, const Letters& letters);

  // A key under which items of the same lemma meet: pos, bare text, class.
  [[nodiscard]] std::string lemma_key(Pos pos, const ListItem& item) const;
  // The stems of a one-word item (or of the first word of a phrase). Reports unknown classes.
  void inflect(Pos pos, const std::string& word, const ListItem& item, std::vector<Stem>& out,
               std::string* unknown_class) const;
  // The stems of a masdar that an item names itself.
  void inflect_masdar(const std::string& word, std::vector<Stem>& out) const;

  [[nodiscard]] const std::vector<VerbEntry>& verbs() const { return verbs_; }
  [[nodiscard]] const std::vector<NounEntry>& nouns() const { return nouns_; }
  [[nodiscard]] const std::vector<NounEntry>& adjectives() const { return adjectives_; }
  [[nodiscard]] const std::vector<ParticleEntry>& particles() const { return particles_; }
  [[nodiscard]] const ParadigmTable& paradigms() const { return paradigms_; }
  [[nodiscard]] std::uint16_t bare_set() const { return bare_; }
  [[nodiscard]] std::uint16_t enclitic_set() const { return enclitic_; }

 private:
  void verb(const std::string& word, const ListItem& item, std::vector<Stem>& out, std::string* unknown_class) const;
  void noun(ParadigmKind kind, Pos pos, const std::string& word, const ListItem& item, std::vector<Stem>& out,
            std::string* unknown_class) const;
  void plural(Pos pos, const std::string& word, std::uint32_t features, std::vector<Stem>& out) const;
  void expand(const Paradigm& paradigm, const Radicals& radicals, Pos pos, std::uint32_t features, bool derived,
              std::vector<Stem>& out) const;
  [[nodiscard]] const VerbEntry* find_verb(const std::string& word) const;

  const Letters* letters_ = nullptr;
  ParadigmTable paradigms_;
  std::vector<VerbEntry> verbs_;
  std::vector<NounEntry> nouns_;
  std::vector<NounEntry> adjectives_;
  std::vector<ParticleEntry> particles_;
  std::unordered_map<std::string, std::size_t> verb_index_;       // bare lemma, and lemma with shadda
  std::unordered_map<std::string, std::size_t> noun_index_;
  std::unordered_map<std::string, std::size_t> adjective_index_;
  std::unordered_map<std::string, std::size_t> noun_plural_index_;
  std::uint16_t bare_ = 0;
  std::uint16_t enclitic_ = 0;
  std::uint16_t perfect_ = 0;
};

}  // namespace rasd
