#include "cli/journal.hpp"

#include <unistd.h>

#include <cerrno>
#include <cinttypes>
#include <cstring>
#include <string_view>

#include "text/table_reader.hpp"

namespace rasd::cli {
namespace {

constexpr const char* kFormat = "rasd journal 1 ";

std::string line_of(const Checkpoint& at) { return std::to_string(at.articles) + ' ' + std::to_string(at.bytes) + " .\n"; }

}  // namespace

Journal::~Journal() {
  if (file_ != nullptr) std::fclose(file_);
}

Journal::State Journal::read(Checkpoint& last) const {
  const auto content = read_file(path_);
  if (!content) return State::none;
  std::string_view rest = content.value();
  const std::size_t head_end = rest.find('\n');
  if (head_end == std::string_view::npos) return State::none;
  if (rest.substr(0, head_end) != kFormat + run_) return State::other_run;
  rest.remove_prefix(head_end + 1);
  // The last line that ends as a whole one does.
  const std::size_t end = rest.rfind(" .\n");
  if (end == std::string_view::npos) return State::none;
  const std::size_t before = rest.substr(0, end).rfind('\n');
  const std::string line(rest.substr(before == std::string_view::npos ? 0 : before + 1, end - (before + 1)));
  if (std::sscanf(line.c_str(), "%" SCNu64 " %" SCNu64, &last.articles, &last.bytes) != 2) return State::none;
  return State::same_run;
}

bool Journal::begin(const Checkpoint& at, std::string& fault) {
  // Written beside and renamed: a kill at this moment must not cost the checkpoint that there was.
  const std::string beside = path_ + ".new";
  file_ = std::fopen(beside.c_str(), "we");
  const std::string start = kFormat + run_ + '\n' + line_of(at);
  if (file_ == nullptr || std::fwrite(start.data(), 1, start.size(), file_) != start.size() || std::fflush(file_) != 0 ||
      std::rename(beside.c_str(), path_.c_str()) != 0) {
    fault = path_ + ": cannot be written: " + std::strerror(errno);
    return false;
  }
  return true;
}

bool Journal::note(const Checkpoint& at) {
  const std::string line = line_of(at);
  return std::fwrite(line.data(), 1, line.size(), file_) == line.size() && std::fflush(file_) == 0;
}

void Journal::remove() {
  if (file_ != nullptr) std::fclose(file_);
  file_ = nullptr;
  ::unlink(path_.c_str());
}

}  // namespace rasd::cli
