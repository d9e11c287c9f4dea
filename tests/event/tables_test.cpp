// The decision tables of the event room: what is wrong in them is reported with place and hint.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "event/merger.hpp"
#include "event/sub_event_set.hpp"
#include "event/type_resolver.hpp"
#include "rules/rule_parser.hpp"

namespace rasd {
namespace {

class Tables : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "rasd_tables_" + testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& content) { std::ofstream(folder_ + "/" + name) << content; }

  std::string folder_;
};

TEST_F(Tables, MergeWeightOfUnknownNameNamesTheNearest) {
  write("merge.tsv", "key\tweight\nsame_plase\t1\n");
  const auto merger = Merger::load(folder_, {});
  ASSERT_FALSE(merger);
  ASSERT_EQ(merger.error().size(), 1u);
  EXPECT_EQ(merger.error()[0].code, "D020");
  EXPECT_EQ(merger.error()[0].line, 2u);
  EXPECT_NE(merger.error()[0].hint.find("same_place"), std::string::npos);
}

TEST_F(Tables, MergeWeightMustBeANumber) {
  write("merge.tsv", "key\tweight\nsame_place\tmuch\nthreshold\t1\n");
  const auto merger = Merger::load(folder_, {});
  ASSERT_FALSE(merger);
  EXPECT_EQ(merger.error()[0].code, "D021");
}

TEST_F(Tables, MissingTableSaysWhichFile) {
  const auto merger = Merger::load(folder_ + "/nowhere", {});
  ASSERT_FALSE(merger);
  EXPECT_NE(merger.error()[0].to_string().find("merge.tsv"), std::string::npos);
}

TEST(SubEvents, TwentyFiveTypesEachUnderOneOfSix) {
  ASSERT_EQ(sub_event_types().size(), 25u);
  for (const SubEventType& type : sub_event_types()) {
    EXPECT_STREQ(event_type_of(type.sub_event_type), type.event_type);
    EXPECT_GE(sub_event_index(type.sub_event_type), 0);
  }
  EXPECT_EQ(sub_event_index("Air strike"), -1);
  EXPECT_EQ(event_type_of("Air strike"), nullptr);
}

}  // namespace
}  // namespace rasd
