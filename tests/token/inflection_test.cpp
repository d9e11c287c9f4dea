// Inflection of list items: one verb of each class, nouns, adjectives.
#include "support.hpp"

namespace rasd {
namespace {

struct VerbCase {
  const char* item;              // list block lines below the list head
  std::vector<const char*> yes;  // forms that belong to it
  std::vector<const char*> no;
};

class VerbClass : public testing::TestWithParam<VerbCase> {};

TEST_P(VerbClass, HasItsFormsAndNoOthers) {
  const Words words(std::string("list v\n  pos verb\n") + GetParam().item);
  for (const char* form : GetParam().yes) EXPECT_TRUE(words.in("v", form)) << form;
  for (const char* form : GetParam().no) EXPECT_FALSE(words.in("v", form)) << form;
}

INSTANTIATE_TEST_SUITE_P(
    Classes, VerbClass,
    testing::Values(
        VerbCase{"  قتل\n", {"قتل", "قتلت", "قتلا", "قتلتا", "قتلوا", "قتلن", "قتلنا", "يقتل", "تقتل", "يقتلون", "يقتلان", "ستقتل", "وقتل", "فيقتل", "قتله", "قتلوه", "ليقتلوا", "نقتل", "أقتل"}, {"القتل", "قاتل", "مقتول", "بقتل", "قتلة", "سقتل"}},
        VerbCase{"  فجّر\n", {"فجر", "فجرت", "يفجر", "فجروا", "يفجرون"}, {"تفجير", "الفجر"}},
        VerbCase{"  حاصر\n", {"حاصر", "حاصرت", "حوصر", "حوصرت", "حوصروا", "يحاصرون", "تحاصرها"}, {"حصار", "محاصرة"}},
        VerbCase{"  أطلق\n", {"أطلق", "اطلقت", "يطلق", "تطلق", "أطلقوا", "يطلقون", "أطلقها"}, {"إطلاق", "طلق"}},
        VerbCase{"  أصاب\n", {"أصاب", "أصابت", "أصيب", "أصيبت", "أصيبوا", "يصيب", "يصاب", "أصبت", "أصابته", "يصب", "تصيب"}, {"إصابة", "مصاب"}},
        VerbCase{"  ألقى\n", {"ألقى", "ألقت", "ألقوا", "ألقيت", "ألقي", "يلقي", "تلقي", "يلقون", "ألقاه", "ألقته"}, {"إلقاء"}},
        VerbCase{"  تعرّض\n", {"تعرض", "تعرضت", "يتعرض", "تتعرض", "تعرضوا"}, {"عرض"}},
        VerbCase{"  تبنى\n", {"تبنى", "تبنت", "يتبنى", "تبناه", "تبنتها", "تبنوا"}, {"تبني", "بنى"}},
        VerbCase{"  تبادل\n", {"تبادل", "تبادلت", "يتبادل", "تبادلوا"}, {"بادل"}},
        VerbCase{"  تصدى\n", {"تصدى", "تصدت", "يتصدى", "تصدوا"}, {}},
        VerbCase{"  اندلع\n", {"اندلع", "اندلعت", "تندلع", "ينـدلع"}, {"اندلاع"}},
        VerbCase{"  انهار\n", {"انهار", "انهارت", "ينهار", "تنهار"}, {"انهيار"}},
        VerbCase{"  استهدف\n", {"استهدف", "استهدفت", "يستهدف", "استهدفه"}, {"مستهدف", "استهداف"}},
        VerbCase{"  اغتال\n", {"اغتال", "اغتيل", "اغتالت", "اغتيلت", "يغتال", "اغتالوا", "اغتيلوا"}, {"اغتيال"}},
        VerbCase{"  اعتدى\n", {"اعتدى", "اعتدت", "اعتدوا", "يعتدي", "اعتدي", "يعتدون"}, {"اعتداء"}},
        VerbCase{"  احتل\n", {"احتل", "احتلت", "يحتل", "احتلوا", "تحتلها"}, {"احتلال"}},
        VerbCase{"  اتهم\n", {"اتهم", "اتهمت", "يتهم", "اتهموا", "اتهمته"}, {"متهم"}},
        VerbCase{"  استولى\n", {"استولى", "استولت", "استولوا", "يستولي", "يستولون"}, {"استيلاء"}},
        VerbCase{"  استعاد\n", {"استعاد", "استعادت", "استعيد", "استعيدت", "يستعيد", "يستعاد", "استعادها"}, {"استعادة"}},
        VerbCase{"  قال\n", {"قال", "قالت", "قيل", "يقول", "تقول", "يقال", "قلت", "قالوا", "يقولون", "وقال", "سيقول"}, {"قول", "القول", "قائل"}},
        VerbCase{"  سار\n", {"سار", "يسير", "سارت"}, {"يسور"}},
        VerbCase{"  رمى\n", {"رمى", "رمت", "رموا", "يرمي", "رماه", "رمي", "يرمون", "رمته"}, {"رمية"}},
        VerbCase{"  دعا\n", {"دعا", "دعت", "يدعو", "دعوا", "يدعون", "دعاه", "دعي", "يدعى"}, {"دعوة"}},
        VerbCase{"  لقي\n", {"لقي", "لقيت", "لقوا", "يلقى", "يلقون"}, {}},
        VerbCase{"  وصل\n", {"وصل", "وصلت", "يصل", "تصل", "سيصل", "وصلوا"}, {"صل", "وصول"}},
        VerbCase{"  شنّ\n", {"شن", "شنت", "شنوا", "يشن", "تشن", "شنها", "شنته", "يشنون", "شننا"}, {"شنة"}},
        VerbCase{"  أخذ\n", {"أخذ", "أخذت", "يأخذ", "يؤخذ"}, {"مأخوذ"}},
        VerbCase{"  بدأ\n", {"بدأ", "بدأت", "يبدأ", "بدأوا", "بدؤوا"}, {"بدء"}},
        VerbCase{"  سيطر\n", {"سيطر", "سيطرت", "يسيطر", "تسيطر", "سيطروا"}, {"سيطرة"}},
        VerbCase{"  أسر\n    class I.hamza_first\n", {"أسر", "أسرت", "يأسر", "أسروا"}, {"أسرة"}},
        VerbCase{"  عاش\n    imperfect يعيش\n", {"عاش", "يعيش", "تعيش"}, {"يعوش"}}));

TEST(Verb, ActiveAndPassiveDifferWhereTheyAreWrittenDifferently) {
  const Words words("list v\n  pos verb\n  أصاب\n  قتل\n");
  EXPECT_EQ(words.reading("v", "أصيب").features & (kActive | kPassive), kPassive);
  EXPECT_EQ(words.reading("v", "أصاب").features & (kActive | kPassive), kActive);
  EXPECT_EQ(words.reading("v", "يصاب").features & (kActive | kPassive), kPassive);
  EXPECT_EQ(words.reading("v", "قتل").features & (kActive | kPassive), kActive | kPassive);
}

TEST(Verb, NumberPersonAndTense) {
  const Words words("list v\n  pos verb\n  قصف\n");
  const auto features = [&](const char* form) { return words.reading("v", form).features; };
  EXPECT_EQ(features("قصفوا") & (kPerfect | kImperfect | kPlural | kThird | kMasculine), kPerfect | kPlural | kThird | kMasculine);
  EXPECT_EQ(features("يقصفون") & (kPerfect | kImperfect | kPlural), kImperfect | kPlural);
  EXPECT_NE(features("قصفتا") & kDual, 0u);
  EXPECT_NE(features("قصفت") & kFeminine, 0u);
  EXPECT_EQ(words.reading("v", "سيقصفه").proclitics, kFutureSa);
  EXPECT_EQ(words.lexicon->enclitic(words.reading("v", "قصفها").enclitic), "ها");
}

TEST(Verb, MasdarAndParticipleBelongToTheListOnlyWhereItSaysSo) {
  const Words words(
      "list plain\n  pos verb\n  أعلن\n"
      "list wide\n  pos verb\n  derive masdar participle\n  أعلن\n"
      "list own\n  pos verb\n  قصف\n    masdar قصف\n");
  EXPECT_FALSE(words.in("plain", "إعلان"));
  EXPECT_FALSE(words.in("plain", "معلنا"));
  EXPECT_TRUE(words.in("wide", "إعلان"));
  EXPECT_TRUE(words.in("wide", "معلنا"));
  EXPECT_TRUE(words.in("wide", "المعلنة"));
  EXPECT_TRUE(words.in("own", "القصف"));
  EXPECT_NE(words.reading("own", "بالقصف").features & kMasdar, 0u);
}

TEST(Noun, BrokenPluralMakesYnADual) {
  const Words words("list n\n  pos noun\n  قتيل\n  مسلح\n  غارة\n  صاروخ\n");
  for (const char* form : {"قتيل", "قتيلا", "قتيلان", "قتيلين", "قتلى", "القتلى", "قتلاه", "قتلاهم", "وقتيل", "بقتيل", "للقتلى"}) {
    EXPECT_TRUE(words.in("n", form)) << form;
  }
  EXPECT_EQ(words.reading("n", "قتيلين").features & (kDual | kPlural | kDualOrPlural), kDual);
  EXPECT_EQ(words.reading("n", "مسلحين").features & (kDual | kPlural | kDualOrPlural), kDual | kPlural | kDualOrPlural);
  EXPECT_EQ(words.reading("n", "مسلحون").features & (kDual | kPlural), kPlural);
  EXPECT_NE(words.reading("n", "مسلحو").features & kConstruct, 0u);
  EXPECT_EQ(words.reading("n", "صواريخ").features & (kSingular | kPlural), kPlural);
  EXPECT_EQ(words.reading("n", "غارتين").features & (kDual | kPlural), kDual);
  EXPECT_EQ(words.reading("n", "غارات").features & (kDual | kPlural), kPlural);
  EXPECT_NE(words.reading("n", "غارتها").enclitic, 0);
  EXPECT_FALSE(words.in("n", "الغارته"));   // article and pronoun exclude each other
  EXPECT_FALSE(words.in("n", "المسلحو"));   // nor article and construct form
  EXPECT_FALSE(words.in("n", "سغارة"));
}

TEST(Noun, ItemThatIsItselfAPlural) {
  const Words words("list n\n  pos noun\n  قتلى\n");
  EXPECT_TRUE(words.in("n", "القتلى"));
  EXPECT_FALSE(words.in("n", "قتيل"));
  EXPECT_NE(words.reading("n", "قتلى").features & kPlural, 0u);
}

TEST(Noun, OwnFormsOfAnItem) {
  const Words words("list n\n  pos noun\n  زبون\n    plural زبائن\n    form زبوناتنا\n");
  EXPECT_TRUE(words.in("n", "الزبائن"));
  EXPECT_TRUE(words.in("n", "زبوناتنا"));
  EXPECT_EQ(words.reading("n", "زبونين").features & (kDual | kPlural), kDual);
}

TEST(Adjective, GenderAndNumber) {
  const Words words("list a\n  pos adjective\n  عسكري\n  جديد\n");
  for (const char* form : {"عسكري", "عسكرية", "العسكرية", "عسكريون", "عسكريين", "عسكريتان", "عسكريات", "جديدة", "جدد"}) {
    EXPECT_TRUE(words.in("a", form)) << form;
  }
  EXPECT_NE(words.reading("a", "عسكرية").features & kFeminine, 0u);
  EXPECT_FALSE(words.in("a", "عسكر"));
}

}  // namespace
}  // namespace rasd
