// Which files something was compiled from: so that it is used for these alone, and an edit counts at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rasd {

struct SourceStamp {
  static constexpr bool kPlain = true;
  std::uint64_t files = 0;    // their names, sizes and times
  std::uint64_t content = 0;  // their names and bytes; 0 = not asked for

  void mix(std::uint64_t value);  // anything else that it was compiled from
};

// Names count from `directory` on: the folder may be moved.
[[nodiscard]] SourceStamp stamp_files(const std::string& directory, const std::vector<std::string>& paths, bool with_content);

// Whether `paths` are what something with the stamp was compiled from; `more` as it was mixed in then, 0 = nothing. Files that were copied have new
// times; then their bytes decide.
[[nodiscard]] bool is_made_from(const SourceStamp& stamp, const std::string& directory, const std::vector<std::string>& paths,
                                std::uint64_t more = 0);

}  // namespace rasd
