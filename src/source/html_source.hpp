// An HTML file: one page, one article.
#pragma once

#include <memory>
#include <string>

#include "source/byte_reader.hpp"
#include "source/source.hpp"

namespace rasd {

class HtmlSource : public Source {
 public:
  HtmlSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options)
      : bytes_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)) {}
  bool next(Document& out, ReadLog& log) override;

 private:
  std::unique_ptr<ByteReader> bytes_;
  std::string name_;
  ReadOptions options_;
  bool done_ = false;
};

}  // namespace rasd
