// Bytes out: standard output, or a file that is written beside its final name and renamed when all of it is there.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sink/packer.hpp"

namespace rasd {

class Output {
 public:
  // "-" is standard output. What the ending of the path says is packed (.gz .zst .bz2 .xz) is. On failure `fault` says why.
  static std::unique_ptr<Output> open(const std::string& path, std::string& fault);
  // Goes on behind the first `keep` bytes of an unfinished output, path + ".partial", which stays where commit() is not called; from
  // the start where it has fewer.
  static std::unique_ptr<Output> open_partial(const std::string& path, std::uint64_t keep, std::string& fault);
  // Removes the unfinished file where commit() was not called.
  ~Output();
  Output(const Output&) = delete;  // owns a descriptor
  Output& operator=(const Output&) = delete;

  // False where the bytes cannot be written any more.
  bool write(std::string_view bytes);
  // What a library that writes the file by its name reports.
  void fail(std::string reason) { fault_ = std::move(reason); }
  // Brings the file to its name. False where that failed; `fault()` says why.
  bool commit();

  // Keeps what is not the whole as path + ".partial" and leaves the file of that name as it was. False where there is nothing to keep.
  bool set_aside();

  // Bytes that stand in the output.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool is_terminal() const;
  [[nodiscard]] bool is_stdout() const { return path_ == "-"; }
  // The reader of a pipe has gone: no fault of ours.
  [[nodiscard]] bool is_closed_pipe() const { return closed_pipe_; }
  // The unfinished file; empty where there is none.
  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  bool write_raw(std::string_view bytes);
  bool finish_packing();
  Output(int descriptor, std::string path, std::string temporary)
      : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}

  int descriptor_;
  std::unique_ptr<Packer> packer_;  // null: bytes go out as they are
  std::string path_;
  std::string temporary_;  // empty for standard output and for what is no regular file
  std::string fault_;
  std::uint64_t bytes_ = 0;
  bool closed_pipe_ = false;
  bool keep_unfinished_ = false;
};

}  // namespace rasd
