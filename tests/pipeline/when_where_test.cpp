// When and where an event happened, as an article tells it: which of several dates and places is the event's own.
#include <gtest/gtest.h>

#include <algorithm>

#include "rasd/extractor.hpp"

namespace rasd {
namespace {

class WhenWhere : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string root = RASD_SOURCE_DIR;
    auto loaded = Knowledge::load({root + "/rules", root + "/data"});
    ASSERT_TRUE(loaded) << loaded.error()[0].to_string();
    knowledge_ = new std::shared_ptr<const Knowledge>(std::move(loaded).value());
  }
  static void TearDownTestSuite() { delete knowledge_; }

  // The events of a text that was published on Thursday, 5 April 2018.
  static std::vector<Event> events_of(const std::string& text, const std::string& title = {}) {
    Document document;
    document.id = "d";
    document.title = title;
    document.text = text;
    document.published = "2018-04-05";
    document.anchor = std::chrono::sys_days{std::chrono::year{2018} / 4 / 5};
    Workspace workspace(*knowledge_);
    return Extractor(*knowledge_).extract(document, workspace);
  }

  static std::string place_of(const Event& event) { return event.location ? event.location->name : std::string(); }
  static int day_of(const Event& event) {
    if (!event.date) return 0;
    return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{event.date->range.start}.day()));
  }
  // The event whose trigger holds the word.
  static const Event* find(const std::vector<Event>& events, const std::string& word) {
    for (const Event& event : events) {
      if (event.trigger.text.find(word) != std::string::npos) return &event;
    }
    return nullptr;
  }

  static std::shared_ptr<const Knowledge>* knowledge_;
};

std::shared_ptr<const Knowledge>* WhenWhere::knowledge_ = nullptr;

TEST_F(WhenWhere, UndatedNewsIsOfTheDayOfPublication) {
  const auto events = events_of("قصفت طائرات حربية بلدة سرمين في ريف إدلب.");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(day_of(events[0]), 5);
  EXPECT_EQ(events[0].date->basis, "published");
}

TEST_F(WhenWhere, LaterItemsTakeTheDayOfTheLead) {
  const auto events = events_of(
      "قتل أربعة مدنيين الثلاثاء في غارة جوية على مدينة إدلب.\n"
      "وفي حماة انفجرت عبوة ناسفة بسيارة مدنية وأصيب سائقها.");
  const Event* blast = find(events, "انفجرت");
  ASSERT_NE(blast, nullptr);
  EXPECT_EQ(day_of(*blast), 3);
  EXPECT_EQ(blast->date->basis, "inherited");
  EXPECT_EQ(place_of(*blast), "حماة");
}

TEST_F(WhenWhere, TheActsOwnDayBeforeThatOfTheStatement) {
  const auto events = events_of("أعلن الجيش اليمني الأربعاء أن طائرة مسيرة قصفت مدينة مأرب يوم الإثنين.");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(day_of(events[0]), 2);
}

// What somebody thinks or does about an event is of another day than the event.
TEST_F(WhenWhere, TheDayOfACommentIsNotTheActs) {
  const auto events = events_of(
      "أدانت الخارجية الأردنية، الأربعاء، تفجير سيارة مفخخة في مدينة أعزاز.\n"
      "وكان ستة مدنيين قتلوا في تفجير السيارة في أعزاز يوم الإثنين.");
  const Event* blast = find(events, "تفجير");
  ASSERT_NE(blast, nullptr);
  EXPECT_EQ(day_of(*blast), 2);
}

TEST_F(WhenWhere, AFrontedDayIsOfTheVerbBehindIt) {
  const auto events = events_of(
      "قتل أربعة مدنيين الثلاثاء في غارة جوية على مدينة إدلب.\n"
      "وفي وقت لاحق، الأربعاء، أعلنت القناة أن الغارة دمرت ثلاثة منازل.");
  ASSERT_FALSE(events.empty());
  for (const Event& event : events) EXPECT_EQ(day_of(event), 3) << event.trigger.text;
  const auto said = events_of("انفجرت عبوة ناسفة في مدينة الباب الثلاثاء، وقال شهود إن امرأة أصيبت.");
  ASSERT_FALSE(said.empty());
  EXPECT_EQ(day_of(said[0]), 3);
}

