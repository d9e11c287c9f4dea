#include "cli/messages.hpp"

#include <cstdio>

#include "cli/exit_codes.hpp"

namespace rasd::cli {
namespace {

constexpr std::size_t kShown = 10;  // of each kind

void print(const std::string& text) { std::fprintf(stderr, "rasd: %s\n", text.c_str()); }

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

}  // namespace

void Messages::error(const std::string& text) {
  print(text);
  ++failed_;
}

void Messages::warn(const std::string& text) {
  if (++warned_ <= kShown && !quiet_) print(text);
}

void Messages::faults(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) std::fprintf(stderr, "%s\n", diagnostic.to_string().c_str());
  error(counted(diagnostics.size(), "fault", "faults") + " in the rules or data; nothing was run");
}

void Messages::take(ReadLog& log) {
  for (const InputIssue& failure : log.failures) error(failure.to_string());
  for (const Rejection& rejection : log.rejections) {
    if (++rejected_ <= kShown) print(rejection.to_string());
    if (tell_) tell_(rejection);
  }
  for (const InputIssue& warning : log.warnings) warn(warning.to_string());
  log.failures.clear();
  log.rejections.clear();
  log.warnings.clear();
  log.notes.clear();
}

void Messages::summary() const {
  if (warned_ > kShown && !quiet_) print(counted(warned_ - kShown, "more warning", "more warnings") + " not shown");
  if (rejected_ > kShown) print(counted(rejected_ - kShown, "more rejected record", "more rejected records") + " not shown");
  if (rejected_ > 0) print(counted(rejected_, "record", "records") + " rejected; all others were read");
}

int Messages::exit_code() const {
  if (failed_ > 0) return kFailed;
  return rejected_ > 0 ? kRejected : kDone;
}

}  // namespace rasd::cli
