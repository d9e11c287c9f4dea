// Packed input, told by its content: .gz .zst .bz2 .xz around a file, and tar, zip and 7z with files in them. Nothing is unpacked
// to disk or held in memory as a whole.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "source/byte_reader.hpp"

struct archive;

namespace rasd {

// Whether the first bytes of an input (kPackedHead of them, or all) are those of a packed one.
inline constexpr std::size_t kPackedHead = 512;
[[nodiscard]] bool is_packed(std::string_view head);

class Archive {
 public:
  explicit Archive(std::unique_ptr<ByteReader> bytes);
  ~Archive();
  Archive(const Archive&) = delete;  // owns a handle that points to it
  Archive& operator=(const Archive&) = delete;

  // Goes to the next file; false at the end, or where the rest cannot be read: fault().
  bool next_member();
  // Its name, UTF-8; empty = the archive is one packed file without a name of its own.
  [[nodiscard]] const std::string& member_name() const { return member_; }
  // Bytes of the member; 0 at its end.
  std::size_t read(char* into, std::size_t size);
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  static ssize_t on_read(archive*, void* self, const void** bytes);
  static std::int64_t on_seek(archive*, void* self, std::int64_t offset, int whence);
  void note_fault();

  std::unique_ptr<ByteReader> bytes_;
  archive* handle_;
  std::string member_;
  std::string fault_;
  bool broken_ = false;  // nothing behind the fault can be read
};

// The bytes of the member that an archive stands at.
class MemberStream : public ByteStream {
 public:
  explicit MemberStream(Archive& archive) : archive_(archive) {}
  std::size_t read(char* into, std::size_t size) override { return archive_.read(into, size); }
  [[nodiscard]] std::string fault() const override { return archive_.fault(); }

 private:
  Archive& archive_;
};

}  // namespace rasd
