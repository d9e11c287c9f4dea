// Settings from files: $XDG_CONFIG_HOME/rasd/config.toml (~/.config), then $XDG_CONFIG_DIRS/rasd/config.toml (/etc/xdg). A flag and
// an environment variable win over them, the user's file over the system's.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rasd::cli {

struct ConfigRequest {
  std::string file;     // --config; empty = the usual places
  bool none = false;    // --no-config
  bool print = false;   // --print-config
};

// Takes these three options out of a command line; they may stand anywhere before "--". False where --config has no file.
bool take_config_options(std::vector<std::string>& arguments, ConfigRequest& request);
// For the help only.
void describe_config_options(CLI::App& app);

// Gives the options of `command` that nobody gave on the command line the values of the files. On failure `fault` says what and where.
bool apply_config(const ConfigRequest& request, const CLI::App& app, CLI::App& command, std::vector<std::string>& files_read,
                  std::string& fault);

// The settings of a command as such a file.
[[nodiscard]] std::string config_text(const CLI::App& command, const std::vector<std::string>& files_read);

}  // namespace rasd::cli
