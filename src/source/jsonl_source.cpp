#include "source/jsonl_source.hpp"

#include <nlohmann/json.hpp>

namespace rasd {

bool is_json_object(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  return !text.empty() && text.front() == '{' && nlohmann::json::accept(text.begin(), text.end());
}

JsonlSource::JsonlSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options)
    : bytes_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)), articles_(options_) {}

bool JsonlSource::next(Document& out, ReadLog& log) {
  std::string_view line;
  bool too_long = false;
  while (!done_) {
    const std::uint64_t offset = bytes_->offset();
    if (!bytes_->next_line(line, too_long)) {
      done_ = true;
      if (const std::string fault = bytes_->fault(); !fault.empty()) {
        log.failures.push_back({name_, line_, offset, "cannot be read to its end: " + fault});
      }
      if (line_ == 0 && offset == 0 && name_ != "stdin") {
        log.warnings.push_back({name_, 0, 0, "empty file: no records to read"});
      }
      return false;
    }
    ++line_;
    if (too_long) {
      log.rejections.push_back({name_, line_, offset, too_large("a line is", options_)});
      continue;
    }
    if (line_ == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (articles_.read(line, {name_, line_, offset, {}}, out, log)) return true;
  }
  return false;
}

}  // namespace rasd
