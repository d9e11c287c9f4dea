#include <CLI/CLI.hpp>
#include <sstream>
#include <vector>

#include "cli/generate.hpp"

namespace rasd::cli {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) { return app.get_subcommands([](const CLI::App*) { return true; }); }

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

bool takes_value(const CLI::Option& option) { return option.get_expected_min() > 0; }

std::vector<const CLI::Option*> named_options(const CLI::App& app) {
  std::vector<const CLI::Option*> out;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional() && !(option->get_lnames().empty() && option->get_snames().empty())) out.push_back(option);
  }
  return out;
}

std::string option_words(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : named_options(app)) {
    for (const std::string& name : option->get_snames()) out += (out.empty() ? "" : " ") + ('-' + name);
    for (const std::string& name : option->get_lnames()) out += (out.empty() ? "" : " ") + ("--" + name);
  }
  return out;
}

std::string command_words(const CLI::App& app) {
  std::string out;
  for (const CLI::App* command : commands_of(app)) out += (out.empty() ? "" : " ") + command->get_name();
  return out;
}

// Without the marks that end a word or a description in the shells.
std::string plain(const std::string& text, const std::string& unwanted) {
  std::string out;
  for (const char c : text) out += unwanted.find(c) == std::string::npos ? c : ' ';
  return out;
}

}  // namespace

std::string bash_completion(const CLI::App& app) {
  std::ostringstream out;
  out << "# bash completion for rasd\n_rasd() {\n  local current=${COMP_WORDS[COMP_CWORD]} words=\n"
      << "  if [[ $current != -* ]]; then\n    [[ $COMP_CWORD -eq 1 ]] && words=\"" << command_words(app) << "\"\n";
  for (const CLI::App* command : commands_of(app)) {
    if (commands_of(*command).empty()) continue;
    out << "    [[ $COMP_CWORD -eq 2 && ${COMP_WORDS[1]} == " << command->get_name() << " ]] && words=\"" << command_words(*command) << "\"\n";
  }
  out << "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\"; compgen -f -- \"$current\")\n    return\n  fi\n"
      << "  case ${COMP_WORDS[1]} in\n";
  for (const CLI::App* command : commands_of(app)) {
    std::string words = option_words(*command);
    for (const CLI::App* below : commands_of(*command)) words += ' ' + option_words(*below);
    out << "    " << command->get_name() << ") words=\"" << words << "\" ;;\n";
  }
  std::string extract;
  for (const CLI::App* command : commands_of(app)) {
    if (command->get_name() == "extract") extract = option_words(*command);
  }
  out << "    *) words=\"" << option_words(app) << ' ' << extract << "\" ;;\n  esac\n"
      << "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n}\ncomplete -o filenames -F _rasd rasd\n";
  return out.str();
}

std::string zsh_completion(const CLI::App& app) {
  const auto arguments = [](const CLI::App& command, std::ostream& out) {
    for (const CLI::Option* option : named_options(command)) {
      const std::string what = plain(first_line(option->get_description()), "'[]:\\");
      const std::string value = takes_value(*option) ? ":" + plain(option->get_type_name(), "'[]:\\") + ":_files" : "";
      for (const std::string& name : option->get_snames()) out << " \\\n        '-" << name << '[' << what << ']' << value << '\'';
      for (const std::string& name : option->get_lnames()) out << " \\\n        '--" << name << '[' << what << ']' << value << '\'';
    }
    out << " \\\n        '*:file:_files'\n";
  };
  std::ostringstream out;
  out << "#compdef rasd\n_rasd() {\n  local -a commands\n  commands=(\n";
  for (const CLI::App* command : commands_of(app)) {
    out << "    '" << command->get_name() << ':' << plain(first_line(command->get_description()), "':\\") << "'\n";
  }
  out << "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    _files\n    return\n  fi\n  case $words[2] in\n";
  for (const CLI::App* command : commands_of(app)) {
    out << "    " << command->get_name() << ")\n      _arguments";
    arguments(*command, out);
    out << "      ;;\n";
  }
  out << "    *) _files ;;\n  esac\n}\n_rasd \"$@\"\n";
  return out.str();
}

std::string fish_completion(const CLI::App& app) {
  std::ostringstream out;
  out << "# fish completion for rasd\n";
  for (const CLI::App* command : commands_of(app)) {
    out << "complete -c rasd -n __fish_use_subcommand -a " << command->get_name() << " -d '"
        << plain(first_line(command->get_description()), "'\\") << "'\n";
  }
  for (const CLI::App* command : commands_of(app)) {
    const std::string when = "complete -c rasd -n '__fish_seen_subcommand_from " + command->get_name() + "'";
    for (const CLI::App* below : commands_of(*command)) out << when << " -a " << below->get_name() << '\n';
    for (const CLI::Option* option : named_options(*command)) {
      out << when;
      for (const std::string& name : option->get_snames()) out << " -s " << name;
      for (const std::string& name : option->get_lnames()) out << " -l " << name;
      out << (takes_value(*option) ? " -r" : "") << " -d '" << plain(first_line(option->get_description()), "'\\") << "'\n";
    }
  }
  return out.str();
}

}  // namespace rasd::cli
