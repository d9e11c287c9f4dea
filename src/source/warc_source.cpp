#include "source/warc_source.hpp"

#include "source/encoding.hpp"
#include "source/html_article.hpp"
#include "source/http_message.hpp"

namespace rasd {
namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{64} << 10;

bool begins(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }

bool is_page(std::string_view content_type) { return content_type == "text/html" || content_type == "application/xhtml+xml"; }

}  // namespace

WarcSource::Found WarcSource::read_header(Header& header) {
  std::string_view line;
  bool too_long = false;
  bool skipped = false;
  while (true) {
    record_at_ = bytes_->offset();
    if (!bytes_->next_line(line, too_long)) return skipped ? Found::broken : Found::end;
    if (begins(line, "WARC/")) break;
    skipped = skipped || !line.empty();
  }
  std::string lines;
  while (bytes_->next_line(line, too_long) && !line.empty() && lines.size() < kMaxHeaderBytes) lines.append(line).append("\n");
  header.type = header_value(lines, "warc-type");
  header.url = header_value(lines, "warc-target-uri");
  if (begins(header.url, "<") && header.url.back() == '>') header.url = header.url.substr(1, header.url.size() - 2);
  header.date = header_value(lines, "warc-date");
  header.content_type = header_value(lines, "content-type");
  const std::string length = header_value(lines, "content-length");
  header.has_length = !length.empty() && length.size() < 16 && length.find_first_not_of("0123456789") == std::string::npos;
  if (header.has_length) header.length = std::stoull(length);
  ++records_;
  return skipped || !header.has_length ? Found::broken : Found::record;
}

bool WarcSource::read_block(std::uint64_t length, std::string& block) {
  block.clear();
  while (block.size() < length) {
    const std::string_view bytes = bytes_->take();
    if (bytes.empty()) return false;
    const std::size_t wanted = std::min<std::size_t>(bytes.size(), static_cast<std::size_t>(length) - block.size());
    block.append(bytes.substr(0, wanted));
    bytes_->give_back(bytes.size() - wanted);
  }
  return true;
}

bool WarcSource::read_article(const Header& header, std::string_view block, Document& out, ReadLog& log) {
  const auto reject = [&](std::string reason) {
    log.rejections.push_back({name_, 0, record_at_, std::move(reason) + (header.url.empty() ? "" : " (" + header.url + ')')});
    return false;
  };
  out = Document{};
  out.url = header.url;
  if (options_.crawl_dates) out.published = header.date;
  std::uint64_t lost = 0;
  if (header.type == "conversion") {
    const Encoding encoding = options_.encoding.empty() ? detect_encoding(block) : Encoding{options_.encoding, 0, false};
    out.text = decode_text(block, encoding, lost);
    if (out.text.find_first_not_of(" \t\r\n") == std::string::npos) return false;
  } else {
    HttpMessage message;
    if (begins(header.content_type, "application/http")) {
      if (!parse_http(block, options_.max_record_bytes, message)) return reject("no HTTP answer in a response");
      if (message.status != 200 || !is_page(message.content_type)) return false;
    } else if (is_page(header.content_type.substr(0, header.content_type.find(';')))) {
      message.body = block;
    } else {
      return false;
    }
    std::string reason;
    if (!read_page(message.body, message.charset, options_, out, lost, reason)) return reject(std::move(reason));
  }
  if (lost > 0) log.warnings.push_back({name_, 0, record_at_, "bytes that are wrong in the encoding of a page; read as U+FFFD"});
  complete_document(out, options_, {name_, 0, record_at_, {}}, log);
  return true;
}

bool WarcSource::next(Document& out, ReadLog& log) {
  std::string block;
  while (true) {
    Header header;
    const Found found = read_header(header);
    if (const std::string fault = bytes_->fault(); !fault.empty()) {
      log.failures.push_back({name_, 0, bytes_->offset(), "cannot be read to its end: " + fault});
      return false;
    }
    if (found == Found::end) {
      if (records_ == 0 && name_ != "stdin") log.warnings.push_back({name_, 0, 0, "no records in it"});
      return false;
    }
    if (found == Found::broken) {
      log.rejections.push_back({name_, 0, record_at_, header.has_length ? "bytes between two records that belong to none"
                                                                       : "a record without a usable Content-Length"});
      if (!header.has_length) {
        if (bytes_->peek(1).empty()) return false;
        continue;
      }
    }
    const bool is_wanted = header.type == "response" || header.type == "resource" || header.type == "conversion";
    if (!is_wanted || header.length > options_.max_record_bytes) {
      if (is_wanted) log.rejections.push_back({name_, 0, record_at_, too_large("a record is", options_)});
      if (bytes_->skip(header.length)) continue;
      if (!is_wanted && bytes_->fault().empty()) return false;
      log.failures.push_back({name_, 0, bytes_->offset(), "ends within a record"});
      return false;
    }
    if (!read_block(header.length, block)) {
      log.failures.push_back({name_, 0, bytes_->offset(), "ends within a record"});
      return false;
    }
    if (read_article(header, block, out, log)) return true;
  }
}

}  // namespace rasd
