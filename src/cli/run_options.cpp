#include "cli/run_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/choice.hpp"
#include "sink/json_writer.hpp"

namespace rasd::cli {
namespace {

constexpr const char* kGroup = "The run";

// What was set, without what says only how the run goes and what it tells of it.
std::vector<const CLI::Option*> given_options(const CLI::App& command) {
  constexpr std::array<std::string_view, 10> kOthers = {"jobs", "errors", "resume", "quiet", "verbose", "progress", "stats",
                                                        "no-clobber", "line-buffered", "max-errors"};
  std::vector<const CLI::Option*> out;
  for (const CLI::Option* option : command.get_options()) {
    const bool is_other = std::find(kOthers.begin(), kOthers.end(), option->get_single_name()) != kOthers.end();
    if (option->count() > 0 && !is_other) out.push_back(option);
  }
  return out;
}

const std::map<std::string, OnError> kPolicies = {{"skip", OnError::skip}, {"fail", OnError::fail}, {"emit", OnError::emit}};

}  // namespace

void add_run_options(CLI::App& command, RunOptions& options) {
  command.add_option("-j,--jobs", options.jobs, "Threads (default: one a core); the output is the same for every number")
      ->check(CLI::Range(1u, 1024u))
      ->envname("RASD_JOBS")
      ->type_name("N")
      ->group(kGroup);
  add_choice(command, "--on-error", options.errors.on_error, kPolicies,
             "Records that cannot be read: skip (default), fail (stop at the first) or emit (an error line in their place)")
      ->group(kGroup);
  command.add_option("--errors", options.errors.path, "Write what was rejected to this file: file, line, byte, reason, one JSON object a line")
      ->type_name("FILE")
      ->group(kGroup);
  command.add_option("--max-errors", options.errors.max_errors, "Stop when more records than this were rejected")->type_name("N")->group(kGroup);
  command.add_flag("--resume", options.resume, "Go on where the same command was killed; needs -o and named inputs")->group(kGroup);
  command.add_flag("--no-clobber", options.no_clobber, "Do not replace an output that exists")->group(kGroup);
  command.add_flag("--line-buffered", options.line_buffered, "Write the events of each article as soon as they are found")->group(kGroup);
  command
      .add_flag_function(
          "--progress,!--no-progress",
          [&options](std::int64_t count) { options.progress = count > 0 ? ProgressWish::always : ProgressWish::never; },
          "Say or do not say how far the run is; else on a terminal")
      ->group(kGroup);
  command.add_flag("-q,--quiet", options.quiet, "No warnings; rejected records and errors are still reported")->group(kGroup);
  command.add_flag("-v,--verbose", options.verbose, "Say what was chosen, and every ten seconds how far the run is")->group(kGroup);
}

unsigned number_of_jobs(const RunOptions& options) {
  return options.jobs > 0 ? options.jobs : std::clamp(std::thread::hardware_concurrency(), 1u, 1024u);
}

std::string options_that_matter(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* option : given_options(command)) {
    out += option->get_single_name();
    for (const std::string& value : option->results()) out += '\x1F' + value;
    out += '\x1E';
  }
  return out;
}

std::string options_of_records(const CLI::App& command) {
  // Where records come from and go to, which of them are taken, and what has a hash of its own.
  constexpr std::array<std::string_view, 13> kPlaces = {"input",        "files-from", "null",  "recursive", "output", "format", "rules", "data",
                                                        "shipped-only", "shard",      "part",  "manifest",  "on-error"};
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  for (const CLI::Option* option : given_options(command)) {
    const std::string name = option->get_single_name();
    const bool is_emit = name == "on-error" && option->as<std::string>() == "emit";  // the one that adds lines
    if (!is_emit && std::find(kPlaces.begin(), kPlaces.end(), name) != kPlaces.end()) continue;
    json.member(name, CLI::detail::join(option->results(), " "));
  }
  json.end_object();
  return out;
}

}  // namespace rasd::cli
