#include "support/golden.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace rasd::test {

std::shared_ptr<const Knowledge> project_knowledge() {
  static const std::shared_ptr<const Knowledge> knowledge = [] {
    const std::string root = RASD_SOURCE_DIR;
    auto loaded = Knowledge::load({root + "/rules", root + "/data"});
    if (!loaded) {
      for (const Diagnostic& fault : loaded.error()) ADD_FAILURE() << fault.to_string();
      return std::shared_ptr<const Knowledge>();
    }
    return std::move(loaded).value();
  }();
  return knowledge;
}

std::vector<Event> extract(const std::string& text, const std::string& published, const std::string& title) {
  const auto knowledge = project_knowledge();
  if (!knowledge) return {};
  Document document;
  document.id = "test";
  document.title = title;
  document.text = text;
  document.published = published;
  document.anchor = parse_iso_date(published);
  Workspace workspace(knowledge);
  return Extractor(knowledge).extract(document, workspace);
}

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

}  // namespace rasd::test
