#include "sink/output.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_dir.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

std::size_t files_in(const TempDir& directory) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(directory.path())) ++count;
  return count;
}

TEST(Output, AppearsWhenAllIsWritten) {
  const TempDir directory;
  const std::string path = directory.write("out.jsonl", "old");
  std::string fault;
  auto output = Output::open(path, fault);
  ASSERT_TRUE(output) << fault;
  EXPECT_TRUE(output->write("new"));
  EXPECT_EQ(read_file(path).value(), "old");
  EXPECT_TRUE(output->commit());
  EXPECT_EQ(read_file(path).value(), "new");
  EXPECT_EQ(files_in(directory), 1u);
}

TEST(Output, LeavesNothingBehindWhenGivenUp) {
  const TempDir directory;
  std::string fault;
  {
    auto output = Output::open(directory.path() + "/out", fault);
    ASSERT_TRUE(output);
    EXPECT_TRUE(output->write("half"));
  }
  EXPECT_EQ(files_in(directory), 0u);
}

TEST(Output, SaysWhyItCannotBeWritten) {
  const TempDir directory;
  std::string fault;
  EXPECT_FALSE(Output::open(directory.path() + "/none/out", fault));
  EXPECT_THAT(fault, testing::HasSubstr("none/out"));
  EXPECT_FALSE(Output::open(directory.path(), fault));
  EXPECT_THAT(fault, testing::HasSubstr("directory"));
}

}  // namespace
}  // namespace rasd
