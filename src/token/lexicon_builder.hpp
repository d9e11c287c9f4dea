// Fills Lexicon::Impl from tables and word lists. Only src/token includes this.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "token/lexicon_impl.hpp"

namespace rasd {

class LexiconBuilder {
 public:
  LexiconBuilder(Lexicon::Impl& impl, const Normalizer& normalizer) : impl_(impl), normalizer_(normalizer) {}

  // Tables of data/lexicon and data/clitics.
  void load(const std::string& data_directory, Diagnostics& faults);
  void add_list(const WordList& list, Diagnostics& faults);
  // The lemmas of the general tables; after the lists, so that these share lemmas with them.
  void add_general_words();
  // Sorts the list hits.
  void finish();

 private:
  LemmaId lemma(const std::string& key, const std::string& text, bool& fresh);
  void add_item(const WordList& list, const ListItem& item, ListId id, Diagnostics& faults);
  void add_stems(LemmaId lemma, const std::vector<Stem>& stems, bool common);
  void add_stem(LemmaId lemma, const Stem& stem, std::uint8_t hosts, bool needs_article, bool common);
  void add_particle_stems(LemmaId lemma, Pos pos, const std::string& word);
  void load_whole_words(const std::string& path, Diagnostics& faults);

  Lexicon::Impl& impl_;
  const Normalizer& normalizer_;
  std::unordered_map<std::string, LemmaId> lemmas_;
  std::unordered_map<std::string, std::size_t> particles_;
};

}  // namespace rasd
