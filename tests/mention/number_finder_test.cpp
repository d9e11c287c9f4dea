#include "mention/number_finder.hpp"

#include "number_date_support.hpp"

namespace rasd {
namespace {

struct NumberCase {
  const char* sentence;
  const char* text;  // nullptr: no number
  double value = 0;
  std::int64_t min = 0;
  std::optional<std::int64_t> max = std::nullopt;
  NumberKind kind = NumberKind::cardinal;
};

void check(const std::vector<NumberCase>& cases) {
  for (const NumberCase& expected : cases) {
    const std::vector<FoundNumber> found = Finders::get().numbers(expected.sentence);
    if (expected.text == nullptr) {
      for (const FoundNumber& number : found) ADD_FAILURE() << expected.sentence << ": " << number.text;
      continue;
    }
    ASSERT_EQ(found.size(), 1u) << expected.sentence;
    EXPECT_EQ(found[0].text, expected.text) << expected.sentence;
    EXPECT_DOUBLE_EQ(found[0].value.value, expected.value) << expected.sentence;
    EXPECT_EQ(found[0].value.range.min, expected.min) << expected.sentence;
    EXPECT_EQ(found[0].value.range.max, expected.max) << expected.sentence;
    EXPECT_EQ(found[0].value.kind, expected.kind) << expected.sentence;
  }
}

NumberCase exact(const char* sentence, const char* text, std::int64_t value) {
  return {sentence, text, static_cast<double>(value), value, value, NumberKind::cardinal};
}
NumberCase open(const char* sentence, const char* text, std::int64_t value) {
  return {sentence, text, static_cast<double>(value), value, std::nullopt, NumberKind::cardinal};
}

TEST(Numbers, Digits) {
  check({exact("جرح 12 عنصرا في الكمين", "12", 12), exact("نزحت ٣٥ عائلة عن القرية", "٣٥", 35),
         exact("غادر 1,200 مقاتل المخيم", "1,200", 1200), exact("قضى على الفور و7 آخرون في المشفى", "7", 7),
         exact("أوقفت الدورية الـ14 مهربا", "14", 14), exact("سكن القرية 1 234 567 نسمة", "1 234 567", 1234567)});
}

TEST(Numbers, WordsInBothGendersAndAllCases) {
  check({exact("أعدم المسلحون خمسة جنود", "خمسة", 5), exact("دمرت الغارة خمس سيارات", "خمس", 5),
         exact("سلم ثمانية عشر مقاتلا سلاحهم", "ثمانية عشر", 18), exact("احترقت ثماني عشرة خيمة", "ثماني عشرة", 18),
         exact("جرح أحد عشر متظاهرا", "أحد عشر", 11), exact("هدمت إحدى عشرة دارا", "إحدى عشرة", 11),
         exact("أصيب اثنا عشر عاملا", "اثنا عشر", 12), exact("أسر الجيش اثني عشر مسلحا", "اثني عشر", 12),
         exact("قضى عشرون راكبا", "عشرون", 20), exact("أسعف الأهالي عشرين راكبا", "عشرين", 20),
         exact("جرح خمسة وعشرون شرطيا", "خمسة وعشرون", 25), exact("اعتقلت خمسا وعشرين امرأة", "خمسا وعشرين", 25),
         exact("بقي شخص واحد تحت الركام", "واحد", 1)});
}

TEST(Numbers, Hundreds) {
  check({exact("غادر مئة نازح", "مئة", 100), exact("غادر مائة نازح", "مائة", 100), exact("عاد مئتا نازح", "مئتا", 200),
         exact("أجلت الطائرات مائتي عالق", "مائتي", 200), exact("حوصر ثلاثمئة عامل", "ثلاثمئة", 300),
         exact("حوصر ثلاثمائة عامل", "ثلاثمائة", 300), exact("شيع خمسمائة وأربعون مشاركا", "خمسمائة وأربعون", 540),
         exact("سجل المكتب مئة وخمسة وعشرين اسما", "مئة وخمسة وعشرين", 125)});
}

TEST(Numbers, Scales) {
  check({exact("يؤوي المخيم ثلاثة آلاف لاجئ", "ثلاثة آلاف", 3000), exact("يؤوي المخيم 3 آلاف لاجئ", "3 آلاف", 3000),
         exact("فر ألفا مدني إلى الحدود", "ألفا", 2000), exact("استقبلت البلدة ألفي نازح", "ألفي", 2000),
         exact("بقي 12 ألفا بلا مأوى", "12 ألفا", 12000), exact("سجلت الوزارة 40 ألف طلب", "40 ألف", 40000),
         exact("مات مئة وخمسة وعشرون ألفا من الماشية", "مئة وخمسة وعشرون ألفا", 125000),
         exact("يحتاج 1.5 مليون إنسان إلى الغذاء", "1.5 مليون", 1500000),
         exact("هجرت الحرب مليونين ونصف المليون من السكان", "مليونين ونصف المليون", 2500000),
         exact("ألحق القصف ضررا بنصف مليون دونم", "نصف مليون", 500000),
         exact("وثق التقرير ألفا و200 انتهاك", "ألفا و200", 1200),
         exact("شارك 3 آلاف و400 جندي", "3 آلاف و400", 3400)});
}

TEST(Numbers, BoundsBeforeAndBehind) {
  check({open("قضى ما لا يقل عن 9 مدنيين", "ما لا يقل عن 9", 9), open("جرح أكثر من ثلاثين شرطيا", "أكثر من ثلاثين", 30),
         open("شرد أزيد من 200 عائلة", "أزيد من 200", 200), open("قضى 6 على الأقل في الكمين", "6 على الأقل", 6),
         open("قضى 6 جنود على الأقل في الكمين", "6", 6), open("قضى 8 عمال، على الأقل، في المنجم", "8", 8), open("جرح أكثر من (60) متفرجا", "أكثر من (60)", 60),
         open("شرد القصف ما لايقل عن 20 أسرة", "ما لايقل عن 20", 20), open("أصيب على الأقل أربعة بحارة", "على الأقل أربعة", 4),
         exact("هبط نحو 40 مظليا", "نحو 40", 40), exact("احتشد حوالي مئة محتج", "حوالي مئة", 100),
         exact("استسلم قرابة خمسين مقاتلا", "قرابة خمسين", 50), exact("تضرر زهاء 30 منزلا", "زهاء 30", 30),
         exact("نزح ما يقارب 70 عائلة", "ما يقارب 70", 70)});
  const std::vector<FoundNumber> most = Finders::get().numbers("بقي أقل من 10 أطباء في المدينة");
  ASSERT_EQ(most.size(), 1u);
  EXPECT_EQ(most[0].value.range, (CountRange{1, 10}));
}

TEST(Numbers, Ranges) {
  const auto range = [](const char* sentence, const char* text, std::int64_t min, std::int64_t max) {
    return NumberCase{sentence, text, static_cast<double>(min), min, max, NumberKind::cardinal};
  };
  check({range("تسلل بين 5 و7 مسلحين", "بين 5 و7", 5, 7), range("تسلل 5-7 مسلحين", "5-7", 5, 7),
         range("احتجز خمسة إلى سبعة صيادين", "خمسة إلى سبعة", 5, 7), range("رصد المراقب ثلاث أو أربع طائرات", "ثلاث أو أربع", 3, 4),
         range("يقاتل هناك ما بين 300 و500 أجنبي", "ما بين 300 و500", 300, 500),
         range("فر 5 إلى 6 آلاف نازح", "5 إلى 6 آلاف", 5000, 6000)});
  EXPECT_EQ(Finders::get().numbers("ارتفع العدد من 5 إلى 7").size(), 2u);
}

TEST(Numbers, VagueWords) {
  check({open("جرح العشرات في التدافع", "العشرات", 20), open("احترقت مئات الخيام", "مئات", 200), open("تظاهر آلاف الطلبة", "آلاف", 2000),
         open("فر عشرات الآلاف شمالا", "عشرات الآلاف", 20000), open("شرد مئات آلاف السكان", "مئات آلاف", 200000),
         open("أوقفت الدورية عددا من الشبان", "عددا من", 1), open("وقعت عدة انفجارات", "عدة", 1), open("بقي بضعة حراس", "بضعة", 1),
         open("نهبت العديد من المخازن", "العديد من", 1), open("تقدر الخسائر ببضع مئات", "بضع مئات", 200)});
  const std::vector<FoundNumber> odd = Finders::get().numbers("وثق الفريق نيفا وعشرين حالة");
  ASSERT_EQ(odd.size(), 1u);
  EXPECT_EQ(odd[0].value.range, (CountRange{20, 29}));
  EXPECT_TRUE(Finders::get().numbers("مات السجين تحت التعذيب").empty());  // folded, it is near to "hundreds"
}

TEST(Numbers, SpellingsThatPapersUse) {
  check({exact("جرح ثلاثماية متظاهر", "ثلاثماية", 300), exact("غادر المخيم اثنى عشر نازحا", "اثنى عشر", 12),
         exact("استشهد ثمان نساء", "ثمان", 8), exact("أسر الفصيل إحدى وعشرين جنديا", "إحدى وعشرين", 21),
         exact("جرح واحد وعشرون شخصا", "واحد وعشرون", 21),
         exact("نزح الفين شخص", "الفين", 2000)});
}

TEST(Numbers, PercentAndOrdinal) {
  check({{"دمر القصف 60% من الحي", "60%", 60, 60, 60, NumberKind::percent},
         {"تعطل ثلاثون بالمئة من المشافي", "ثلاثون بالمئة", 30, 30, 30, NumberKind::percent},
         {"تراجعت النسبة 15 في المائة", "15 في المائة", 15, 15, 15, NumberKind::percent},
         {"هذا هو الهجوم الثالث في المنطقة", "الثالث", 3, 3, 3, NumberKind::ordinal},
         {"دخلت المعركة ليلتها الخامسة والعشرين", "الخامسة والعشرين", 25, 25, 25, NumberKind::ordinal},
         {"دخلت الحرب يومها الحادي والثلاثين", "الحادي والثلاثين", 31, 31, 31, NumberKind::ordinal},
         {"أحيا الأهالي الذكرى الثانية عشرة للمجزرة", "الثانية عشرة", 12, 12, 12, NumberKind::ordinal}});
}

TEST(Numbers, NamesTimesAndPhonesAreNone) {
  check({{"نشرت القيادة منظومة إس-300 قرب الساحل", nullptr}, {"أغارت مقاتلات إف-16 على الوادي", nullptr},
         {"هبطت مروحية كا-52 اضطراريا", nullptr}, {"تمركز اللواء 55 على التلة", nullptr},
         {"للاتصال رقم 0991234567", nullptr}, {"بدأ الهجوم الساعة 5:30", nullptr}, {"توقف القصف عند الساعة الخامسة والنصف", nullptr},
         {"هاجموا الموقعين في آن واحد", nullptr}, {"وقع الهجوم في 23 نيسان", nullptr}, {"بدأت الحرب عام 2014", nullptr}});
}

TEST(Numbers, FoldingDoesNotMakeOneOfAndOneOf) {
  EXPECT_TRUE(Finders::get().numbers("بينهم قائد الفصيل وأحد المرافقين").empty());
}

}  // namespace
}  // namespace rasd
