#include "cli/config.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace rasd::cli {
namespace {

constexpr const char* kPath = "/rasd/config.toml";

std::string absolute_directory(const char* variable) {
  const char* const value = std::getenv(variable);
  return value != nullptr && value[0] == '/' ? value : "";  // others are ignored, as the XDG specification has it
}

std::vector<std::string> usual_files() {
  std::vector<std::string> files;
  std::string user = absolute_directory("XDG_CONFIG_HOME");
  if (const std::string home = absolute_directory("HOME"); user.empty() && !home.empty()) user = home + "/.config";
  if (!user.empty()) files.push_back(user + kPath);
  const char* const given = std::getenv("XDG_CONFIG_DIRS");
  const std::string system = given != nullptr && *given != '\0' ? given : "/etc/xdg";
  for (const std::string& directory : CLI::detail::split(system, ':')) {
    if (!directory.empty() && directory[0] == '/') files.push_back(directory + kPath);
  }
  return files;
}

bool is_flag(const CLI::Option& option) { return option.get_expected_min() == 0; }

CLI::Option* find_option(const CLI::App& command, const std::string& key) {
  return key.empty() || command.get_option_no_throw("--" + key) == nullptr ? nullptr
                                                                            : const_cast<CLI::App&>(command).get_option_no_throw("--" + key);
}

bool is_known_anywhere(const CLI::App& app, const std::string& key) {
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  return find_option(app, key) != nullptr ||
         std::any_of(commands.begin(), commands.end(), [&](const CLI::App* command) { return is_known_anywhere(*command, key); });
}

// "rules check" for a command below a command.
std::string full_name(const CLI::App& command) {
  const CLI::App* const parent = command.get_parent();
  return parent == nullptr || parent->get_parent() == nullptr ? command.get_name() : full_name(*parent) + '.' + command.get_name();
}

void set(CLI::Option& option, const CLI::ConfigItem& item) {
  if (is_flag(option)) {
    option.add_result(option.get_flag_value(item.name, item.inputs.empty() ? "true" : item.inputs.front()));
  } else {
    option.add_result(item.inputs);
  }
  option.run_callback();
}

bool apply_file(const std::string& path, const CLI::App& app, CLI::App& command, std::string& fault) {
  std::ifstream file(path);
  if (!file) {
    fault = path + ": cannot be read";
    return false;
  }
  std::vector<CLI::Option*> taken;  // what this file sets itself may be set twice in it: the last one wins, as a list would
  try {
    for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(file)) {
      if (item.name == "++" || item.name == "--") continue;  // the borders of sections
      const std::string section = CLI::detail::join(item.parents, ".");
      if (!is_known_anywhere(app, item.name)) {
        fault = path + ": no command has an option --" + item.name;
        return false;
      }
      CLI::Option* const option = section.empty() || section == full_name(command) ? find_option(command, item.name) : nullptr;
      if (option == nullptr || (option->count() > 0 && std::find(taken.begin(), taken.end(), option) == taken.end())) continue;
      if (option->count() > 0) option->clear();
      taken.push_back(option);
      set(*option, item);
    }
  } catch (const CLI::Error& error) {
    fault = path + ": " + error.what();
    return false;
  }
  return true;
}

std::string quoted(const std::string& value) {
  const bool plain = !value.empty() && (value.find_first_not_of("0123456789") == std::string::npos || value == "true" || value == "false");
  if (plain) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

bool take_config_options(std::vector<std::string>& arguments, ConfigRequest& request) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  std::vector<std::string> rest;
  bool good = true;
  for (auto at = arguments.begin(); at != arguments.end(); ++at) {
    const bool is_option = at < end;
    if (is_option && *at == "--no-config") {
      request.none = true;
    } else if (is_option && *at == "--print-config") {
      request.print = true;
    } else if (is_option && at->compare(0, 9, "--config=") == 0) {
      request.file = at->substr(9);
    } else if (is_option && *at == "--config") {
      good = at + 1 < end;
      if (!good) break;
      request.file = *++at;
    } else {
      rest.push_back(std::move(*at));
    }
  }
  arguments = std::move(rest);
  return good;
}

void describe_config_options(CLI::App& app) {
  app.add_option("--config", "Read settings from this file instead of ~/.config/rasd/config.toml")->type_name("FILE");
  app.add_flag("--no-config")->description("Read no settings from files");
  app.add_flag("--print-config")->description("Print the settings of a command as such a file, and do nothing");
}

bool apply_config(const ConfigRequest& request, const CLI::App& app, CLI::App& command, std::vector<std::string>& files_read,
                  std::string& fault) {
  if (request.none) return true;
  const std::vector<std::string> files = request.file.empty() ? usual_files() : std::vector<std::string>{request.file};
  for (const std::string& file : files) {
    if (request.file.empty() && ::access(file.c_str(), F_OK) != 0) continue;
    if (!apply_file(file, app, command, fault)) return false;
    files_read.push_back(file);
  }
  return true;
}

std::string config_text(const CLI::App& command, const std::vector<std::string>& files_read) {
  std::string out = "# Settings of `rasd " + full_name(command) + "`";
  for (const std::string& file : files_read) out += (&file == files_read.data() ? "; read: " : ", ") + file;
  out += "\n[" + full_name(command) + "]\n";
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_single_name();
    if (option->get_positional() || name == "help" || option->get_lnames().empty()) continue;
    if (option->count() == 0) {
      out += "# " + name + " is not set\n";
      continue;
    }
    const std::vector<std::string>& values = option->results();
    out += name + " = ";
    if (values.size() == 1) {
      out += quoted(values.front());
    } else {
      out += '[';
      for (std::size_t i = 0; i < values.size(); ++i) out += (i > 0 ? ", " : "") + quoted(values[i]);
      out += ']';
    }
    out += '\n';
  }
  return out;
}

}  // namespace rasd::cli
