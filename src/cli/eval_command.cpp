// rasd eval: how well the events of articles agree with what people wrote down for them, and what changed since the last run.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "cli/parallel.hpp"
#include "cli/record_files.hpp"
#include "cli/resources.hpp"
#include "cli/run_options.hpp"
#include "eval/difference.hpp"
#include "eval/report.hpp"
#include "sink/jsonl_sink.hpp"
#include "text/table_reader.hpp"

namespace rasd::cli {
namespace {

struct EvalOptions {
  std::string articles;
  std::string gold;
  std::string events;
  std::string errors;
  std::string save;
  std::string against;
  unsigned held_out = 0;
  bool json = false;
  KnowledgeOptions knowledge;
};

constexpr const char* kHelp =
    "Scores the events of articles against events that people wrote down.\n"
    "\n"
    "Examples:\n"
    "  rasd eval articles.jsonl gold.jsonl                                  the figures\n"
    "  rasd eval articles.jsonl gold.jsonl --errors errors.txt              and each disagreement\n"
    "  rasd eval articles.jsonl gold.jsonl --save before.json               then change a rule, and\n"
    "  rasd eval articles.jsonl gold.jsonl --against before.json            see what was won and lost, and by which rules\n"
    "\n"
    "GOLD has one article a line: {\"doc_id\": ..., \"events\": [...]}; docs/accuracy.md tells the form and what counts as right.";

// The number in an article's id; 0 where there is none.
std::uint64_t number_in(const std::string& id) {
  std::uint64_t number = 0;
  for (const char c : id) {
    if (c >= '0' && c <= '9') number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

// False, and said, where a line is not what it has to be: a comparison with half of the events would mislead.
bool read_events(const std::string& path, eval::EventsOfArticles& events, Messages& messages) {
  RecordFiles files;
  files.paths = {path};
  RecordLineReader lines(files, messages);
  std::string fault;
  while (lines.next()) {
    if (events.add_line(lines.line(), fault)) continue;
    messages.error(lines.file() + ':' + std::to_string(lines.number()) + ": " + fault);
    return false;
  }
  return messages.exit_code() == kDone;
}

bool read_articles(const EvalOptions& options, eval::ArticleTexts& texts, std::vector<Document>& documents, Messages& messages) {
  InputOptions input;
  input.files.paths = {options.articles};
  Articles articles(input, messages);
  for (Document document; articles.next(document);) {
    texts.add(document.id, document.full_text());
    documents.push_back(document);
  }
  return messages.exit_code() != kFailed;
}

bool extract_events(const EvalOptions& options, const std::vector<Document>& documents, eval::EventsOfArticles& events, Messages& messages) {
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return false;
  // Through the record as it is printed: what a user gets is what is measured.
  EventLineWriter writer{JsonlOptions{}};
  std::string lines;
  std::string fault;
  auto at = documents.begin();
  const auto next = [&](Document& out) {
    if (at == documents.end()) return false;
    out = *at++;
    return true;
  };
  const auto write = [&](const Document& document, const std::vector<Event>& found) {
    lines.clear();
    writer.append(document, found, lines);
    for (std::size_t begin = 0; begin < lines.size() && fault.empty();) {
      const std::size_t end = lines.find('\n', begin);
      if (!events.add_line(std::string_view(lines).substr(begin, end - begin), fault)) messages.error(document.id + ": " + fault);
      begin = end + 1;
    }
    return fault.empty();
  };
  extract_in_parallel(knowledge, number_of_jobs(RunOptions{}), next, write);
  return fault.empty();
}

std::optional<eval::Snapshot> read_last(const std::string& path, Messages& messages) {
  const Result<std::string> content = read_file(path);
  if (!content) {
    messages.faults(content.error());
    return std::nullopt;
  }
  std::optional<eval::Snapshot> last = eval::read_snapshot(*content);
  if (!last) messages.error(path + ": was not written by rasd eval --save");
  return last;
}

int print(const std::string& text, Messages& messages) {
  const std::unique_ptr<Output> output = open_output("-", messages);
  return output ? finish_run(*output, output->write(text), messages) : messages.exit_code();
}

int evaluate(const EvalOptions& options) {
  Messages messages;
  std::optional<eval::Snapshot> last;
  if (!options.against.empty()) {
    last = read_last(options.against, messages);
    if (!last) return messages.exit_code();
  }
  const std::optional<KnowledgePaths> paths = find_knowledge(options.knowledge, messages);
  if (!paths) return messages.exit_code();
  const Result<eval::NameReader> names = eval::NameReader::load(paths->data + "/evaluation/names.tsv");
  if (!names) {
    messages.faults(names.error());
    return messages.exit_code();
  }
  eval::ArticleTexts texts;
  std::vector<Document> documents;
  if (!read_articles(options, texts, documents, messages)) return messages.exit_code();
  eval::EventsOfArticles gold(texts, *names);
  eval::EventsOfArticles found(texts, *names);
  const bool is_read = read_events(options.gold, gold, messages) &&
                       (options.events.empty() ? extract_events(options, documents, found, messages) : read_events(options.events, found, messages));
  if (!is_read) return messages.exit_code() == kDone ? kFailed : messages.exit_code();

  const auto is_held_out = [&options](const std::string& id) { return options.held_out > 0 && number_in(id) % options.held_out == 0; };
  const eval::Score score = eval::score(gold, found, [&](const std::string& id) { return !is_held_out(id); });
  const eval::Snapshot now = eval::take_snapshot(score);
  if (!options.errors.empty() && !write_file(options.errors, eval::error_lines(score), messages)) return messages.exit_code();
  if (!options.save.empty() && !write_file(options.save, eval::to_json(now), messages)) return messages.exit_code();
  if (options.json) return print(eval::report_json(score.figures).dump() + '\n', messages);
  std::string text = eval::report_text(score.figures);
  if (options.held_out > 0) text += "\nheld out:\n" + eval::report_text(eval::score(gold, found, is_held_out).figures);
  if (last) text += "\nagainst " + options.against + ":\n" + eval::difference_text(*last, now);
  return print(text, messages);
}

}  // namespace

void add_eval_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<EvalOptions>();
  CLI::App& command = *app.add_subcommand("eval", kHelp);
  command.add_option("articles", options->articles, "The articles, in any form that rasd extract reads")->required()->type_name("ARTICLES");
  command.add_option("gold", options->gold, "What people wrote down, JSON Lines")->required()->type_name("GOLD");
  command.add_option("--events", options->events, "Score these records instead of extracting; or another coder's file in the form of GOLD")->type_name("FILE");
  command.add_option("--errors", options->errors, "Write every disagreement to this file, one a line")->type_name("FILE");
  command.add_option("--save", options->save, "Keep what was right and wrong, for --against")->type_name("FILE");
  command.add_option("--against", options->against, "Say what changed since a run that was kept with --save")->type_name("FILE");
  command.add_option("--held-out", options->held_out, "Articles whose number divides by N are scored apart, their errors not shown")->type_name("N");
  command.add_flag("--json", options->json, "The figures as JSON");
  add_knowledge_options(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return evaluate(*options); }; });
}

}  // namespace rasd::cli
