#include "text/source_stamp.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <string_view>

#include "text/mapped_file.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

void mix_into(std::uint64_t& into, std::uint64_t value) { into = (into ^ value) * 0x9E3779B97F4A7C15ull + (into >> 31); }

}  // namespace

void SourceStamp::mix(std::uint64_t value) {
  mix_into(files, value);
  mix_into(content, value);
}

SourceStamp stamp_files(const std::string& directory, const std::vector<std::string>& paths, bool with_content) {
  SourceStamp stamp;
  for (const std::string& path : paths) {
    stamp.mix(checksum(std::string_view(path).substr(std::min(directory.size(), path.size()))));
    struct stat info = {};
    if (::stat(path.c_str(), &info) == 0) {
#ifdef __APPLE__
      const auto& time = info.st_mtimespec;
#else
      const auto& time = info.st_mtim;
#endif
      for (const auto value : {static_cast<std::uint64_t>(info.st_size), static_cast<std::uint64_t>(time.tv_sec),
                               static_cast<std::uint64_t>(time.tv_nsec)}) {
        mix_into(stamp.files, value);
      }
    }
    if (!with_content) continue;
    const Result<std::string> content = read_file(path);
    mix_into(stamp.content, content ? checksum(*content) : 0);
  }
  return stamp;
}

bool is_made_from(const SourceStamp& stamp, const std::string& directory, const std::vector<std::string>& paths, std::uint64_t more) {
  for (const bool with_content : {false, true}) {
    SourceStamp now = stamp_files(directory, paths, with_content);
    if (more != 0) now.mix(more);
    if (with_content ? now.content == stamp.content : now.files == stamp.files) return true;
  }
  return false;
}

}  // namespace rasd
