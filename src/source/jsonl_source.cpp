#include "source/jsonl_source.hpp"

#include <nlohmann/json.hpp>

#include "source/plain_record.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

bool is_absent(std::string_view value) {
  return value.find_first_not_of(" \t\r\n") == std::string_view::npos || value == "None";
}

// Picks the fields of an article out of one JSON object without building a tree.
class ArticleHandler : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit ArticleHandler(const FieldAliases& aliases) : aliases_(aliases) {}

  bool null() override { return scalar(); }
  bool boolean(bool) override { return scalar(); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool binary(binary_t&) override { return scalar(); }
  bool string(string_t& value) override {
    if (is_top_level()) take(value);
    return scalar();
  }
  bool start_object(std::size_t) override {
    if (depth_ == 0) is_object = true;
    ++depth_;
    return true;
  }
  bool end_object() override { return --depth_ >= 0; }
  bool start_array(std::size_t) override {
    ++depth_;
    return true;
  }
  bool end_array() override { return --depth_ >= 0; }
  bool key(string_t& name) override {
    if (depth_ == 1) {
      match_ = aliases_.find(name);
      is_source_ = name == "source";
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    error_at = position;
    error_text = error.what();
    return false;
  }

  bool is_object = false;
  std::size_t error_at = 0;
  std::string error_text;
  std::string values[kFields];
  bool present[kFields] = {};  // the field is there, be it empty

 private:
  [[nodiscard]] bool is_top_level() const { return depth_ == 1 && match_.has_value(); }
  bool scalar() { return true; }
  bool number(std::string written) {
    // Ids and dates are numbers in some exports; texts are not.
    if (is_top_level() && (match_->field == Field::id || match_->field == Field::date)) take(written);
    return true;
  }
  void take(std::string& value) {
    FieldAliases::Match match = *match_;
    if (is_source_ && match.field == Field::source && value.compare(0, 4, "http") == 0) {
      match = {Field::url, aliases_.last_rank(Field::url)};
    }
    const auto field = static_cast<std::size_t>(match.field);
    present[field] = true;
    if (match.rank >= ranks_[field] || is_absent(value)) return;
    ranks_[field] = match.rank;
    values[field] = std::move(value);
  }

  const FieldAliases& aliases_;
  std::optional<FieldAliases::Match> match_;
  bool is_source_ = false;
  int depth_ = 0;
  std::uint32_t ranks_[kFields] = {~0u, ~0u, ~0u, ~0u, ~0u, ~0u};
};

// The last part of the library's message: what is wrong, without its name and position.
std::string cause_of(const std::string& message) {
  const std::size_t colon = message.rfind("; ");
  std::string cause = colon == std::string::npos ? message : message.substr(colon + 2);
  if (cause.size() > 120) cause.resize(120);
  return to_valid_utf8(cause);
}

}  // namespace

bool is_json_object(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  return !text.empty() && text.front() == '{' && nlohmann::json::accept(text.begin(), text.end());
}

JsonlSource::JsonlSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options)
    : bytes_(std::move(bytes)), name_(std::move(name)), options_(std::move(options)), aliases_(options_) {}

bool JsonlSource::next(Document& out, ReadLog& log) {
  std::string_view line;
  bool too_long = false;
  while (!done_) {
    const std::uint64_t offset = bytes_->offset();
    if (!bytes_->next_line(line, too_long)) {
      done_ = true;
      if (bytes_->failed()) log.failures.push_back({name_, line_, offset, "cannot be read to its end"});
      if (line_ == 0 && offset == 0 && name_ != "stdin") {
        log.warnings.push_back({name_, 0, 0, "empty file: no records to read"});
      }
      return false;
    }
    ++line_;
    if (too_long) {
      log.rejections.push_back({name_, line_, offset, "line longer than 256 MB"});
      continue;
    }
    if (line_ == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (parse(line, offset, out, log)) return true;
  }
  return false;
}

bool JsonlSource::parse(std::string_view line, std::uint64_t offset, Document& out, ReadLog& log) {
  const auto reject = [&](std::size_t at, std::string reason) {
    log.rejections.push_back({name_, line_, offset + at, std::move(reason)});
    return false;
  };
  const auto run = [&](std::string_view text, ArticleHandler& handler) {
    return nlohmann::json::sax_parse(text.begin(), text.end(), &handler);
  };
  std::optional<ArticleHandler> handler(std::in_place, aliases_);
  const bool valid = is_valid_utf8(line);
  bool parsed = valid && PlainRecordReader(line).run(*handler);
  if (!parsed) {
    handler.emplace(aliases_);
    parsed = run(line, *handler);
  }
  if (!parsed && !valid) {
    // Repaired and read again: bad bytes inside a string cost their letters only.
    const std::string repaired = to_valid_utf8(line);
    handler.emplace(aliases_);
    parsed = run(repaired, *handler);
    if (parsed) log.warnings.push_back({name_, line_, offset, "bytes that are no UTF-8; read as U+FFFD"});
  }
  if (!parsed) return reject(handler->error_at, "not JSON: " + cause_of(handler->error_text) + "; one JSON object a line is needed");
  if (!handler->is_object) return reject(0, "not a JSON object; one JSON object a line is needed");
  const auto value = [&](Field field) -> std::string& { return handler->values[static_cast<std::size_t>(field)]; };
  // A record whose text is empty is an article that is all title.
  const bool has_text = handler->present[static_cast<std::size_t>(Field::text)];
  if (value(Field::text).empty() && has_text && value(Field::title).empty()) return reject(0, "the text is empty, and there is no title");
  if (!has_text) {
    return reject(0, options_.text_field.empty()
                         ? "no text field (tried " + aliases_.names_of(Field::text) + "); use --text-field"
                         : "no text in the field \"" + options_.text_field + "\"");
  }
  out.id = std::move(value(Field::id));
  out.title = std::move(value(Field::title));
  out.text = std::move(value(Field::text));
  out.source = std::move(value(Field::source));
  out.url = std::move(value(Field::url));
  out.published = std::move(value(Field::date));
  complete_document(out, options_, {name_, line_, offset, {}}, log);
  return true;
}

}  // namespace rasd
