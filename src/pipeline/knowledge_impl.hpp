// What Knowledge and Workspace hold. For the pipeline room and the commands that show single layers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clause/clause_splitter.hpp"
#include "event/analysis.hpp"
#include "event/argument_resolver.hpp"
#include "event/builder.hpp"
#include "event/discourse.hpp"
#include "event/merger.hpp"
#include "event/record_builder.hpp"
#include "event/relevance.hpp"
#include "mention/date_finder.hpp"
#include "mention/number_finder.hpp"
#include "mention/participant_finder.hpp"
#include "mention/place_finder.hpp"
#include "mention/weapon_finder.hpp"
#include "pipeline/run_statistics.hpp"
#include "rasd/extractor.hpp"
#include "rules/rule_set.hpp"
#include "text/sentence_splitter.hpp"
#include "token/language_gate.hpp"
#include "token/phrase_finder.hpp"
#include "token/tokenizer.hpp"

namespace rasd {

inline constexpr std::size_t kMaxMatches = 2000;  // of a document; what comes after them compares each with each
inline constexpr std::ptrdiff_t kMaxDoubts = 5;   // doubtful place names of a sentence, each read as a place and as none

struct Knowledge::Impl {
  std::optional<Normalizer> normalizer;
  std::optional<SentenceSplitter> splitter;
  Vocabulary vocabulary;
  std::shared_ptr<const Lexicon> lexicon;
  std::shared_ptr<const Gazetteer> gazetteer;
  std::shared_ptr<const ActorLexicon> actors;
  std::optional<PhraseFinder> phrases;
  std::optional<Tokenizer> tokenizer;
  std::optional<LanguageGate> language;
  std::optional<DateFinder> dates;
  std::optional<NumberFinder> numbers;
  std::optional<PlaceFinder> places;
  std::optional<WeaponFinder> weapons;
  std::optional<ParticipantFinder> participants;
  std::optional<ClauseSplitter> clauses;
  std::shared_ptr<const RuleSet> rules;
  std::optional<EventBuilder> builder;
  std::optional<ArgumentResolver> resolver;
  std::optional<Discourse> discourse;
  std::optional<Merger> merger;
  std::optional<Relevance> relevance;
  std::optional<RecordBuilder> records;
};

struct Workspace::Impl {
  explicit Impl(std::shared_ptr<const Knowledge> k) : knowledge(std::move(k)), cache(*knowledge->impl().lexicon) {}

  std::shared_ptr<const Knowledge> knowledge;
  WordCache cache;
  std::string original;
  NormalizedText normalized;
  TokenizedText text;
  MentionSet mentions;
  // The mentions of sentences that were looked at before all of them are: the first `kept_count` of `kept`, found by sentence.
  std::vector<MentionSet> kept;
  std::size_t kept_count = 0;
  std::vector<std::int32_t> kept_of;  // by sentence, -1 = none; empty where no sentence was looked at
  ClauseSet clauses;
  MatchScratch scratch;
  std::vector<RuleMatch> matches;
  std::vector<EventMention> events;
  std::vector<Incident> incidents;
  RunStatistics* statistics = nullptr;  // null: nobody counts
};

// The layers before the rules, each for itself: `rasd tokens`, `rasd sentences`, `rasd mentions`, examples and explain use them.

// Normalises and tokenises the document into the workspace.
void tokenize_document(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace);
// Whether any word may begin a trigger.
[[nodiscard]] bool has_trigger(const Knowledge::Impl& knowledge, const Workspace::Impl& workspace);
// All mentions of the tokenised document.
void find_mentions(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace);
// Clauses, rule matches.
// `first`: no rule matches in the sentences before it. With a trace all are tried.
void match_rules(const Knowledge::Impl& knowledge, Workspace::Impl& workspace, MatchTrace* trace = nullptr,
                 std::uint32_t first = 0);
// Everything; `log` and `trace` may be null.
std::vector<Event> extract_events(const Knowledge::Impl& knowledge, const Document& document, Workspace::Impl& workspace,
                                  DecisionLog* log = nullptr, MatchTrace* trace = nullptr);

}  // namespace rasd
