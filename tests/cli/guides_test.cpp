// The guides for beginners: every step of docs/getting-started.md and docs/authoring.md, in both languages; every example of docs/codebook.md.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/rasd_program.hpp"
#include "cli/tutorial.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

std::string page(const std::string& name) { return read_file(std::string(RASD_SOURCE_DIR) + "/docs/" + name).value(); }

TEST(Guides, GettingStartedIsTrueWordForWord) {
  const Followed done = follow(page("getting-started.md"));
  EXPECT_GE(done.files, 2);
  EXPECT_GE(done.commands, 5);
}

TEST(Guides, AuthoringIsTrueWordForWord) {
  const Followed done = follow(page("authoring.md"));
  EXPECT_GE(done.files, 5);
  EXPECT_GE(done.commands, 8);
}

TEST(Guides, AuthoringInArabicIsTrueWordForWordAndTakesTheSameSteps) {
  const Followed done = follow(page("authoring.ar.md"));
  const Followed english = follow(page("authoring.md"));
  EXPECT_EQ(done.files, english.files);
  EXPECT_EQ(done.commands, english.commands);
}

// | sub-event type | … | example |
struct TypeRow {
  std::string type;
  std::string example;
};

std::vector<TypeRow> type_rows() {
  std::vector<TypeRow> rows;
  const std::string text = page("codebook.md");
  for (const std::string& line : lines_of(text.substr(text.find("\n## The 25 types")))) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(without_blanks_around(cell));
    if (cells.size() == 4 && cells[1] != "type" && cells[1] != "---") rows.push_back({cells[1], cells[3]});
  }
  return rows;
}

TEST(Codebook, EveryExampleGivesItsType) {
  std::set<std::string> types;
  std::string articles;
  const std::vector<TypeRow> rows = type_rows();
  for (std::size_t i = 0; i < rows.size(); ++i) articles += strike_record(std::to_string(i), rows[i].example, "2024-02-15");
  std::vector<std::string> found(rows.size());
  for (const auto& event : json_lines(run_rasd("extract", articles).out)) {
    found[std::stoul(event["doc_id"].get<std::string>())] += event["sub_event_type"].get<std::string>() + ';';
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    types.insert(rows[i].type);
    EXPECT_EQ(found[i], rows[i].type + ';') << rows[i].example;
  }
  const auto schema = nlohmann::json::parse(run_rasd("schema").out);
  for (const auto& type : schema["properties"]["sub_event_type"]["enum"]) EXPECT_EQ(types.count(type.get<std::string>()), 1u) << type;
}

TEST(Codebook, EveryFieldOfTheSchemaIsExplained) {
  const auto schema = nlohmann::json::parse(run_rasd("schema").out);
  const std::string text = page("codebook.md");
  for (const auto& [field, ignored] : schema["properties"].items()) EXPECT_THAT(text, HasSubstr("`" + field + "`"));
  for (const auto& kind : schema["definitions"]["participant"]["properties"]["kind"]["enum"]) EXPECT_THAT(text, HasSubstr("`" + kind.get<std::string>() + "`"));
  for (const auto& status : schema["properties"]["status"]["enum"]) EXPECT_THAT(text, HasSubstr("`" + status.get<std::string>() + "`"));
}

}  // namespace
}  // namespace rasd
