// Waits until a file of rules or data changes, for `rasd rules test --watch`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace rasd::cli {

class FolderWatch {
 public:
  explicit FolderWatch(std::vector<std::string> folders) : folders_(std::move(folders)), seen_(look()) {}
  // Returns when a file was written, added or removed since it was built or returned last.
  void wait();

 private:
  // Path -> time of the last change and size.
  using State = std::map<std::string, std::pair<std::int64_t, std::uintmax_t>>;
  [[nodiscard]] State look() const;

  std::vector<std::string> folders_;
  State seen_;
};

}  // namespace rasd::cli
