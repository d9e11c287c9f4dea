// rasd rules new: a commented rule file to begin with.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/outputs.hpp"
#include "cli/resources.hpp"
#include "pipeline/knowledge_impl.hpp"
#include "text/table_reader.hpp"

namespace rasd::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPlaceholder = "FAMILY";

struct NewRulesOptions {
  KnowledgeOptions knowledge;
  std::string family;
  std::string directory;  // empty: the user's folder
};

bool is_family_name(const std::string& name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::all_of(name.begin(), name.end(), fits);
}

// Whether a rule or list begins with the family's name already.
bool is_taken(const RuleSet& rules, const std::string& family) {
  const std::string prefix = family + '.';
  const auto begins = [&](const std::string& name) { return name.compare(0, prefix.size(), prefix) == 0; };
  const std::vector<std::string> lists = rules.lexicon().list_names();
  return std::any_of(rules.rules().begin(), rules.rules().end(), [&](const Rule& rule) { return begins(rule.id); }) ||
         std::any_of(lists.begin(), lists.end(), begins);
}

std::string filled(std::string text, const std::string& family) {
  for (std::size_t at = text.find(kPlaceholder); at != std::string::npos; at = text.find(kPlaceholder, at + family.size())) {
    text.replace(at, kPlaceholder.size(), family);
  }
  return text;
}

int new_rules(const NewRulesOptions& options) {
  Messages messages;
  if (!is_family_name(options.family)) {
    messages.error("'" + options.family + "' is no name of a family: small ASCII letters, digits and '_', a letter first");
    return kUsage;
  }
  const std::optional<KnowledgePaths> paths = find_knowledge(options.knowledge, messages);
  if (!paths) return messages.exit_code();
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  if (options.directory.empty() && user_folder().empty()) {
    messages.error("there is no home directory; name a directory with --to DIR");
    return messages.exit_code();
  }
  const fs::path directory = options.directory.empty() ? fs::path(user_folder()) / "rules" : fs::path(options.directory);
  const std::string path = (directory / (options.family + ".rules")).string();
  std::error_code error;
  if (fs::exists(path, error)) {
    messages.error(path + " exists already; it is left as it is");
    return messages.exit_code();
  }
  if (is_taken(*knowledge->impl().rules, options.family)) {
    messages.error("there are rules or lists '" + options.family + ".…' already; choose another name");
    return messages.exit_code();
  }
  const Result<std::string> skeleton = read_file(paths->data + "/templates/family.rules");
  if (!skeleton) {
    messages.faults(skeleton.error());
    return messages.exit_code();
  }
  fs::create_directories(directory, error);
  if (!write_file(path, filled(*skeleton, options.family), messages)) return messages.exit_code();
  const std::string where = options.directory.empty() ? "" : " --rules " + options.directory;
  std::printf("%s\nEdit it, then:\n  rasd rules check%s\n  rasd rules test%s --filter %s\n", path.c_str(), where.c_str(), where.c_str(),
              options.family.c_str());
  return kDone;
}

}  // namespace

void add_new_rules_command(CLI::App& rules, Run& run) {
  const auto options = std::make_shared<NewRulesOptions>();
  CLI::App& command = *rules.add_subcommand(
      "new", "Writes a commented rule file to begin with.\n\nExample:\n  rasd rules new patrol --to my-rules");
  command.add_option("family", options->family, "What the rules are about, as the first part of their names")->required()->type_name("FAMILY");
  command.add_option("--to", options->directory, "Directory to write it in; else the rules folder of your configuration")->type_name("DIR");
  add_knowledge_options(command, options->knowledge);
  command.callback([options, &run] { run = [options] { return new_rules(*options); }; });
}

}  // namespace rasd::cli
