#include "source/text_source.hpp"

#include <algorithm>
#include <cstring>

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

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

}  // namespace

TextSource::Piece TextSource::read_lines(std::string& text) {
  std::string_view line;
  bool too_long = false;
  bool too_large = false;
  while (bytes_->next_line(line, too_long)) {
    ++lines_read_;
    if (is_blank(line)) {
      if (text.empty() && !too_large) {
        piece_at_ = bytes_->offset();
        continue;
      }
      break;
    }
    if (text.empty() && !too_large) line_ = lines_read_;
    too_large = too_large || too_long || text.size() + line.size() > options_.max_record_bytes;
    if (too_large) {
      text.clear();
    } else {
      text.append(text.empty() ? "" : "\n").append(line);
    }
    if (options_.split == TextSplit::line) break;
  }
  if (too_large) return Piece::too_large;
  return text.empty() ? Piece::end : Piece::found;
}

TextSource::Piece TextSource::read_to_form_feed(std::string& text) {
  bool too_large = false;
  line_ = lines_read_ + 1;
  for (std::string_view bytes = bytes_->take(); !bytes.empty(); bytes = bytes_->take()) {
    const std::size_t feed = bytes.find('\f');
    const std::string_view part = bytes.substr(0, feed);
    lines_read_ += static_cast<std::uint64_t>(std::count(part.begin(), part.end(), '\n'));
    too_large = too_large || text.size() + part.size() > options_.max_record_bytes;
    if (!too_large) text.append(part);
    if (feed == std::string_view::npos) continue;
    bytes_->give_back(bytes.size() - feed - 1);
    if (too_large) return Piece::too_large;
    if (!is_blank(text)) return Piece::found;
    text.clear();
    piece_at_ = bytes_->offset();
    line_ = lines_read_ + 1;
  }
  if (too_large) return Piece::too_large;
  return is_blank(text) ? Piece::end : Piece::found;
}

TextSource::Piece TextSource::read_piece(std::string& text) {
  if (done_) return Piece::end;
  piece_at_ = bytes_->offset();
  if (options_.split == TextSplit::form_feed) return read_to_form_feed(text);
  if (options_.split != TextSplit::none) return read_lines(text);
  done_ = true;
  if (!bytes_->read_rest(text)) return Piece::too_large;
  return is_blank(text) || text == "\xEF\xBB\xBF" ? Piece::end : Piece::found;
}

void TextSource::warn_of_bad_bytes(const Document& document, ReadLog& log) const {
  const BadBytes bad = find_bad_bytes(document.text);
  if (bad.count == 0) return;
  const std::uint64_t first = piece_at_ + bad.first;
  log.warnings.push_back({name_, bad.line + (line_ == 0 ? 0 : line_ - 1), first,
                          std::to_string(bad.count) + (bad.count == 1 ? " byte is" : " bytes are") + " no UTF-8 (the first at byte " +
                              std::to_string(first) + "); read as U+FFFD. Is the input in another encoding? Name it with --encoding"});
}

bool TextSource::next(Document& out, ReadLog& log) {
  out = Document{};
  const auto reject = [&](std::string reason) { log.rejections.push_back({name_, line_, piece_at_, std::move(reason)}); };
  while (true) {
    out.text.clear();
    const Piece piece = read_piece(out.text);
    if (!bytes_->fault().empty()) {
      log.failures.push_back({name_, 0, bytes_->offset(), "cannot be read to its end: " + bytes_->fault()});
      done_ = true;
      return false;
    }
    if (piece == Piece::too_large) {
      reject(too_large(options_.split == TextSplit::none ? "a text file that is one article is" : "a piece of the text is", options_));
      found_any_ = true;
      continue;
    }
    if (piece == Piece::end) {
      // No input is no fault of a filter in a pipe; a named file was meant to hold an article.
      if (!found_any_ && name_ != "stdin") reject("empty file: no text to read");
      found_any_ = true;
      done_ = true;
      return false;
    }
    if (!found_any_ && out.text.compare(0, 3, "\xEF\xBB\xBF") == 0) {
      piece_at_ += 3;
      out.text.erase(0, 3);
    }
    found_any_ = true;
    warn_of_bad_bytes(out, log);
    complete_document(out, options_, {name_, line_, piece_at_, {}}, log);
    return true;
  }
}

}  // namespace rasd
