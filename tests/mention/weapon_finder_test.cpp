#include "mention/participant_support.hpp"

namespace rasd {
namespace {

std::string kind_of(const std::string& text, const std::string& weapon) {
  std::string all;
  for (const FoundWeapon& each : participants().find_weapons(text)) {
    if (each.text == weapon) return each.kind;
    all += " [" + each.text + "]";
  }
  ADD_FAILURE() << "no weapon \"" << weapon << "\" in \"" << text << "\", but" << all;
  return {};
}

TEST(WeaponFinder, LongestPhraseWins) {
  EXPECT_EQ(kind_of("انفجرت سيارة مفخخة قرب السوق.", "سيارة مفخخة"), "car_bomb");
  EXPECT_EQ(kind_of("استهدفتهم طائرة مسيرة أمس.", "طائرة مسيرة"), "drone");
  EXPECT_EQ(kind_of("سقطت قذائف هاون على الحي.", "قذائف هاون"), "mortar");
  EXPECT_EQ(kind_of("أطلقوا قنابل الغاز المسيل للدموع.", "قنابل الغاز المسيل للدموع"), "tear_gas");
}

TEST(WeaponFinder, InflectedFormsAndClitics) {
  EXPECT_EQ(kind_of("فجر انتحاري نفسه بحزام ناسف.", "حزام ناسف"), "belt");
  EXPECT_EQ(kind_of("انفجرت عبوتان ناسفتان في الطريق.", "عبوتان ناسفتان"), "ied");
  EXPECT_EQ(kind_of("ألقت المروحيات البراميل المتفجرة على البلدة.", "البراميل المتفجرة"), "barrel_bomb");
  EXPECT_EQ(kind_of("أصيب برصاصة في رأسه.", "رصاصة"), "gun");
  EXPECT_EQ(kind_of("قصفوا القرية بالمدفعية الثقيلة.", "المدفعية الثقيلة"), "artillery");
}

TEST(WeaponFinder, OrdinaryWordsAreNoWeapons) {
  EXPECT_TRUE(participants().find_weapons("اجتمع الوزراء في القاعة لبحث الموازنة.").empty());
}

}  // namespace
}  // namespace rasd
