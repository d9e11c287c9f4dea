// Rejected records: counted by what was wrong with them, written down, and the point at which a run gives up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.hpp"

namespace rasd::cli {

enum class OnError : std::uint8_t { skip, fail, emit };

struct ErrorPolicy {
  OnError on_error = OnError::skip;
  std::string path;                // of the file that lists them; empty = none
  std::size_t max_errors = ~std::size_t{0};
};

// {"file": …, "line": …, "byte": …, "reason": …} without a line end; line 0 = the whole file.
[[nodiscard]] std::string error_line(const InputIssue& issue);
// What `--on-error emit` writes among the records for a rejected one: {"error": …} and a line end; and back. Nothing where a line is none.
[[nodiscard]] std::string emitted_line(const Rejection& rejection);
[[nodiscard]] std::optional<Rejection> read_emitted_line(std::string_view line);

class ErrorLog {
 public:
  ErrorLog() = default;
  ~ErrorLog();
  ErrorLog(const ErrorLog&) = delete;  // owns a file
  ErrorLog& operator=(const ErrorLog&) = delete;

  // False where the file cannot be written; `fault` says why.
  bool open(const ErrorPolicy& policy, std::string& fault);
  void reject(const Rejection& rejection);
  // An input that could not be read (to its end): in the file as well, not among the rejected records.
  void fail(const InputIssue& failure);
  // Is called for each rejected record as it is met.
  void on_reject(std::function<void(const Rejection&)> listener) { listeners_.push_back(std::move(listener)); }
  // Closes the file; false where it could not be written.
  bool close(std::string& fault);

  [[nodiscard]] std::size_t count() const { return count_; }
  // Whether the run is to end here, and why.
  [[nodiscard]] bool gave_up() const;
  [[nodiscard]] std::string why_gave_up() const;
  // "3 no text field (first in.jsonl:7), 2 not JSON (first in.jsonl:9)", the most frequent first.
  [[nodiscard]] std::string groups() const;

 private:
  struct Group {
    std::string reason;
    std::string first;
    std::size_t count = 0;
  };
  void write(const InputIssue& issue);

  ErrorPolicy policy_;
  std::vector<std::function<void(const Rejection&)>> listeners_;
  std::vector<Group> groups_;
  std::size_t count_ = 0;
  std::FILE* file_ = nullptr;
};

}  // namespace rasd::cli
