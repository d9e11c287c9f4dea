#include "text/offset_map.hpp"

#include <algorithm>

namespace rasd {

void OffsetMap::clear() {
  runs_.clear();
  normalized_size_ = original_size_ = 0;
}

void OffsetMap::add(std::uint32_t normalized, std::uint32_t original) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    if (last.normalized == normalized) {  // nothing was written since: what stood there was dropped
      last.original = original;
      return;
    }
    if (original - last.original == normalized - last.normalized) return;
  }
  runs_.push_back({normalized, original});
}

void OffsetMap::add_expansion(std::uint32_t normalized, std::uint32_t original) {
  if (!runs_.empty() && runs_.back().normalized == normalized) {
    runs_.back().original = original;
  } else {
    runs_.push_back({normalized, original});
  }
}

void OffsetMap::finish(std::uint32_t normalized_size, std::uint32_t original_size) {
  normalized_size_ = normalized_size;
  original_size_ = original_size;
}

std::size_t OffsetMap::run_at(std::uint32_t normalized) const {
  const auto behind = std::upper_bound(runs_.begin(), runs_.end(), normalized,
                                       [](std::uint32_t offset, const Run& run) { return offset < run.normalized; });
  return behind == runs_.begin() ? 0 : static_cast<std::size_t>(behind - runs_.begin()) - 1;
}

std::uint32_t OffsetMap::original_at(std::size_t run, std::uint32_t normalized) const {
  const std::uint32_t limit = run + 1 < runs_.size() ? runs_[run + 1].original : original_size_;
  return std::min(runs_[run].original + (normalized - runs_[run].normalized), limit);
}

OriginalSpan OffsetMap::to_original(NormalizedSpan span) const {
  if (runs_.empty()) return {0, 0};
  const std::uint32_t begin = std::min(span.begin, normalized_size_);
  const std::uint32_t end = std::clamp(span.end, begin, normalized_size_);
  const std::uint32_t first = begin == normalized_size_ ? original_size_ : original_at(run_at(begin), begin);
  if (end == begin) return {first, first};
  if (end == normalized_size_) return {first, original_size_};
  std::size_t run = run_at(end);
  std::uint32_t last = original_at(run, end);
  // A span that ends inside the letters of one ligature takes the ligature as a whole.
  if (run > 0 && runs_[run].normalized == end && runs_[run - 1].original == runs_[run].original) {
    while (run < runs_.size() && runs_[run].original == last) ++run;
    last = run < runs_.size() ? runs_[run].original : original_size_;
  }
  return {first, std::max(first, last)};
}

NormalizedSpan OffsetMap::to_normalized(OriginalSpan span) const {
  if (runs_.empty()) return {0, 0};
  const auto position = [this](std::uint32_t original) {
    if (original >= original_size_) return normalized_size_;
    const auto behind = std::upper_bound(runs_.begin(), runs_.end(), original,
                                         [](std::uint32_t offset, const Run& run) { return offset < run.original; });
    if (behind == runs_.begin()) return runs_.front().normalized;
    auto run = behind - 1;
    while (run != runs_.begin() && (run - 1)->original == run->original && run->original == original) --run;
    const std::uint32_t limit = behind == runs_.end() ? normalized_size_ : behind->normalized;
    return std::min(run->normalized + (original - run->original), limit);
  };
  const std::uint32_t begin = position(span.begin);
  return {begin, std::max(begin, position(span.end))};
}

}  // namespace rasd
