#include "eval/articles.hpp"

#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace rasd::eval {

void ArticleTexts::add(const std::string& id, std::string_view full_text) {
  std::u32string& text = texts_[id];
  text.clear();
  for (std::size_t at = 0; at < full_text.size();) {
    const DecodedPoint decoded = decode_utf8(full_text, at);
    text += decoded.point;
    at += decoded.size;
  }
}

const std::u32string* ArticleTexts::find(const std::string& id) const {
  const auto found = texts_.find(id);
  return found == texts_.end() ? nullptr : &found->second;
}

bool EventsOfArticles::add_line(std::string_view line, std::string& fault) {
  using Json = nlohmann::json;
  const Json row = Json::parse(line, nullptr, false);
  if (!row.is_object() || !row.contains("doc_id") || !row["doc_id"].is_string()) {
    fault = "no JSON object with a doc_id";
    return false;
  }
  const std::string id = row["doc_id"].get<std::string>();
  const std::u32string* const text = articles_.find(id);
  if (text == nullptr) {
    fault = "no article " + id;
    return false;
  }
  const auto [events, is_new] = events_.try_emplace(id);
  if (is_new) ids_.push_back(id);
  const bool is_article = row.contains("events");
  if (is_article && !row["events"].is_array()) {
    fault = "events is no list";
    return false;
  }
  const auto add = [&](const Json& record) {
    std::optional<ScoredEvent> event = read_event(record, *text, names_, fault);
    if (event) events->second.push_back(std::move(*event));
    return event.has_value();
  };
  if (!is_article) return add(row);
  for (const Json& record : row["events"]) {
    if (!add(record)) return false;
  }
  return true;
}

const std::vector<ScoredEvent>& EventsOfArticles::of(const std::string& id) const {
  static const std::vector<ScoredEvent> kNone;
  const auto found = events_.find(id);
  return found == events_.end() ? kNone : found->second;
}

}  // namespace rasd::eval
