// rasd explain: why an article's events are what they are, and why a sentence has none.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <memory>

#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/inputs.hpp"
#include "cli/outputs.hpp"
#include "cli/resources.hpp"
#include "pipeline/explanation_text.hpp"
#include "sink/offset_units.hpp"

namespace rasd::cli {
namespace {

enum class Colour : std::uint8_t { usual, always, never };

struct ExplainCommandOptions {
  InputOptions input;
  KnowledgeOptions knowledge;
  ExplainTextOptions text;
  Colour colour = Colour::usual;
  OffsetUnit offsets = OffsetUnit::code_point;
  std::int64_t at = -1;
  std::string output;
  std::string only;
};

constexpr const char* kHelp =
    "Shows why an article's events are what they are: trigger, arguments and the rule of each, what was merged and dropped;\n"
    "and of each sentence with a trigger which rules were tried and which item of which line stopped them.\n"
    "\n"
    "Examples:\n"
    "  rasd explain article.txt --published 2024-01-31\n"
    "  rasd explain articles.jsonl --doc d017\n"
    "  rasd explain articles.jsonl --event ev_0123456789abcdef   one event\n"
    "  rasd explain article.txt --at 240                         why nothing here? (the sentence at that character)";

bool wants_colour(Colour wish, const Output& output) {
  if (wish != Colour::usual) return wish == Colour::always;
  const char* const plain = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  return output.is_terminal() && (plain == nullptr || *plain == '\0') && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

// The sentence at an offset, or the one before the blank there; null where the text is shorter.
const ExplainedSentence* sentence_at(const Explanation& explanation, const ExplainCommandOptions& options) {
  OffsetUnits units(options.offsets);
  units.index(explanation.text);
  if (options.at > units.convert(static_cast<std::uint32_t>(explanation.text.size()))) return nullptr;
  const ExplainedSentence* found = nullptr;
  for (const ExplainedSentence& sentence : explanation.sentences) {
    if (found == nullptr || units.convert(sentence.span.begin) <= options.at) found = &sentence;
  }
  return found;
}

bool has_event(const Explanation& explanation, const std::string& id) {
  return std::any_of(explanation.events.begin(), explanation.events.end(), [&](const Event& event) { return event.id == id; });
}

int run_explain(const ExplainCommandOptions& options) {
  if (has_no_input(options.input)) return explain_usage("explain");
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  Workspace workspace(knowledge);
  Articles articles(options.input, messages);
  ExplainTextOptions text = options.text;
  text.colour = wants_colour(options.colour, *output);
  Document document;
  bool written = true;
  bool found = options.only.empty() && options.text.event.empty();
  while (written && articles.next(document)) {
    if (!options.only.empty() && document.id != options.only) continue;
    const Explanation explanation = explain(*knowledge, document, workspace);
    if (!text.event.empty() && !has_event(explanation, text.event)) continue;
    found = true;
    if (options.at >= 0) {
      const ExplainedSentence* const sentence = sentence_at(explanation, options);
      if (sentence == nullptr) {
        messages.error("--at " + std::to_string(options.at) + " lies behind the end of the article");
        return messages.exit_code();
      }
      written = output->write(sentence_text(explanation, *sentence, text));
    } else {
      written = output->write(explanation_text(explanation, text));
    }
    if (!text.event.empty()) break;
  }
  if (!found) messages.error(text.event.empty() ? "no article has the id " + options.only : "no article has the event " + text.event);
  return finish_run(*output, written, messages);
}

}  // namespace

void add_explain_command(CLI::App& app, Run& run) {
  const auto options = std::make_shared<ExplainCommandOptions>();
  CLI::App& command = *app.add_subcommand("explain", kHelp);
  add_input_options(command, options->input);
  command.add_option("--doc", options->only, "Only the article with this id")->type_name("ID");
  command.add_option("--event", options->text.event, "Only the event with this id")->type_name("ID");
  command.add_option("--at", options->at, "Only the sentence at this offset, which counts as in the records")
      ->check(CLI::NonNegativeNumber)
      ->type_name("OFFSET");
  const std::map<std::string, OffsetUnit> units = {
      {"code_point", OffsetUnit::code_point}, {"byte", OffsetUnit::byte}, {"utf16", OffsetUnit::utf16}};
  add_choice(command, "--offsets", options->offsets, units, "What --at counts: code_point (default), byte or utf16");
  command.add_flag("--all", options->text.all, "Also the sentences without a trigger");
  command.add_flag("--tokens", options->text.tokens, "Also the readings of every word");
  const std::map<std::string, Colour> colours = {{"auto", Colour::usual}, {"always", Colour::always}, {"never", Colour::never}};
  add_choice(command, "--color", options->colour, colours, "auto (default: on a terminal without NO_COLOR), always or never");
  add_output_option(command, options->output);
  add_knowledge_options(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return run_explain(*options); }; });
}

}  // namespace rasd::cli
