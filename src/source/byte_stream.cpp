#include "source/byte_stream.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rasd {
namespace {

constexpr int kPollMilliseconds = 200;  // a pipe that sends nothing must not keep the program from stopping

}  // namespace

std::unique_ptr<DescriptorStream> DescriptorStream::open(const std::string& path, ReadControl* control, std::string& fault) {
  if (path == "-") return std::make_unique<DescriptorStream>(STDIN_FILENO, false, control);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    fault = errno == ENOENT ? "no such file" : std::string("cannot be opened: ") + std::strerror(errno);
    return nullptr;
  }
  struct stat info = {};
  if (::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(descriptor);
    fault = "is a directory; use --recursive to read the files in it";
    return nullptr;
  }
  return std::make_unique<DescriptorStream>(descriptor, true, control);
}

DescriptorStream::DescriptorStream(int descriptor, bool owned, ReadControl* control)
    : descriptor_(descriptor), owned_(owned), control_(control) {
  struct stat info = {};
  regular_ = ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
}

DescriptorStream::~DescriptorStream() {
  if (owned_) ::close(descriptor_);
}

bool DescriptorStream::wait() const {
  if (control_ == nullptr) return true;
  while (!control_->stop.load(std::memory_order_relaxed)) {
    if (regular_) return true;
    pollfd ready = {descriptor_, POLLIN, 0};
    if (::poll(&ready, 1, kPollMilliseconds) != 0 && ready.revents != 0) return true;
  }
  return false;
}

std::size_t DescriptorStream::read(char* into, std::size_t size) {
  while (wait()) {
    const ssize_t got = ::read(descriptor_, into, size);
    if (got >= 0) {
      if (control_ != nullptr) control_->bytes_read.fetch_add(static_cast<std::uint64_t>(got), std::memory_order_relaxed);
      return static_cast<std::size_t>(got);
    }
    if (errno == EINTR || errno == EAGAIN) continue;
    fault_ = std::strerror(errno);
    break;
  }
  return 0;
}

std::int64_t DescriptorStream::seek(std::int64_t offset, int whence) {
  return can_seek() ? ::lseek(descriptor_, offset, whence) : -1;
}

}  // namespace rasd
