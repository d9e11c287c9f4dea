// rasd tokens, rasd sentences, rasd mentions: one layer alone.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/layer_lines.hpp"
#include "cli/outputs.hpp"
#include "cli/resources.hpp"

namespace rasd::cli {
namespace {

enum class Layer : std::uint8_t { tokens, sentences, mentions };

struct LayerOptions {
  Layer layer = Layer::tokens;
  const char* command = "tokens";
  InputOptions input;
  KnowledgeOptions knowledge;
  OffsetUnit offsets = OffsetUnit::code_point;
  std::string type_words;
  std::vector<MentionType> types;
  std::string output;
};

int run_layer(const LayerOptions& options) {
  if (has_no_input(options.input)) return explain_usage(options.command);
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const std::unique_ptr<Output> output = open_output(options.output, messages);
  if (!output) return messages.exit_code();
  unsigned types = options.types.empty() ? ~0u : 0u;
  for (const MentionType type : options.types) types |= 1u << static_cast<unsigned>(type);

  Workspace workspace(knowledge);
  LayerLines lines(knowledge->impl(), options.offsets);
  Articles articles(options.input, messages);
  Document document;
  std::string buffer;
  bool written = true;
  while (written && articles.next(document)) {
    tokenize_document(knowledge->impl(), document, workspace.impl());
    switch (options.layer) {
      case Layer::tokens: lines.tokens(document, workspace.impl(), buffer); break;
      case Layer::sentences: lines.sentences(document, workspace.impl(), buffer); break;
      case Layer::mentions:
        find_mentions(knowledge->impl(), document, workspace.impl());
        lines.mentions(document, workspace.impl(), types, buffer);
        break;
    }
    written = output->write(buffer);
    buffer.clear();
  }
  return finish_run(*output, written, messages);
}

CLI::App& add_layer(CLI::App& app, Run& run, const std::shared_ptr<LayerOptions>& options, const char* name,
                    const std::string& help) {
  options->command = name;
  CLI::App& command = *app.add_subcommand(name, help);
  add_input_options(command, options->input);
  add_output_option(command, options->output);
  const std::map<std::string, OffsetUnit> units = {
      {"code_point", OffsetUnit::code_point}, {"byte", OffsetUnit::byte}, {"utf16", OffsetUnit::utf16}};
  command.add_option("--offsets", options->offsets, "What offsets count: code_point (default), byte or utf16")
      ->transform(CLI::CheckedTransformer(units).description("code_point|byte|utf16"))
      ->type_name("");
  add_knowledge_options(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return run_layer(*options); }; });
  return command;
}

}  // namespace

void add_layer_commands(CLI::App& app, Run& run) {
  const auto tokens = std::make_shared<LayerOptions>();
  tokens->layer = Layer::tokens;
  add_layer(app, run, tokens, "tokens", "Prints the words of articles with their segments and readings, one JSON object each.\n\nExample:\n  rasd tokens article.txt");
  const auto sentences = std::make_shared<LayerOptions>();
  sentences->layer = Layer::sentences;
  add_layer(app, run, sentences, "sentences", "Prints the sentences of articles, one JSON object each.\n\nExample:\n  rasd sentences article.txt");
  const auto mentions = std::make_shared<LayerOptions>();
  mentions->layer = Layer::mentions;
  CLI::App& command = add_layer(app, run, mentions, "mentions",
                                "Prints numbers, dates, places, participants and weapons, one JSON object each.\n\n"
                                "Example:\n  rasd mentions --type place,date article.txt");
  const std::map<std::string, MentionType> types = {{"number", MentionType::number},
                                                    {"date", MentionType::date},
                                                    {"place", MentionType::place},
                                                    {"participant", MentionType::participant},
                                                    {"weapon", MentionType::weapon}};
  // One word with commas in it: an option that takes several words would take the file's name as well.
  const CLI::Validator known = one_of(types);
  const auto each = [known, mentions, types](std::string& words) {
    std::string fault;
    mentions->types.clear();
    for (std::string& word : CLI::detail::split(words, ',')) {
      if (fault.empty()) fault = known(word);
      if (fault.empty()) mentions->types.push_back(types.at(word));
    }
    return fault;
  };
  command.add_option("--type", mentions->type_words, "Only these types, parted by commas: number, date, place, participant, weapon")
      ->check(CLI::Validator(each, "", "types"))
      ->type_name("TYPE,…");
}

}  // namespace rasd::cli
