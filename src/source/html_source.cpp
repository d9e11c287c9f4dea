#include "source/html_source.hpp"

#include "source/html_article.hpp"

namespace rasd {

bool HtmlSource::next(Document& out, ReadLog& log) {
  if (done_) return false;
  done_ = true;
  std::string html;
  const bool is_whole = bytes_->read_rest(html);
  if (const std::string fault = bytes_->fault(); !fault.empty()) {
    log.failures.push_back({name_, 0, bytes_->offset(), "cannot be read to its end: " + fault});
    return false;
  }
  std::string reason;
  std::uint64_t lost = 0;
  out = Document{};
  if (!is_whole) {
    reason = too_large("a page is", options_);
  } else if (read_page(html, {}, options_, out, lost, reason)) {
    if (lost > 0) log.warnings.push_back({name_, 0, 0, "bytes that are wrong in its encoding; read as U+FFFD"});
    complete_document(out, options_, {name_, 0, 0, {}}, log);
    return true;
  }
  log.rejections.push_back({name_, 0, 0, std::move(reason)});
  return false;
}

}  // namespace rasd
