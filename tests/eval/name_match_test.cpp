#include "eval/name_match.hpp"

#include <gtest/gtest.h>

#include "support/temp_dir.hpp"

namespace rasd::eval {
namespace {

class NameMatch : public testing::Test {
 protected:
  [[nodiscard]] bool same(const char* left, const char* right) const { return is_same_name(names_.read(left), names_.read(right)); }
  NameReader names_ = NameReader::load(std::string(RASD_SOURCE_DIR) + "/data/evaluation/names.tsv").value();
};

TEST_F(NameMatch, SpellingArticleAndEndingsDoNotMatter) {
  EXPECT_TRUE(same("الإخوان المسلمون", "الاخوان المسلمين"));
  EXPECT_TRUE(same("إِدْلِب", "ادلب"));
  EXPECT_TRUE(same("للناتو", "الناتو"));
  EXPECT_TRUE(same("القنيطرة", "قنيطره"));
  EXPECT_TRUE(same("اليونيفيل (UNIFIL)", "اليونيفيل unifil"));
}

TEST_F(NameMatch, MostOfTheTellingWordsMustBeShared) {
  EXPECT_TRUE(same("قوات سوريا الديمقراطية", "قوات سوريا الديمقراطية (قسد)"));
  EXPECT_FALSE(same("مستشفى الشفاء", "مستشفى النجاة"));
  EXPECT_FALSE(same("خان شيخون", "خان يونس")) << "the general word is no share";
  EXPECT_FALSE(same("الجيش السوري", "الجيش الليبي"));
  EXPECT_FALSE(same("", ""));
}

TEST_F(NameMatch, AGeneralWordNamesNobodyButMatchesAnother) {
  EXPECT_FALSE(same("الجيش", "الجيش اليمني"));
  EXPECT_TRUE(same("المسلحين", "مسلحون"));
  EXPECT_FALSE(same("مسلحون", "جنود"));
}

TEST_F(NameMatch, AWordThatRepeatsCountsAsOftenAsItStands) {
  EXPECT_TRUE(same("سعسع سعسع", "سعسع سعسع"));
  EXPECT_FALSE(same("سعسع سعسع سعسع سعسع", "سعسع"));
}

TEST(NameReaderTest, FaultyRowsAreNamed) {
  const TempDir directory;
  const auto read = NameReader::load(directory.write("names.tsv", "kind\tbecomes\ttext\nletter\t\tاب\nword\t\tفي\nempty\t\tعن\n"));
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 2u);
  EXPECT_EQ(read.error()[0].line, 2u);
  EXPECT_EQ(read.error()[1].line, 3u);
}

}  // namespace
}  // namespace rasd::eval
