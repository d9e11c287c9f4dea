#include "text/sentence_splitter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/normalizer.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;

std::vector<SentenceSpan> spans_of(const std::string& text) {
  static const Normalizer normalizer = Normalizer::load(RASD_SOURCE_DIR "/data/normalization").value();
  static const SentenceSplitter splitter =
      SentenceSplitter::load(RASD_SOURCE_DIR "/data/segmentation", normalizer).value();
  std::vector<SentenceSpan> spans;
  splitter.split(text, spans);
  return spans;
}

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> out;
  for (const SentenceSpan& sentence : spans_of(text)) out.push_back(text.substr(sentence.span.begin, sentence.span.size()));
  return out;
}

TEST(SentenceSplitter, EndsAtStopsAndQuestionMarks) {
  EXPECT_THAT(sentences("قتل جندي. وجرح اخر؟ نعم! انتهي"), ElementsAre("قتل جندي.", "وجرح اخر؟", "نعم!", "انتهي"));
  EXPECT_THAT(sentences("قتل جندي... وجرح اخر… ثم"), ElementsAre("قتل جندي...", "وجرح اخر…", "ثم"));
}

TEST(SentenceSplitter, LineEndsAreSentenceEndsAndCountParagraphs) {
  const std::string text = "عنوان\n\nالمتن الاول. تكمله\nالثاني";
  EXPECT_THAT(sentences(text), ElementsAre("عنوان", "المتن الاول.", "تكمله", "الثاني"));
  const auto spans = spans_of(text);
  EXPECT_EQ(spans[0].paragraph, 0u);
  EXPECT_EQ(spans[1].paragraph, 2u);
  EXPECT_EQ(spans[2].paragraph, 2u);
  EXPECT_EQ(spans[3].paragraph, 3u);
}

TEST(SentenceSplitter, NumbersKeepTheirDots) {
  EXPECT_THAT(sentences("سقط 12.5 بالمئه. ثم عاد"), ElementsAre("سقط 12.5 بالمئه.", "ثم عاد"));
  EXPECT_THAT(sentences("في عام 2011. وقال"), ElementsAre("في عام 2011.", "وقال"));
  EXPECT_THAT(sentences("1. قصف المدينه. 2. اعتقال"), ElementsAre("1. قصف المدينه.", "2. اعتقال"));
}

TEST(SentenceSplitter, AbbreviationsAndInitialsKeepTheirStops) {
  EXPECT_THAT(sentences("قال د. سامي لوكاله ا.ف.ب امس"), ElementsAre("قال د. سامي لوكاله ا.ف.ب امس"));
  EXPECT_THAT(sentences("وذكرت (ا.ف.ب) ذلك. انتهي"), ElementsAre("وذكرت (ا.ف.ب) ذلك.", "انتهي"));
  EXPECT_THAT(sentences("وفق وكاله ا.ف.ب. واضافت"), ElementsAre("وفق وكاله ا.ف.ب.", "واضافت"));
  EXPECT_THAT(sentences("قال ا. م. حسن"), ElementsAre("قال ا. م. حسن"));
  EXPECT_THAT(sentences("علي بعد 5 كم. شمال البلده. وقال"), ElementsAre("علي بعد 5 كم. شمال البلده.", "وقال"));
  EXPECT_THAT(sentences("علي بعد 5 كم. وقال"), ElementsAre("علي بعد 5 كم.", "وقال"));
}

TEST(SentenceSplitter, UrlsStayWhole) {
  EXPECT_THAT(sentences("زوروا https://www.example.com/a.html?id=3 اليوم"),
              ElementsAre("زوروا https://www.example.com/a.html?id=3 اليوم"));
}

TEST(SentenceSplitter, AForgottenSpaceBehindAStop) {
  EXPECT_THAT(sentences("قتلوا الجمعه.وقال مصدر"), ElementsAre("قتلوا الجمعه.", "وقال مصدر"));
  EXPECT_THAT(sentences("في عام 2011.وقال مصدر"), ElementsAre("في عام 2011.", "وقال مصدر"));
  EXPECT_THAT(sentences("وكاله د.ب.ا نشرت"), ElementsAre("وكاله د.ب.ا نشرت"));
}

TEST(SentenceSplitter, ShortQuotationsStayWhole) {
  EXPECT_THAT(sentences("قال «قتلوه. ثم هربوا» واضاف. انتهي"), ElementsAre("قال «قتلوه. ثم هربوا» واضاف.", "انتهي"));
  EXPECT_THAT(sentences("قال «نحن هنا.» واضاف"), ElementsAre("قال «نحن هنا.»", "واضاف"));
  EXPECT_THAT(sentences("قال \"نحن هنا.\" واضاف"), ElementsAre("قال \"نحن هنا.\"", "واضاف"));
}

TEST(SentenceSplitter, SemicolonsDoNotEndASentence) {
  EXPECT_THAT(sentences("قصفت الطايره؛ فقتل اثنان"), ElementsAre("قصفت الطايره؛ فقتل اثنان"));
}

TEST(SentenceSplitter, UrgentPrefixStandsAlone) {
  EXPECT_THAT(sentences("عاجل | قصف علي المدينه"), ElementsAre("عاجل |", "قصف علي المدينه"));
}

TEST(SentenceSplitter, AVeryLongSentenceIsCut) {
  std::string text;
  while (text.size() < 3 * kMaxSentence) text += "كلمه وكلمه، ";
  const auto spans = spans_of(text);
  ASSERT_GE(spans.size(), 3u);
  for (const SentenceSpan& sentence : spans) EXPECT_LE(sentence.span.size(), kMaxSentence + kMaxSentence / 4 + 4);
  EXPECT_EQ(spans.front().span.end, spans[1].span.begin - 1);
}

// Blocks without a mark are passed over at once: a mark must be found at every place in them, and at their edges.
TEST(SentenceSplitter, MarksAreFoundAtEveryPlace) {
  for (const std::string start : {"", "x"}) {  // shifts the letters by half a letter
    for (std::size_t letters = 3; letters < 40; ++letters) {
      std::string first = start;
      for (std::size_t i = 0; i < letters; ++i) first += "د";
      for (const std::string mark : {"؟", ".", "!", "…"}) {
        EXPECT_THAT(sentences(first + mark + " ثم عاد الناس الي بيوتهم"), ElementsAre(first + mark, "ثم عاد الناس الي بيوتهم"));
      }
      EXPECT_THAT(sentences(first + "\nثم"), ElementsAre(first, "ثم"));
    }
  }
}

TEST(SentenceSplitter, NothingInNothingOut) {
  EXPECT_TRUE(sentences("").empty());
  EXPECT_TRUE(sentences(" \n \n").empty());
  EXPECT_THAT(sentences("..."), ElementsAre("..."));
}

}  // namespace
}  // namespace rasd
