// Who stands beside whom: joined doers, owners, what is said of somebody, and plots that were prevented. Sentences of these tests.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/golden.hpp"

namespace rasd {
namespace {

using test::extract;

struct Case {
  const char* text;
  const char* type;
  std::vector<const char*> actors;   // parts of texts or names; all must stand there
  std::vector<const char*> targets;
  std::vector<const char*> not_there;  // on neither side
};

bool names(const std::vector<Participant>& side, const std::string& text) {
  return std::any_of(side.begin(), side.end(), [&](const Participant& p) {
    return p.mention.text.find(text) != std::string::npos || p.name.find(text) != std::string::npos;
  });
}

class Beside : public testing::TestWithParam<Case> {};

TEST_P(Beside, IsRead) {
  const Case& c = GetParam();
  const auto events = extract(c.text, "2024-05-10");
  const auto found = std::find_if(events.begin(), events.end(), [&](const Event& e) { return e.sub_event_type == c.type; });
  ASSERT_NE(found, events.end()) << c.text;
  for (const char* actor : c.actors) EXPECT_TRUE(names(found->actors, actor)) << actor;
  for (const char* target : c.targets) EXPECT_TRUE(names(found->targets, target)) << target;
  for (const char* name : c.not_there) {
    EXPECT_FALSE(names(found->actors, name)) << name;
    EXPECT_FALSE(names(found->targets, name)) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Doers, Beside,
    testing::Values(
        Case{"قصف الجيش وقوات العشائر مواقع المتمردين قرب مدينة مأرب صباح الخميس.", "Shelling/artillery/missile attack", {"قوات العشائر"}, {}, {}},
        Case{"قُتل سبعة عمال في غارات فرنسية وأمريكية على قاعدة قرب مدينة غاو.", "Air/drone strike", {"فرنسا", "الولايات المتحدة"}, {}, {}},
        Case{"خطف مسلحون يرتدون زي الجيش ستة مهندسين من موقع عملهم في مدينة كركوك.", "Abduction/forced disappearance", {"مسلحون"}, {"مهندسين"}, {}},
        Case{"أسقطت الدفاعات الجوية للجيش السوداني طائرة مسيرة فوق مدينة الدمازين.", "Disrupted weapons use", {"الدفاعات الجوية"}, {}, {}},
        Case{"أعلنت سرايا القدس أنها استهدفت دبابة إسرائيلية بقذيفة شرق مدينة رفح.", "Shelling/artillery/missile attack", {"سرايا القدس"}, {"دبابة"}, {}},
        Case{"تبنت حركة الشباب انفجارا استهدف فندقا في مدينة كيسمايو وأوقع تسعة قتلى.", "Remote explosive/landmine/IED", {"حركة الشباب"}, {"فندقا"}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Owners, Beside,
    testing::Values(
        Case{"قصفت الطائرات الحربية شاحنة محملة بالوقود تابعة لتنظيم داعش في بادية الرصافة.", "Air/drone strike", {}, {"داعش"}, {}},
        Case{"استهدفت المدفعية التركية نقطة لـ«قسد» في محيط بلدة عين عيسى.", "Shelling/artillery/missile attack", {}, {"قوات سوريا الديمقراطية"}, {}},
        Case{"دارت اشتباكات بين مسلحين وقوات الشرطة في قضاء المجر الكبير جنوب محافظة ميسان.", "Armed clash", {}, {}, {"المجري"}}));

INSTANTIATE_TEST_SUITE_P(
    Prevented, Beside,
    testing::Values(
        Case{"أعلنت الشرطة البلجيكية إحباط هجوم بسكين كان يعد له شاب في مدينة أنتويرب.", "Disrupted weapons use", {"الشرطة البلجيكية"}, {}, {}},
        Case{"أحبط الجيش هجوما شنه المتمردون على مواقعه في أطراف مدينة الضالع.", "Armed clash", {"الجيش"}, {}, {}},
        Case{"أسرت قوات العمالقة تسعة من عناصر الحوثيين في معارك مديرية حيس.", "Armed clash", {"العمالقة"}, {"الحوثي"}, {}}));

TEST(Counts, AThirdIsOne) {
  const auto events = extract("أدت غارة للطيران الحربي على بلدة بنش إلى مقتل طفلين وجرح ثالث يوم الأحد.", "2019-11-04");
  ASSERT_FALSE(events.empty());
  ASSERT_TRUE(events[0].casualties[0].has_value());
  ASSERT_TRUE(events[0].casualties[1].has_value());
  EXPECT_EQ(events[0].casualties[0]->count, (CountRange{2, 2}));
  EXPECT_EQ(events[0].casualties[1]->count, (CountRange{1, 1}));
}

TEST(Incidents, FiguresOfTwoSourcesAreOneIncident) {
  const auto events = extract(
      "قُتل 23 شخصا في غارة جوية على سوق مدينة عبس مساء الأحد.\n\nوقال مسعفون إن الغارة على سوق عبس أوقعت 20 قتيلا.", "2018-04-23");
  EXPECT_EQ(events.size(), 1u);
}

}  // namespace
}  // namespace rasd
