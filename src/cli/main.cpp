// rasd: Arabic news text to structured conflict events.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/heap.hpp"

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

namespace rasd::cli {
namespace {

constexpr const char* kHelp =
    "rasd finds the conflict events in Arabic news text: who did what to whom, where, when, with what toll.\n"
    "\n"
    "Examples:\n"
    "  rasd article.txt --published 2024-01-31              one article, its events as JSON Lines\n"
    "  rasd articles.jsonl -o events.jsonl                  many articles, one a line\n"
    "  rasd articles.jsonl -o events.xlsx                   a workbook; also .csv .tsv .sqlite .geojson\n"
    "  rasd < articles.jsonl                                from standard input\n"
    "  rasd article.txt --format table                      a short table to read\n"
    "\n"
    "Without a command, extract is run. Options of a command: rasd COMMAND --help\n";

// In the list of commands, a command is described by its first line; the rest stands in its own help.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_subcommand(const CLI::App* command) const override {
    const std::string description = command->get_description();
    std::ostringstream out;
    CLI::detail::format_help(out, command->get_name(), description.substr(0, description.find('\n')), get_column_width());
    return out.str();
  }
};

bool is_command(const CLI::App& app, const std::string& name) {
  const auto found = app.get_subcommands([&name](const CLI::App* command) { return command->get_name() == name; });
  return !found.empty();
}

// The command stands first. Whatever else stands there is for `extract`.
std::vector<std::string> with_command(std::vector<std::string> arguments, const CLI::App& app) {
  if (!arguments.empty() && arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
    return arguments;
  }
  if (!arguments.empty()) {
    const std::string& first = arguments.front();
    if (first == "-h" || first == "--help" || first == "--version" || is_command(app, first)) {
      return arguments;
    }
  }
  arguments.insert(arguments.begin(), "extract");
  return arguments;
}

int run_program(int argc, char** argv) {
  CLI::App app(kHelp, "rasd");
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->column_width(26);
  app.formatter(formatter);
  app.set_version_flag("--version", "rasd " RASD_VERSION);
  app.require_subcommand(1);
  app.footer("Documentation: docs/ of the source tree.");
  Run run;
  add_extract_command(app, run);
  add_convert_command(app, run);
  add_schema_command(app, run);
  add_validate_command(app, run);
  add_explain_command(app, run);
  add_rules_command(app, run);
  add_layer_commands(app, run);
  add_lexicon_command(app, run);
  add_lookup_commands(app, run);

  std::vector<std::string> arguments = with_command({argv + 1, argv + argc}, app);
  std::reverse(arguments.begin(), arguments.end());  // as the parser wants them
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    // Help and version are printed and are no errors; everything else is wrong usage.
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  return run ? run() : kUsage;
}

}  // namespace
}  // namespace rasd::cli

int main(int argc, char** argv) {
  rasd::cli::set_up_heap();
  try {
    return rasd::cli::run_program(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "rasd: %s\n", error.what());
    return rasd::cli::kFailed;
  }
}
