// `rasd extract --stats FILE`: what a run did, as one JSON object. See docs/performance.md.
#pragma once

#include <cstdint>
#include <string>

#include "pipeline/run_statistics.hpp"

namespace rasd::cli {

// Nanoseconds of the steady clock.
std::uint64_t steady_nanoseconds();

// What the command itself counts, besides the stages of the library.
struct RunReport {
  RunStatistics run;
  unsigned jobs = 1;
  std::size_t written = 0;  // events that passed the filter
  std::size_t rejected = 0;
  std::uint64_t load = 0;   // nanoseconds
  std::uint64_t read = 0;
  std::uint64_t write = 0;
  std::uint64_t total = 0;

  [[nodiscard]] std::string to_json() const;
};

// Adds the time of its life to a sum; where `sum` is null, nothing.
class Stopwatch {
 public:
  explicit Stopwatch(std::uint64_t* sum) : sum_(sum), since_(sum != nullptr ? steady_nanoseconds() : 0) {}
  ~Stopwatch() {
    if (sum_ != nullptr) *sum_ += steady_nanoseconds() - since_;
  }
  Stopwatch(const Stopwatch&) = delete;  // would count twice
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  std::uint64_t* sum_;
  std::uint64_t since_;
};

}  // namespace rasd::cli
