// How many were harmed: what figures, duals, single people and what is joined to them come to.
#include <gtest/gtest.h>

#include "support/golden.hpp"

namespace rasd {
namespace {

using test::extract;

constexpr auto kKilled = static_cast<std::size_t>(CasualtyKind::killed);
constexpr auto kInjured = static_cast<std::size_t>(CasualtyKind::injured);

// The figure of the first event; none where there is no event or no figure.
std::optional<CountRange> count(const std::string& text, std::size_t kind) {
  const auto events = extract(text, "2018-04-05");
  if (events.empty() || !events[0].casualties[kind]) return std::nullopt;
  return events[0].casualties[kind]->count;
}

constexpr CountRange exactly(std::int64_t n) { return {n, n}; }
constexpr CountRange at_least(std::int64_t n) { return {n, std::nullopt}; }

TEST(HowMany, FiguresJoinedByAConjunctionThatStandsBeforeDigitsAddUp) {
  EXPECT_EQ(count("قتل 5 جنود و3 مدنيين في هجوم على مدينة سرت.", kKilled), exactly(8));
  EXPECT_EQ(count("مقتل 3 نساء و4 أطفال في غارة على مدينة صعدة.", kKilled), exactly(7));
}

TEST(HowMany, WhatIsJoinedToTheDeadButSubjectOfTheNextVerbDoesNotAddUp) {
  const std::string text = "قتل ثلاثة مسلحين ومئات جرحوا خلال الغارات الجوية على مدينة حلب.";
  EXPECT_EQ(count(text, kKilled), exactly(3));
  EXPECT_EQ(count(text, kInjured), at_least(200));
}

TEST(HowMany, PeopleBehindABareFigureAreNotTheEndOfTheRow) {
  EXPECT_EQ(count("أدى الهجوم على نقطة أمنية في مدينة سيرت إلى جرح 3 من \"حراس الغابات\" و4 جنود.", kInjured), exactly(7));
}

TEST(HowMany, DozensThatStandAloneAreNoSinglePerson) {
  EXPECT_EQ(count("وقع انفجار وسط مدينة الموصل وخلف الانفجار عشرات الجرحى.", kInjured), at_least(20));
}

TEST(HowMany, MoreThanBelongsToTheFigureBehindIt) {
  const std::string text = "ارتقاء 5 شهداء وأكثر من 25 جريحا جراء غارة للطيران الحربي على مدينة دوما.";
  EXPECT_EQ(count(text, kKilled), exactly(5));
  EXPECT_EQ(count(text, kInjured), at_least(25));
  EXPECT_EQ(count("قتل 5 أشخاص أو أكثر في غارة على مدينة دوما.", kKilled), at_least(5));
}

TEST(HowMany, WhoIsHarmedWithoutAFigureIsOneUnlessItIsAGroup) {
  EXPECT_EQ(count("أصيب وزير الداخلية الليبي بجروح في إطلاق نار عليه في طرابلس.", kInjured), exactly(1));
  EXPECT_EQ(count("استشهد أحد أفرادها في سقوط قذيفة على مدينة نجران.", kKilled), exactly(1));
  EXPECT_EQ(count("أصيبت عائلة الضابط بجروح في إطلاق نار على منزله في طرابلس.", kInjured), at_least(1));
}

TEST(HowMany, TheDualOfAVerbAndOfTheVictimsIsTwo) {
  EXPECT_EQ(count("خلف القصف على مدينة تعز قتيلا وجريحين.", kInjured), exactly(2));
  EXPECT_EQ(count("شيع الأهالي حسن ناصر وعلي يوسف اللذين استشهدا في التفجير الإرهابي في مدينة القطيف.", kKilled), exactly(2));
}

TEST(HowMany, ATollIsReadWithoutAVerb) {
  EXPECT_EQ(count("قصفت طائرات حربية سوق مدينة إدلب، وقال مدير المستشفى إن عدد القتلى سبعة.", kKilled), exactly(7));
}

}  // namespace
}  // namespace rasd
