// rasd explain: what every stage saw in an article, and why the events are what they are.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "cli/resources.hpp"
#include "pipeline/explain.hpp"

namespace rasd::cli {
namespace {

struct ExplainCommandOptions {
  InputOptions input;
  KnowledgeOptions knowledge;
  ExplainOptions explain;
  bool no_tokens = false;
  std::string output;
  std::string only;
};

constexpr const char* kHelp =
    "Shows what every stage found in an article: tokens with their readings, mentions, clauses, the rules that matched\n"
    "and what was inherited, merged or dropped.\n"
    "\n"
    "Examples:\n"
    "  rasd explain article.txt --published 2024-01-31\n"
    "  rasd explain articles.jsonl --doc d017";

int run_explain(const ExplainCommandOptions& options) {
  if (has_no_input(options.input)) return explain_usage("explain");
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  Workspace workspace(knowledge);
  Articles articles(options.input, messages);
  ExplainOptions explain_options = options.explain;
  explain_options.tokens = !options.no_tokens;
  Document document;
  bool written = true;
  while (written && articles.next(document)) {
    if (!options.only.empty() && document.id != options.only) continue;
    written = output->write(explain(*knowledge, document, workspace, explain_options));
  }
  return finish_run(*output, written, messages);
}

}  // namespace

void add_explain_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<ExplainCommandOptions>();
  CLI::App& command = *app.add_subcommand("explain", kHelp);
  add_input_options(command, options->input);
  command.add_option("--doc", options->only, "Only the article with this id")->type_name("ID");
  command.add_flag("--all", options->explain.all, "Also the sentences without a trigger");
  command.add_flag("--no-tokens", options->no_tokens, "Without the readings of tokens");
  add_output_option(command, options->output);
  add_knowledge_options(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return run_explain(*options); }; });
}

}  // namespace rasd::cli
