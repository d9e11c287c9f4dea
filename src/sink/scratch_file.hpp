// A file that a library writes by its name, on the way to an output: the output's own unfinished file where there is one, else
// (standard output, a pipe) a file of the temporary directory whose bytes are handed on at the end.
#pragma once

#include <memory>
#include <string>

#include "sink/output.hpp"

namespace rasd {

class ScratchFile {
 public:
  // Null where there can be none; the output says why.
  static std::unique_ptr<ScratchFile> open(Output& output);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;  // owns a file
  ScratchFile& operator=(const ScratchFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  // Once the library is done with it.
  bool deliver();

 private:
  ScratchFile(Output& output, std::string path, bool own) : output_(output), path_(std::move(path)), own_(own) {}

  Output& output_;
  std::string path_;
  bool own_;
};

}  // namespace rasd
