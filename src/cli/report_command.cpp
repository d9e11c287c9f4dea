// rasd report: event records in, one page for the browser out.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/outputs.hpp"
#include "cli/record_files.hpp"
#include "cli/resources.hpp"
#include "sink/record_values.hpp"
#include "sink/report_sink.hpp"

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

namespace rasd::cli {
namespace {

struct ReportCommandOptions {
  RecordFiles files;
  KnowledgeOptions knowledge;
  std::string output;
  ReportOptions page;
  bool quiet = false;
};

constexpr const char* kHelp =
    "Writes event records (JSON Lines) as one page: map, timeline, table, filters.\n"
    "\n"
    "Examples:\n"
    "  rasd report events.jsonl -o report.html              open it in a browser; it needs no network\n"
    "  rasd report *.jsonl -o report.html --title 'Idlib'   several files, a title of your own\n"
    "  rasd extract dump.jsonl | rasd report -o report.html from a pipe\n"
    "\n"
    "The page is in English and in Arabic; --lang says in which of them it opens.\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 finished but some lines were no event records.\n";

// The user's own page where there is one, else ours. All of it comes from one folder.
std::string page_folder(const KnowledgePaths& paths) {
  for (auto folder = paths.data_overlays.rbegin(); folder != paths.data_overlays.rend(); ++folder) {
    std::error_code error;
    if (std::filesystem::is_regular_file(*folder + "/report/page.html", error)) return *folder + "/report";
  }
  return paths.data + "/report";
}

int report(const ReportCommandOptions& options) {
  if (has_no_input(options.files)) return explain_usage("report", options.files);
  Messages messages(options.quiet);
  const std::optional<KnowledgePaths> paths = find_knowledge(options.knowledge, messages);
  if (!paths) return messages.exit_code();
  const auto book = CodeBook::load(paths->data);
  const auto page = ReportPage::load(page_folder(*paths));
  if (!book) messages.faults(book.error());
  if (!page) messages.faults(page.error());
  if (!book || !page) return messages.exit_code();
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  ReportSink sink(*output, book.value(), page.value(), options.page);
  RecordLineReader lines(options.files, messages);
  const bool good = lines.write_all(sink) && sink.finish();
  return finish_run(*output, good, messages);
}

}  // namespace

void add_report_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<ReportCommandOptions>();
  options->page.version = RASD_VERSION;
  CLI::App& command = *app.add_subcommand("report", kHelp);
  add_record_files(command, options->files);
  add_output_option(command, options->output);
  command.add_option("--title", options->page.title, "Title of the page")->type_name("TEXT");
  command.add_option("--lang", options->page.language, "Language in which the page opens: ar or en; else that of the browser")
      ->check(CLI::IsMember({"ar", "en"}))
      ->type_name("WORD");
  command.add_flag("-q,--quiet", options->quiet, "No warnings; rejected lines and errors are still reported");
  command.add_option("--data", options->knowledge.data, "Directory of data: instead of the built-in one, or only report/ of it")
      ->type_name("DIR");
  command.callback([options, &run] { run = [options] { return report(*options); }; });
}

}  // namespace rasd::cli
