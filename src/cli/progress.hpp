// How far a run is: one line on a terminal that is written anew, or plain lines now and then.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace rasd::cli {

enum class ProgressStyle : std::uint8_t { none, line, plain };

// A line of its own on a terminal; plain lines with -v elsewhere; nothing otherwise. `asked`: --progress, --no-progress.
enum class ProgressWish : std::uint8_t { usual, always, never };
[[nodiscard]] ProgressStyle progress_style(ProgressWish wish, bool verbose, bool quiet);

class Progress {
 public:
  // `total_bytes` 0 = not known.
  Progress(ProgressStyle style, std::uint64_t total_bytes);
  // After each article; looks at the clock and mostly does nothing.
  void update(std::uint64_t articles, std::uint64_t events, std::uint64_t bytes) {
    if (style_ != ProgressStyle::none) show_when_due(articles, events, bytes);
  }
  // Takes the line away; with plain lines the last one says the whole.
  void finish(std::uint64_t articles, std::uint64_t events, std::uint64_t bytes);

 private:
  using Clock = std::chrono::steady_clock;
  void show_when_due(std::uint64_t articles, std::uint64_t events, std::uint64_t bytes);
  [[nodiscard]] std::string text(std::uint64_t articles, std::uint64_t events, std::uint64_t bytes, double seconds) const;

  ProgressStyle style_;
  std::uint64_t total_bytes_;
  Clock::time_point start_;
  Clock::time_point due_;
};

}  // namespace rasd::cli
