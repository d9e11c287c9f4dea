// rasd convert: event records in, any of the formats out.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/formats.hpp"
#include "cli/outputs.hpp"
#include "cli/record_files.hpp"

namespace rasd::cli {
namespace {

struct ConvertOptions {
  RecordFiles files;
  FormatOptions format;
  KnowledgeOptions knowledge;
  std::string output;
  bool quiet = false;
};

constexpr const char* kHelp =
    "Writes event records (JSON Lines) in another format.\n"
    "\n"
    "Examples:\n"
    "  rasd convert events.jsonl -o events.csv              for a spreadsheet\n"
    "  rasd convert jan.jsonl feb.jsonl -o both.xlsx        several files into one\n"
    "  rasd extract dump.jsonl | rasd convert -f table      from a pipe, to the terminal\n"
    "\n"
    "The result is what rasd extract would have written in that format.\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 finished but some lines were no event records.\n";

int convert(const ConvertOptions& options) {
  if (has_no_input(options.files)) return explain_usage("convert", options.files);
  Messages messages(options.quiet);
  const std::optional<Format> format = choose_format(options.format, options.output, messages);
  if (!format) return kUsage;
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  const auto made = RecordFormat::open(*format, options.format, options.knowledge, *output, messages);
  if (!made) return messages.exit_code();
  RecordSink& sink = made->sink();
  messages.on_rejection([&sink](const Rejection& rejected) { sink.reject({rejected.file, rejected.line, rejected.reason}); });
  RecordLineReader lines(options.files, messages);
  const bool good = lines.write_all(sink);
  return finish_run(*output, good && sink.finish(), messages);
}

}  // namespace

void add_convert_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<ConvertOptions>();
  CLI::App& command = *app.add_subcommand("convert", kHelp);
  add_record_files(command, options->files);
  add_output_option(command, options->output);
  add_format_options(command, options->format);
  command.add_flag("-q,--quiet", options->quiet, "No warnings; rejected lines and errors are still reported");
  command.add_option("--data", options->knowledge.data, "Directory of data tables to use instead of the built-in ones")
      ->type_name("DIR");
  command.callback([options, &run] { run = [options] { return convert(*options); }; });
}

}  // namespace rasd::cli