TEST_F(WhenWhere, ADayInARelativeClauseIsOfTheActThatItTellsOf) {
  const auto events = events_of("اعتقلت الشرطة الإثنين خمسة أشخاص في مدينة صور لصلتهم بالتفجير الذي هز المدينة الأحد.");
  const Event* arrest = find(events, "اعتقلت");
  ASSERT_NE(arrest, nullptr);
  EXPECT_EQ(day_of(*arrest), 2);
}

TEST_F(WhenWhere, WhatComesBehindBeforeIsLater) {
  const auto events = events_of("أوقف مسلحون صباح الأحد حافلة قرب مدينة جاسم، واختطفوا أربعة طلاب، قبل أن يطلقوا سراحهم مساء الثلاثاء.");
  const Event* abduction = find(events, "اختطف");
  ASSERT_NE(abduction, nullptr);
  EXPECT_EQ(day_of(*abduction), 1);
}

TEST_F(WhenWhere, DaysCountedBackFromWhatCameAfter) {
  const auto events = events_of(
      "انفجرت سيارة مفخخة الأربعاء في حي الوعر بحمص وجرح شرطيان.\n"
      "ويأتي الانفجار بعد ثلاثة أيام من مقتل سبعة مدنيين في قصف مدفعي على بلدة تلبيسة.");
  const Event* shelling = find(events, "قصف");
  ASSERT_NE(shelling, nullptr);
  EXPECT_EQ(day_of(*shelling), 1);
  const auto day_after = events_of(
      "قصفت مدفعية الجيش اللبناني الأربعاء مواقع لتنظيم داعش في جرود عرسال.\n"
      "ويأتي القصف غداة كمين قتل فيه جنديان لبنانيان قرب بلدة القاع.");
  EXPECT_TRUE(std::any_of(day_after.begin(), day_after.end(),
                          [](const Event& event) { return event.sub_event_type == "Armed clash" && day_of(event) == 3; }));
}

TEST_F(WhenWhere, WhatOpensATextIsNotDatedByAnotherActBehindIt) {
  const auto events = events_of(
      "اعتقلت الشرطة التونسية سبعة أشخاص في مدينة صفاقس في حملة أمنية.\n"
      "وكانت سيارة مفخخة انفجرت الإثنين قرب مركز للشرطة في مدينة سوسة.");
  const Event* arrest = find(events, "اعتقلت");
  ASSERT_NE(arrest, nullptr);
  EXPECT_EQ(day_of(*arrest), 5);
}

TEST_F(WhenWhere, AnAnniversaryTellsTheYear) {
  const auto events = events_of("أحيا سكان مدينة داريا الأربعاء الذكرى الثالثة للمجزرة التي ارتكبتها قوات النظام وقتل فيها سبعون مدنيا.");
  const Event* massacre = find(events, "مجزرة");
  ASSERT_NE(massacre, nullptr);
  ASSERT_TRUE(massacre->date);
  EXPECT_EQ(massacre->date->range.start, std::chrono::sys_days{std::chrono::year{2015} / 1 / 1});
  EXPECT_EQ(massacre->date->range.precision, DatePrecision::year);
}

TEST_F(WhenWhere, EarlierIsTheSameDay) {
  const auto events = events_of(
      "قتل أربعة مدنيين الأربعاء في غارة جوية على مدينة إدلب.\n"
      "وفي وقت سابق قصفت المدفعية بلدة سراقب وأصيب طفلان.");
  const Event* shelling = find(events, "قصفت");
  ASSERT_NE(shelling, nullptr);
  EXPECT_EQ(day_of(*shelling), 4);
}

TEST_F(WhenWhere, TheDateLineDatesNothing) {
  const auto events = events_of("رام الله 5-4-2018 - اعتقلت قوات الاحتلال 12 فلسطينيا من مخيم جنين منذ مساء أمس وحتى فجر اليوم.");
  ASSERT_FALSE(events.empty());
  ASSERT_TRUE(events[0].date);
  EXPECT_EQ(day_of(events[0]), 4);
  EXPECT_EQ(events[0].date->range.end, std::chrono::sys_days{std::chrono::year{2018} / 4 / 5});
}

