// The articles of an evaluation, and the events that either side has for them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/scored_event.hpp"

namespace rasd::eval {

class ArticleTexts {
 public:
  void add(const std::string& id, std::string_view full_text);
  // Null where there is no such article.
  [[nodiscard]] const std::u32string* find(const std::string& id) const;

 private:
  std::map<std::string, std::u32string> texts_;
};

// One side, article by article, in the order in which they come.
class EventsOfArticles {
 public:
  // `articles` and `names` must outlive this.
  EventsOfArticles(const ArticleTexts& articles, const NameReader& names) : articles_(articles), names_(names) {}
  // A line: an event record with its doc_id, or an article's doc_id with all its events. On failure `fault` says why.
  [[nodiscard]] bool add_line(std::string_view line, std::string& fault);
  // Ids of the articles that there are lines for.
  [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }
  [[nodiscard]] const std::vector<ScoredEvent>& of(const std::string& id) const;

 private:
  const ArticleTexts& articles_;
  const NameReader& names_;
  std::vector<std::string> ids_;
  std::map<std::string, std::vector<ScoredEvent>> events_;
};

}  // namespace rasd::eval
