// Bytes of a stream, by line or as a whole, with a bounded look ahead.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "source/byte_stream.hpp"

namespace rasd {

// Largest record that is read where nothing else is asked for; offsets are 32 bits wide, and memory is not endless.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;

class ByteReader {
 public:
  explicit ByteReader(std::unique_ptr<ByteStream> stream, std::size_t max_record_bytes = kMaxRecordBytes)
      : stream_(std::move(stream)), max_record_bytes_(max_record_bytes) {}

  // Up to `count` first unread bytes.
  std::string_view peek(std::size_t count);
  // The first unread line that is not blank, without consuming anything; at most 1 MB of it.
  std::string_view peek_line();
  // Without its line end; valid until the next call. False at the end. A line that is too long is cut, and `too_long` set.
  bool next_line(std::string_view& line, bool& too_long);
  // Appends everything that is left; false where it is more than a record may have.
  bool read_rest(std::string& out);
  // The next bytes, as many as are at hand; empty at the end. Valid until the next call.
  std::string_view take();
  // Gives back the last `count` bytes of what take() gave.
  void give_back(std::size_t count);
  // Passes over `count` bytes; false where there are fewer.
  bool skip(std::uint64_t count);
  // Puts the reading position of the stream, as lseek does; what was looked at ahead is forgotten.
  std::int64_t seek(std::int64_t offset, int whence);
  [[nodiscard]] bool can_seek() const { return stream_->can_seek(); }

  [[nodiscard]] std::uint64_t offset() const { return consumed_; }  // of the next unread byte
  [[nodiscard]] std::size_t max_record_bytes() const { return max_record_bytes_; }
  // What ended the input before its end; empty = nothing did.
  [[nodiscard]] std::string fault() const { return stream_->fault(); }

 private:
  bool fill();  // reads more behind what is unread; false at the end

  std::unique_ptr<ByteStream> stream_;
  std::size_t max_record_bytes_;
  bool at_end_ = false;
  std::string buffer_;
  std::size_t begin_ = 0;  // unread bytes of buffer_: [begin_, end_)
  std::size_t end_ = 0;
  std::uint64_t consumed_ = 0;
};

}  // namespace rasd
