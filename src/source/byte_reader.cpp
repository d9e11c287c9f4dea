#include "source/byte_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace rasd {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr std::size_t kMaxPeek = std::size_t{1} << 20;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

std::unique_ptr<ByteReader> ByteReader::open(const std::string& path, std::string& fault) {
  if (path == "-") return std::make_unique<ByteReader>(STDIN_FILENO, false);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    fault = errno == ENOENT ? "no such file" : std::string("cannot be opened: ") + std::strerror(errno);
    return nullptr;
  }
  struct stat info = {};
  if (::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(descriptor);
    fault = "is a directory; name the files in it instead (" + path + (path.back() == '/' ? "" : "/") + "*.txt)";
    return nullptr;
  }
  return std::make_unique<ByteReader>(descriptor, true);
}

ByteReader::~ByteReader() {
  if (owned_) ::close(descriptor_);
}

bool ByteReader::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kChunk) buffer_.resize(std::max(end_ + kChunk, buffer_.size() * 2));
  while (true) {
    const ssize_t got = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
    if (got > 0) {
      end_ += static_cast<std::size_t>(got);
      return true;
    }
    if (got < 0 && errno == EINTR) continue;
    failed_ = got < 0;
    at_end_ = true;
    return false;
  }
}

std::string_view ByteReader::peek(std::size_t count) {
  while (end_ - begin_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(begin_, std::min(count, end_ - begin_));
}

std::string_view ByteReader::peek_line() {
  std::size_t scanned = 0;
  while (true) {
    const std::string_view unread = std::string_view(buffer_).substr(begin_, end_ - begin_);
    const std::size_t first = unread.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) {
      const std::size_t line_end = unread.find('\n', std::max(first, scanned));
      if (line_end != std::string_view::npos) return unread.substr(first, line_end - first);
      scanned = unread.size();
    }
    if (unread.size() >= kMaxPeek || !fill()) {
      const std::string_view all = std::string_view(buffer_).substr(begin_, end_ - begin_);
      return is_blank(all) ? std::string_view() : all.substr(std::min(first, all.size()));
    }
  }
}

bool ByteReader::next_line(std::string_view& line, bool& too_long) {
  too_long = false;
  std::size_t scanned = 0;
  while (true) {
    const char* const start = buffer_.data() + begin_;
    const std::size_t size = end_ - begin_;
    const void* const found = size > scanned ? std::memchr(start + scanned, '\n', size - scanned) : nullptr;
    if (found != nullptr) {
      const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - start);
      line = {start, length};
      begin_ += length + 1;
      consumed_ += length + 1;
      break;
    }
    scanned = size;
    if (size > kMaxRecordBytes) {  // skip to the line end, keep nothing
      too_long = true;
      consumed_ += size;
      begin_ = end_ = 0;
      scanned = 0;
    }
    if (!fill()) {
      if (begin_ == end_ && !too_long) return false;
      line = {buffer_.data() + begin_, end_ - begin_};
      consumed_ += end_ - begin_;
      begin_ = end_;
      break;
    }
  }
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return true;
}

bool ByteReader::read_rest(std::string& out) {
  do {
    out.append(buffer_, begin_, end_ - begin_);
    consumed_ += end_ - begin_;
    begin_ = end_ = 0;
    if (out.size() > kMaxRecordBytes) return false;
  } while (fill());
  return true;
}

}  // namespace rasd
