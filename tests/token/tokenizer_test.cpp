#include <gmock/gmock.h>

#include "support.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;

class TokenizerTest : public testing::Test {
 protected:
  Words words_{"list mark\n  pos form\n  item :\nlist p\n  pos noun\n  سيارة مفخخة\n  عبوة ناسفة\nlist q\n  pos verb\n  لقي مصرعه\n"
               "list name\n  pos name\n  عين الأسد\nlist pp\n  pos particle\n  من بين\n"};
};

TEST_F(TokenizerTest, CutsWordsAndMarks) {
  EXPECT_THAT(words_.cut("قال: «نعم»، ثم خرج."), ElementsAre("قال", ":", "«", "نعم", "»", "،", "ثم", "خرج", "."));
  EXPECT_THAT(words_.cut("#حركة_حماس أعلنت..."), ElementsAre("#", "حركه", "_", "حماس", "اعلنت", "..."));
  EXPECT_THAT(words_.cut("إف16 وداعش2 BBC عربي"), ElementsAre("اف", "16", "وداعش", "2", "BBC", "عربي"));
}

TEST_F(TokenizerTest, Numbers) {
  EXPECT_THAT(words_.cut("1,200 و12.5 و20% و2/3"), ElementsAre("1,200", "و", "12.5", "و", "20%", "و", "2", "/", "3"));
  EXPECT_EQ(words_.tokens.tokens[0].number, 1200);
  EXPECT_EQ(words_.tokens.tokens[2].number, 12.5);
  EXPECT_TRUE(words_.tokens.tokens[4].percent);
  EXPECT_EQ(words_.tokens.tokens[4].number, 20);
  EXPECT_THAT(words_.cut("١٬٢٠٠ قتيل و٣٫٥ مليون"), ElementsAre("1,200", "قتيل", "و", "3.5", "مليون"));
  EXPECT_THAT(words_.cut("23/4/2018 أو 23-4-2018 أو 23.4.2018"),
              ElementsAre("23", "/", "4", "/", "2018", "او", "23", "-", "4", "-", "2018", "او", "23", ".", "4", ".", "2018"));
  EXPECT_THAT(words_.cut("الساعة 10:30 عام 2018."), ElementsAre("الساعه", "10", ":", "30", "عام", "2018", "."));
  EXPECT_THAT(words_.cut("1.250.000 نازح"), ElementsAre("1.250.000", "نازح"));
  EXPECT_EQ(words_.tokens.tokens[0].number, 1250000);
  EXPECT_THAT(words_.cut("%15 بين"), ElementsAre("%15", "بين"));
  EXPECT_TRUE(words_.tokens.tokens[0].percent);
}

TEST_F(TokenizerTest, Addresses) {
  EXPECT_THAT(words_.cut("عبر https://example.org/a?b=1. ثم @some_one أو a.b@example.com وموقع example.net"),
              ElementsAre("عبر", "https://example.org/a?b=1", ".", "ثم", "@some_one", "او", "a.b@example.com", "وموقع",
                          "example.net"));
  EXPECT_EQ(words_.tokens.tokens[1].kind, TokenKind::url);
}

TEST_F(TokenizerTest, EveryByteBelongsToOneToken) {
  const std::string text = "عاجل: 5 قتلى (بينهم طفل) 😀 في «قصف» على حيّ السُّكَّري\xFF… \n20% #هاشتاغ_طويل test@x.org №5 ";
  words_.tokenize(text);
  std::string covered(words_.normalized.text.size(), 'n');
  std::uint32_t previous = 0;
  for (const Token& token : words_.tokens.tokens) {
    EXPECT_LE(previous, token.span.begin);
    ASSERT_NE(token.word, nullptr);
    ASSERT_FALSE(token.word->readings.empty());
    previous = token.span.end;
    for (std::uint32_t i = token.span.begin; i < token.span.end; ++i) covered[i] = 'y';
  }
  for (std::size_t i = 0; i < covered.size(); ++i) {
    const char c = words_.normalized.text[i];
    EXPECT_EQ(covered[i] == 'n', c == ' ' || c == '\n') << i;
  }
}

TEST_F(TokenizerTest, SentencesAndTitle) {
  const std::string title = "غارات على المدينة";
  TokenizedText& text = words_.tokenize(title + "\nقتل خمسة. وجرح عشرة.", static_cast<std::uint32_t>(title.size()));
  ASSERT_EQ(text.sentences.size(), 3u);
  EXPECT_TRUE(text.sentences[0].is_title);
  EXPECT_FALSE(text.sentences[1].is_title);
  EXPECT_EQ(text.sentences[0].tokens.end, 3u);
  EXPECT_EQ(text.sentences[2].tokens.end, text.tokens.size());
}

TEST_F(TokenizerTest, MarksCanStandInLists) {
  words_.tokenize("قال : نعم");
  EXPECT_TRUE(words_.tokens.tokens[1].word->in(words_.lexicon->list_id("mark")));
  EXPECT_EQ(words_.tokens.tokens[1].kind, TokenKind::punctuation);
}

TEST_F(TokenizerTest, TaMarbutaIsReadFromTheOriginal) {
  words_.tokenize("سيارة مفخخة");
  EXPECT_EQ(words_.tokens.phrases.size(), 1u);
}

TEST_F(TokenizerTest, PhrasesInflect) {
  const auto lists = [&](const char* text) {
    std::vector<std::string> found;
    for (const PhraseHit& hit : words_.tokenize(text).phrases) found.push_back(words_.lexicon->list_name(hit.hit.list));
    return found;
  };
  EXPECT_THAT(lists("انفجرت سيارة مفخخة"), ElementsAre("p"));
  EXPECT_THAT(lists("السيارات المفخخة"), ElementsAre("p"));
  EXPECT_THAT(lists("بسيارتين مفخختين وبعبوة ناسفة"), ElementsAre("p", "p"));
  EXPECT_THAT(lists("ولقي ثلاثة مصرعهم"), ElementsAre());
  EXPECT_THAT(lists("ولقوا مصرعهم"), ElementsAre("q"));
  EXPECT_THAT(lists("لقيت مصرعها"), ElementsAre("q"));
  EXPECT_THAT(lists("بعين الأسد وعين \"الأسد\""), ElementsAre("name", "name"));
  EXPECT_THAT(lists("ومن بين القتلى"), ElementsAre("pp"));
  EXPECT_THAT(lists("سيارة. مفخخة"), ElementsAre());
}

TEST_F(TokenizerTest, PhraseHitKeepsTheFeaturesOfItsFirstWord) {
  words_.tokenize("السيارتان المفخختان");
  ASSERT_EQ(words_.tokens.phrases.size(), 1u);
  EXPECT_NE(words_.tokens.phrases[0].features & kDual, 0u);
}

}  // namespace
}  // namespace rasd
