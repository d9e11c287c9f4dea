#include "token/lexicon_builder.hpp"

#include <algorithm>
#include <utility>

#include "text/table_reader.hpp"

namespace rasd {
namespace {

template <class T>
bool take(Result<T>&& from, T& to, Diagnostics& faults) {
  if (!from) {
    faults.insert(faults.end(), from.error().begin(), from.error().end());
    return false;
  }
  to = std::move(from).value();
  return true;
}

std::uint8_t hosts_of(Pos pos) {
  switch (pos) {
    case Pos::noun:
    case Pos::adjective:
      return kHostNoun;
    case Pos::name:
      return kHostName;
    case Pos::particle:
      return kHostParticle;
    case Pos::verb:
      return kHostPerfect | kHostImperfect;
    default:
      return kHostForm;
  }
}

void sort_hits(std::vector<ListHit>& hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const ListHit& a, const ListHit& b) { return a.list < b.list; });
  hits.erase(std::unique(hits.begin(), hits.end(), [](const ListHit& a, const ListHit& b) { return a.list == b.list; }),
             hits.end());
}

}  // namespace

void LexiconBuilder::load(const std::string& data_directory, Diagnostics& faults) {
  const std::string lexicon = data_directory + "/lexicon";
  if (!take(Letters::load(lexicon + "/letters.tsv", normalizer_), impl_.letters, faults)) return;
  if (!take(AffixTable::load(lexicon + "/affixes.tsv", normalizer_, impl_.letters), impl_.affixes, faults)) return;
  if (!take(Inflector::load(lexicon, impl_.affixes, impl_.letters), impl_.inflector, faults)) return;
  take(CliticTable::load(data_directory + "/clitics", normalizer_, impl_.letters), impl_.clitics, faults);
  load_whole_words(lexicon + "/whole_words.tsv", faults);
  const std::vector<ParticleEntry>& particles = impl_.inflector.particles();
  for (std::size_t i = 0; i < particles.size(); ++i) particles_.emplace(impl_.letters.without_marks(particles[i].word), i);
}

void LexiconBuilder::load_whole_words(const std::string& path, Diagnostics& faults) {
  const Result<Table> table = read_table(path, {"keeps", "word"});
  if (!table) {
    faults.insert(faults.end(), table.error().begin(), table.error().end());
    return;
  }
  for (const TableRow& row : table.value().rows) {
    if (row.cells[0] == "start") {
      impl_.whole_starts.add(normalizer_.fold(row.cells[1]));
    } else if (row.cells[0] == "end") {
      impl_.whole_ends.add(normalizer_.fold(row.cells[1]));
    } else {
      faults.push_back(table.value().fault(row, 0, "L102", "unknown \"" + row.cells[0] + "\"", "start or end"));
    }
  }
}

LemmaId LexiconBuilder::lemma(const std::string& key, const std::string& text, bool& fresh) {
  const auto [at, is_new] = lemmas_.emplace(key, static_cast<LemmaId>(impl_.lemmas.size()));
  fresh = is_new;
  if (is_new) impl_.lemmas.push_back({text, {}, {}});
  return at->second;
}

void LexiconBuilder::add_list(const WordList& list, Diagnostics& faults) {
  const auto id = static_cast<ListId>(impl_.list_names.size());
  const auto [at, fresh] = impl_.list_ids.emplace(list.name, id);
  if (!fresh) return;  // reported by resolve_imports
  impl_.list_names.push_back(list.name);
  for (const ListItem& item : list.items) add_item(list, item, at->second, faults);
}

void LexiconBuilder::add_item(const WordList& list, const ListItem& item, ListId id, Diagnostics& faults) {
  ListHit hit{id, 0};
  if (!item.value.empty()) {
    const auto [at, fresh] = impl_.value_ids.emplace(item.value, static_cast<ValueId>(impl_.values.size()));
    if (fresh) impl_.values.push_back(item.value);
    hit.value = at->second;
  }
  if (item.text.find(' ') != std::string::npos) return;  // a phrase: PhraseFinder
  const Pos pos = list.pos_of(item);
  bool fresh = false;
  const LemmaId id_of_lemma = lemma(impl_.inflector.lemma_key(pos, item), item.text, fresh);
  Lemma& entry = impl_.lemmas[id_of_lemma];
  entry.lists.push_back(hit);
  if (list.derive_masdars || list.derive_participles) entry.derived.push_back(hit);
  if (fresh || !item.forms.empty()) {
    std::vector<Stem> stems;
    std::string unknown_class;
    impl_.inflector.inflect(pos, item.text, item, stems, &unknown_class);
    if (!unknown_class.empty()) {
      const std::string nearest = nearest_name(unknown_class, impl_.inflector.paradigms().names());
      faults.push_back({"L101", list.file, item.line, 0, "class \"" + unknown_class + "\" is unknown or does not fit the word",
                        nearest.empty() || nearest == unknown_class ? "" : "did you mean \"" + nearest + "\"?"});
    }
    const bool common = pos == Pos::particle && particles_.count(impl_.letters.without_marks(item.text)) != 0;
    add_stems(id_of_lemma, stems, common);
    if (pos == Pos::particle) add_particle_stems(id_of_lemma, pos, item.text);
  }
  for (const ListItemForm& form : item.forms) {
    if (form.key != "masdar" || form.text.find(' ') != std::string::npos) continue;
    ListItem plain;
    plain.text = form.text;
    const LemmaId masdar = lemma("m" + impl_.inflector.lemma_key(Pos::noun, plain), form.text, fresh);
    impl_.lemmas[masdar].lists.push_back(hit);
    if (!fresh) continue;
    std::vector<Stem> stems;
    impl_.inflector.inflect_masdar(form.text, stems);
    add_stems(masdar, stems, false);
  }
}

