// Bytes out: standard output, or a file that is written beside its final name and renamed when all of it is there.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rasd {

class Output {
 public:
  // "-" is standard output. On failure `fault` says why.
  static std::unique_ptr<Output> open(const std::string& path, std::string& fault);
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

  [[nodiscard]] bool is_terminal() const;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool is_stdout() const { return path_ == "-"; }
  // The reader of a pipe has gone: no fault of ours.
  [[nodiscard]] bool is_closed_pipe() const { return closed_pipe_; }
  // The unfinished file; empty where there is none.
  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  Output(int descriptor, std::string path, std::string temporary)
      : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}

  int descriptor_;
  std::string path_;
  std::string temporary_;  // empty for standard output and for what is no regular file
  std::string fault_;
  bool closed_pipe_ = false;
};

}  // namespace rasd
