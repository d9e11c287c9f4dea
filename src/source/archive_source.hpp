// The articles of all files in an archive, in the order in which they stand in it; a packed file is an archive of one.
#pragma once

#include <memory>
#include <string>

#include "source/archive.hpp"
#include "source/source.hpp"

namespace rasd {

class ArchiveSource : public Source {
 public:
  ArchiveSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options, int depth)
      : archive_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)), depth_(depth) {}
  bool next(Document& out, ReadLog& log) override;

 private:
  bool open_member(ReadLog& log);  // false at the end

  Archive archive_;
  std::string name_;
  ReadOptions options_;
  int depth_;
  bool done_ = false;
  std::unique_ptr<Source> member_;
};

}  // namespace rasd
