#include <CLI/CLI.hpp>
#include <sstream>

#include "cli/generate.hpp"

#ifndef RASD_VERSION
#define RASD_VERSION "0.0.0"
#endif

namespace rasd::cli {
namespace {

// Text for troff: backslashes and hyphens escaped, no line begins as a request does.
std::string escape(const std::string& text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    at_start = c == '\n';
  }
  return out;
}

// Paragraphs as they stand; indented lines are examples and keep their form.
void write_description(const std::string& text, std::ostream& out) {
  std::istringstream lines(text);
  bool in_example = false;
  for (std::string line; std::getline(lines, line);) {
    const bool is_example = line.compare(0, 2, "  ") == 0;
    if (is_example != in_example) out << (is_example ? ".nf\n" : ".fi\n");
    in_example = is_example;
    out << (line.empty() ? ".PP" : escape(line)) << '\n';
  }
  if (in_example) out << ".fi\n";
}

std::string names_of(const CLI::Option& option) {
  if (option.get_positional()) return "";
  std::string out;
  for (const std::string& name : option.get_snames()) out += (out.empty() ? "" : ", ") + ("\\fB\\-" + escape(name) + "\\fR");
  for (const std::string& name : option.get_lnames()) out += (out.empty() ? "" : ", ") + ("\\fB\\-\\-" + escape(name) + "\\fR");
  if (option.get_expected_min() > 0 && !option.get_type_name().empty()) out += " \\fI" + escape(option.get_type_name()) + "\\fR";
  return out;
}

void write_options(const CLI::App& app, std::ostream& out) {
  for (const CLI::Option* option : app.get_options()) {
    const std::string names = names_of(*option);
    if (names.empty()) continue;
    out << ".TP\n" << names << '\n' << escape(option->get_description()) << '\n';
  }
}

void write_command(const CLI::App& command, const std::string& prefix, std::ostream& out) {
  const std::string name = prefix + command.get_name();
  out << ".SS \"" << escape(name) << "\"\n";
  write_description(command.get_description(), out);
  write_options(command, out);
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; })) write_command(*below, name + ' ', out);
}

}  // namespace

std::string man_page(const CLI::App& app) {
  std::ostringstream out;
  out << ".TH RASD 1 \"\" \"rasd " << escape(RASD_VERSION) << "\" \"User Commands\"\n"
      << ".SH NAME\nrasd \\- extract conflict events from Arabic news text\n"
      << ".SH SYNOPSIS\n.B rasd\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n"
      << ".SH DESCRIPTION\n";
  write_description(app.get_description(), out);
  out << ".SH OPTIONS\n";
  write_options(app, out);
  out << ".SH COMMANDS\n";
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) write_command(*command, "", out);
  out << ".SH EXIT STATUS\n.TP\n0\nDone, also where there was no event.\n.TP\n1\nInput, output, rules or data could not be read or written.\n"
      << ".TP\n2\nThe command line is wrong.\n.TP\n3\nFinished, but some records were rejected.\n"
      << ".TP\n130, 143\nStopped by SIGINT, SIGTERM; all lines that were written are whole.\n"
      << ".SH ENVIRONMENT\n.TP\n.B RASD_JOBS\nNumber of threads, as \\-\\-jobs.\n.TP\n.B NO_COLOR\nWhere set, no line of progress is drawn on the terminal.\n"
      << ".TP\n.B XDG_CONFIG_HOME\\fR, \\fBXDG_CONFIG_DIRS\nWhere settings are looked for.\n"
      << ".SH FILES\n.TP\n.I ~/.config/rasd/config.toml\nSettings: a section for each command, a line \\fIoption = value\\fR for each option.\n";
  return out.str();
}

}  // namespace rasd::cli
