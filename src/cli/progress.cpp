#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace rasd::cli {
namespace {

constexpr auto kLineEvery = std::chrono::milliseconds(250);
constexpr auto kPlainEvery = std::chrono::seconds(10);

// Where the cursor can be moved: NO_COLOR and a dumb terminal ask for text alone.
bool can_rewrite_line() {
  const char* const terminal = std::getenv("TERM");
  const char* const plain = std::getenv("NO_COLOR");
  return ::isatty(STDERR_FILENO) == 1 && (terminal == nullptr || std::string_view(terminal) != "dumb") &&
         (plain == nullptr || *plain == '\0');
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  char out[48];
  if (whole >= 3600) {
    std::snprintf(out, sizeof out, "%u h %02u min", static_cast<unsigned>(whole / 3600), static_cast<unsigned>(whole / 60 % 60));
  } else if (whole >= 60) {
    std::snprintf(out, sizeof out, "%u min %02u s", static_cast<unsigned>(whole / 60), static_cast<unsigned>(whole % 60));
  } else {
    std::snprintf(out, sizeof out, "%u s", static_cast<unsigned>(whole));
  }
  return out;
}

}  // namespace

ProgressStyle progress_style(ProgressWish wish, bool verbose, bool quiet) {
  if (wish == ProgressWish::never || (quiet && wish == ProgressWish::usual)) return ProgressStyle::none;
  if (can_rewrite_line()) return ProgressStyle::line;
  return verbose || wish == ProgressWish::always ? ProgressStyle::plain : ProgressStyle::none;
}

Progress::Progress(ProgressStyle style, std::uint64_t total_bytes)
    : style_(style),
      total_bytes_(total_bytes),
      start_(Clock::now()),
      due_(start_ + (style == ProgressStyle::line ? Clock::duration(kLineEvery) : Clock::duration(kPlainEvery))) {}

std::string Progress::text(std::uint64_t articles, std::uint64_t events, std::uint64_t bytes, double seconds) const {
  char out[160];
  std::snprintf(out, sizeof out, "%llu articles, %llu events, %.1f MB/s, %s", static_cast<unsigned long long>(articles),
                static_cast<unsigned long long>(events), static_cast<double>(bytes) / 1e6 / std::max(seconds, 1e-3), duration(seconds).c_str());
  std::string line = out;
  if (total_bytes_ > 0 && bytes > 0 && bytes < total_bytes_) {
    const double share = static_cast<double>(bytes) / static_cast<double>(total_bytes_);
    std::snprintf(out, sizeof out, "; %.0f%%, %s left", share * 100, duration(seconds / share - seconds).c_str());
    line += out;
  }
  return line;
}

void Progress::show_when_due(std::uint64_t articles, std::uint64_t events, std::uint64_t bytes) {
  const Clock::time_point now = Clock::now();
  if (now < due_) return;
  const std::string line = text(articles, events, bytes, std::chrono::duration<double>(now - start_).count());
  if (style_ == ProgressStyle::line) {
    std::fprintf(stderr, "\r\x1B[K%s", line.c_str());
    due_ = now + kLineEvery;
  } else {
    std::fprintf(stderr, "rasd: %s\n", line.c_str());
    due_ = now + kPlainEvery;
  }
}

void Progress::finish(std::uint64_t articles, std::uint64_t events, std::uint64_t bytes) {
  if (style_ == ProgressStyle::line) std::fputs("\r\x1B[K", stderr);
  if (style_ == ProgressStyle::plain) {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    std::fprintf(stderr, "rasd: %s\n", text(articles, events, bytes, seconds).c_str());
  }
  style_ = ProgressStyle::none;
}

}  // namespace rasd::cli
