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

const Event* of_type(const std::vector<Event>& events, const std::string& sub_event_type) {
  const auto found = std::find_if(events.begin(), events.end(),
                                  [&](const Event& event) { return event.sub_event_type == sub_event_type; });
  return found == events.end() ? nullptr : &*found;
}

TEST(Who, WhoAnnouncesABombDidNotLayIt) {
  const auto events =
      extract("أعلنت الشرطة العراقية، الاثنين، إصابة أربعة من عناصرها بانفجار عبوة ناسفة شمال بغداد.", "2021-03-02");
  const Event* bomb = of_type(events, "Remote explosive/landmine/IED");
  ASSERT_NE(bomb, nullptr);
  EXPECT_FALSE(names(bomb->actors, "الشرطة"));
}

TEST(Who, TheAccusedAndNotTheAccuserDidIt) {
  const auto events = extract("اتهم الجيش السوداني قوات الدعم السريع بقصف مستشفى في مدينة الأبيض يوم السبت.", "2024-05-06");
  ASSERT_FALSE(events.empty());
  EXPECT_TRUE(names(events[0].actors, "الدعم السريع"));
  EXPECT_FALSE(names(events[0].actors, "الجيش"));
  EXPECT_EQ(events[0].status, Status::alleged);
}

TEST(Who, AnAccusationSpreadsToNoOtherAct) {
  const auto events = extract(
      "قتل ثلاثة جنود في هجوم استهدف نقطة للجيش السوري شرق مدينة البوكمال يوم الأربعاء. واتهم المحافظ تنظيم داعش بالوقوف وراء الهجوم.\n"
      "وأعلنت تركيا أنها تعتزم قصف مواقع أخرى شمال سوريا.",
      "2026-11-25");
  const Event* attack = of_type(events, "Armed clash");
  ASSERT_NE(attack, nullptr);
  EXPECT_TRUE(names(attack->actors, "الدولة الإسلامية"));
  EXPECT_EQ(attack->status, Status::alleged);
  const Event* planned = of_type(events, "Shelling/artillery/missile attack");
  ASSERT_NE(planned, nullptr);
  EXPECT_EQ(planned->status, Status::planned);
  EXPECT_FALSE(names(planned->actors, "الدولة الإسلامية"));
}

TEST(Who, APluralVerbFollowsItsSubject) {
  const auto events =
      extract("أوقف مسلحون مجهولون حافلة قرب مدينة نوى، واختطفوا أربعة طلاب من جامعة دمشق يوم الجمعة.", "2023-06-05");
  const Event* taken = of_type(events, "Abduction/forced disappearance");
  ASSERT_NE(taken, nullptr);
  EXPECT_TRUE(names(taken->actors, "مسلحون"));
  EXPECT_TRUE(names(taken->targets, "طلاب"));
}

TEST(Who, WhoCarriedItOutStandsBehind) {
  const auto events =
      extract("قُتل عشرة أشخاص في الهجوم الذي استهدف مقرا للشرطة وسط مدينة كويتا، ونفذه ثلاثة انتحاريين يوم الأحد.", "2018-05-14");
  ASSERT_FALSE(events.empty());
  EXPECT_TRUE(names(events[0].actors, "انتحاريين"));
}

TEST(Who, SupportersFightToo) {
  const auto events = extract("سيطرت قوات الجيش اليمني، بإسناد من التحالف العربي، على مواقع جديدة في جبهة نهم بعد معارك مع الحوثيين يوم الأحد.",
                              "2018-02-26");
  ASSERT_FALSE(events.empty());
  EXPECT_TRUE(names(events[0].actors, "الجيش اليمني"));
  EXPECT_TRUE(names(events[0].actors, "التحالف"));
}

TEST(Who, AuthoritiesThatTellOfArrestsMadeThem) {
  const auto events = extract("أعلنت وزارة الداخلية الجزائرية اعتقال خمسة مشتبه بهم في مدينة تبسة يوم الأربعاء.", "2019-04-11");
  const Event* arrests = of_type(events, "Arrests");
  ASSERT_NE(arrests, nullptr);
  EXPECT_FALSE(arrests->actors.empty());
}

