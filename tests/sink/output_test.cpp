#include "sink/output.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"
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

// As its own program unpacks it.
TEST(Output, IsPackedByItsEndingAndAlwaysToTheSameBytes) {
  const std::string content(300000, 'x');
  for (const auto& [ending, unpack] : {std::pair{"gz", "gzip -dc"}, std::pair{"xz", "xz -dc"}, std::pair{"bz2", "bzip2 -dc"}, std::pair{"zst", "zstd -dc"}}) {
    if (run_program(std::string("command -v ") + std::string(unpack).substr(0, std::string(unpack).find(' '))).status != 0) continue;
    const TempDir directory;
    std::string fault;
    std::string first;
    for (const char* const name : {"/a.jsonl.", "/b.jsonl."}) {
      const std::string path = directory.path() + name + ending;
      const auto output = Output::open(path, fault);
      ASSERT_TRUE(output) << fault;
      EXPECT_TRUE(output->write(content) && output->write("end") && output->commit()) << output->fault();
      EXPECT_EQ(run_program(std::string(unpack) + " '" + path + "'").out, content + "end") << ending;
      const std::string bytes = read_file(path).value();
      EXPECT_LT(bytes.size(), 2000u);
      EXPECT_TRUE(first.empty() || first == bytes) << ending;
      first = bytes;
    }
    EXPECT_EQ(files_in(directory), 2u);
  }
}

TEST(Output, APackedOneThatIsGivenUpLeavesNothingBehind) {
  const TempDir directory;
  std::string fault;
  {
    const auto output = Output::open(directory.path() + "/out.gz", fault);
    ASSERT_TRUE(output);
    EXPECT_TRUE(output->write("half"));
  }
  EXPECT_EQ(files_in(directory), 0u);
}

}  // namespace
}  // namespace rasd
