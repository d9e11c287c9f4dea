// Where each byte of the normalised text came from. Monotone; the only way between the two texts.
#pragma once

#include <cstdint>
#include <vector>

#include "rasd/span.hpp"

namespace rasd {

class OffsetMap {
 public:
  // Normaliser side: from here on, normalised byte `normalized` stems from original byte `original`.
  // Calls come with rising offsets; one that only continues the last run is dropped.
  void add(std::uint32_t normalized, std::uint32_t original);
  // As `add`, in front of one original letter that becomes several; each of them is then added with the same `original`.
  void add_expansion(std::uint32_t normalized, std::uint32_t original);
  // The lengths of both texts, set once at the end.
  void finish(std::uint32_t normalized_size, std::uint32_t original_size);
  void clear();

  // The original bytes that the normalised ones stand for. Marks that folding dropped behind the last
  // letter (diacritics, tatweel) belong to the span.
  [[nodiscard]] OriginalSpan to_original(NormalizedSpan span) const;
  // The normalised bytes that stem from the original ones.
  [[nodiscard]] NormalizedSpan to_normalized(OriginalSpan span) const;

  // Looks up rising offsets without a search.
  class Cursor {
   public:
    explicit Cursor(const OffsetMap& map) : map_(map) {}
    // Where the original of a normalised byte starts; `normalized` lies inside the text and is no smaller than the last one.
    std::uint32_t original_at(std::uint32_t normalized) {
      while (run_ + 1 < map_.runs_.size() && map_.runs_[run_ + 1].normalized <= normalized) ++run_;
      return map_.original_at(run_, normalized);
    }

   private:
    const OffsetMap& map_;
    std::size_t run_ = 0;
  };

 private:
  struct Run {
    std::uint32_t normalized;
    std::uint32_t original;
  };
  [[nodiscard]] std::size_t run_at(std::uint32_t normalized) const;
  [[nodiscard]] std::uint32_t original_at(std::size_t run, std::uint32_t normalized) const;

  std::vector<Run> runs_;
  std::uint32_t normalized_size_ = 0;
  std::uint32_t original_size_ = 0;
};

}  // namespace rasd
