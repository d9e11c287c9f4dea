// rasd rules profile: which rules do the work on a row of articles, and which none.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "cli/profile_report.hpp"
#include "cli/resources.hpp"

namespace rasd::cli {
namespace {

struct ProfileOptions {
  InputOptions input;
  KnowledgeOptions knowledge;
  std::string prefix;
  std::string output;
  bool json = false;
};

constexpr const char* kHelp =
    "Counts over articles how often each rule and role fired, with an example each, and what never did.\n"
    "\n"
    "tried: a trigger of the rule stood there; fired: the rule applied; events: it contributed to so many.\n"
    "\n"
    "Examples:\n"
    "  rasd rules profile articles.jsonl\n"
    "  rasd rules profile articles.jsonl --filter air_strike --json -o profile.json";

int profile(const ProfileOptions& options) {
  if (has_no_input(options.input)) return explain_usage("rules profile");
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  RuleProfile profile(knowledge);
  Articles articles(options.input, messages);
  Document document;
  while (articles.next(document)) profile.add(document);
  const bool written = output->write(options.json ? profile_json(profile, options.prefix) : profile_table(profile, options.prefix));
  return finish_run(*output, written, messages);
}

}  // namespace

void add_profile_command(CLI::App& rules, Run& run) {
  const auto options = std::make_shared<ProfileOptions>();
  CLI::App& command = *rules.add_subcommand("profile", kHelp);
  add_input_options(command, options->input);
  command.add_option("--filter", options->prefix, "Only rules whose id begins so")->type_name("ID");
  command.add_flag("--json", options->json, "One JSON object, for tools");
  add_output_option(command, options->output);
  add_knowledge_options(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return profile(*options); }; });
}

}  // namespace rasd::cli
