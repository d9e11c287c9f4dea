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

#include "cli/build_info.hpp"
#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/exit_codes.hpp"
#include "cli/generate.hpp"
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
    if (first == "-h" || first == "--help" || first == "--version" || first == "--generate" || is_command(app, first)) {
      return arguments;
    }
  }
  arguments.insert(arguments.begin(), "extract");
  return arguments;
}

CLI::App& chosen_command(CLI::App& app) {
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  return chosen.empty() ? app : chosen_command(*chosen.front());
}

int print_generated(const std::string& what, const CLI::App& app) {
  const std::string text = what == "man"    ? man_page(app)
                           : what == "bash" ? bash_completion(app)
                           : what == "zsh"  ? zsh_completion(app)
                                            : fish_completion(app);
  return std::fputs(text.c_str(), stdout) >= 0 && std::fflush(stdout) == 0 ? kDone : kFailed;
}

int run_program(int argc, char** argv) {
  CLI::App app(kHelp, "rasd");
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->column_width(26);
  app.formatter(formatter);
  app.set_version_flag("--version", "rasd " RASD_VERSION);
  std::string generate;
  app.add_option("--generate", generate, "Print the man page or the completions of a shell: man, bash, zsh or fish")
      ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}))
      ->type_name("WHAT");
  describe_config_options(app);
  app.require_subcommand(0, 1);
  app.footer("Documentation: docs/ of the source tree.");
  Run run;
  add_extract_command(app, run);
  add_convert_command(app, run);
  add_merge_command(app, run);
  add_report_command(app, run);
  add_schema_command(app, run);
  add_validate_command(app, run);
  add_explain_command(app, run);
  add_rules_command(app, run);
  add_dedup_command(app, run);
  add_block_command(app, run);
  add_layer_commands(app, run);
  add_lexicon_command(app, run);
  add_lookup_commands(app, run);
  add_eval_command(app, run);

  std::vector<std::string> given(argv + 1, argv + argc);
  ConfigRequest config;
  if (!take_config_options(given, config)) {
    std::fputs("rasd: --config needs a file\n", stderr);
    return kUsage;
  }
  if (given.size() == 2 && given[0] == "--version" && (given[1] == "--verbose" || given[1] == "-v")) {
    std::fputs(build_info().c_str(), stdout);
    return kDone;
  }
  std::vector<std::string> arguments = with_command(std::move(given), app);
  std::reverse(arguments.begin(), arguments.end());  // as the parser wants them
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    // Help and version are printed and are no errors; everything else is wrong usage.
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  if (!generate.empty()) return print_generated(generate, app);
  if (!run) return kUsage;
  std::vector<std::string> files_read;
  std::string fault;
  CLI::App& command = chosen_command(app);
  if (!apply_config(config, app, command, files_read, fault)) {
    std::fprintf(stderr, "rasd: %s\n", fault.c_str());
    return kUsage;
  }
  if (!config.print) return run();
  std::fputs(config_text(command, files_read).c_str(), stdout);
  return kDone;
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
