// rasd extract: articles in, events out.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "cli/article_run.hpp"
#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/filters.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "cli/parallel.hpp"
#include "cli/resources.hpp"
#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/table_sink.hpp"

namespace rasd::cli {
namespace {

enum class OutputFormat : std::uint8_t { jsonl, table };

struct ExtractOptions {
  InputOptions input;
  KnowledgeOptions knowledge;
  JsonlOptions lines;
  EventFilter filter;
  OutputFormat format = OutputFormat::jsonl;
  std::string output;
  RunOptions run;
  std::string sameness;  // what must be equal for one run to go on where another stopped
};

constexpr const char* kHelp =
    "Extracts the conflict events of Arabic news articles.\n"
    "\n"
    "Examples:\n"
    "  rasd extract article.txt --published 2024-01-31      one article, its events as JSON Lines\n"
    "  rasd extract articles.jsonl -o events.jsonl          many articles, one a line\n"
    "  rasd extract -r folder dump.csv.gz news.zip          folders, packed files, archives\n"
    "  zcat articles.jsonl.gz | rasd extract                from a pipe\n"
    "  rasd extract article.txt --format table              a short table to read\n"
    "\n"
    "A record of JSON Lines holds text and, where known, doc_id, published, title, url and source.\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 finished but some records were rejected, 130 or 143 stopped by a signal.\n";

std::unique_ptr<Sink> make_sink(const ExtractOptions& options, const JsonlSink::Write& write, bool flush_each) {
  if (options.format == OutputFormat::table) return std::make_unique<TableSink>(write);
  return std::make_unique<JsonlSink>(write, options.lines, flush_each);
}

// What is wrong with options taken together; null = nothing.
const char* fault_of(const ExtractOptions& options) {
  const bool is_lines = options.format == OutputFormat::jsonl;
  if (options.run.errors.on_error == OnError::emit && !is_lines) return "--on-error emit needs the format jsonl";
  if (!options.run.resume) return nullptr;
  if (!is_lines) return "--resume needs the format jsonl";
  if (options.output.empty() || options.output == "-") return "--resume needs an output file: -o FILE";
  const auto& paths = options.input.files.paths;
  const bool from_stdin = options.input.files.files_from.empty() && (paths.empty() || std::find(paths.begin(), paths.end(), "-") != paths.end());
  return from_stdin ? "--resume needs named inputs; standard input cannot be read again" : nullptr;
}

template <class Next, class Write>
void extract_one_by_one(const std::shared_ptr<const Knowledge>& knowledge, const Next& next, const Write& write) {
  const Extractor extractor(knowledge);
  Workspace workspace(knowledge);
  Document document;
  while (next(document) && write(document, extractor.extract(document, workspace))) {
  }
}

int extract(const ExtractOptions& options) {
  if (has_no_input(options.input)) return explain_usage("extract");
  Messages messages(options.run.quiet);
  messages.set_verbose(options.run.verbose);
  if (const char* const fault = fault_of(options)) {
    messages.error(fault);
    return kUsage;
  }
  std::string fault;
  if (!messages.errors().open(options.run.errors, fault)) {
    messages.error(fault);
    return messages.exit_code();
  }
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  ArticleRun run(options.input, options.run, messages);
  const std::unique_ptr<Output> output = run.open_output(options.output, options.run.resume ? options.sameness + knowledge_state(options.knowledge) : "");
  if (!output) return messages.exit_code();
  const bool each_at_once = options.run.line_buffered || output->is_terminal();
  const auto put = [&](std::string_view bytes) { return run.put(*output, bytes); };
  const std::unique_ptr<Sink> sink = make_sink(options, put, each_at_once);
  auto* const lines = dynamic_cast<JsonlSink*>(sink.get());
  const auto next = [&](Document& document) { return run.next(document); };
  const auto write = [&](const Document& document, std::vector<Event> events) {
    if (!options.filter.empty()) std::erase_if(events, [&](const Event& event) { return !options.filter.passes(event); });
    run.before(lines);
    sink->write(document, events);
    run.after(events.size());
    if (run.checkpoint_due() && sink->finish()) run.checkpoint(*output);
    return output->fault().empty();
  };
  const unsigned jobs = each_at_once ? 1 : number_of_jobs(options.run);
  if (jobs == 1) {
    extract_one_by_one(knowledge, next, write);
  } else {
    extract_in_parallel(knowledge, jobs, next, write);
  }
  run.last(lines);
  return run.finish(*output, sink->finish());
}

}  // namespace

void add_extract_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<ExtractOptions>();
  CLI::App& command = *app.add_subcommand("extract", kHelp);
  add_input_options(command, options->input);
  add_output_option(command, options->output);
  const std::map<std::string, OutputFormat> formats = {{"jsonl", OutputFormat::jsonl}, {"table", OutputFormat::table}};
  add_choice(command, "-f,--format", options->format, formats, "jsonl (default) or table");
  const std::map<std::string, OffsetUnit> units = {
      {"code_point", OffsetUnit::code_point}, {"byte", OffsetUnit::byte}, {"utf16", OffsetUnit::utf16}};
  add_choice(command, "--offsets", options->lines.offsets, units, "What offsets count: code_point (default), byte or utf16");
  command.add_flag("--provenance", options->lines.provenance, "Name the rule that found each participant, date, place and toll");
  add_filter_options(command, options->filter);
  add_knowledge_options(command, options->knowledge);
  add_run_options(command, options->run);
  command.callback([options, &run, &command] {
    run = [options, &command] {
      options->sameness = options_that_matter(command);
      return extract(*options);
    };
  });
}

}  // namespace rasd::cli
