#include "text/normalizer.hpp"

#include <gtest/gtest.h>

#include "text/utf8.hpp"

namespace rasd {
namespace {

const Normalizer& normalizer() {
  static const Normalizer loaded = [] {
    auto result = Normalizer::load(RASD_SOURCE_DIR "/data/normalization");
    if (!result) throw std::runtime_error(result.error().front().to_string());
    return std::move(result).value();
  }();
  return loaded;
}

// The original text of a part of the normalised one.
std::string original_of(const std::string& original, const NormalizedText& text, std::string_view part) {
  const std::size_t at = text.text.find(part);
  if (at == std::string::npos) return "(not found)";
  const OriginalSpan span = text.map.to_original(
      {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())});
  return original.substr(span.begin, span.size());
}

struct FoldCase {
  const char* name;
  const char* original;
  const char* folded;
};

class Fold : public testing::TestWithParam<FoldCase> {};

TEST_P(Fold, GivesTheFoldedForm) { EXPECT_EQ(normalizer().fold(GetParam().original), GetParam().folded); }

INSTANTIATE_TEST_SUITE_P(
    Letters, Fold,
    testing::Values(
        FoldCase{"alef_forms", "أحمد إلى آخر ٱلبيت", "احمد الي اخر البيت"},
        FoldCase{"alef_maqsura_and_ta_marbuta", "مستشفى المدينة", "مستشفي المدينه"},
        FoldCase{"hamza_carriers", "مسؤول قائد بيئة سماء", "مسوول قايد بييه سماء"},
        FoldCase{"diacritics_and_tatweel", "قُتِلَ مُواطِنٌ في حلـــب", "قتل مواطن في حلب"},
        FoldCase{"combining_hamza", "ا\u0655ن ا\u0654مر و\u0654", "ان امر و"},
        FoldCase{"persian_letters", "کرکوک یعلن", "كركوك يعلن"},
        FoldCase{"letters_of_other_languages_stay", "گچپژ", "گچپژ"},
        FoldCase{"digits", "١٢٣٤٥٦٧٨٩٠ ۴۵۶", "1234567890 456"},
        FoldCase{"number_signs", "١٢٫٥ ١٬٢٠٠ ٢٠٪", "12.5 1,200 20%"},
        FoldCase{"bidi_and_zero_width", "\u202Bقصف\u202C \u200Fجوي\u200B \u2067غزة\u2069", "قصف جوي غزه"},
        FoldCase{"byte_order_mark", "\uFEFFنص", "نص"},
        FoldCase{"presentation_forms", "\uFEEB\uFEE0 \uFEFB \uFEF5", "هل لا لا"},
        FoldCase{"presentation_form_ligature", "\uFDF2", "الله"},
        FoldCase{"full_width", "\uFF11\uFF12 \uFF21\uFF42", "12 Ab"},
        FoldCase{"spaces", "a\u00A0b\u202Fc\u3000d\te", "a b c d e"},
        FoldCase{"line_ends", "a\r\nb\rc\u2028d\u2029e\nf", "a\nb\nc\nd\ne\nf"},
        FoldCase{"quotation_marks_keep_their_kind", "«أ» “ب” \"ج\"", "«ا» “ب” \"ج\""},
        FoldCase{"dashes", "أ–ب—ج", "ا-ب-ج"},
        FoldCase{"tatweel_as_a_dash", "بغداد ـــ وكالات ـ خاص", "بغداد - وكالات - خاص"},
        FoldCase{"tatweel_on_a_word", "٢٠ هـ ـمن", "20 ه من"},
        FoldCase{"letter_case_stays", "BBC Reuters", "BBC Reuters"},
        FoldCase{"emoji_stay", "🔴 عاجل", "🔴 عاجل"},
        FoldCase{"controls", "a\x01" "b", "a b"}, FoldCase{"empty", "", ""}),
    [](const auto& item) { return std::string(item.param.name); });

TEST(Normalizer, CountsBytesThatAreNoUtf8AndGoesOn) {
  NormalizedText text;
  normalizer().normalize("قتل \xFF\xD8 في \xE2\x80", text);
  EXPECT_EQ(text.text, "قتل \uFFFD\uFFFD في \uFFFD");
  EXPECT_EQ(text.invalid_bytes, 4u);
  normalizer().normalize("سليم", text);
  EXPECT_EQ(text.invalid_bytes, 0u);
}

TEST(Normalizer, SurrogatesAndOverlongFormsAreNoUtf8) {
  NormalizedText text;
  normalizer().normalize("\xED\xA0\x80\xC0\xAF\xF5", text);
  EXPECT_EQ(text.invalid_bytes, 6u);
  EXPECT_EQ(count_points(text.text), 6u);
}

TEST(Normalizer, SpansLeadBackToTheOriginal) {
  const std::string original = "أَعْلَنَتْ الـوزارة\u200F مقتل ١٢ شخصًا\r\nفي \uFEFB مكان";
  NormalizedText text;
  normalizer().normalize(original, text);
  ASSERT_EQ(text.text, "اعلنت الوزاره مقتل 12 شخصا\nفي لا مكان");
  EXPECT_EQ(original_of(original, text, "اعلنت"), "أَعْلَنَتْ");
  EXPECT_EQ(original_of(original, text, "الوزاره"), "الـوزارة\u200F");
  EXPECT_EQ(original_of(original, text, "12"), "١٢");
  EXPECT_EQ(original_of(original, text, "2"), "٢");
  EXPECT_EQ(original_of(original, text, "شخصا"), "شخصًا");
  EXPECT_EQ(original_of(original, text, "في"), "في");
  EXPECT_EQ(original_of(original, text, "لا"), "\uFEFB");
  EXPECT_EQ(original_of(original, text, "مكان"), "مكان");
}

TEST(Normalizer, APartOfALigatureLeadsBackToTheWholeLigature) {
  const std::string original = "x\uFEFBy";
  NormalizedText text;
  normalizer().normalize(original, text);
  ASSERT_EQ(text.text, "xلاy");
  const OriginalSpan whole{1, 4};
  EXPECT_EQ(text.map.to_original({1, 3}), whole);
  EXPECT_EQ(text.map.to_original({3, 5}), whole);
  EXPECT_EQ(text.map.to_original({1, 5}), whole);
  EXPECT_EQ(text.map.to_normalized(whole), (NormalizedSpan{1, 5}));
}

TEST(Normalizer, EveryCharacterGoesThereAndBack) {
  const std::string original = "\uFEFFأهلاً «بِكم» ١٢٪\u00A0\uFDFA\r\n\xFF🔴 ـ نهايةٌ";
  NormalizedText text;
  normalizer().normalize(original, text);
  std::uint32_t last_end = 0;
  for (std::uint32_t i = 0; i < text.text.size();) {
    const std::uint32_t size = decode_utf8(text.text, i).size;
    const OriginalSpan span = text.map.to_original({i, i + size});
    EXPECT_LT(span.begin, span.end) << "at " << i;
    EXPECT_GE(span.end, last_end) << "at " << i;
    EXPECT_FALSE(is_continuation(original[span.begin])) << "at " << i;
    EXPECT_TRUE(span.end == original.size() || !is_continuation(original[span.end])) << "at " << i;
    const NormalizedSpan back = text.map.to_normalized(span);
    EXPECT_LE(back.begin, i);
    EXPECT_GE(back.end, i + size);
    last_end = span.end;
    i += size;
  }
  EXPECT_EQ(last_end, original.size());
  EXPECT_EQ(text.map.to_original({0, static_cast<std::uint32_t>(text.text.size())}).end, original.size());
}

TEST(Normalizer, MemoryIsUsedAgainWithoutTraces) {
  NormalizedText text;
  normalizer().normalize(std::string(5000, 'x') + "قُتل", text);
  normalizer().normalize("نص", text);
  EXPECT_EQ(text.text, "نص");
  EXPECT_EQ(text.map.to_original({0, 4}), (OriginalSpan{0, 4}));
}

TEST(Normalizer, ManyExpansionsFit) {
  std::string original;
  for (int i = 0; i < 2000; ++i) original += "\uFDFA";
  NormalizedText text;
  normalizer().normalize(original, text);
  EXPECT_EQ(text.text.substr(0, 7), "صلي ");
  EXPECT_EQ(text.text.size() % 2000, 0u);
}

TEST(Normalizer, ReportsABrokenTable) {
  const auto result = Normalizer::load(RASD_SOURCE_DIR "/tests");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().code, "D001");
}

}  // namespace
}  // namespace rasd