// A round-up tells of yesterday and of today: what it leaves undated was on either.
TEST_F(WhenWhere, UndatedItemsOfARoundUpAreOfEitherDay) {
  const auto events = events_of(
      "قتل أربعة مدنيين أمس في غارة جوية على مدينة إدلب.\n"
      "وفي درعا أصيب شرطيان صباح اليوم بانفجار عبوة ناسفة.\n"
      "من جهة أخرى اختطف مسلحون تاجرا في مدينة حماة.");
  const Event* abduction = find(events, "اختطف");
  ASSERT_NE(abduction, nullptr);
  EXPECT_EQ(day_of(*abduction), 4);
  EXPECT_EQ(abduction->date->range.end, std::chrono::sys_days{std::chrono::year{2018} / 4 / 5});
}

TEST_F(WhenWhere, EndlessPeriodsDateNothing) {
  const auto events = events_of("تظاهر المئات في ساحة الفردوس ببغداد في واحدة من أكبر الاحتجاجات في السنوات العشر الماضية.");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events[0].date->basis, "published");
}

TEST_F(WhenWhere, ALongPeriodBehindSinceDatesNothing) {
  const auto events = events_of("قصفت قوات النظام بالمدفعية بلدة كفرنبل ضمن الحرب الدائرة منذ عام 2011.");
  ASSERT_FALSE(events.empty());
  ASSERT_TRUE(events[0].date);
  EXPECT_EQ(day_of(events[0]), 5);
}

TEST_F(WhenWhere, SinceYesterdayDoesDate) {
  const auto events = events_of("استشهد شابان برصاص الاحتلال منذ مساء أمس خلال اقتحام مدينة جنين.");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(day_of(events[0]), 4);
}

TEST_F(WhenWhere, WhereTheSpeakerSitsIsNotThePlace) {
  const auto events = events_of("ذكرت وكالة فارس في طهران أن طائرات قصفت بلدة سرمين.");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(place_of(events[0]), "سرمين");
}

TEST_F(WhenWhere, TheDatelineIsNotThePlace) {
  const auto events = events_of("القاهرة - وكالات: قتل ثلاثة جنود في انفجار عبوة ناسفة بمدينة العريش.");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(place_of(events[0]), "العريش");
  for (const Place& other : events[0].other_locations) EXPECT_NE(other.name, "القاهرة");
}

TEST_F(WhenWhere, StatesThatActAreNotThePlace) {
  const auto events = events_of("نفذت الولايات المتحدة غارة جوية قرب مدينة دير الزور.");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(place_of(events[0]), "دير الزور");
}

TEST_F(WhenWhere, ATownThatATextOfAnotherCountryNamesKeepsItsOwn) {
  const auto events = events_of(
      "بيروت - انفجرت عبوة ناسفة في بلدة تل أبيض وقتل مدنيان.\n"
      "وتشهد الحدود مع تركيا توترا بعد لقاء في أنقرة بين مسؤولين من لبنان وتركيا.");
  ASSERT_FALSE(events.empty());
  ASSERT_TRUE(events[0].location);
  EXPECT_EQ(events[0].location->country, "SYR");
}

TEST_F(WhenWhere, TheCapitalIsCalledByItsName) {
  const auto events = events_of("انفجرت سيارة مفخخة في العاصمة العراقية وقتل فيها خمسة مدنيين.");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(place_of(events[0]), "بغداد");
  EXPECT_EQ(events[0].location->mention.text, "العاصمة العراقية");
}

TEST_F(WhenWhere, AnUnplacedEventIsWhereTheOneBeforeWas) {
  const auto events = events_of(
      "انفجرت سيارة مفخخة في حي الكرادة ببغداد. وبعد ساعة اعتقلت الشرطة ثلاثة أشخاص.");
  const Event* arrest = find(events, "اعتقلت");
  ASSERT_NE(arrest, nullptr);
  ASSERT_TRUE(arrest->location);
  EXPECT_EQ(arrest->location->country, "IRQ");
  EXPECT_EQ(arrest->location->basis, "inherited");
}

