#include "rasd/date.hpp"

#include <gtest/gtest.h>

namespace rasd {
namespace {

TEST(Date, OnlyDaysOfTheCalendar) {
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_FALSE(make_date(2023, 2, 29));
  EXPECT_FALSE(make_date(2024, 0, 1));
  EXPECT_FALSE(make_date(2024, 4, 31));
  EXPECT_FALSE(make_date(0, 1, 1));
}

TEST(Date, IsoThereAndBack) {
  for (const char* text : {"0001-01-01", "1999-12-31", "2024-02-29", "9999-12-31"}) {
    const auto date = parse_iso_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_iso(*date), text);
  }
}

TEST(Date, TheWrittenDayCountsWhateverTheTime) {
  EXPECT_EQ(parse_iso_date("2024-01-31T23:59:59-08:00"), make_date(2024, 1, 31));
  EXPECT_EQ(parse_iso_date("2024-01-31 00:00"), make_date(2024, 1, 31));
  EXPECT_FALSE(parse_iso_date("2024-01-311"));
  EXPECT_FALSE(parse_iso_date("2024-1-31"));
  EXPECT_FALSE(parse_iso_date("31-01-2024"));
  EXPECT_FALSE(parse_iso_date(""));
}

}  // namespace
}  // namespace rasd
