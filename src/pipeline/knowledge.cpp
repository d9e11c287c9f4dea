#include <iterator>

#include "pipeline/knowledge_impl.hpp"
#include "pipeline/knowledge_snapshot.hpp"
#include "pipeline/knowledge_source.hpp"

namespace rasd {
namespace {

// Takes the value over, or its faults.
template <class T, class Into>
bool take(Result<T> result, Into& into, Diagnostics& faults) {
  if (!result) {
    Diagnostics found = std::move(result).error();
    faults.insert(faults.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    return false;
  }
  into = std::move(result).value();
  return true;
}

// Lexicon, phrases, actors and rules from their texts.
void compile_texts(const KnowledgePaths& paths, Knowledge::Impl& k, Diagnostics& faults) {
  // Words first: everything else names them.
  RuleSource source = read_knowledge_source(paths, faults);
  if (source.rules.empty() && faults.empty()) {
    faults.push_back({"R000", paths.rules, 0, 0, "no rules in this directory", "name the directory with --rules"});
  }
  std::vector<WordList> lists = std::move(source.lists);
  source.lists.clear();
  resolve_imports(lists, faults);
  take(ActorLexicon::load(paths.data + "/actors", *k.normalizer, k.vocabulary, overlay_folders(paths, "actors")), k.actors, faults);
  take(Lexicon::build(paths.data, *k.normalizer, lists, k.vocabulary), k.lexicon, faults);
  if (!faults.empty()) return;
  k.phrases.emplace(*k.lexicon, *k.normalizer, lists, k.vocabulary);
  take(RuleSet::build(std::move(source), k.lexicon), k.rules, faults);
}

}  // namespace

Knowledge::Knowledge(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Knowledge::~Knowledge() = default;

Result<std::shared_ptr<const Knowledge>> Knowledge::load(const KnowledgePaths& paths) {
  auto impl = std::make_unique<Impl>();
  Impl& k = *impl;
  Diagnostics faults;

  if (!take(Normalizer::load(paths.data + "/normalization"), k.normalizer, faults)) return faults;
  take(SentenceSplitter::load(paths.data + "/segmentation", *k.normalizer), k.splitter, faults);
  const bool has_gazetteer = take(Gazetteer::load(paths.data + "/gazetteer", *k.normalizer, k.vocabulary, paths.compiled_gazetteer,
                                                  overlay_folders(paths, "gazetteer")),
                                  k.gazetteer, faults);
  if (!has_gazetteer || paths.compiled_knowledge.empty() || !restore_knowledge(paths.compiled_knowledge, paths, k)) {
    compile_texts(paths, k, faults);
  }
  if (!k.splitter || !k.phrases) return faults;
  k.tokenizer.emplace(*k.splitter, *k.phrases);

  take(LanguageGate::load(*k.lexicon), k.language, faults);
  take(DateFinder::load(*k.lexicon, paths.data + "/calendar"), k.dates, faults);
  take(NumberFinder::load(*k.lexicon), k.numbers, faults);
  take(PlaceFinder::load(*k.lexicon, k.gazetteer), k.places, faults);
  take(WeaponFinder::load(*k.lexicon), k.weapons, faults);
  take(ParticipantFinder::load(*k.lexicon, k.actors), k.participants, faults);
  take(ClauseSplitter::load(*k.lexicon), k.clauses, faults);
  if (!k.rules) return faults;
  k.builder.emplace(*k.rules);
  take(ArgumentResolver::load(*k.lexicon), k.resolver, faults);
  take(Discourse::load(*k.lexicon), k.discourse, faults);
  TypeOrder order;
  take(TypeOrder::load(paths.data + "/types"), order, faults);
  take(Merger::load(paths.data + "/event", order), k.merger, faults);
  take(Relevance::load(*k.lexicon), k.relevance, faults);
  take(RecordBuilder::load(paths.data, *k.lexicon, order), k.records, faults);
  if (!faults.empty()) return faults;
  WordMarker& marker = k.tokenizer->marker();
  k.language->mark(marker);
  k.rules->mark_triggers(marker);
  k.dates->mark(marker);
  k.numbers->mark(marker);
  k.places->mark(marker);
  k.weapons->mark(marker);
  k.participants->mark(marker);
  k.clauses->mark(marker);
  return std::shared_ptr<const Knowledge>(new Knowledge(std::move(impl)));
}

Workspace::Workspace(const std::shared_ptr<const Knowledge>& knowledge) : impl_(std::make_unique<Impl>(knowledge)) {}
Workspace::~Workspace() = default;

}  // namespace rasd
