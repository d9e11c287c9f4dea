// WARC and WET as crawlers write them: stored web pages, and texts that others took from pages. Record by record; what is neither
// a page nor a text passes silently.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "source/byte_reader.hpp"
#include "source/source.hpp"

namespace rasd {

class WarcSource : public Source {
 public:
  WarcSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options)
      : bytes_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)) {}
  bool next(Document& out, ReadLog& log) override;

 private:
  struct Header {
    std::string type;
    std::string url;
    std::string date;
    std::string content_type;
    std::uint64_t length = 0;
    bool has_length = false;
  };
  enum class Found : std::uint8_t { record, broken, end };

  Found read_header(Header& header);
  bool read_block(std::uint64_t length, std::string& block);
  bool read_article(const Header& header, std::string_view block, Document& out, ReadLog& log);

  std::unique_ptr<ByteReader> bytes_;
  std::string name_;
  ReadOptions options_;
  std::uint64_t record_at_ = 0;
  std::uint64_t records_ = 0;
};

}  // namespace rasd
