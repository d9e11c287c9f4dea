// Who did it, to whom, and how many: on sentences written for these tests.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/golden.hpp"

namespace rasd {
namespace {

using test::extract;

bool names(const std::vector<Participant>& side, const std::string& text) {
  return std::any_of(side.begin(), side.end(), [&](const Participant& p) {
    return p.mention.text.find(text) != std::string::npos || p.name.find(text) != std::string::npos;
  });
}

TEST(Who, JoinedVictimsAddUp) {
  const auto events = extract("قُتل ستة مدنيين وشرطي، اليوم الثلاثاء، في انفجار عبوة ناسفة بسوق مدينة بعقوبة.", "2018-10-09");
  ASSERT_FALSE(events.empty());
  ASSERT_TRUE(events[0].casualties[0].has_value());
  EXPECT_EQ(events[0].casualties[0]->count, (CountRange{7, 7}));
}

TEST(Who, PersonsTellHowManyAndNotWho) {
  const auto events = extract("قُتل 14 شخصا، أمس الأحد، في غارة جوية استهدفت مستشفى في مدينة معرة النعمان.", "2019-07-22");
  ASSERT_FALSE(events.empty());
  EXPECT_TRUE(names(events[0].targets, "مستشفى"));
  EXPECT_FALSE(names(events[0].targets, "شخص"));
}

TEST(Who, AnArrestedPersonIsOneDetained) {
  const auto events = extract("اعتقلت الشرطة المصرية الناشط خالد عبد الرحمن في مدينة طنطا يوم السبت.", "2020-02-03");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events[0].sub_event_type, "Arrests");
  ASSERT_TRUE(events[0].casualties[2].has_value());
  EXPECT_EQ(events[0].casualties[2]->count, (CountRange{1, 1}));
}

TEST(Who, TheSecondActHasTheDoerOfTheFirst) {
  const auto events = extract("شنت الطائرات الإسرائيلية غارات على مدينة رفح فجر الاثنين، كما قصفت بلدة عبسان.", "2023-12-04");
  ASSERT_FALSE(events.empty());
  for (const Event& event : events) EXPECT_FALSE(event.actors.empty()) << event.trigger.text;
}

TEST(Who, AThingIsNoDoer) {
  const auto events = extract("انفجرت سيارة مفخخة قرب مبنى المحافظة في مدينة عدن يوم الأحد.", "2015-12-07");
  for (const Event& event : events) EXPECT_FALSE(names(event.actors, "مبنى")) << event.trigger.text;
}

}  // namespace
}  // namespace rasd