TEST_F(WhenWhere, ADayNarrowsThePeriodThatItLiesIn) {
  const auto events = events_of(
      "قتل عشرون مدنيا خلال اليومين الماضيين في هجوم على قرية تين أكوف.\n"
      "وقالت البلدية إن الهجوم على قرية تين أكوف وقع الثلاثاء، وقتل فيه عشرون مدنيا.");
  const Event* attack = find(events, "هجوم");
  ASSERT_NE(attack, nullptr);
  EXPECT_EQ(day_of(*attack), 3);
  ASSERT_TRUE(attack->date.has_value());
  EXPECT_EQ(attack->date->range.start, attack->date->range.end);
}

TEST_F(WhenWhere, WhatIsDoneAboutAnActDoesNotDateIt) {
  const auto events = events_of(
      "يجتمع مجلس الأمن الأربعاء لبحث الهجوم الكيميائي الذي وقع الأحد في مدينة دوما.");
  const Event* attack = find(events, "الهجوم");
  ASSERT_NE(attack, nullptr);
  EXPECT_EQ(day_of(*attack), 1);
}

TEST_F(WhenWhere, ATextThatOpensWithACommentTellsOfItsFirstAct) {
  const auto events = events_of(
      "يعقد وزراء خارجية الدول العربية اجتماعا طارئا اليوم في القاهرة.\n"
      "ويأتي الاجتماع بعد غارات للطيران الإسرائيلي أدت إلى مقتل عشرات المدنيين في مدينة خان يونس.\n"
      "وقتل جندي إسرائيلي الإثنين في اشتباك مع مسلحين شرق غزة.");
  const Event* raids = find(events, "غارات");
  ASSERT_NE(raids, nullptr);
  EXPECT_EQ(day_of(*raids), 2);
}

TEST_F(WhenWhere, AStrikeInProtestIsNotWhatItProtestsAgainst) {
  const auto events = events_of("خرجت مظاهرة في مدينة الخليل الأربعاء احتجاجا على مقتل ثلاثة شبان برصاص الجيش الإسرائيلي قرب نابلس يوم الإثنين.");
  const Event* protest = find(events, "مظاهرة");
  ASSERT_NE(protest, nullptr);
  EXPECT_EQ(day_of(*protest), 4);
  EXPECT_FALSE(protest->casualties[static_cast<std::size_t>(CasualtyKind::killed)].has_value());
  const Event* killing = find(events, "مقتل");
  ASSERT_NE(killing, nullptr);
  EXPECT_EQ(day_of(*killing), 2);
}

TEST_F(WhenWhere, AYearToldByTheWayDoesNotDateTheNews) {
  const auto events = events_of(
      "قتل خمسة جنود في انفجار قنبلة بمدينة بنغازي الثلاثاء.\n"
      "وتدور معارك في بنغازي، وكانت قنبلة انفجرت في المدينة عام 2011.");
  const Event* bomb = find(events, "انفجار");
  ASSERT_NE(bomb, nullptr);
  EXPECT_EQ(day_of(*bomb), 3);
}

TEST_F(WhenWhere, ASecondItemOfYesterdayMakesTheRoundUpOneOfYesterday) {
  const auto events = events_of(
      "قصفت طائرات التحالف أمس منزلا في مدينة عتق.\n"
      "ومن جهة أخرى، قتل ثمانية حوثيين أمس في مواجهات في مدينة مأرب.\n"
      "إلى ذلك، انفجرت عبوة ناسفة بدورية للشرطة في مدينة المكلا.");
  const Event* blast = find(events, "انفجرت");
  ASSERT_NE(blast, nullptr);
  ASSERT_TRUE(blast->date.has_value());
  EXPECT_EQ(day_of(*blast), 4);
  EXPECT_EQ(blast->date->range.start, blast->date->range.end);
}

TEST_F(WhenWhere, TheLastAttackBeforeIsAnotherOne) {
  const auto events = events_of(
      "قتل ستة أشخاص في تفجير انتحاري في كابل الأربعاء.\n"
      "وكان آخر تفجير انتحاري في كابل وقع في 18 آذار وقتل فيه عشرة أشخاص.");
  const Event* blast = find(events, "تفجير");
  ASSERT_NE(blast, nullptr);
  EXPECT_EQ(day_of(*blast), 4);
  EXPECT_EQ(blast->casualties[static_cast<std::size_t>(CasualtyKind::killed)]->count.min, 6);
}

}  // namespace
}  // namespace rasd
