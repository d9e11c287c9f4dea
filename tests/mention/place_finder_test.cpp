#include "mention/place_support.hpp"

namespace rasd {
namespace {

TEST(PlaceFinder, BareNameBehindPrepositionAndKind) {
  const auto found = places().find("أصيب ثلاثة عمال في مدينة حلب وبدمشق وللرياض وفد.");
  ASSERT_NE(named(found, "حلب"), nullptr);
  EXPECT_EQ(named(found, "حلب")->kind, "city");
  EXPECT_EQ(named(found, "حلب")->precision, 1);
  ASSERT_NE(named(found, "دمشق"), nullptr);
  EXPECT_EQ(named(found, "دمشق")->country, "SYR");
  EXPECT_NE(named(found, "رياض"), nullptr);
}

TEST(PlaceFinder, ATownThatIsCalledAsAKindOfPlaceIs) {
  EXPECT_NE(named(places().find("وقع انفجار في مدينة الميادين مساء أمس."), "الميادين"), nullptr);
  EXPECT_EQ(named(places().find("خرج المحتجون إلى الميادين مساء أمس."), "الميادين"), nullptr);
}

TEST(PlaceFinder, ProvinceAndCityOfOneName) {
  const auto found = places().find("سقطت قذيفتان على محافظة إدلب ثم على مدينة إدلب.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].kind, "province");
  EXPECT_EQ(found[0].precision, 3);
  EXPECT_EQ(found[1].kind, "city");
  EXPECT_EQ(found[1].precision, 1);
}

TEST(PlaceFinder, DirectionsWidenTheMention) {
  const auto found = places().find("انفجر لغم شمالي منبج، وآخر في غربي العراق، وثالث في ريف حلب الشمالي.");
  ASSERT_NE(named(found, "منبج"), nullptr);
  EXPECT_EQ(named(found, "منبج")->precision, 2);
  ASSERT_NE(named(found, "غربي العراق"), nullptr);
  EXPECT_EQ(named(found, "غربي العراق")->country, "IRQ");
  EXPECT_EQ(named(found, "غربي العراق")->precision, 2);
  ASSERT_NE(named(found, "ريف حلب الشمالي"), nullptr);
  EXPECT_EQ(named(found, "ريف حلب الشمالي")->country, "SYR");
}

TEST(PlaceFinder, NearAndMeasured) {
  const auto found = places().find("وقع الكمين على بعد 12 كيلومترا من الرمادي وبالقرب من الفلوجة.");
  ASSERT_NE(named(found, "الرمادي"), nullptr);
  EXPECT_EQ(named(found, "الرمادي")->precision, 2);
  ASSERT_NE(named(found, "الفلوجة"), nullptr);
  EXPECT_EQ(named(found, "الفلوجة")->precision, 2);
}

TEST(PlaceFinder, UnknownNameBehindKindWordInheritsTheCountry) {
  const auto found = places().find("دهمت الشرطة قرية زرزوقة بمحافظة تعز صباحا.");
  ASSERT_NE(named(found, "زرزوقة"), nullptr);
  EXPECT_EQ(named(found, "زرزوقة")->id, "");
  EXPECT_EQ(named(found, "زرزوقة")->kind, "village");
  EXPECT_EQ(named(found, "زرزوقة")->country, "YEM");
}

TEST(PlaceFinder, KindThatBelongsToTheName) {
  const auto found = places().find("احترق متجر في شارع القرنوفل في بغداد.");
  EXPECT_NE(named(found, "شارع القرنوفل"), nullptr);
}

TEST(PlaceFinder, AdjectiveBehindKindWordIsNoName) {
  const auto found = places().find("هاجموا بلدة حدودية وقاعدة عسكرية وقرية صغيرة وسوق شعبي.");
  EXPECT_TRUE(found.empty()) << found.front().name;
}

TEST(PlaceFinder, TwoTownsBehindTheDual) {
  const auto found = places().find("أخلى الجيش بلدتي قرمونة وشلبوطة في ريف إدلب.");
  EXPECT_NE(named(found, "قرمونة"), nullptr);
  ASSERT_NE(named(found, "شلبوطة"), nullptr);
  EXPECT_EQ(named(found, "شلبوطة")->country, "SYR");
}

TEST(PlaceFinder, CommonWordsNeedEvidence) {
  EXPECT_TRUE(places().find("رفع المتظاهرون صور القتلى وطالبوا بدعم مالي عاجل.").empty());
  const auto found = places().find("قتل جنديان في هجوم بشمال مالي قرب كيدال.");
  ASSERT_NE(named(found, "كيدال"), nullptr);
  EXPECT_EQ(named(found, "كيدال")->country, "MLI");
  EXPECT_GE(found.size(), 2u);
}

TEST(PlaceFinder, PersonIsNoPlace) {
  const auto found = places().find("قال الشيخ صباح في الكويت إن حسن نصر الله لم يحضر.");
  EXPECT_EQ(named(found, "صباح"), nullptr);
  EXPECT_NE(named(found, "الكويت"), nullptr);
}

TEST(PlaceFinder, HomonymsFollowTheCountryOfTheText) {
  const auto libya = places().find("اندلعت مواجهات في طرابلس غربي ليبيا، وأغلق مطار مصراتة، ونزح سكان من سرت.");
  ASSERT_NE(named(libya, "طرابلس"), nullptr);
  EXPECT_EQ(named(libya, "طرابلس")->country, "LBY");
  const auto lebanon = places().find("أطلق مسلحون النار في طرابلس شمالي لبنان، وقطع شبان طريق بيروت عند صيدا.");
  ASSERT_NE(named(lebanon, "طرابلس"), nullptr);
  EXPECT_EQ(named(lebanon, "طرابلس")->country, "LBN");
}

TEST(PlaceFinder, RafahOnEitherSide) {
  const auto sinai = places().find("هاجم مسلحون حاجزا في رفح بشمال سيناء، وفر آخرون نحو العريش.");
  ASSERT_NE(named(sinai, "رفح"), nullptr);
  EXPECT_EQ(named(sinai, "رفح")->country, "EGY");
  const auto gaza = places().find("سقط صاروخ في رفح جنوب قطاع غزة وآخر في خان يونس.");
  ASSERT_NE(named(gaza, "رفح"), nullptr);
  EXPECT_EQ(named(gaza, "رفح")->country, "PSE");
}

TEST(PlaceFinder, HintOfTheOutletDecides) {
  const auto found = places().find("اعتصم طلاب في طرابلس.", "LBN");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].country, "LBN");
}

}  // namespace
}  // namespace rasd
