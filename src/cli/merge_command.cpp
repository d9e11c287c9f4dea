// rasd merge: the shards of a corpus as one output.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/outputs.hpp"
#include "cli/shard_merge.hpp"
#include "text/table_reader.hpp"

namespace rasd::cli {
namespace {

struct MergeOptions {
  std::vector<std::string> manifests;
  std::string output;
  std::string manifest;
  bool quiet = false;
};

constexpr const char* kHelp =
    "Joins the outputs of all shards to what one run would have written.\n"
    "\n"
    "Examples:\n"
    "  rasd merge out/*.manifest -o events.jsonl\n"
    "  rasd merge out/*.manifest -o events.jsonl --manifest events.manifest\n"
    "\n"
    "A manifest is what rasd extract --manifest wrote of a shard (--shard k/n, --part k/n); it names the shard's output. The order\n"
    "does not matter. Refused are: a missing or a doubled shard, shards of different inputs, rules, data, options or versions, and an\n"
    "output that is not what its manifest says.\n"
    "Exit status: 0 done, 1 refused or failed, 2 wrong usage.\n";

int merge(const MergeOptions& options) {
  namespace fs = std::filesystem;
  Messages messages(options.quiet);
  std::vector<ShardOutput> shards;
  std::string fault;
  for (const std::string& path : options.manifests) {
    const Result<std::string> content = read_file(path);
    const std::optional<Manifest> manifest = content ? Manifest::parse(*content, fault) : std::nullopt;
    if (!manifest) {
      messages.error(path + ": " + (content ? fault : "cannot be read"));
      continue;
    }
    shards.push_back({path, *manifest, (fs::path(path).parent_path() / manifest->output).string()});
  }
  if (messages.exit_code() != kDone) return messages.exit_code();
  if (fault = fault_of_shards(shards); !fault.empty()) {
    messages.error(fault);
    return messages.exit_code();
  }
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  const bool written = write_merged(shards, *output, fault);
  if (!fault.empty()) {
    messages.error(fault);
    return messages.exit_code();
  }
  const int code = finish_run(*output, written, messages);
  if (code != kDone || options.manifest.empty()) return code;
  Manifest sum = sum_of(shards);
  sum.output = output_beside(options.manifest, options.output);
  write_file(options.manifest, sum.to_json(), messages);
  return messages.exit_code();
}

}  // namespace

void add_merge_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<MergeOptions>();
  CLI::App& command = *app.add_subcommand("merge", kHelp);
  command.add_option("manifest-files", options->manifests, "Manifests of all shards")->type_name("MANIFEST")->required();
  add_output_option(command, options->output);
  command.add_option("--manifest", options->manifest, "Write the manifest of the whole to this file")->type_name("FILE");
  command.add_flag("-q,--quiet", options->quiet, "No warnings; errors are still reported");
  command.callback([options, &run] { run = [options] { return merge(*options); }; });
}

}  // namespace rasd::cli
