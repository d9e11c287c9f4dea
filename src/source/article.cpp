// The readers' part of rasd/json.hpp.
#include "rasd/json.hpp"
#include "source/json_article.hpp"
#include "source/source.hpp"

namespace rasd {

Result<Document> read_article(std::string_view json) {
  ReadLog log;
  Document document;
  if (JsonArticleReader({}).read(json, {}, document, log)) return document;
  Diagnostics faults;
  for (const Rejection& rejection : log.rejections) faults.push_back({{}, {}, 0, 0, rejection.reason, {}});
  return faults;
}

Document make_article(std::string text, const std::string& published) {
  Document document;
  document.text = std::move(text);
  document.published = published;
  ReadLog log;
  complete_document(document, {}, {}, log);
  return document;
}

}  // namespace rasd
