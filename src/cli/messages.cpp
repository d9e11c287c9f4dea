#include "cli/messages.hpp"

#include <cstdio>

#include "cli/exit_codes.hpp"

namespace rasd::cli {
namespace {

constexpr std::size_t kShown = 5;  // of each kind

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

}  // namespace

void Messages::print(const std::string& text) const { std::fprintf(stderr, "%srasd: %s\n", line_shown_ ? "\r\x1B[K" : "", text.c_str()); }

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
  for (const InputIssue& failure : log.failures) {
    errors_.fail(failure);
    error(failure.to_string());
  }
  for (const Rejection& rejection : log.rejections) {
    if (errors_.gave_up()) break;
    errors_.reject(rejection);
    if (errors_.count() <= kShown) print(rejection.to_string());
  }
  for (const InputIssue& note : log.notes) {
    if (verbose_) print(note.to_string());
  }
  for (const InputIssue& warning : log.warnings) warn(warning.to_string());
  log.failures.clear();
  log.rejections.clear();
  log.warnings.clear();
  log.notes.clear();
}

void Messages::summary() {
  std::string fault;
  if (!errors_.close(fault)) error(fault);
  if (warned_ > kShown && !quiet_) print(counted(warned_ - kShown, "more warning", "more warnings") + " not shown");
  if (errors_.count() == 0) return;
  print(counted(errors_.count(), "record", "records") + " rejected: " + errors_.groups() +
        (gave_up() ? std::string() : "; all others were read"));
  if (gave_up()) print(errors_.why_gave_up());
}

int Messages::exit_code() const {
  if (failed_ > 0 || gave_up()) return kFailed;
  return errors_.count() > 0 ? kRejected : kDone;
}

}  // namespace rasd::cli
