// The README's example is true: its command gives what it shows, and the options it names exist.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/program.hpp"

namespace rasd {
namespace {

using Json = nlohmann::json;

std::string readme() { return read_file(std::string(RASD_SOURCE_DIR) + "/README.md").value(); }

// The README shows fewer keys than there are: each one shown must have its value, arrays element by element.
void expect_part(const Json& shown, const Json& got, const std::string& where) {
  if (shown.is_object()) {
    ASSERT_TRUE(got.is_object()) << where;
    for (const auto& [key, value] : shown.items()) {
      ASSERT_TRUE(got.contains(key)) << where << "/" << key << " in " << got.dump();
      expect_part(value, got[key], where + "/" + key);
    }
  } else if (shown.is_array()) {
    ASSERT_TRUE(got.is_array() && got.size() == shown.size()) << where << " is " << got.dump();
    for (std::size_t i = 0; i < shown.size(); ++i) expect_part(shown[i], got[i], where);
  } else {
    EXPECT_EQ(shown, got) << where;
  }
}

TEST(Readme, TheExampleIsTrue) {
  const std::string text = readme();
  const std::size_t echo = text.find("    echo '");
  const std::size_t shown = text.find("\n    {", echo);
  ASSERT_NE(echo, std::string::npos);
  ASSERT_NE(shown, std::string::npos);
  std::string command = text.substr(echo, text.find("\n\n", echo) - echo);
  const std::size_t program = command.find("build/release/rasd");
  ASSERT_NE(program, std::string::npos);
  command.replace(program, std::string("build/release/rasd").size(), std::string("'") + RASD_BINARY + "'");
  const Outcome outcome = run_program(command);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  expect_part(Json::parse(text.substr(shown, text.find("\n\n", shown + 1) - shown)), Json::parse(outcome.out), "");
}

TEST(Readme, ItsCommandsRun) {
  const TempDir directory;
  directory.write("article.txt", "قتل جندي في هجوم شنه مسلحون على حاجز للجيش في تعز أمس.");
  directory.write("articles.jsonl", "{\"doc_id\": \"a\", \"published\": \"2024-03-10\", \"text\": \"قتل جندي في هجوم في تعز أمس.\"}\n");
  directory.write("gold.jsonl", "{\"doc_id\": \"a\", \"events\": []}\n");
  directory.write("folder/a.txt", "قتل جندي في هجوم في تعز أمس.");
  directory.write("page.html", "<html><body><article><p>قتل جندي في هجوم شنه مسلحون على حاجز للجيش في تعز أمس.</p></article></body></html>");
  directory.write("export/result.json", "{\"name\": \"قناة\", \"messages\": [{\"id\": 1, \"type\": \"message\", \"text\": \"قتل جندي في تعز.\"}]}");
  directory.write("dump.csv", "text\nقتل جندي في تعز.\n");
  const std::string pack = "cd '" + directory.path() + "' && gzip -k dump.csv && gzip -kc articles.jsonl > dump.jsonl.gz && tar cf news.zip folder";
  ASSERT_EQ(run_program(pack).status, 0);
  std::istringstream lines(readme());
  int commands = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.compare(0, 9, "    rasd ") != 0) continue;
    const std::string command = "cd '" + directory.path() + "' && '" + RASD_BINARY + "' " + line.substr(9, line.find(" #") - 9);
    const Outcome outcome = run_program(command);
    EXPECT_EQ(outcome.status, 0) << line << "\n" << outcome.err;
    ++commands;
  }
  EXPECT_GE(commands, 6);
}

}  // namespace
}  // namespace rasd
