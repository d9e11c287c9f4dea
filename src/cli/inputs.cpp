#include "cli/inputs.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "cli/choice.hpp"
#include "cli/exit_codes.hpp"
#include "source/byte_stream.hpp"
#include "source/encoding.hpp"

namespace rasd::cli {

namespace {

const std::map<std::string, InputFormat> kFormats = {{"text", InputFormat::text}, {"jsonl", InputFormat::jsonl}, {"json", InputFormat::json},
                                                     {"csv", InputFormat::csv},   {"tsv", InputFormat::tsv},     {"html", InputFormat::html},
                                                     {"warc", InputFormat::warc}};
const std::map<std::string, TextSplit> kSplits = {
    {"none", TextSplit::none}, {"blank", TextSplit::blank}, {"line", TextSplit::line}, {"FF", TextSplit::form_feed}};
const std::map<std::string, DateOrder> kDateOrders = {{"dmy", DateOrder::day_first}, {"mdy", DateOrder::month_first}};

void add_file_options(CLI::App& command, PathOptions& files) {
  command
      .add_option("input", files.paths,
                  "Articles: text, HTML, JSON Lines, JSON, CSV, TSV, WARC, Telegram exports, packed (.gz .zst .bz2 .xz) or in archives "
                  "(tar, zip); - or nothing is standard input")
      ->type_name("FILE");
  command.add_flag("-r,--recursive", files.recursive, "Read all files in the directories that are named, in the order of their bytes");
  command.add_option("--files-from", files.files_from, "Read the names of inputs from this file, one a line; - is standard input")
      ->type_name("FILE");
  command.add_flag("-0,--null", files.null_separated, "The names in --files-from end with NUL instead of a line end");
}

void add_field_options(CLI::App& command, ReadOptions& read) {
  const auto field = [&](const char* name, std::string& into, const char* what) {
    command.add_option(name, into, what)->type_name("KEY")->group("Fields of records (else the usual names are tried)");
  };
  field("--text-field", read.text_field, "Key of the text");
  field("--title-field", read.title_field, "Key of the title");
  field("--date-field", read.date_field, "Key of the day of publication");
  field("--id-field", read.id_field, "Key of the article's id");
  field("--url-field", read.url_field, "Key of the address");
}

CLI::Validator known_encoding_only() {
  return {[](std::string& label) {
            const std::string name = known_encoding(label);
            if (name.empty()) return '"' + label + "\" is no encoding that is known; try windows-1256, ISO-8859-6, UTF-16LE or UTF-8";
            label = name;
            return std::string();
          },
          ""};
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options) {
  ReadOptions& read = options.read;
  add_file_options(command, options.files);
  add_choice(command, "--input-format", read.format, kFormats, "text, jsonl, json, csv, tsv, html or warc; else by extension and content");
  add_choice(command, "--split", read.split, kSplits, "Cut a text file into articles: none (default), blank, line or FF (form feed)");
  command.add_option("--encoding", read.encoding, "Encoding of all inputs; else each is looked at (UTF-8, UTF-16, windows-1256, ISO-8859-6)")
      ->check(known_encoding_only())
      ->type_name("NAME");
  command.add_option("--max-record-bytes", read.max_record_bytes, "Reject larger records (default 16MB)")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 31))
      ->type_name("SIZE");
  command
      .add_option("--published", read.published, "Day of publication where the input gives none; relative dates are counted from it")
      ->check(CLI::Validator(
          [](std::string& text) {
            return parse_published(text) ? std::string() : no_date(text);
          },
          "YYYY-MM-DD"))
      ->type_name("");
  add_choice(command, "--date-order", read.date_order, kDateOrders, "What 3/4/2024 is: dmy or mdy; else it is no date");
  command.add_flag("--keep-fields", read.keep_fields, "Pass unknown fields of records through, as \"extra\"");
  command.add_flag("--crawl-dates", read.crawl_dates, "Take the day of the download where there is no day of publication");
  add_field_options(command, read);
}

bool has_no_input(const InputOptions& options) {
  return options.files.paths.empty() && options.files.files_from.empty() && ::isatty(STDIN_FILENO) == 1;
}

int explain_usage(const char* command) {
  std::fprintf(stderr,
               "rasd: no input. Name files, or send articles on standard input:\n"
               "  rasd %s article.txt --published 2024-01-31\n"
               "  rasd %s articles.jsonl\n"
               "  cat articles.jsonl | rasd %s\n"
               "More: rasd %s --help\n",
               command, command, command, command);
  return kUsage;
}

Articles::Articles(const InputOptions& options, Messages& messages, ReadControl* control)
    : options_(options.read), messages_(messages), paths_(expand_paths(options.files, messages)), shard_(options.shard) {
  options_.control = control;
}

void Articles::take_log() {
  if (!shard_.owns(read_)) {
    log_.rejections.clear();
    log_.warnings.clear();
  }
  messages_.take(log_);
}

bool Articles::next(Document& out) {
  while (!messages_.gave_up()) {
    const bool stopped = options_.control != nullptr && options_.control->stop.load(std::memory_order_relaxed);
    if (stopped) return false;
    if (!source_) {
      if (opened_ == paths_.size()) return false;
      source_ = open_source(paths_[opened_++], options_, log_);
      take_log();
      continue;
    }
    const bool found = source_->next(out, log_);
    // Where the reading was stopped, what looks like a fault at the end of the bytes is none.
    if (options_.control != nullptr && options_.control->stop.load(std::memory_order_relaxed)) return false;
    take_log();
    if (found && !messages_.gave_up()) {
      const bool ours = shard_.owns(read_++);
      if (tell_) tell_(out, ours);
      if (ours) return true;
    }
    if (!found) source_.reset();
  }
  return false;
}

}  // namespace rasd::cli
