#include "source/byte_reader.hpp"

#include <algorithm>
#include <cstring>

namespace rasd {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10;
constexpr std::size_t kMaxPeek = std::size_t{1} << 20;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

bool ByteReader::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kChunk) buffer_.resize(std::max(end_ + kChunk, buffer_.size() * 2));
  const std::size_t got = stream_->read(buffer_.data() + end_, buffer_.size() - end_);
  end_ += got;
  at_end_ = got == 0;
  return got != 0;
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
      too_long = too_long || length > max_record_bytes_;
      line = {start, length};
      begin_ += length + 1;
      consumed_ += length + 1;
      break;
    }
    scanned = size;
    if (size > max_record_bytes_) {  // skip to the line end, keep nothing
      too_long = true;
      consumed_ += size;
      begin_ = end_ = 0;
      scanned = 0;
    }
    if (!fill()) {
      if (begin_ == end_ && !too_long) return false;
      line = {buffer_.data() + begin_, end_ - begin_};
      too_long = too_long || line.size() > max_record_bytes_;
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
    if (out.size() > max_record_bytes_) return false;
  } while (fill());
  return true;
}

std::string_view ByteReader::take() {
  if (begin_ == end_ && !fill()) return {};
  const std::string_view out(buffer_.data() + begin_, end_ - begin_);
  consumed_ += out.size();
  begin_ = end_;
  return out;
}

void ByteReader::give_back(std::size_t count) {
  begin_ -= count;
  consumed_ -= count;
}

bool ByteReader::skip(std::uint64_t count) {
  while (count > 0) {
    const std::size_t got = take().size();
    if (got == 0) return false;
    if (got > count) give_back(got - static_cast<std::size_t>(count));
    count -= std::min<std::uint64_t>(count, got);
  }
  return true;
}

std::int64_t ByteReader::seek(std::int64_t offset, int whence) {
  begin_ = end_ = 0;
  at_end_ = false;
  return stream_->seek(offset, whence);
}

}  // namespace rasd
