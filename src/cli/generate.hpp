// The man page and the completions of shells, from the options as they are declared.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace rasd::cli {

[[nodiscard]] std::string man_page(const CLI::App& app);
[[nodiscard]] std::string bash_completion(const CLI::App& app);
[[nodiscard]] std::string zsh_completion(const CLI::App& app);
[[nodiscard]] std::string fish_completion(const CLI::App& app);

}  // namespace rasd::cli
