#include "pipeline/run_statistics.hpp"

namespace rasd {

const char* to_string(Stage stage) {
  switch (stage) {
    case Stage::words: return "words";
    case Stage::gate: return "gate";
    case Stage::mentions: return "mentions";
    case Stage::rules: return "rules";
    case Stage::events: return "events";
  }
  return "";
}

void RunStatistics::add(const RunStatistics& other) {
  documents += other.documents;
  bytes += other.bytes;
  sentences += other.sentences;
  words += other.words;
  matched += other.matched;
  events += other.events;
  caps.matches += other.caps.matches;
  caps.clause_units += other.caps.clause_units;
  caps.sentence_bytes += other.caps.sentence_bytes;
  caps.word_bytes += other.caps.word_bytes;
  caps.word_cuts += other.caps.word_cuts;
  caps.place_candidates += other.caps.place_candidates;
  caps.doubtful_places += other.caps.doubtful_places;
  caps.remembered_words += other.caps.remembered_words;
  for (std::size_t i = 0; i < kStages; ++i) nanoseconds[i] += other.nanoseconds[i];
}

}  // namespace rasd
