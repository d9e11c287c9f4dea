// rasd block: event records in, "KEY TAB JSON" out, for a sort or a shuffle before rasd dedup --keyed.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/dedup_tables.hpp"
#include "cli/exit_codes.hpp"
#include "cli/outputs.hpp"
#include "cli/record_files.hpp"
#include "dedup/blocks.hpp"
#include "sink/output_buffer.hpp"
#include "sink/record_values.hpp"

namespace rasd::cli {
namespace {

struct BlockOptions {
  RecordFiles files;
  KnowledgeOptions knowledge;
  std::string output;
};

constexpr const char* kHelp =
    "Writes event records under the keys of their blocks, for dedup on many machines.\n"
    "\n"
    "Examples:\n"
    "  rasd block events.jsonl | LC_ALL=C sort | rasd dedup --keyed > pairs.tsv\n"
    "  rasd dedup --pairs pairs.tsv events.jsonl            the same as rasd dedup events.jsonl\n"
    "\n"
    "Each line is KEY, a tab, and what of the record is compared, as JSON. A record stands in several\n"
    "blocks: its day and the next, times the cells and families that it belongs to.\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 finished but some lines were no event records.\n";

int block(const BlockOptions& options) {
  if (has_no_input(options.files)) return explain_usage("block", options.files);
  Messages messages;
  const std::optional<DedupTables> tables = load_dedup_tables(options.knowledge, messages);
  if (!tables) return messages.exit_code();
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  OutputBuffer out(*output);
  RecordLineReader lines(options.files, messages);
  std::string fault;
  bool good = true;
  while (good && lines.next()) {
    const std::optional<Record> record = parse_record(lines.line(), fault);
    if (!record) {
      lines.reject(fault);
      continue;
    }
    const Record slim = slim_record(*record, *tables);
    const std::string json = slim.dump(-1, ' ', false, Record::error_handler_t::replace);
    for (const std::string& key : block_keys(read_fingerprint(slim, *tables), *tables)) out.text() += key + '\t' + json + '\n';
    good = out.written();
  }
  return finish_run(*output, good && out.flush(), messages);
}

}  // namespace

void add_dedup_data_option(CLI::App& command, KnowledgeOptions& options) {
  command.add_option("--data", options.data, "Directory of data: instead of the built-in one, or with tables of dedup/ that go before those")
      ->type_name("DIR");
}

std::optional<DedupTables> load_dedup_tables(const KnowledgeOptions& options, Messages& messages) {
  const std::optional<KnowledgePaths> paths = find_knowledge(options, messages);
  if (!paths) return std::nullopt;
  auto tables = DedupTables::load(paths->data, paths->data_overlays);
  if (tables) return std::move(tables).value();
  messages.faults(tables.error());
  return std::nullopt;
}

void add_block_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<BlockOptions>();
  CLI::App& command = *app.add_subcommand("block", kHelp);
  add_record_files(command, options->files);
  add_output_option(command, options->output);
  add_dedup_data_option(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return block(*options); }; });
}

}  // namespace rasd::cli
