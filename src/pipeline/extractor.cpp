#include "rasd/extractor.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "pipeline/knowledge_impl.hpp"

namespace rasd {
namespace {

void sort_mentions(MentionSet& set) {
  std::stable_sort(set.mentions.begin(), set.mentions.end(), [](const Mention& a, const Mention& b) {
    if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
    return a.tokens.end > b.tokens.end;
  });
  // Nested: inside a longer mention. The longest so far that still reaches here is enough to compare with.
  TokenRange cover;
  for (Mention& mention : set.mentions) {
    mention.nested = mention.tokens.end <= cover.end && mention.tokens != cover;
    if (mention.tokens.end > cover.end) cover = mention.tokens;
  }
}

// The country of the outlet is not known to us; what the document says of itself is enough.
constexpr std::string_view kNoCountryHint;

Analysis analysis_of(const Knowledge::Impl& knowledge, const Document& document, const Workspace::Impl& workspace) {
  Analysis analysis;
  analysis.document = &document;
  analysis.original = workspace.original;
  analysis.text = &workspace.text;
  analysis.mentions = &workspace.mentions;
  analysis.clauses = &workspace.clauses;
  analysis.lexicon = knowledge.lexicon.get();
  analysis.gazetteer = knowledge.gazetteer.get();
  analysis.actors = knowledge.actors.get();
  const auto& sentences = workspace.text.sentences;
  while (analysis.lead_sentence + 1 < sentences.size() && sentences[analysis.lead_sentence].is_title) ++analysis.lead_sentence;
  return analysis;
}

void find_in_sentence(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace,
                      const Sentence& sentence) {
  const TokenRange range = sentence.tokens;
  MentionSet& set = workspace.mentions;
  knowledge.dates->find(workspace.text, range, document.anchor, set);
  knowledge.numbers->find(workspace.text, range, set);
  knowledge.places->find(workspace.text, range, set);
  knowledge.weapons->find(workspace.text, range, set);
  knowledge.participants->find(workspace.text, range, set);
}

void match_sentence(const Knowledge::Impl& knowledge, Workspace::Impl& workspace, std::uint32_t sentence) {
  workspace.clauses.clear();
  workspace.matches.clear();
  knowledge.clauses->split(workspace.text, sentence, workspace.mentions, workspace.clauses);
  for (std::uint32_t c = 0; c < workspace.clauses.clauses.size() && workspace.matches.empty(); ++c) {
    knowledge.rules->match(workspace.clauses, c, workspace.scratch, workspace.matches, nullptr);
  }
}

// Puts the mentions of the sentence aside for find_mentions.
void keep_mentions(Workspace::Impl& workspace, std::uint32_t sentence) {
  if (workspace.kept_count == workspace.kept.size()) workspace.kept.emplace_back();
  workspace.kept_of[sentence] = static_cast<std::int32_t>(workspace.kept_count);
  std::swap(workspace.mentions, workspace.kept[workspace.kept_count++]);
}

template <class Value>
void move_to(std::vector<Value>& from, std::vector<Value>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void append_mentions(MentionSet& from, MentionSet& to) {
  std::array<std::size_t, kMentionTypes> base{};
  base[static_cast<std::size_t>(MentionType::number)] = to.numbers.size();
  base[static_cast<std::size_t>(MentionType::date)] = to.dates.size();
  base[static_cast<std::size_t>(MentionType::place)] = to.places.size();
  base[static_cast<std::size_t>(MentionType::participant)] = to.participants.size();
  base[static_cast<std::size_t>(MentionType::weapon)] = to.weapons.size();
  for (Mention mention : from.mentions) {
    mention.value += static_cast<std::uint32_t>(base[static_cast<std::size_t>(mention.type)]);
    to.mentions.push_back(mention);
  }
  to.names_cut += from.names_cut;
  move_to(from.numbers, to.numbers);
  move_to(from.dates, to.dates);
  move_to(from.places, to.places);
  move_to(from.participants, to.participants);
  move_to(from.weapons, to.weapons);
  move_to(from.offsets, to.offsets);
}

// The first sentence in which some rule may match, with as little work as that takes: most articles hold words that can start an
// event and no event. What mentions a sentence has depends on the sentence alone, but for doubtful place names, which the
// rest of the text may prove: the sentence is read with each choice of them; with too many of them it counts as a match.
// The number of sentences where there is none. `caps` counts for an article without a match; one with a match is counted as a whole.
std::uint32_t first_match(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace, Caps& caps) {
  MentionSet& set = workspace.mentions;
  const auto doubtful = [&](const Mention& each) { return each.type == MentionType::place && set.place(each).needs_evidence; };
  const auto matches = [&](std::uint32_t sentence) {
    match_sentence(knowledge, workspace, sentence);
    if (!workspace.matches.empty()) return true;
    const auto doubts = std::count_if(set.mentions.begin(), set.mentions.end(), doubtful);
    caps.clause_units += workspace.clauses.cut;
    caps.place_candidates += set.names_cut;
    if (doubts > kMaxDoubts) {
      ++caps.doubtful_places;
      return true;
    }
    if (doubts == 0) return false;
    const std::vector<Mention> all = set.mentions;
    for (unsigned dropped = 1; dropped < 1u << doubts && workspace.matches.empty(); ++dropped) {
      set.mentions = all;
      unsigned number = 0;
      std::erase_if(set.mentions, [&](const Mention& each) { return doubtful(each) && ((dropped >> number++) & 1u) != 0; });
      match_sentence(knowledge, workspace, sentence);
    }
    set.mentions = all;
    return !workspace.matches.empty();
  };
  const auto count = static_cast<std::uint32_t>(workspace.text.sentences.size());
  workspace.kept_of.assign(count, -1);
  for (std::uint32_t s = 0; s < count; ++s) {
    if (!knowledge.rules->may_match(workspace.text, workspace.text.sentences[s])) continue;
    set.clear();
    find_in_sentence(knowledge, document, workspace, workspace.text.sentences[s]);
    sort_mentions(set);
    const bool found = matches(s);
    keep_mentions(workspace, s);
    if (found) return s;
  }
  return count;
}

void count_words(const Workspace::Impl& workspace, RunStatistics& statistics) {
  ++statistics.documents;
  statistics.bytes += workspace.original.size();
  statistics.sentences += workspace.text.sentences.size();
  for (const Sentence& sentence : workspace.text.sentences) statistics.caps.sentence_bytes += sentence.cut ? 1 : 0;
  for (const Token& token : workspace.text.tokens) {
    if (!token.is_word()) continue;
    ++statistics.words;
    statistics.caps.word_bytes += token.span.size() > kMaxWordBytes ? 1 : 0;
    statistics.caps.word_cuts += token.word->cut_short ? 1 : 0;
  }
}

void count_gate(const Caps& gate, bool matched, RunStatistics& statistics) {
  statistics.caps.doubtful_places += gate.doubtful_places;
  if (matched) {
    ++statistics.matched;
  } else {
    statistics.caps.clause_units += gate.clause_units;
    statistics.caps.place_candidates += gate.place_candidates;
  }
}

void count_matches(const Workspace::Impl& workspace, RunStatistics& statistics) {
  statistics.caps.clause_units += workspace.clauses.cut;
  statistics.caps.place_candidates += workspace.mentions.names_cut;
}

}  // namespace

void tokenize_document(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace) {
  workspace.cache.start_document();
  workspace.original = document.full_text();
  knowledge.normalizer->normalize(workspace.original, workspace.normalized);
  std::uint32_t title_end = 0;
  if (!document.title.empty()) {
    title_end = workspace.normalized.map.to_normalized({0, static_cast<std::uint32_t>(document.title.size())}).end;
  }
  workspace.text.clear();
  workspace.kept_of.clear();
  workspace.kept_count = 0;
  knowledge.tokenizer->tokenize(workspace.normalized, workspace.original, title_end, workspace.cache, workspace.text);
}

bool has_trigger(const Knowledge::Impl& knowledge, const Workspace::Impl& workspace) {
  const RuleSet& rules = *knowledge.rules;
  return std::any_of(workspace.text.tokens.begin(), workspace.text.tokens.end(),
                     [&](const Token& token) { return token.is_word() && token.may(kMayTrigger) && rules.may_trigger(*token.word); }) ||
         std::any_of(workspace.text.phrases.begin(), workspace.text.phrases.end(),
                     [&](const PhraseHit& phrase) { return rules.may_trigger(phrase.hit.list); });
}

void find_mentions(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace) {
  MentionSet& set = workspace.mentions;
  set.clear();
  for (std::size_t s = 0; s < workspace.text.sentences.size(); ++s) {
    const bool is_kept = s < workspace.kept_of.size() && workspace.kept_of[s] >= 0;
    MentionSet* const kept = is_kept ? &workspace.kept[static_cast<std::size_t>(workspace.kept_of[s])] : nullptr;
    // A date may be told from the one before it, in another sentence.
    const bool dated = !set.dates.empty() && set.dates.back().resolved;
    if (kept != nullptr && (kept->dates.empty() || !dated)) {
      append_mentions(*kept, set);
    } else {
      find_in_sentence(knowledge, document, workspace, workspace.text.sentences[s]);
    }
  }
  if (!document.anchor) knowledge.dates->resolve_without_anchor(set);
  sort_mentions(set);
  knowledge.places->disambiguate(workspace.text, kNoCountryHint, set);
  knowledge.participants->resolve_generic(workspace.text, set);
}

void match_rules(const Knowledge::Impl& knowledge, Workspace::Impl& workspace, MatchTrace* trace, std::uint32_t first) {
  workspace.clauses.clear();
  workspace.matches.clear();
  for (std::uint32_t s = 0; s < workspace.text.sentences.size(); ++s) {
    knowledge.clauses->split(workspace.text, s, workspace.mentions, workspace.clauses);
  }
  std::uint32_t asked = first;
  bool may_match = first < workspace.text.sentences.size();
  for (std::uint32_t c = 0; c < workspace.clauses.clauses.size(); ++c) {
    if (workspace.matches.size() >= kMaxMatches) {
      if (workspace.statistics != nullptr) ++workspace.statistics->caps.matches;
      break;
    }
    const std::uint32_t sentence = workspace.clauses.clauses[c].sentence;
    if (trace == nullptr && sentence < first) continue;
    if (trace == nullptr && sentence != asked) {
      asked = sentence;
      may_match = knowledge.rules->may_match(workspace.text, workspace.text.sentences[sentence]);
    }
    if (trace == nullptr && !may_match) continue;
    knowledge.rules->match(workspace.clauses, c, workspace.scratch, workspace.matches, trace);
  }
}

std::vector<Event> extract_events(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace,
                                  DecisionLog* log, MatchTrace* trace) {
  RunStatistics* const statistics = workspace.statistics;
  StageTimer timer(statistics);
  tokenize_document(knowledge, document, workspace);
  if (statistics != nullptr) count_words(workspace, *statistics);
  timer.end(Stage::words);
  if (!has_trigger(knowledge, workspace) || !knowledge.language->is_arabic(workspace.text)) return {};
  Caps gate;
  std::uint32_t first_sentence = 0;
  bool matched = true;
  if (trace == nullptr) {  // a trace shows what was tried as well
    first_sentence = first_match(knowledge, document, workspace, gate);
    matched = first_sentence < workspace.text.sentences.size();
  }
  timer.end(Stage::gate);
  if (statistics != nullptr) count_gate(gate, matched, *statistics);
  if (!matched) return {};
  find_mentions(knowledge, document, workspace);
  timer.end(Stage::mentions);
  match_rules(knowledge, workspace, trace, first_sentence);
  timer.end(Stage::rules);
  if (statistics != nullptr) count_matches(workspace, *statistics);

  Analysis analysis = analysis_of(knowledge, document, workspace);
  analysis.log = log;
  workspace.events.clear();
  knowledge.builder->build(analysis, workspace.matches, workspace.events);
  knowledge.resolver->resolve(analysis, workspace.events);
  knowledge.discourse->mark(analysis, workspace.events);
  knowledge.merger->merge(analysis, workspace.events, workspace.incidents);
  std::erase_if(workspace.incidents, [&](const Incident& incident) {
    const std::string_view topic = knowledge.relevance->excluded_by(analysis, workspace.events, incident);
    if (!topic.empty() && log != nullptr) {
      Decision decision;
      decision.kind = Decision::Kind::irrelevant;
      decision.mentions = incident.members;
      decision.text = topic;
      log->decisions.push_back(std::move(decision));
    }
    return !topic.empty();
  });
  std::vector<Event> events = knowledge.records->build(analysis, workspace.events, workspace.incidents);
  // An incident's trigger need not be the first of its mentions.
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.trigger.span.begin < b.trigger.span.begin; });
  timer.end(Stage::events);
  if (statistics != nullptr) statistics->events += events.size();
  return events;
}

std::vector<Event> Extractor::extract(const Document& document, Workspace& workspace) const {
  return extract_events(knowledge_->impl(), document, workspace.impl());
}

}  // namespace rasd
