#include "source/json_source.hpp"

#include "source/telegram.hpp"

namespace rasd {
namespace {

constexpr std::size_t kSampleBytes = std::size_t{64} << 10;
constexpr std::size_t kMaxName = 1000;
constexpr std::size_t kMaxOpen = 1000;

// A list of messages near the start, as both kinds of export have it.
bool has_messages(std::string_view head) {
  const std::size_t key = head.find("\"messages\"");
  if (key == std::string_view::npos) return false;
  const std::size_t colon = head.find_first_not_of(" \t\r\n", key + 10);
  if (colon == std::string_view::npos || head[colon] != ':') return false;
  const std::size_t bracket = head.find_first_not_of(" \t\r\n", colon + 1);
  return bracket != std::string_view::npos && head[bracket] == '[';
}

bool is_space(int c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

JsonSource::JsonSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options)
    : bytes_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)), articles_(options_) {}

int JsonSource::peek() {
  if (at_ == chunk_.size()) {
    chunk_start_ = bytes_->offset();
    chunk_ = bytes_->take();
    at_ = 0;
    if (chunk_.empty()) return -1;
  }
  return static_cast<unsigned char>(chunk_[at_]);
}

int JsonSource::get() {
  const int c = peek();
  if (c >= 0) ++at_;
  if (c == '\n') ++line_;
  return c;
}

void JsonSource::read_string(std::string& out) {
  out.clear();
  get();
  for (int c = get(); c >= 0 && c != '"'; c = get()) {
    if (out.size() < kMaxName) out += static_cast<char>(c);
    if (c == '\\') {
      c = get();
      if (c >= 0 && out.size() < kMaxName) out += static_cast<char>(c);
    }
  }
}

JsonSource::Found JsonSource::read_object() {
  object_.clear();
  object_line_ = line_;
  object_byte_ = chunk_start_ + at_;
  std::size_t depth = 0;
  bool in_string = false;
  bool too_large = false;
  while (true) {
    const int c = get();
    if (c < 0) return Found::cut;
    if (object_.size() >= options_.max_record_bytes) {
      too_large = true;
      object_.clear();
    }
    object_ += static_cast<char>(c);
    if (in_string) {
      if (c == '\\') {
        const int escaped = get();
        if (escaped < 0) return Found::cut;
        object_ += static_cast<char>(escaped);
      } else if (c == '"') {
        in_string = false;
      }
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return too_large ? Found::too_large : Found::object;
  }
}

JsonSource::Found JsonSource::find_object() {
  while (true) {
    const int c = peek();
    if (c < 0) return Found::end;
    const bool is_list = !open_.empty() && open_.back() == '[';
    if (c == '{' && (is_telegram_ ? messages_depth_ != 0 : open_.empty() || is_list)) return read_object();
    if (c == '"') {
      std::string value;
      read_string(value);
      while (is_space(peek())) get();
      if (peek() == ':') {
        key_ = std::move(value);
      } else if (key_ == "name" && is_telegram_) {
        chat_ = std::move(value);
      }
      continue;
    }
    if (c == '{' || c == '[') {
      if (open_.size() >= kMaxOpen) return Found::cut;
      open_.push_back(static_cast<char>(c));
      if (c == '[' && is_telegram_ && key_ == "messages" && messages_depth_ == 0) messages_depth_ = open_.size();
    } else if (c == '}' || c == ']') {
      if (open_.size() == messages_depth_) messages_depth_ = 0;
      if (!open_.empty()) open_.pop_back();
    } else if (key_ == "id" && is_telegram_ && ((c >= '0' && c <= '9') || c == '-')) {
      chat_id_.clear();
      for (int digit = c; digit == '-' || (digit >= '0' && digit <= '9'); digit = peek()) chat_id_ += static_cast<char>(get());
      continue;
    } else if (!is_space(c) && c != ',' && c != ':' && open_.empty() && c != 0xEF && c != 0xBB && c != 0xBF) {
      return Found::cut;  // no JSON
    }
    get();
  }
}

bool JsonSource::next(Document& out, ReadLog& log) {
  if (!started_) {
    started_ = true;
    is_telegram_ = has_messages(bytes_->peek(kSampleBytes));
  }
  while (!done_) {
    const Found found = find_object();
    const InputIssue where{name_, object_line_, object_byte_, {}};
    const auto reject = [&](std::string reason) { log.rejections.push_back({name_, object_line_, object_byte_, std::move(reason)}); };
    found_any_ = found_any_ || found == Found::object;
    switch (found) {
      case Found::object:
        if (is_telegram_ ? read_telegram_message(object_, chat_, chat_id_, options_, where, out, log)
                         : articles_.read(object_, where, out, log)) {
          return true;
        }
        continue;
      case Found::too_large:
        reject(too_large("an object is", options_));
        continue;
      case Found::cut:
      case Found::end:
        break;
    }
    done_ = true;
    if (const std::string fault = bytes_->fault(); !fault.empty()) {
      log.failures.push_back({name_, line_, chunk_start_ + at_, "cannot be read to its end: " + fault});
    } else if (found == Found::cut) {
      if (object_line_ == 0) object_line_ = line_;
      reject("not JSON: an object that does not end, or text that is none");
    } else if (!found_any_ && name_ != "stdin") {
      log.warnings.push_back({name_, 0, 0, "no records in it"});
    }
  }
  return false;
}

}  // namespace rasd
