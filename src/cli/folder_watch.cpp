#include "cli/folder_watch.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

#include "text/table_reader.hpp"

namespace rasd::cli {
namespace {

// Asking every quarter of a second works on every file system, also where changes are not told.
constexpr std::chrono::milliseconds kPause{250};

}  // namespace

FolderWatch::State FolderWatch::look() const {
  State state;
  for (const std::string& folder : folders_) {
    for (const char* extension : {".rules", ".lst", ".tsv"}) {
      for (const std::string& path : list_files(folder, extension)) {
        std::error_code error;  // a file that is gone again has no time
        const auto time = std::filesystem::last_write_time(path, error).time_since_epoch().count();
        state[path] = {static_cast<std::int64_t>(time), std::filesystem::file_size(path, error)};
      }
    }
  }
  return state;
}

void FolderWatch::wait() {
  while (true) {
    std::this_thread::sleep_for(kPause);
    State now = look();
    if (now == seen_) continue;
    seen_ = std::move(now);
    return;
  }
}

}  // namespace rasd::cli
