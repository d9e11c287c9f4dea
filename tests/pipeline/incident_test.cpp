// One incident, one event: what is merged and what is kept apart, on sentences written for these tests.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/golden.hpp"

namespace rasd {
namespace {

using test::extract;

std::size_t count_type(const std::vector<Event>& events, const std::string& sub_event_type) {
  return static_cast<std::size_t>(
      std::count_if(events.begin(), events.end(), [&](const Event& event) { return event.sub_event_type == sub_event_type; }));
}

TEST(Incident, HeadlineLeadAndRecapAreOneEvent) {
  const auto events = extract(
      "قُتل خمسة مدنيين وأصيب تسعة آخرون، مساء الأحد، في غارة جوية استهدفت سوق بلدة كفر تخاريم شمال إدلب.\n"
      "وقال شهود إن الغارة دمرت عددا من المحال.",
      "2019-07-22", "قتلى وجرحى بغارة جوية على كفر تخاريم");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].sub_event_type, "Air/drone strike");
  ASSERT_TRUE(events[0].casualties[0].has_value());
  EXPECT_EQ(events[0].casualties[0]->count.min, 5);
  ASSERT_TRUE(events[0].casualties[1].has_value());
  EXPECT_EQ(events[0].casualties[1]->count.min, 9);
  ASSERT_TRUE(events[0].date.has_value());
  EXPECT_EQ(to_iso(events[0].date->range.start), "2019-07-21");
}

TEST(Incident, AHarmBeforeItsCauseStaysWithItInARoundUp) {
  const auto events = extract(
      "أصيب ستة متظاهرين في مواجهات مع الشرطة في مدينة طنطا.\n"
      "وفي شمال سيناء، قتل جنديان وأصيب ثلاثة، صباح الجمعة، إثر انفجار عبوة ناسفة على طريق رفح.",
      "2013-11-02");
  const auto bomb = std::find_if(events.begin(), events.end(), [](const Event& event) {
    return event.sub_event_type == "Remote explosive/landmine/IED";
  });
  ASSERT_NE(bomb, events.end());
  ASSERT_TRUE(bomb->casualties[0].has_value());
  EXPECT_EQ(bomb->casualties[0]->count.min, 2);
  ASSERT_TRUE(bomb->casualties[1].has_value());
  EXPECT_EQ(bomb->casualties[1]->count.min, 3);
}

TEST(Incident, OthersWithoutAFigureAreOneAtLeast) {
  const auto events = extract("أسفر هجوم على مسجد في مدينة أبها عن استشهاد 15 شخصا وإصابة آخرين.", "2015-08-07");
  ASSERT_EQ(events.size(), 1u);
  ASSERT_TRUE(events[0].casualties[1].has_value());
  EXPECT_EQ(events[0].casualties[1]->count.min, 1);
  EXPECT_FALSE(events[0].casualties[1]->count.max.has_value());
}

TEST(Incident, JoinedSubjectsBeforeTheVerbAddUp) {
  const auto events = extract("قالت الوكالة إن أربعة جنود وثلاثة من حراس القرى قد أصيبوا بجروح في هجوم على بلدة ديريك.", "2018-03-30");
  ASSERT_EQ(events.size(), 1u);
  ASSERT_TRUE(events[0].casualties[1].has_value());
  EXPECT_EQ(events[0].casualties[1]->count.min, 7);
}

TEST(Incident, LinksAndTagsOfAPageAreNone) {
  EXPECT_TRUE(extract("التقى الوزيران في القاهرة.\nاقرأ أيضا: غارات جوية على مدينة نيالا توقع عشرات القتلى", "2025-11-20").empty());
  EXPECT_TRUE(extract("التقى الوزيران في القاهرة.\nسمات بنغازي سلاح الجو غارات على درنة", "2025-11-20").empty());
}

TEST(Incident, AnyAttackIsNoFact) {
  const auto events = extract("أكد العميد أن الجيش سيرد على أي قصف لمدينة الرقة.", "2024-08-14");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].status, Status::planned);
}

TEST(Incident, AnotherPlaceWithItsOwnOutcomeIsAnotherEvent) {
  const auto events = extract(
      "قُتل ثلاثة أشخاص، اليوم الثلاثاء، بانفجار عبوة ناسفة في مدينة بعقوبة.\n"
      "وفي كركوك، أصيب شرطيان بانفجار عبوة ناسفة ثانية استهدفت دوريتهما.",
      "2018-10-09");
  ASSERT_EQ(count_type(events, "Remote explosive/landmine/IED"), 2u);
  EXPECT_EQ(events[0].location->name, "بعقوبة");
  EXPECT_EQ(events[1].location->name, "كركوك");
  EXPECT_FALSE(events[1].casualties[0].has_value()) << "the dead of the first incident are not those of the second";
}

TEST(Incident, WhatAnActAnswersToIsNotThatAct) {
  const auto events = extract(
      "شنت الطائرات الأمريكية غارات على مواقع حركة الشباب قرب مدينة كيسمايو أمس الأربعاء، ردا على هجوم بسيارة مفخخة استهدف قاعدة عسكرية في مقديشو.",
      "2021-08-12");
  EXPECT_EQ(count_type(events, "Air/drone strike"), 1u);
  for (const Event& event : events) {
    if (event.sub_event_type != "Air/drone strike") continue;
    EXPECT_EQ(event.location->name, "كيسمايو");
  }
}

TEST(Incident, ManyAttacksAreAnAggregate) {
  const auto events = extract("قال متحدث عسكري إن 45 هجوما وقع على القواعد الأمريكية في العراق منذ بداية العام.", "2024-02-01");
  for (const Event& event : events) EXPECT_EQ(event.status, Status::aggregate);
}

TEST(Incident, TimeOfDayIsNoExplosion) {
  const auto events = extract("قصفت مدفعية الجيش بلدة حاس فجر اليوم دون وقوع إصابات.", "2019-05-05");
  EXPECT_EQ(count_type(events, "Remote explosive/landmine/IED"), 0u);
  EXPECT_EQ(count_type(events, "Suicide bomb"), 0u);
}

TEST(Incident, TheAttackTheyRepelledIsTheClash) {
  const auto events = extract("تصدت قوات الجيش الوطني، أمس السبت، لهجوم شنته ميليشيا الحوثي على مواقع في مديرية نهم شرقي صنعاء.", "2018-02-11");
  EXPECT_EQ(count_type(events, "Armed clash"), 1u);
}

}  // namespace
}  // namespace rasd
