// Plain text: one file is one article without a title, or it is cut at blank lines, line ends or form feeds. A byte order mark at
// the start is not part of the text.
#pragma once

#include <memory>
#include <string>

#include "source/byte_reader.hpp"
#include "source/source.hpp"

namespace rasd {

class TextSource : public Source {
 public:
  TextSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options)
      : bytes_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)) {}
  bool next(Document& out, ReadLog& log) override;

 private:
  enum class Piece : std::uint8_t { found, too_large, end };
  Piece read_piece(std::string& text);
  Piece read_lines(std::string& text);     // up to a blank line, or one line
  Piece read_to_form_feed(std::string& text);
  void warn_of_bad_bytes(const Document& document, ReadLog& log) const;

  std::unique_ptr<ByteReader> bytes_;
  std::string name_;
  ReadOptions options_;
  std::uint64_t line_ = 0;        // of the piece; 0 = the whole file
  std::uint64_t lines_read_ = 0;
  std::uint64_t piece_at_ = 0;
  bool done_ = false;
  bool found_any_ = false;
};

}  // namespace rasd
