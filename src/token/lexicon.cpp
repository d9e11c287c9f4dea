#include "token/lexicon.hpp"

#include <algorithm>
#include <utility>

#include "text/snapshot.hpp"
#include "token/lexicon_builder.hpp"
#include "token/lexicon_impl.hpp"

namespace rasd {

Lexicon::Lexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lexicon::~Lexicon() = default;

Result<std::shared_ptr<const Lexicon>> Lexicon::build(const std::string& data_directory, const Normalizer& normalizer,
                                                      const std::vector<WordList>& lists, Vocabulary& vocabulary) {
  auto impl = std::make_unique<Impl>();
  impl->vocabulary = &vocabulary;
  Diagnostics faults;
  LexiconBuilder builder(*impl, normalizer);
  builder.load(data_directory, faults);
  if (!faults.empty()) return faults;
  for (const WordList& list : lists) builder.add_list(list, faults);
  if (!faults.empty()) return faults;
  builder.add_general_words();
  builder.finish();
  return std::shared_ptr<const Lexicon>(std::make_shared<Lexicon>(std::move(impl)));
}

void Lexicon::save(SnapshotWriter& snapshot) const { snapshot(*impl_); }

std::shared_ptr<const Lexicon> Lexicon::restore(SnapshotReader& snapshot, const Vocabulary& vocabulary) {
  auto impl = std::make_unique<Impl>();
  impl->vocabulary = &vocabulary;
  snapshot(*impl);
  return std::make_shared<Lexicon>(std::move(impl));
}

ListId Lexicon::list_id(std::string_view name) const {
  const auto at = impl_->list_ids.find(std::string(name));
  return at == impl_->list_ids.end() ? kNoList : at->second;
}

const std::string& Lexicon::list_name(ListId list) const {
  return list < impl_->list_names.size() ? impl_->list_names[list] : impl_->values[0];
}

std::vector<std::string> Lexicon::list_names() const { return impl_->list_names; }

const std::string& Lexicon::value_text(ValueId value) const {
  return value < impl_->values.size() ? impl_->values[value] : impl_->values[0];
}

std::optional<ValueId> Lexicon::value_id(std::string_view text) const {
  const auto at = impl_->value_ids.find(std::string(text));
  if (at == impl_->value_ids.end()) return std::nullopt;
  return at->second;
}

const std::string& Lexicon::lemma_text(LemmaId lemma) const {
  return lemma < impl_->lemmas.size() ? impl_->lemmas[lemma].text : impl_->lemmas[0].text;
}

const std::string& Lexicon::enclitic(std::uint8_t index) const {
  return index < impl_->clitics.enclitics.size() ? impl_->clitics.enclitics[index].written
                                                 : impl_->clitics.enclitics[0].written;
}

std::vector<std::string> Lexicon::forms_of(ListId list) const {
  std::vector<std::string> forms;
  const AffixTable& affixes = impl_->affixes;
  // There are far more stems than lemmas, and few of them are of the list: by lemma, whether it is in the list itself, by its derived words.
  constexpr unsigned kItself = 1, kDerived = 2;
  const auto names = [list](const std::vector<ListHit>& hits) {
    return std::any_of(hits.begin(), hits.end(), [list](const ListHit& hit) { return hit.list == list; });
  };
  std::vector<std::uint8_t> wanted(impl_->lemmas.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Lemma& lemma = impl_->lemmas[i];
    wanted[i] = static_cast<std::uint8_t>((names(lemma.lists) ? kItself : 0u) | (names(lemma.derived) ? kDerived : 0u));
  }
  for (std::uint32_t text = 0; text < impl_->stem_heads.size(); ++text) {
    for (std::uint32_t i = impl_->stem_heads[text]; i != 0; i = impl_->stems[i].next) {
      const StemEntry& stem = impl_->stems[i];
      if ((wanted[stem.lemma] & (stem.derived ? kDerived : kItself)) == 0) continue;
      for (std::size_t p = 0; p < affixes.prefixes().size(); ++p) {
        for (std::size_t s = 0; s < affixes.suffixes().size(); ++s) {
          if (affixes.first_row(stem.set, p, s) == 0) continue;
          forms.push_back((stem.needs_article ? impl_->letters.article : "") + affixes.prefixes()[p] +
                          std::string(impl_->stem_texts[text]) + affixes.suffixes()[s]);
        }
      }
    }
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace rasd
