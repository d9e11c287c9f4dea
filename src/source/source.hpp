// Where articles come from. A reader hands out one Document after the other; what it cannot use it reports as a value
// and goes on, so that one bad record never costs the others.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "rasd/document.hpp"

namespace rasd {

// Something wrong at a place of the input. line and byte count from 1 and 0; line 0 = the whole file.
struct InputIssue {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::string reason;
  [[nodiscard]] std::string to_string() const;  // "file:line: reason"
};
// A record that was left out.
using Rejection = InputIssue;

// What a reader has to say; the caller empties it.
struct ReadLog {
  std::vector<Rejection> rejections;  // records that are lost
  std::vector<InputIssue> warnings;   // records that came through with a loss
  std::vector<InputIssue> failures;   // inputs that could not be read (to their end)
};

enum class InputFormat : std::uint8_t { detect, text, jsonl };

struct ReadOptions {
  InputFormat format = InputFormat::detect;
  // Names of the fields of a record; empty = the usual names are tried in turn.
  std::string text_field;
  std::string id_field;
  std::string date_field;
  std::string title_field;
  std::string url_field;
  // The day of publication where the input gives none; as written, must be a date or empty.
  std::string published;
};

class Source {
 public:
  virtual ~Source() = default;
  // The next article; false at the end. `out` is used again: what it held is replaced.
  virtual bool next(Document& out, ReadLog& log) = 0;
};

// Opens `path` ("-" = standard input). Format by extension (.jsonl, .ndjson, .jl; .txt), else by content: JSON Lines where the
// first line is a JSON object. An input that cannot be opened gives a failure in `log` and no source.
std::unique_ptr<Source> open_source(const std::string& path, const ReadOptions& options, ReadLog& log);

// The day that a published value names: an ISO date with or without a time, 2024/01/31, 20240131 or "31 Jan 2024" as in feeds.
[[nodiscard]] std::optional<Date> parse_published(std::string_view text);

// Fills what a reader could not: id and anchor.
void complete_document(Document& document, const ReadOptions& options, const InputIssue& where, ReadLog& log);

}  // namespace rasd
