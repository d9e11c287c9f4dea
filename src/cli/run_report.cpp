#include "cli/run_report.hpp"

#include <chrono>

#include "pipeline/knowledge_impl.hpp"
#include "sink/json_writer.hpp"

namespace rasd::cli {
namespace {

constexpr double kNanosecondsPerSecond = 1e9;
constexpr int kDecimals = 4;

}  // namespace

std::uint64_t steady_nanoseconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
}

std::string RunReport::to_json() const {
  std::string out;
  JsonWriter json(out);
  const auto count = [&](const char* name, std::size_t value) { json.member(name, static_cast<std::int64_t>(value)); };
  const auto seconds = [&](const char* name, std::uint64_t nanoseconds) {
    json.key(name);
    json.number(static_cast<double>(nanoseconds) / kNanosecondsPerSecond, kDecimals);
  };
  const auto cap = [&](const char* name, std::size_t limit, std::size_t reached) {
    json.key(name);
    json.begin_object();
    count("limit", limit);
    count("reached", reached);
    json.end_object();
  };
  json.begin_object();
  count("documents", run.documents);
  count("rejected_records", rejected);
  count("bytes", run.bytes);
  count("sentences", run.sentences);
  count("words", run.words);
  count("documents_matched", run.matched);
  count("events", run.events);
  count("events_written", written);
  count("jobs", jobs);
  json.key("seconds");
  json.begin_object();
  seconds("load", load);
  seconds("read", read);
  for (std::size_t i = 0; i < kStages; ++i) seconds(to_string(static_cast<Stage>(i)), run.nanoseconds[i]);
  seconds("write", write);
  seconds("total", total);
  json.end_object();
  json.key("caps");
  json.begin_object();
  cap("matches_per_document", kMaxMatches, run.caps.matches);
  cap("units_per_clause", kMaxClauseUnits, run.caps.clause_units);
  cap("bytes_per_sentence", kMaxSentence, run.caps.sentence_bytes);
  cap("bytes_per_word", kMaxWordBytes, run.caps.word_bytes);
  cap("cuts_per_word", kMaxWordCuts, run.caps.word_cuts);
  cap("candidates_per_place", kMaxPlaceCandidates, run.caps.place_candidates);
  cap("doubtful_places_per_sentence", static_cast<std::size_t>(kMaxDoubts), run.caps.doubtful_places);
  cap("remembered_words", kMaxCachedWords, run.caps.remembered_words);
  json.end_object();
  json.end_object();
  json.end_line();
  return out;
}

}  // namespace rasd::cli
