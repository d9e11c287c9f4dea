// Bytes of a file or of standard input, by line or as a whole, with a bounded look ahead.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rasd {

// Longest line and largest article that are read; offsets are 32 bits wide, and memory is not endless.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{256} << 20;

class ByteReader {
 public:
  // "-" is standard input. On failure `fault` says why.
  static std::unique_ptr<ByteReader> open(const std::string& path, std::string& fault);
  // Takes over the descriptor when `owned`.
  ByteReader(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~ByteReader();
  ByteReader(const ByteReader&) = delete;  // owns a descriptor
  ByteReader& operator=(const ByteReader&) = delete;

  // Up to `count` first unread bytes.
  std::string_view peek(std::size_t count);
  // The first unread line that is not blank, without consuming anything; at most 1 MB of it.
  std::string_view peek_line();
  // Without its line end; valid until the next call. False at the end. A line that is too long is cut, and `too_long` set.
  bool next_line(std::string_view& line, bool& too_long);
  // Appends everything that is left; false where it is more than kMaxRecordBytes.
  bool read_rest(std::string& out);

  [[nodiscard]] std::uint64_t offset() const { return consumed_; }  // of the next unread byte
  [[nodiscard]] bool failed() const { return failed_; }             // a read error ended the input early

 private:
  bool fill();  // reads more behind what is unread; false at the end

  int descriptor_;
  bool owned_;
  bool at_end_ = false;
  bool failed_ = false;
  std::string buffer_;
  std::size_t begin_ = 0;  // unread bytes of buffer_: [begin_, end_)
  std::size_t end_ = 0;
  std::uint64_t consumed_ = 0;
};

}  // namespace rasd