void LexiconBuilder::add_general_words() {
  std::vector<Stem> stems;
  const auto add = [&](Pos pos, const std::string& text) {
    ListItem item;
    item.text = text;
    bool fresh = false;
    const LemmaId id = lemma(impl_.inflector.lemma_key(pos, item), text, fresh);
    if (!fresh) return id;
    stems.clear();
    impl_.inflector.inflect(pos, text, item, stems, nullptr);
    add_stems(id, stems, true);
    return id;
  };
  for (const VerbEntry& entry : impl_.inflector.verbs()) add(Pos::verb, entry.lemma);
  for (const NounEntry& entry : impl_.inflector.nouns()) add(Pos::noun, entry.lemma);
  for (const NounEntry& entry : impl_.inflector.adjectives()) add(Pos::adjective, entry.lemma);
  for (const ParticleEntry& entry : impl_.inflector.particles()) {
    const LemmaId id = add(Pos::particle, entry.word);
    add_particle_stems(id, Pos::particle, entry.word);
  }
}

void LexiconBuilder::add_particle_stems(LemmaId lemma, Pos pos, const std::string& word) {
  const auto at = particles_.find(impl_.letters.without_marks(word));
  if (at == particles_.end()) return;
  const ParticleEntry& entry = impl_.inflector.particles()[at->second];
  if (entry.complement) {
    add_stem(lemma, {word, impl_.inflector.bare_set(), 0, pos, false}, kHostParticle | kHostComplement, false, true);
  }
  if (!entry.before_enclitic.empty()) {
    const unsigned hosts = entry.complement ? kHostPreposition | kHostComplement : kHostPreposition;
    add_stem(lemma, {entry.before_enclitic, impl_.inflector.enclitic_set(), 0, pos, false},
             static_cast<std::uint8_t>(hosts), false, true);
  }
}

void LexiconBuilder::add_stems(LemmaId lemma, const std::vector<Stem>& stems, bool common) {
  const std::string& article = impl_.letters.article;
  for (const Stem& stem : stems) {
    const bool nominal = stem.pos == Pos::noun || stem.pos == Pos::adjective || stem.pos == Pos::name;
    // The article is written without hamza; anything longer than article and two letters may have it.
    if (nominal && stem.text.size() > article.size() + 4 && stem.text.compare(0, article.size(), article) == 0) {
      Stem bare = stem;
      bare.text.erase(0, article.size());
      add_stem(lemma, bare, kHostNoun, true, common);
      if (stem.pos != Pos::name) continue;
    }
    add_stem(lemma, stem, hosts_of(stem.pos), false, common);
  }
}

void LexiconBuilder::add_stem(LemmaId lemma, const Stem& stem, std::uint8_t hosts, bool needs_article, bool common) {
  const std::string folded = normalizer_.fold(stem.text);
  if (folded.empty()) return;
  const std::uint32_t text = impl_.stem_texts.add(folded);
  if (text == impl_.stem_heads.size()) {
    impl_.stem_heads.push_back(0);
    impl_.note_shape(folded);
  }
  std::uint32_t* link = &impl_.stem_heads[text];
  while (*link != 0) {
    StemEntry& other = impl_.stems[*link];
    if (other.lemma == lemma && other.set == stem.set && other.pos == stem.pos && other.derived == stem.derived &&
        other.needs_article == needs_article && other.hosts == hosts) {
      other.features |= stem.features;
      return;
    }
    link = &other.next;
  }
  *link = static_cast<std::uint32_t>(impl_.stems.size());
  StemEntry entry;
  entry.lemma = lemma;
  entry.features = stem.features;
  entry.set = stem.set;
  entry.pos = stem.pos;
  entry.hosts = hosts;
  entry.final = impl_.letters.final_of(stem.text);
  entry.derived = stem.derived;
  entry.needs_article = needs_article;
  entry.common = common;
  impl_.stems.push_back(entry);
}

void LexiconBuilder::finish() {
  for (Lemma& lemma : impl_.lemmas) {
    sort_hits(lemma.lists);
    sort_hits(lemma.derived);
  }
}

}  // namespace rasd
