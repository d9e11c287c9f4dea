// Where articles come from. A reader hands out one Document after the other; what it cannot use it reports as a value
// and goes on, so that one bad record never costs the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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
  std::vector<InputIssue> notes;      // what was chosen where the input does not say
};

enum class InputFormat : std::uint8_t { detect, text, jsonl, json, csv, tsv, html, warc };
// How one text file is cut into articles: not at all, at empty lines, at every line, at form feeds.
enum class TextSplit : std::uint8_t { none, blank, line, form_feed };
// What 3/4/2024 means; unset = it is no date.
enum class DateOrder : std::uint8_t { unset, day_first, month_first };

class ByteReader;
struct ReadControl;

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
  DateOrder date_order = DateOrder::unset;
  bool crawl_dates = false;  // take the day on which a page was fetched where there is no day of publication
  bool keep_fields = false;  // unknown fields into Document::extra
  TextSplit split = TextSplit::none;
  std::string encoding;      // of all inputs; empty = each is looked at
  std::size_t max_record_bytes = std::size_t{16} << 20;
  ReadControl* control = nullptr;
};

class Source {
 public:
  virtual ~Source() = default;
  // The next article; false at the end. `out` is used again: what it held is replaced.
  virtual bool next(Document& out, ReadLog& log) = 0;
};

// Opens `path` ("-" = standard input). What is packed is unpacked, and the format found, by content first (docs/inputs.md).
// An input that cannot be opened gives a failure in `log` and no source.
std::unique_ptr<Source> open_source(const std::string& path, const ReadOptions& options, ReadLog& log);
// The same for bytes that are at hand: `name` stands in messages and tells the format where the content does not. `depth` counts
// how often an input was unpacked.
std::unique_ptr<Source> open_bytes(std::unique_ptr<ByteReader> bytes, const std::string& name, const ReadOptions& options, int depth,
                                   ReadLog& log);

// The day that a published value names, in the forms that dumps and feeds write (docs/inputs.md).
[[nodiscard]] std::optional<Date> parse_published(std::string_view text, DateOrder order = DateOrder::unset);

// Why a record was larger than what is read.
[[nodiscard]] std::string too_large(std::string_view what, const ReadOptions& options);

// Fills what a reader could not: id and anchor.
void complete_document(Document& document, const ReadOptions& options, const InputIssue& where, ReadLog& log);

}  // namespace rasd
