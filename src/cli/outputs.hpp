// The -o option and how a run that writes ends.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/messages.hpp"
#include "sink/output.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

void add_output_option(CLI::App& command, std::string& path);
// Null where it cannot be written; it has been said.
std::unique_ptr<Output> open_output(const std::string& path, Messages& messages);
// Brings the file to its name, prints the summary, and gives the exit code. `written` = every line got out.
int finish_run(Output& output, bool written, Messages& messages);

// How a manifest names the output: from its own folder, so that both can be moved.
[[nodiscard]] std::string output_beside(const std::string& manifest, const std::string& output);

// Writes a file in one go. False, and said, where that fails.
bool write_file(const std::string& path, std::string_view content, Messages& messages);

}  // namespace rasd::cli
