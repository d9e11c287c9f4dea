// What is no conflict event: one text for each topic that must give nothing, and a twin that must give an event.
#include <gtest/gtest.h>

#include <string>

#include "support/golden.hpp"

namespace rasd::test {
namespace {

struct Pair {
  const char* topic;
  const char* title;
  const char* nothing;
  const char* twin_title;
  const char* event;
};

class RelevanceTest : public testing::TestWithParam<Pair> {};

TEST_P(RelevanceTest, TopicGivesNothing) {
  const std::vector<Event> events = extract(GetParam().nothing, "2018-05-10", GetParam().title);
  EXPECT_TRUE(events.empty()) << "first event: " << (events.empty() ? "" : events.front().trigger.text);
}

TEST_P(RelevanceTest, TwinGivesAnEvent) {
  EXPECT_FALSE(extract(GetParam().event, "2018-05-10", GetParam().twin_title).empty());
}

INSTANTIATE_TEST_SUITE_P(
    Topics, RelevanceTest,
    testing::Values(
        Pair{"sport", "المنتخب يفوز في مباراة الكأس", "شن مهاجمو المنتخب هجوما على مرمى الضيوف في الشوط الثاني.",
             "هجوم على حافلة", "شن مسلحون هجوما على حافلة للجيش في مدينة الموصل أمس."},
        Pair{"accident", "غرق عبارة في بحيرة", "لقي 20 شخصا حتفهم قرب مدينة أسوان صباح أمس.", "قصف على قرية",
             "لقي 20 شخصا حتفهم في قصف على قرية قرب مدينة حلب صباح أمس."},
        Pair{"disaster", "زلزال قوي يضرب سواحل تركيا", "ضرب زلزال سواحل تركيا وقتل خمسة أشخاص في إزمير.", "غارة على إدلب",
             "ضربت طائرة حربية بلدة في ريف إدلب وقتل خمسة أشخاص."},
        Pair{"disease", "علماء يدرسون خلايا السرطان", "عثر العلماء على خلايا جديدة في المختبر في برلين.", "تفكيك خلية إرهابية",
             "فككت الشرطة المغربية خلية إرهابية في مدينة فاس أمس."},
        Pair{"court", "", "قضت محكمة في القاهرة بحكم الإعدام على رجل قتل جاره.", "",
             "قتل مسلحون قاضيا أمام منزله في القاهرة أمس."},
        Pair{"crime", "ضبط مخدرات في ميناء", "ضبطت الشرطة رجلا حاول تهريب المخدرات في ميناء جدة.", "اعتقالات في نابلس",
             "اعتقلت قوات الاحتلال خمسة شبان في مدينة نابلس فجر اليوم."},
        Pair{"fiction", "فيلم جديد في السينما", "يروي الفيلم مقتل رجل في باريس على يد لص.", "مقتل رجل في باريس",
             "أعلنت الشرطة مقتل رجل في باريس على يد مسلحين في هجوم أمس."},
        Pair{"drill", "", "أصيب رجل خلال تدريبات على الرماية في قاعدة قرب مدينة مأرب.", "",
             "أصيب رجل في هجوم للمتمردين على قاعدة قرب مدينة مأرب."},
        Pair{"festival", "", "احتضنت مدينة فاس تظاهرة ثقافية حول الشعر أمس.", "", "شهدت مدينة فاس تظاهرة ضد الغلاء أمس."},
        Pair{"animal", "أسود ونمور تهرب من حديقة حيوانات", "قال متحدث إن أحد الحيوانات قتل بعد إطلاق النار عليه في مدينة تريفيس.",
             "هجوم على مقهى", "قال متحدث إن رجلا قتل بعد إطلاق النار عليه في مدينة تريفيس."},
        Pair{"cyber", "قراصنة الإنترنت يهددون المصارف", "تعرضت شركة في مدينة دبي لهجوم شنه قراصنة الإنترنت أمس.", "هجوم على شركة",
             "تعرضت شركة في مدينة دبي لهجوم شنه مسلحون أمس."},
        Pair{"words", "", "تعرض المتحف في مدريد لهجوم وانتقادات بعد ترميم اللوحة.", "",
             "تعرض المتحف في مدريد لهجوم مسلح أمس."},
        Pair{"archery", "", "فاز شاب في مسابقة الرماية بالسهام في مدينة أبها أمس.", "",
             "قتل شاب في قصف على مدينة تعز أمس."},
        Pair{"history", "", "قصفت طائرات ألمانية مدينة لندن في 7 سبتمبر 1940.", "", "قصفت طائرات روسية مدينة دوما في 7 مايو 2018."}),
    [](const testing::TestParamInfo<Pair>& pair) { return std::string(pair.param.topic); });

}  // namespace
}  // namespace rasd::test
