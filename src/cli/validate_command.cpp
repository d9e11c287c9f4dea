// rasd validate: checks event records against their schema.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/outputs.hpp"
#include "cli/record_files.hpp"
#include "sink/record_schema.hpp"

namespace rasd::cli {
namespace {

struct ValidateOptions {
  RecordFiles files;
  bool quiet = false;
};

constexpr const char* kHelp =
    "Checks event records (JSON Lines) against the schema that rasd schema prints.\n"
    "\n"
    "Examples:\n"
    "  rasd validate events.jsonl\n"
    "  rasd extract articles.jsonl | rasd validate\n"
    "\n"
    "Each fault is one line of standard output: FILE:LINE: PATH: what is wrong, as in\n"
    "  events.jsonl:7: /casualties/killed/min: Value type not permitted by 'type' constraint.\n"
    "Exit status: 0 all lines are event records, 1 a file could not be read, 2 wrong usage, 3 some lines are no event records.\n";

int validate(const ValidateOptions& options) {
  if (has_no_input(options.files)) return explain_usage("validate", options.files);
  Messages messages;
  const std::unique_ptr<Output> output = open_output("-", messages);
  if (!output) return messages.exit_code();
  RecordValidator validator;
  RecordLineReader lines(options.files, messages);
  std::size_t records = 0;
  std::size_t wrong = 0;
  bool good = true;
  while (good && lines.next()) {
    ++records;
    const std::vector<SchemaFault> faults = validator.check(lines.line());
    if (faults.empty()) continue;
    ++wrong;
    if (options.quiet) continue;
    std::string text;
    for (const SchemaFault& fault : faults) {
      text += lines.file() + ':' + std::to_string(lines.number()) + ": " + (fault.path.empty() ? "" : fault.path + ": ") + fault.message + '\n';
    }
    good = output->write(text);
  }
  const int status = finish_run(*output, good, messages);
  if (status == kFailed || !good) return status;
  std::fprintf(stderr, "rasd: %zu of %zu records %s valid\n", records - wrong, records, records - wrong == 1 ? "is" : "are");
  return wrong > 0 ? kRejected : status;
}

}  // namespace

void add_validate_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<ValidateOptions>();
  CLI::App& command = *app.add_subcommand("validate", kHelp);
  add_record_files(command, options->files);
  command.add_flag("-q,--quiet", options->quiet, "Only the count and the exit status");
  command.callback([options, &run] { run = [options] { return validate(*options); }; });
}

}  // namespace rasd::cli
