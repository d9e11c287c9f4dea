#include "cli/inputs.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "cli/choice.hpp"
#include "cli/exit_codes.hpp"

namespace rasd::cli {

void add_input_options(CLI::App& command, InputOptions& options) {
  command
      .add_option("input", options.paths,
                  "Articles: a text file is one article; .jsonl has one a line; - or nothing is standard input")
      ->type_name("FILE");
  const std::map<std::string, InputFormat> formats = {{"text", InputFormat::text}, {"jsonl", InputFormat::jsonl}};
  add_choice(command, "--input-format", options.read.format, formats, "text or jsonl; else by extension and content");
  command
      .add_option("--published", options.read.published,
                  "Day of publication where the input gives none; relative dates are counted from it")
      ->check(CLI::Validator(
          [](std::string& text) {
            return parse_published(text) ? std::string() : no_date(text);
          },
          "YYYY-MM-DD"))
      ->type_name("");
  const auto field = [&](const char* name, std::string& into, const char* what) {
    command.add_option(name, into, what)->type_name("KEY")->group("Fields of JSON Lines (else the usual names are tried)");
  };
  field("--text-field", options.read.text_field, "Key of the text");
  field("--title-field", options.read.title_field, "Key of the title");
  field("--date-field", options.read.date_field, "Key of the day of publication");
  field("--id-field", options.read.id_field, "Key of the article's id");
  field("--url-field", options.read.url_field, "Key of the address");
}

bool has_no_input(const InputOptions& options) { return options.paths.empty() && ::isatty(STDIN_FILENO) == 1; }

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

Articles::Articles(const InputOptions& options, Messages& messages)
    : options_(options), messages_(messages), paths_(options.paths) {
  if (paths_.empty()) paths_.emplace_back("-");
}

bool Articles::next(Document& out) {
  while (true) {
    if (!source_) {
      if (opened_ == paths_.size()) return false;
      source_ = open_source(paths_[opened_++], options_.read, log_);
      messages_.take(log_);
      continue;
    }
    const bool found = source_->next(out, log_);
    messages_.take(log_);
    if (found) return true;
    source_.reset();
  }
}

}  // namespace rasd::cli
