#include "cli/outputs.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/exit_codes.hpp"
#include "cli/interrupt.hpp"

namespace rasd::cli {

void add_output_option(CLI::App& command, std::string& path) {
  command.add_option("-o,--output", path, "Write to this file, which appears when all is done; - is standard output")
      ->type_name("FILE");
}

std::unique_ptr<Output> open_output(const std::string& path, Messages& messages) {
  std::string fault;
  std::unique_ptr<Output> output = Output::open(path.empty() ? "-" : path, fault);
  if (!output) {
    messages.error(fault);
    return nullptr;
  }
  remove_when_interrupted(output->temporary());
  return output;
}

std::string output_beside(const std::string& manifest, const std::string& output) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::absolute(manifest, error).parent_path();
  return fs::absolute(output, error).lexically_normal().lexically_relative(folder.lexically_normal()).string();
}

bool write_file(const std::string& path, std::string_view content, Messages& messages) {
  std::string fault;
  const std::unique_ptr<Output> output = Output::open(path, fault);
  if (output && output->write(content) && output->commit()) return true;
  messages.error(output ? output->fault() : fault);
  return false;
}

int finish_run(Output& output, bool written, Messages& messages) {
  if (!written && output.is_closed_pipe()) return kDone;
  const int signal = caught_signal();
  // What is not the whole does not take the place of the last good output.
  const bool is_whole = signal == 0 && messages.exit_code() != kFailed;
  if (!written || (is_whole && !output.commit())) {
    messages.error(output.fault());
  } else if (!is_whole && signal == 0 && !messages.gave_up() && output.set_aside()) {
    messages.note(output.path() + " is as it was; the events of what could be read are in " + output.path() + ".partial");
  }
  remove_when_interrupted({});
  messages.summary();
  return signal != 0 ? kSignal + signal : messages.exit_code();
}

}  // namespace rasd::cli
