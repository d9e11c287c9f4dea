// What a run read and found, how often each cap was reached, and how long each stage took: `rasd extract --stats`.
// Counts depend on the articles alone, except Caps::remembered_words, which each thread counts for its own memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace rasd {

enum class Stage : std::uint8_t { words, gate, mentions, rules, events };
inline constexpr std::size_t kStages = 5;
[[nodiscard]] const char* to_string(Stage stage);

struct Caps {
  std::size_t matches = 0;           // articles with more rule matches than kMaxMatches
  std::size_t clause_units = 0;      // clauses ended by kMaxClauseUnits
  std::size_t sentence_bytes = 0;    // sentences ended by kMaxSentence
  std::size_t word_bytes = 0;        // words longer than kMaxWordBytes
  std::size_t word_cuts = 0;         // words with more ways to cut them than kMaxWordCuts
  std::size_t place_candidates = 0;  // place names with more homonyms than kMaxPlaceCandidates
  std::size_t doubtful_places = 0;   // sentences with more doubtful place names than kMaxDoubts
  std::size_t remembered_words = 0;  // times that a thread's kMaxCachedWords were forgotten
};

struct RunStatistics {
  std::size_t documents = 0;
  std::size_t bytes = 0;
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t matched = 0;  // documents in which some rule matched
  std::size_t events = 0;
  Caps caps;
  std::array<std::uint64_t, kStages> nanoseconds{};

  // Nanoseconds of any steady clock; the library has none of its own. Null: stages are not timed.
  std::uint64_t (*clock)() = nullptr;

  void add(const RunStatistics& other);
};

// Charges the time since the last call to a stage. Does nothing without statistics or a clock.
class StageTimer {
 public:
  explicit StageTimer(RunStatistics* statistics)
      : statistics_(statistics != nullptr && statistics->clock != nullptr ? statistics : nullptr),
        since_(statistics_ != nullptr ? statistics_->clock() : 0) {}
  void end(Stage stage) {
    if (statistics_ == nullptr) return;
    const std::uint64_t now = statistics_->clock();
    statistics_->nanoseconds[static_cast<std::size_t>(stage)] += now - since_;
    since_ = now;
  }

 private:
  RunStatistics* statistics_;
  std::uint64_t since_;
};

}  // namespace rasd
