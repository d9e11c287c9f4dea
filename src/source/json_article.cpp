#include "source/json_article.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "source/plain_record.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr int kMaxKeptDepth = 100;  // the general writer recurses

// Picks the fields of an article out of one JSON object without building a tree.
class ArticleHandler : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit ArticleHandler(const FieldAliases& aliases) : fields(aliases), aliases_(aliases) {}

  bool null() override { return scalar(); }
  bool boolean(bool) override { return scalar(); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool binary(binary_t&) override { return scalar(); }
  bool string(string_t& value) override {
    if (is_top_level()) fields.take(key_, *match_, value);
    return scalar();
  }
  bool start_object(std::size_t) override {
    if (depth_ == 0) is_object = true;
    deepest = std::max(deepest, ++depth_);
    return true;
  }
  bool end_object() override { return --depth_ >= 0; }
  bool start_array(std::size_t) override {
    deepest = std::max(deepest, ++depth_);
    return true;
  }
  bool end_array() override { return --depth_ >= 0; }
  bool key(string_t& name) override {
    if (depth_ == 1) {
      match_ = aliases_.find(name);
      key_ = name;
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    error_at = position;
    error_text = error.what();
    return false;
  }

  bool is_object = false;
  int deepest = 0;
  std::size_t error_at = 0;
  std::string error_text;
  RecordFields fields;

 private:
  [[nodiscard]] bool is_top_level() const { return depth_ == 1 && match_.has_value(); }
  bool scalar() { return true; }
  bool number(std::string written) {
    // Ids and dates are numbers in some exports; texts are not.
    if (is_top_level() && (match_->field == Field::id || match_->field == Field::date)) fields.take(key_, *match_, written);
    return true;
  }
  const FieldAliases& aliases_;
  std::optional<FieldAliases::Match> match_;
  std::string key_;
  int depth_ = 0;
};

// The last part of the library's message: what is wrong, without its name and position.
std::string cause_of(const std::string& message) {
  const std::size_t colon = message.rfind("; ");
  std::string cause = colon == std::string::npos ? message : message.substr(colon + 2);
  if (cause.size() > 120) cause.resize(120);
  return to_valid_utf8(cause);
}

// The members that are no field of an article, as they stand; empty where there are none.
std::string unknown_members(std::string_view json, const FieldAliases& aliases) {
  const auto record = nlohmann::ordered_json::parse(json.begin(), json.end(), nullptr, false);
  nlohmann::ordered_json extra;
  for (const auto& [key, value] : record.items()) {
    if (!aliases.find(key)) extra[key] = value;
  }
  return extra.is_null() ? std::string() : extra.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

bool JsonArticleReader::read(std::string_view json, const InputIssue& where, Document& out, ReadLog& log) const {
  const auto reject = [&](std::size_t at, std::string reason) {
    log.rejections.push_back({where.file, where.line, where.byte + at, std::move(reason)});
    return false;
  };
  const auto run = [&](std::string_view text, ArticleHandler& handler) {
    return nlohmann::json::sax_parse(text.begin(), text.end(), &handler);
  };
  std::optional<ArticleHandler> handler(std::in_place, aliases_);
  const bool valid = is_valid_utf8(json);
  bool parsed = valid && PlainRecordReader(json).run(*handler);
  std::string repaired;
  if (!parsed) {
    handler.emplace(aliases_);
    parsed = run(json, *handler);
  }
  if (!parsed && !valid) {
    // Repaired and read again: bad bytes inside a string cost their letters only.
    repaired = to_valid_utf8(json);
    handler.emplace(aliases_);
    parsed = run(repaired, *handler);
    if (parsed) log.warnings.push_back({where.file, where.line, where.byte, "bytes that are no UTF-8; read as U+FFFD"});
  }
  if (!parsed) return reject(handler->error_at, "not JSON: " + cause_of(handler->error_text) + "; one JSON object a line is needed");
  if (!handler->is_object) return reject(0, "not a JSON object; one JSON object a line is needed");
  if (!handler->fields.fill(out, options_, where, log)) return false;
  if (options_.keep_fields && handler->deepest <= kMaxKeptDepth) out.extra = unknown_members(repaired.empty() ? json : repaired, aliases_);
  return true;
}

}  // namespace rasd