TEST(Who, DetainedPeopleAreNotAbductedToo) {
  const auto events = extract("اعتقلت الشرطة التركية 60 شخصا في مدينة ديار بكر يوم الخميس.", "2018-03-02");
  ASSERT_FALSE(events.empty());
  EXPECT_TRUE(events[0].casualties[static_cast<std::size_t>(CasualtyKind::detained)].has_value());
  EXPECT_FALSE(events[0].casualties[static_cast<std::size_t>(CasualtyKind::abducted)].has_value());
}

TEST(Who, DemonstratorsActAndForcesAreOnTheOtherSide) {
  const auto events = extract("فرقت الشرطة الكينية مئات المتظاهرين في العاصمة نيروبي بالغاز المسيل للدموع يوم الثلاثاء.", "2023-07-13");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events[0].sub_event_type, "Protest with intervention");
  EXPECT_TRUE(names(events[0].actors, "المتظاهرين"));
  EXPECT_TRUE(names(events[0].targets, "الشرطة"));
}

TEST(Who, ArmedGroupsInConfrontationsAreNoDemonstrators) {
  const auto fight = extract("قُتل ستة جنود في مواجهات مع مقاتلي حركة الشباب قرب مدينة كسمايو يوم الأحد.", "2018-06-11");
  ASSERT_FALSE(fight.empty());
  EXPECT_EQ(fight[0].sub_event_type, "Armed clash");
  const auto crowd = extract("اندلعت مواجهات بين شبان فلسطينيين وقوات الاحتلال عند مدخل بلدة بيتا جنوب نابلس يوم الجمعة.", "2022-04-11");
  ASSERT_FALSE(crowd.empty());
  EXPECT_EQ(crowd[0].sub_event_type, "Violent demonstration");
}

TEST(Who, WhoLaunchedAnInterceptedMissileIsATarget) {
  const auto events =
      extract("اعترضت الدفاعات الجوية السعودية صاروخا باليستيا أطلقته جماعة الحوثي باتجاه مدينة نجران مساء الخميس.", "2018-04-13");
  const Event* stopped = of_type(events, "Disrupted weapons use");
  ASSERT_NE(stopped, nullptr);
  EXPECT_TRUE(names(stopped->targets, "صاروخا باليستيا"));
  EXPECT_TRUE(names(stopped->targets, "الحوثي"));
  EXPECT_FALSE(names(stopped->actors, "الحوثي"));
}

TEST(Who, TheOwnerOfVagueSitesIsTheTarget) {
  const auto events = extract("قصفت مقاتلات التحالف الدولي مواقع لتنظيم داعش قرب مدينة الرقة يوم الاثنين.", "2016-08-09");
  ASSERT_FALSE(events.empty());
  EXPECT_TRUE(names(events[0].targets, "الدولة الإسلامية"));
  EXPECT_EQ(events[0].targets.size(), 1u);
}

TEST(Who, FindersOfABodyAreNotItsKillers) {
  const auto events = extract("عثرت الشرطة على جثة رجل مجهول الهوية قضى رميا بالرصاص في مدينة بعقوبة.", "2015-08-10");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_TRUE(events[0].actors.empty());
}

TEST(Who, AStateThatRetakesAPlaceIsTheActorThoughItsDeadAreTold) {
  const auto events = extract("أعلن الجيش السوداني استعادة مدينة أم روابة بعد معارك أسفرت عن مقتل ثلاثة من ضباطه.", "2025-01-30");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].sub_event_type, "Government regains territory");
  ASSERT_FALSE(events[0].actors.empty());
  EXPECT_EQ(events[0].actors[0].kind, "state_forces");
}

TEST(Who, WhomSmugglersSupplyDidNotSeizeTheGoods) {
  const auto events = extract(
      "أعلنت شرطة ولاية كسلا توقيف أربعة أشخاص يشتبه في تهريبهم الوقود إلى قوات الدعم السريع، وضبط شحنة ذخائر كانت مخبأة في شاحنة.", "2025-11-20");
  ASSERT_FALSE(events.empty());
  for (const Event& event : events) {
    for (const Participant& actor : event.actors) EXPECT_EQ(actor.kind, "police");
  }
}

}  // namespace
}  // namespace rasd
