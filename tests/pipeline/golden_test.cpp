// Each folder of tests/golden is a case: articles.jsonl in, expected.jsonl out. UPDATE_GOLDEN=1 rewrites what is expected; review the difference like code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "source/source.hpp"
#include "support/golden.hpp"

namespace rasd {
namespace {

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(RASD_SOURCE_DIR) + "/tests/golden")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// `fresh`: a workspace for each article; the result must not depend on what a workspace has seen.
std::string run(const std::string& path, bool fresh) {
  const auto knowledge = test::project_knowledge();
  if (!knowledge) return {};
  ReadLog log;
  const auto source = open_source(path, {}, log);
  EXPECT_TRUE(log.failures.empty());
  std::string out;
  EventLineWriter writer({});
  const Extractor extractor(knowledge);
  auto workspace = std::make_unique<Workspace>(knowledge);
  Document document;
  while (source != nullptr && source->next(document, log)) {
    if (fresh) workspace = std::make_unique<Workspace>(knowledge);
    writer.append(document, extractor.extract(document, *workspace), out);
  }
  EXPECT_TRUE(log.rejections.empty());
  return out;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, EventsAreAsExpected) {
  const std::string folder = std::string(RASD_SOURCE_DIR) + "/tests/golden/" + GetParam();
  const std::string got = run(folder + "/articles.jsonl", false);
  EXPECT_EQ(got, run(folder + "/articles.jsonl", true)) << "the result depends on what the workspace saw before";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(folder + "/expected.jsonl", std::ios::binary) << got;
    return;
  }
  EXPECT_EQ(got, test::read_text(folder + "/expected.jsonl"));
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()));

}  // namespace
}  // namespace rasd
