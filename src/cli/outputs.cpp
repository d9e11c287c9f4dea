#include "cli/outputs.hpp"

#include <CLI/CLI.hpp>

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

bool write_file(const std::string& path, std::string_view content, Messages& messages) {
  std::string fault;
  const std::unique_ptr<Output> output = Output::open(path, fault);
  if (output && output->write(content) && output->commit()) return true;
  messages.error(output ? output->fault() : fault);
  return false;
}

int finish_run(Output& output, bool written, Messages& messages) {
  if (!written) {
    if (output.is_closed_pipe()) return kDone;
    messages.error(output.fault());
  } else if (!output.commit()) {
    messages.error(output.fault());
  }
  remove_when_interrupted({});
  messages.summary();
  return messages.exit_code();
}

}  // namespace rasd::cli
