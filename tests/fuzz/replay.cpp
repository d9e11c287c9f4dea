// Runs every file of corpus/<target>/ through the target: what once was a find must hold from then on.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz.hpp"

namespace rasd::fuzz {
namespace {

std::vector<std::string> corpus() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(RASD_FUZZ_CORPUS)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

class Replay : public testing::TestWithParam<std::string> {};

TEST_P(Replay, Holds) {
  std::ifstream file(GetParam(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  ASSERT_TRUE(file) << GetParam();
  // A copy of just that size, so that a read behind its end is seen.
  const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
  try {
    fuzz_one(data.data(), data.size());
  } catch (const Broken& broken) {
    FAIL() << GetParam() << ": " << broken.what();
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, Replay, testing::ValuesIn(corpus()), [](const auto& item) {
  std::string name = std::filesystem::path(item.param).filename().string();
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace rasd::fuzz
