// rasd schema: prints the JSON Schema of the event record.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "sink/record_schema.hpp"

namespace rasd::cli {
namespace {

constexpr const char* kHelp =
    "Prints the JSON Schema (draft-07) of the event record.\n"
    "\n"
    "Examples:\n"
    "  rasd schema > event.schema.json\n"
    "  rasd schema -o event.schema.json\n";

int print_schema(const std::string& path) {
  Messages messages;
  const std::unique_ptr<Output> output = open_output(path, messages);
  if (!output) return messages.exit_code();
  return finish_run(*output, output->write(record_schema()), messages);
}

}  // namespace

void add_schema_command(CLI::App& app, Run& run) {
  const auto path = std::make_shared<std::string>();
  CLI::App& command = *app.add_subcommand("schema", kHelp);
  add_output_option(command, *path);
  command.callback([path, &run] { run = [path] { return print_schema(*path); }; });
}

}  // namespace rasd::cli
