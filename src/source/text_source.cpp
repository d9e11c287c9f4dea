#include "source/text_source.hpp"

#include "text/utf8.hpp"

namespace rasd {
namespace {

// Where the first bytes that are no UTF-8 stand, and how many there are in all.
struct BadBytes {
  std::size_t count = 0;
  std::size_t first = 0;
  std::uint64_t line = 1;
};

BadBytes find_bad_bytes(std::string_view text) {
  BadBytes bad;
  std::uint64_t line = 1;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      line += byte == '\n' ? 1 : 0;
      ++i;
      continue;
    }
    const DecodedPoint point = decode_utf8(text, i);
    if (!point.valid) {
      if (bad.count == 0) {
        bad.first = i;
        bad.line = line;
      }
      bad.count += point.size;
    }
    i += point.size;
  }
  return bad;
}

}  // namespace

bool TextSource::next(Document& out, ReadLog& log) {
  if (done_) return false;
  done_ = true;
  out = Document{};
  if (!bytes_->read_rest(out.text)) {
    log.rejections.push_back({name_, 0, 0, "larger than 256 MB; one text file is read as one article"});
    return false;
  }
  if (bytes_->failed()) {
    log.failures.push_back({name_, 0, bytes_->offset(), "cannot be read to its end"});
    return false;
  }
  std::size_t mark = 0;
  if (out.text.compare(0, 3, "\xEF\xBB\xBF") == 0) {
    mark = 3;
    out.text.erase(0, mark);
  }
  if (out.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    // No input is no fault of a filter in a pipe; a named file was meant to hold an article.
    if (name_ != "stdin") log.rejections.push_back({name_, 0, 0, "empty file: no text to read"});
    return false;
  }
  const BadBytes bad = find_bad_bytes(out.text);
  if (bad.count > 0) {
    log.warnings.push_back({name_, bad.line, bad.first + mark,
                            std::to_string(bad.count) + (bad.count == 1 ? " byte is" : " bytes are") +
                                " no UTF-8 (the first at byte " + std::to_string(bad.first + mark) +
                                "); read as U+FFFD. Is the file in another encoding? Convert it: iconv -f WINDOWS-1256 -t UTF-8"});
  }
  complete_document(out, options_, {name_, 0, 0, {}}, log);
  return true;
}

}  // namespace rasd
