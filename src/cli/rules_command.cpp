// rasd rules check | test | list (profile and new stand in files of their own): the rule directory as its authors see it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/resources.hpp"
#include "cli/rule_counts.hpp"
#include "pipeline/example_runner.hpp"
#include "pipeline/knowledge_impl.hpp"
#include "rules/rule_lint.hpp"
#include "rules/rule_parser.hpp"
#include "rules/vocabulary.hpp"

namespace rasd::cli {
namespace {

struct RulesOptions {
  KnowledgeOptions knowledge;
  std::string prefix;  // of rule ids
  bool strict = false;
  bool brief = false;
  bool triggers = false;
  bool forms = false;
  bool counts = false;
};

bool begins_with(const std::string& text, const std::string& prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

int no_such_rule(const RuleSet& rules, const std::string& prefix, Messages& messages) {
  std::vector<std::string> ids;
  for (const Rule& rule : rules.rules()) ids.push_back(rule.id);
  for (const StatusRule& rule : rules.statuses()) ids.push_back(rule.id);
  const std::string hint = did_you_mean(prefix, ids);
  messages.error("no rule id begins with '" + prefix + "'" + (hint.empty() ? "" : "; " + hint));
  return messages.exit_code();
}

bool has_rule(const RuleSet& rules, const std::string& prefix) {
  for (const Rule& rule : rules.rules()) {
    if (begins_with(rule.id, prefix)) return true;
  }
  for (const StatusRule& rule : rules.statuses()) {
    if (begins_with(rule.id, prefix)) return true;
  }
  return prefix.empty();
}

int check(const RulesOptions& options) {
  Messages messages;
  const std::optional<KnowledgePaths> paths = find_knowledge(options.knowledge, messages);
  if (!paths) return messages.exit_code();
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const RuleSet& rules = *knowledge->impl().rules;
  const std::string size = counted(rules.rules().size(), "rule", "rules") + ", " +
                           counted(rules.statuses().size(), "status", "statuses") + ", " +
                           counted(rules.lexicon().list_names().size(), "word list", "word lists");
  if (!options.strict) {
    std::printf("%s: no faults\n", size.c_str());
    return kDone;
  }
  Diagnostics ignored;  // the rules have been read once without a fault
  const RuleSource source = parse_rule_directory(paths->rules, ignored, paths->rule_overlays);
  const Diagnostics found = lint_rules(rules, source.lists, *knowledge->impl().normalizer);
  for (const Diagnostic& diagnostic : found) std::printf("%s\n", diagnostic.to_string().c_str());
  std::printf("%s: %s\n", size.c_str(),
              found.empty() ? "no faults" : counted(found.size(), "finding", "findings").c_str());
  return found.empty() ? kDone : kFailed;
}

int test(const RulesOptions& options) {
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const RuleSet& rules = *knowledge->impl().rules;
  if (!has_rule(rules, options.prefix)) return no_such_rule(rules, options.prefix, messages);
  const ExampleReport report = run_examples(knowledge, options.prefix);
  for (const ExampleFailure& failure : report.failures) {
    std::printf("%s:%u: %s: %s\n", failure.file.c_str(), failure.line, failure.id.c_str(), failure.reason.c_str());
    if (!options.brief) std::printf("%s", failure.details.c_str());
  }
  std::printf("%s passed, %zu failed\n", counted(report.passed, "example", "examples").c_str(), report.failures.size());
  return report.failures.empty() ? kDone : kFailed;
}

void print_trigger(const Lexicon& lexicon, const TriggerSequence& trigger, bool forms) {
  std::string line = "  ";
  std::vector<std::string> lists;
  for (const PatternElement& element : trigger.elements) {
    const std::string sign = element.negated ? "!" : "";
    switch (element.kind) {
      case PatternElement::Kind::lists:
        line += sign + "{";
        for (std::size_t i = 0; i < element.lists.size(); ++i) line += (i == 0 ? "" : "|") + element.lists[i];
        line += "} ";
        if (!element.negated) lists.insert(lists.end(), element.lists.begin(), element.lists.end());
        break;
      case PatternElement::Kind::type:
        line += sign + "[" + to_string(element.type) + "] ";
        break;
      case PatternElement::Kind::unit_class:
        line += sign + "<" + to_string(element.unit_class) + "> ";
        break;
      default:
        break;
    }
  }
  line.pop_back();
  std::printf("%s\n", line.c_str());
  if (!forms) return;
  for (const std::string& name : lists) {
    const ListId list = lexicon.list_id(name);
    if (list == kNoList) continue;
    std::printf("    {%s}\n", name.c_str());
    for (const std::string& form : lexicon.forms_of(list)) std::printf("      %s\n", form.c_str());
  }
}

int list(const RulesOptions& options) {
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const RuleSet& rules = *knowledge->impl().rules;
  if (!has_rule(rules, options.prefix)) return no_such_rule(rules, options.prefix, messages);
  const auto counts = [&](const auto& block) {
    if (!options.counts) return std::string();
    const ExampleCount count = count_examples(block.examples);
    return '\t' + std::to_string(count.examples) + '\t' + std::to_string(count.counters);
  };
  for (const Rule& rule : rules.rules()) {
    if (!begins_with(rule.id, options.prefix)) continue;
    std::printf("%s\t%s\t%s:%u%s\n", rule.id.c_str(), rule.event.c_str(), rule.file.c_str(), rule.line, counts(rule).c_str());
    if (!options.triggers && !options.forms) continue;
    for (const TriggerSequence& trigger : rule.triggers) print_trigger(rules.lexicon(), trigger, options.forms);
  }
  for (const StatusRule& rule : rules.statuses()) {
    if (!begins_with(rule.id, options.prefix)) continue;
    std::printf("%s\tstatus %s\t%s:%u%s\n", rule.id.c_str(), to_string(rule.value), rule.file.c_str(), rule.line,
                counts(rule).c_str());
  }
  if (options.counts) std::printf("\n%s", type_counts(rules, options.prefix).c_str());
  return kDone;
}

}  // namespace

void add_rules_command(CLI::App& app, Run& run) {
  CLI::App& command = *app.add_subcommand("rules",
                                          "Works on the rules themselves.\n\nExamples:\n"
                                          "  rasd rules check --rules my-rules\n"
                                          "  rasd rules test --filter air_strike\n"
                                          "  rasd rules list air_strike --triggers --forms");
  command.require_subcommand(1);
  const auto options = std::make_shared<RulesOptions>();

  CLI::App& check_command =
      *command.add_subcommand("check", "Reads and compiles all rules and data; prints every fault");
  check_command.add_flag(
      "--strict", options->strict,
      "Also what is suspicious: no example, doubled rules and lines, items that fold alike, unused lists");
  add_knowledge_options(check_command, options->knowledge);
  check_command.callback([options, &run] { run = [options] { return check(*options); }; });

  CLI::App& test_command = *command.add_subcommand("test", "Runs the examples and counter-examples of the rules");
  test_command.add_option("--filter", options->prefix, "Only rules whose id begins so")->type_name("ID");
  test_command.add_flag("--brief", options->brief, "One line a failure, without what was found");
  add_knowledge_options(test_command, options->knowledge);
  test_command.callback([options, &run] { run = [options] { return test(*options); }; });

  CLI::App& list_command = *command.add_subcommand("list", "Lists the rules: id, event type, place");
  list_command.add_option("prefix", options->prefix, "Only rules whose id begins so")->type_name("PREFIX");
  list_command.add_flag("--triggers", options->triggers, "With the trigger lines of each");
  list_command.add_flag("--counts", options->counts, "With the number of examples and counter-examples, and their sums by event type");
  list_command.add_flag("--forms", options->forms, "With all inflected forms of the trigger lists");
  add_knowledge_options(list_command, options->knowledge);
  list_command.callback([options, &run] { run = [options] { return list(*options); }; });
  add_profile_command(command, run);
  add_new_rules_command(command, run);
}

}  // namespace rasd::cli
