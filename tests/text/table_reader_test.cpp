#include "text/table_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_dir.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(TableReader, ReadsRowsBetweenCommentsAndBlankLines) {
  const TempDir directory;
  const auto table = read_table(directory.write("t.tsv", "# origin\nid\tname\n\n1\tواحد\r\n# two\n2\n"), {"id", "name"});
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_THAT(table->rows[0].cells, ElementsAre("1", "واحد"));
  EXPECT_EQ(table->rows[0].line, 4u);
  EXPECT_THAT(table->rows[1].cells, ElementsAre("2", ""));
}

TEST(TableReader, ReportsEveryFaultWithItsPlace) {
  const TempDir directory;
  const auto table = read_table(directory.write("t.tsv", "id\tname\nا\tب\tج\n\xFF\tx\n"), {"id", "name"});
  ASSERT_FALSE(table);
  ASSERT_EQ(table.error().size(), 2u);
  EXPECT_EQ(table.error()[0].code, "D003");
  EXPECT_EQ(table.error()[0].line, 2u);
  EXPECT_EQ(table.error()[0].column, 5u);
  EXPECT_EQ(table.error()[1].code, "D004");
  const auto wrong = read_table(directory.write("h.tsv", "name\tid\n"), {"id", "name"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error()[0].code, "D002");
  EXPECT_THAT(wrong.error()[0].to_string(), HasSubstr("h.tsv:1:1: D002: "));
  EXPECT_EQ(read_table(directory.write("e.tsv", ""), {"id"}).error()[0].code, "D002");
  EXPECT_EQ(read_table(directory.path() + "/none.tsv", {"id"}).error()[0].code, "D001");
  EXPECT_EQ(read_table(directory.path(), {"id"}).error()[0].code, "D001");
}

TEST(ListFiles, SortedAndRecursive) {
  const TempDir directory;
  directory.write("b/x.lst", "");
  directory.write("a.lst", "");
  directory.write("a.txt", "");
  EXPECT_THAT(list_files(directory.path(), ".lst"), ElementsAre(directory.path() + "/a.lst", directory.path() + "/b/x.lst"));
  EXPECT_TRUE(list_files(directory.path() + "/none", ".lst").empty());
}

TEST(NearestName, OnlyWhatIsNear) {
  const std::vector<std::string> names = {"air_strike.verb", "shelling.verb", "actor"};
  EXPECT_EQ(nearest_name("air_strke.verb", names), "air_strike.verb");
  EXPECT_EQ(nearest_name("acter", names), "actor");
  EXPECT_EQ(nearest_name("zzzzz", names), "");
}

}  // namespace
}  // namespace rasd
