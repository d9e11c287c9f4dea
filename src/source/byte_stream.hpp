// Where bytes come from: a file, a pipe, the member of an archive, a decoder over another stream.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace rasd {

// What a run and its readers tell one another while they work on different threads.
struct ReadControl {
  std::atomic<bool> stop{false};               // end every input where it is
  std::atomic<std::uint64_t> bytes_read{0};    // of the files themselves, before they are unpacked
};

class ByteStream {
 public:
  ByteStream() = default;
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;  // owns what it reads from
  ByteStream& operator=(const ByteStream&) = delete;

  // Up to `size` bytes; 0 = the end, which a fault may have brought about.
  virtual std::size_t read(char* into, std::size_t size) = 0;
  // Why the end came early; empty = it is the true end.
  [[nodiscard]] virtual std::string fault() const { return {}; }
  [[nodiscard]] virtual bool can_seek() const { return false; }
  // As lseek does; negative where it failed.
  virtual std::int64_t seek(std::int64_t, int) { return -1; }
};

// Reads a descriptor. Ends early, without a fault, when `control` says stop.
class DescriptorStream : public ByteStream {
 public:
  // "-" is standard input. On failure `fault` says why.
  static std::unique_ptr<DescriptorStream> open(const std::string& path, ReadControl* control, std::string& fault);
  DescriptorStream(int descriptor, bool owned, ReadControl* control);
  ~DescriptorStream() override;

  std::size_t read(char* into, std::size_t size) override;
  [[nodiscard]] std::string fault() const override { return fault_; }
  // Only a file of our own: standard input may have been read in part by others.
  [[nodiscard]] bool can_seek() const override { return owned_ && regular_; }
  std::int64_t seek(std::int64_t offset, int whence) override;

 private:
  [[nodiscard]] bool wait() const;  // for bytes; false = stop

  int descriptor_;
  bool owned_;
  bool regular_ = false;
  ReadControl* control_;
  std::string fault_;
};

}  // namespace rasd
