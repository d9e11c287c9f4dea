#include "sink/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rasd {

std::unique_ptr<Output> Output::open(const std::string& path, std::string& fault) {
  if (path == "-") return std::unique_ptr<Output>(new Output(STDOUT_FILENO, path, {}));
  struct stat info = {};
  const bool exists = ::stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) {
    fault = path + ": is a directory; name a file";
    return nullptr;
  }
  // A device or a pipe cannot be replaced.
  const bool replace = !exists || S_ISREG(info.st_mode);
  std::string temporary = replace ? path + ".tmp." + std::to_string(::getpid()) : std::string();
  const std::string& target = replace ? temporary : path;
  const int descriptor = ::open(target.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    fault = path + ": cannot be written: " + std::strerror(errno);
    return nullptr;
  }
  std::unique_ptr<Output> output(new Output(descriptor, path, std::move(temporary)));
  if (is_packed_path(path)) {
    output->packer_ = Packer::open(path, [to = output.get()](std::string_view bytes) { return to->write_raw(bytes); }, fault);
    if (!output->packer_) return nullptr;
  }
  return output;
}

std::unique_ptr<Output> Output::open_partial(const std::string& path, std::uint64_t keep, std::string& fault) {
  std::string partial = path + ".partial";
  const int descriptor = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  struct stat info = {};
  const bool is_open = descriptor >= 0 && ::fstat(descriptor, &info) == 0;
  if (is_open && static_cast<std::uint64_t>(info.st_size) < keep) keep = 0;
  if (!is_open || ::ftruncate(descriptor, static_cast<off_t>(keep)) != 0 || ::lseek(descriptor, 0, SEEK_END) < 0) {
    fault = partial + ": cannot be written: " + std::strerror(errno);
    if (descriptor >= 0) ::close(descriptor);
    return nullptr;
  }
  std::unique_ptr<Output> output(new Output(descriptor, path, std::move(partial)));
  output->bytes_ = keep;
  output->keep_unfinished_ = true;
  return output;
}

Output::~Output() {
  if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
  if (!temporary_.empty() && !keep_unfinished_) ::unlink(temporary_.c_str());
}

bool Output::write(std::string_view bytes) {
  if (!packer_) return write_raw(bytes);
  if (packer_->write(bytes)) return true;
  if (fault_.empty()) fault_ = path_ + ": cannot be packed";
  return false;
}

bool Output::finish_packing() {
  if (!packer_ || packer_->finish()) return true;
  if (fault_.empty()) fault_ = path_ + ": cannot be packed";
  return false;
}

bool Output::write_raw(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put >= 0) {
      bytes_ += static_cast<std::uint64_t>(put);
      bytes.remove_prefix(static_cast<std::size_t>(put));
      continue;
    }
    if (errno == EINTR) continue;
    closed_pipe_ = errno == EPIPE;
    fault_ = (path_ == "-" ? "stdout" : path_) + ": cannot be written: " + std::strerror(errno);
    return false;
  }
  return true;
}

bool Output::commit() {
  if (descriptor_ == STDOUT_FILENO) return true;
  if (!finish_packing()) return false;
  const bool synced = temporary_.empty() || ::fsync(descriptor_) == 0;
  const bool closed = ::close(descriptor_) == 0;
  descriptor_ = -1;
  if (!synced || !closed || (!temporary_.empty() && ::rename(temporary_.c_str(), path_.c_str()) != 0)) {
    fault_ = path_ + ": cannot be written: " + std::strerror(errno);
    return false;
  }
  temporary_.clear();
  return true;
}

bool Output::set_aside() {
  if (temporary_.empty() || !finish_packing() || bytes_ == 0) return false;
  if (!keep_unfinished_ && ::rename(temporary_.c_str(), (path_ + ".partial").c_str()) != 0) return false;
  if (!keep_unfinished_) temporary_.clear();
  return true;
}

bool Output::is_terminal() const { return ::isatty(descriptor_) == 1; }

}  // namespace rasd
