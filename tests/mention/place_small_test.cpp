// Hamlets behind a kind word, areas of unknown names, parts of towns, and names that are no places.
#include "mention/place_support.hpp"

namespace rasd {
namespace {

TEST(SmallPlaces, BehindAKindWordInTheProvinceThatTheTextNames) {
  const auto found = places().find("قصفت الطائرات قرية البو جميل قرب الفلوجة بمحافظة الأنبار غربي العراق.");
  const FoundPlace* place = named(found, "البو جميل");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->id, "wof1193146599");
  EXPECT_EQ(place->country, "IRQ");
}

TEST(SmallPlaces, NotWithoutAKindWord) {
  EXPECT_EQ(named(places().find("زار الوفد مع الذهبية محافظة حلب في سوريا."), "الذهبية"), nullptr);
}

TEST(SmallPlaces, OneOfAnotherProvinceIsNotMeant) {
  const auto found = places().find("هاجم مسلحون قرية الذهبية بريف درعا في جنوب سوريا.");
  const FoundPlace* place = named(found, "الذهبية");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->id, "");
  EXPECT_EQ(place->country, "SYR");
}

TEST(SmallPlaces, LocallyMadeIsNoDistrict) {
  EXPECT_TRUE(places().find("استخدموا عبوة ناسفة محلية الصنع في الهجوم.").empty());
}

TEST(PlaceFinder, AnAreaOfAnUnknownName) {
  const auto found = places().find("اندلعت معارك في منطقة زرنيقوب بمحافظة مأرب، وأخرى في جبهة الخشبولة باليمن.");
  ASSERT_NE(named(found, "زرنيقوب"), nullptr);
  EXPECT_EQ(named(found, "زرنيقوب")->country, "YEM");
  EXPECT_NE(named(found, "الخشبولة"), nullptr);
  EXPECT_TRUE(places().find("انتشرت القوات في مناطق واسعة ومناطق متفرقة.").empty());
}

TEST(PlaceFinder, PartsOfATownAreNearIt) {
  const auto found = places().find("شهدت الأطراف الشمالية والشرقية لعدن معارك، وقصفت الأحياء الشرقية لمدينة حلب.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].name, "عدن");
  EXPECT_EQ(found[1].name, "حلب");
  EXPECT_EQ(found[1].precision, 2);
}

TEST(PlaceFinder, APrepositionIsNoGivenName) {
  EXPECT_NE(named(places().find("نفذت الطائرات غارات على سراقب في سوريا."), "سراقب"), nullptr);
}

TEST(PlaceFinder, NamesInAnotherSense) {
  EXPECT_TRUE(places().find("استخدموا الأسير درعا بشريا خلال الاقتحام.").empty());
  EXPECT_EQ(named(places().find("تحدث عمران خان إلى أنصاره في باكستان."), "عمران"), nullptr);
  EXPECT_NE(named(places().find("وصل الوفد اليمني إلى محافظة عمران في اليمن."), "عمران"), nullptr);
  EXPECT_EQ(named(places().find("سقط صاروخ على مدرسة تؤوي نازحين في غزة."), "مدرسة تؤوي"), nullptr);
}

TEST(PlaceFinder, AStrangersTownIsNotWhatAnAreaIsCalledAfter) {
  const auto found = places().find("قال سكان في صنعاء ومأرب وتعز إن القصف طال منطقة الفاو قرب مأرب باليمن.");
  ASSERT_NE(named(found, "الفاو"), nullptr);
  EXPECT_EQ(named(found, "الفاو")->country, "YEM");
}

TEST(PlaceFinder, ABareNameOfProvinceAndSeatMeansTheSeat) {
  const auto found = places().find("اندلع حريق في سرت الليبية.");
  ASSERT_NE(named(found, "سرت"), nullptr);
  EXPECT_EQ(named(found, "سرت")->id, "lby.sirte");
}

}  // namespace
}  // namespace rasd
