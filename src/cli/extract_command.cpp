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
#include "cli/formats.hpp"
#include "cli/inputs.hpp"
#include "cli/knowledge_hash.hpp"
#include "cli/manifest.hpp"
#include "cli/outputs.hpp"
#include "cli/parallel.hpp"
#include "cli/resources.hpp"
#include "cli/run_report.hpp"
#include "pipeline/knowledge_impl.hpp"
#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/packer.hpp"
#include "sink/record_lines.hpp"

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

namespace rasd::cli {
namespace {

struct ExtractOptions {
  InputOptions input;
  KnowledgeOptions knowledge;
  JsonlOptions lines;
  EventFilter filter;
  FormatOptions format;
  std::string output;
  RunOptions run;
  std::string manifest;
  Shard part;            // which one the input is
  std::string records;   // the options that bear on records
  std::string sameness;  // what must be equal for one run to go on where another stopped
  std::string stats;
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

// The sink of a run, and what it writes through.
struct EventOutput {
  std::unique_ptr<RecordFormat> format;  // null for JSON Lines, which needs no records
  std::unique_ptr<Sink> sink;
};

EventOutput open_sink(Format format, const ExtractOptions& options, const JsonlSink::Write& put, bool flush_each, Output& output,
                      Messages& messages) {
  EventOutput out;
  if (format == Format::jsonl) {
    out.sink = std::make_unique<JsonlSink>(put, options.lines, flush_each);
    return out;
  }
  out.format = RecordFormat::open(format, options.format, options.knowledge, output, messages);
  if (out.format) out.sink = std::make_unique<EventRecords>(out.format->sink(), options.lines);
  return out;
}

// What is wrong with options taken together; null = nothing.
const char* fault_of(const ExtractOptions& options, Format format) {
  const bool is_lines = format == Format::jsonl;
  if (options.part.of > 1 && options.input.shard.of > 1) return "--shard takes a part of an input, --part says that the input is one: give one of them";
  if (options.part.of > 1 && options.manifest.empty()) return "--part is said in the manifest: give --manifest FILE as well";
  if (!options.manifest.empty()) {
    if (!is_lines) return "--manifest needs the format jsonl";
    if (options.output.empty() || options.output == "-") return "--manifest needs an output file: -o FILE";
    if (options.run.resume) return "--manifest and --resume do not go together: run the shard again";
  }
  if (options.run.errors.on_error == OnError::emit && !is_lines) return "--on-error emit needs the format jsonl";
  if (!options.run.resume) return nullptr;
  if (!is_lines) return "--resume needs the format jsonl; make others of it with rasd convert";
  if (options.output.empty() || options.output == "-") return "--resume needs an output file: -o FILE";
  if (is_packed_path(options.output)) return "--resume needs an output that is not packed; pack it when it is whole";
  const auto& paths = options.input.files.paths;
  const bool from_stdin = options.input.files.files_from.empty() && (paths.empty() || std::find(paths.begin(), paths.end(), "-") != paths.end());
  return from_stdin ? "--resume needs named inputs; standard input cannot be read again" : nullptr;
}

std::unique_ptr<ManifestRecorder> begin_manifest(const ExtractOptions& options) {
  if (options.manifest.empty()) return nullptr;
  Messages silent(true);
  const std::optional<KnowledgePaths> paths = find_knowledge(options.knowledge, silent);
  const KnowledgeHash hash = paths ? knowledge_hash(*paths) : KnowledgeHash{};
  Manifest manifest;
  manifest.version = RASD_VERSION;
  manifest.rules = hash.rules;
  manifest.data = hash.data;
  manifest.options = options.records;
  manifest.is_part = options.part.of > 1;
  manifest.shard = manifest.is_part ? options.part : options.input.shard;
  manifest.output = output_beside(options.manifest, options.output);
  return std::make_unique<ManifestRecorder>(std::move(manifest));
}

template <class Next, class Write>
void extract_one_by_one(const std::shared_ptr<const Knowledge>& knowledge, const Next& next, const Write& write,
                        RunStatistics* statistics) {
  const Extractor extractor(knowledge);
  Workspace workspace(knowledge);
  workspace.impl().statistics = statistics;
  Document document;
  while (next(document) && write(document, extractor.extract(document, workspace))) {
  }
  if (statistics != nullptr) statistics->caps.remembered_words = workspace.impl().cache.times_emptied();
}

int extract(const ExtractOptions& options) {
  if (has_no_input(options.input)) return explain_usage("extract");
  Messages messages(options.run.quiet);
  messages.set_verbose(options.run.verbose);
  RunReport report;
  report.run.clock = steady_nanoseconds;
  const std::uint64_t start = steady_nanoseconds();
  const std::optional<Format> format = choose_format(options.format, options.output, messages);
  if (!format) return kUsage;
  if (const char* const fault = fault_of(options, *format)) {
    messages.error(fault);
    return kUsage;
  }
  std::string fault;
  if (!messages.errors().open(options.run.errors, fault)) {
    messages.error(fault);
    return messages.exit_code();
  }
  const std::shared_ptr<const Knowledge> knowledge = load_compiled_knowledge(options.knowledge, messages);
  report.load = steady_nanoseconds() - start;
  if (!knowledge) return messages.exit_code();
  ArticleRun run(options.input, options.run, messages);
  const std::unique_ptr<Output> output = run.open_output(options.output, options.run.resume ? options.sameness + knowledge_state(options.knowledge) : "");
  if (!output) return messages.exit_code();
  const bool each_at_once = options.run.line_buffered || output->is_terminal();
  const unsigned jobs = each_at_once ? 1 : number_of_jobs(options.run);
  report.jobs = jobs;
  const auto put = [&](std::string_view bytes) { return run.put(*output, bytes); };
  const EventOutput out = open_sink(*format, options, put, each_at_once, *output, messages);
  if (!out.sink) return messages.exit_code();
  if (out.format) {
    messages.on_rejection([&out](const Rejection& rejected) {
      out.format->sink().reject({rejected.file, rejected.line, rejected.reason});
    });
  }
  auto* const lines = dynamic_cast<JsonlSink*>(out.sink.get());
  const std::unique_ptr<ManifestRecorder> manifest = begin_manifest(options);
  if (manifest) {
    run.on_record([&](const Document& document, bool ours) { manifest->read(document, ours); });
    lines->on_lines([&](std::string_view text) { manifest->write(text); });
  }
  const bool counting = !options.stats.empty();
  RunStatistics* const statistics = counting ? &report.run : nullptr;
  const auto next = [&](Document& document) {
    const Stopwatch watch(counting ? &report.read : nullptr);
    return run.next(document);
  };
  const auto write = [&](const Document& document, std::vector<Event> events) {
    const Stopwatch watch(counting ? &report.write : nullptr);
    if (!options.filter.empty()) std::erase_if(events, [&](const Event& event) { return !options.filter.passes(event); });
    report.written += events.size();
    run.before(lines);
    out.sink->write(document, events);
    if (manifest) manifest->next_record();
    run.after(events.size());
    if (run.checkpoint_due() && out.sink->finish()) run.checkpoint(*output);
    return output->fault().empty();
  };
  if (jobs == 1) {
    extract_one_by_one(knowledge, next, write, statistics);
  } else {
    extract_in_parallel(knowledge, jobs, next, write, statistics);
  }
  run.last(lines);
  const bool written = out.sink->finish();
  report.rejected = messages.rejected();
  report.total = steady_nanoseconds() - start;
  if (counting) write_file(options.stats, report.to_json(), messages);
  const int code = run.finish(*output, written);
  const bool is_whole = output->temporary().empty() && (code == kDone || code == kRejected);
  if (manifest && is_whole && !write_file(options.manifest, manifest->finish(report.written, report.rejected).to_json(), messages)) return kFailed;
  return code;
}

void add_shard_option(CLI::App& command, const char* name, Shard& into, const char* what) {
  const auto set = [&into](const std::string& text) { into = *parse_shard(text); };
  const auto check = [](const std::string& text) {
    return parse_shard(text) ? std::string() : '"' + text + "\" is no shard; write K/N, as in 3/8";
  };
  command.add_option_function<std::string>(name, set, what)->check(CLI::Validator(check, "K/N"))->type_name("");
}

}  // namespace

void add_extract_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<ExtractOptions>();
  CLI::App& command = *app.add_subcommand("extract", kHelp);
  add_input_options(command, options->input);
  add_output_option(command, options->output);
  add_format_options(command, options->format);
  const std::map<std::string, OffsetUnit> units = {
      {"code_point", OffsetUnit::code_point}, {"byte", OffsetUnit::byte}, {"utf16", OffsetUnit::utf16}};
  add_choice(command, "--offsets", options->lines.offsets, units, "What offsets count: code_point (default), byte or utf16");
  command.add_flag("--provenance", options->lines.provenance, "Name the rule that found each participant, date, place and toll");
  command
      .add_option("--stats", options->stats, "Write a summary of the run to this file: counts, seconds a stage, caps that were reached")
      ->type_name("FILE");
  add_shard_option(command, "--shard", options->input.shard, "Take the records of shard K of N only; all N together are the whole");
  add_shard_option(command, "--part", options->part, "The input is part K of N of a corpus that was cut before");
  command.add_option("--manifest", options->manifest, "Write to this file what was read and written, for rasd merge")->type_name("FILE");
  add_filter_options(command, options->filter);
  add_knowledge_options(command, options->knowledge);
  add_run_options(command, options->run);
  command.callback([options, &run, &command] {
    run = [options, &command] {
      options->sameness = options_that_matter(command);
      options->records = options_of_records(command);
      return extract(*options);
    };
  });
}

}  // namespace rasd::cli
