// The commands of the pages for spreadsheets, R, pandas, Python, QGIS and the report run as they stand, in order, in a folder with articles.jsonl. A
// block whose tool or package is not installed is passed over.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/rasd.hpp"

namespace rasd {
namespace {

struct Block {
  std::string language;
  std::string text;
};

std::vector<Block> blocks_of(const std::string& page) {
  std::vector<Block> blocks;
  std::istringstream lines(read_file(std::string(RASD_SOURCE_DIR) + "/docs/" + page).value());
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.compare(0, 3, "```") == 0) {
      if (!inside) blocks.push_back({line.substr(3), {}});
      inside = !inside;
    } else if (inside) {
      blocks.back().text += line + '\n';
    }
  }
  return blocks;
}

bool runs(const std::string& command) { return run_program(command).status == 0; }

// The lines that begin with a word, as in "import x".
std::string lines_with(const std::string& text, const std::string& word) {
  std::string found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.compare(0, word.size(), word) == 0) found += line + "\n";
  }
  return found;
}

// The program that runs a block; empty where something it needs is missing.
std::string interpreter_of(const Block& block, const std::string& environment, const TempDir& scratch) {
  if (block.language == "sh") {
    for (const char* tool : {"mlr", "jq", "sqlite3", "ogr2ogr"}) {
      const bool needed = ('\n' + block.text).find('\n' + std::string(tool) + ' ') != std::string::npos ||
                          block.text.find("| " + std::string(tool) + ' ') != std::string::npos;
      if (needed && !runs(std::string("command -v ") + tool)) return {};
    }
    return "bash -euo pipefail";
  }
  if (block.language == "python") {
    const std::string imports = scratch.write("imports.py", lines_with(block.text, "import "));
    for (const char* python : {"python3", "/usr/bin/python3"}) {
      if (runs(environment + python + " " + imports)) return python;
    }
  }
  if (block.language == "r") {
    std::string libraries = lines_with(block.text, "library(");
    if (block.text.find("RSQLite::") != std::string::npos) libraries += "library(RSQLite)\n";
    if (runs("Rscript " + scratch.write("libraries.r", libraries))) return "Rscript";
  }
  return {};
}

class Pages : public testing::TestWithParam<const char*> {};

TEST_P(Pages, CommandsRun) {
  const TempDir directory;
  const TempDir scratch;
  std::filesystem::copy_file(sample_articles(), directory.path() + "/articles.jsonl");
  std::filesystem::create_symlink(RASD_BINARY, scratch.path() + "/rasd");
  const std::string library = std::filesystem::path(RASD_BINARY).parent_path() / "librasd.so.0";
  const std::string environment = "PATH='" + scratch.path() + "':$PATH LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH='" +
                                  RASD_SOURCE_DIR + "/python' RASD_LIBRARY='" + library + "' ";
  std::size_t ran = 0;
  for (const Block& block : blocks_of(GetParam())) {
    const std::string interpreter = interpreter_of(block, environment, scratch);
    if (interpreter.empty()) continue;
    const std::string script = scratch.write("block", block.text);
    const Outcome outcome =
        run_program("cd '" + directory.path() + "' && " + environment + interpreter + " " + script);
    EXPECT_EQ(outcome.status, 0) << GetParam() << ":\n" << block.text << outcome.err;
    ++ran;
  }
  EXPECT_GT(ran, 0u);
  std::cout << GetParam() << ": " << ran << " of " << blocks_of(GetParam()).size() << " blocks ran\n";
}

INSTANTIATE_TEST_SUITE_P(Docs, Pages, testing::Values("spreadsheets.md", "r.md", "pandas.md", "python.md", "qgis.md", "report.md"));

}  // namespace
}  // namespace rasd
