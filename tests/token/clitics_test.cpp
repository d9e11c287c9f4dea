// Clitics: what may stand where, which reading comes first, and what the last original letter tells.
#include <gmock/gmock.h>

#include "support.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;

class Clitics : public testing::Test {
 protected:
  Words words_{
      "list n\n  pos noun\n  لجنة\n  بيت\n  غارة\n  وجه\n  مستشفى\n  سيارة\n"
      "list v\n  pos verb\n  قصف\n  رمى\n  وصل\n"
      "list p\n  على\n  قد\n  في\n"
      "list name\n  pos name\n  علي\n  القاعدة\n  ألمانيا\n"
      "list f\n  pos form\n  عاجل\n"};

  std::uint8_t proclitics(const char* list, const char* word) { return words_.reading(list, word).proclitics; }
};

TEST_F(Clitics, ArticleAndPrepositionsStandOnNominalsOnly) {
  EXPECT_EQ(proclitics("n", "والبيت"), kConjWa | kArticle);
  EXPECT_EQ(proclitics("n", "فبالبيت"), kConjFa | kPrepBi | kArticle);
  EXPECT_EQ(proclitics("n", "للبيت"), kPrepLi | kArticle);
  EXPECT_EQ(proclitics("n", "للجنة"), kPrepLi | kArticle);
  EXPECT_EQ(proclitics("n", "كبيت"), kPrepKa);
  EXPECT_FALSE(words_.in("v", "القصفوا"));
  EXPECT_FALSE(words_.in("v", "بقصفت"));
  EXPECT_FALSE(words_.in("v", "سقصف"));
  EXPECT_TRUE(words_.in("v", "وسيقصف"));
  EXPECT_EQ(proclitics("v", "ليقصف"), kPrepLi);
}

TEST_F(Clitics, ParticlesTakeConjunctionsAndKnownPrepositionsPronouns) {
  EXPECT_TRUE(words_.in("p", "وعلى"));
  EXPECT_TRUE(words_.in("p", "فقد"));
  EXPECT_FALSE(words_.in("p", "بقد"));
  EXPECT_FALSE(words_.in("p", "قدها"));
  EXPECT_TRUE(words_.in("p", "عليها"));
  EXPECT_TRUE(words_.in("p", "فيهم"));
  EXPECT_TRUE(words_.in("f", "عاجل"));
  EXPECT_FALSE(words_.in("f", "وعاجل"));
}

TEST_F(Clitics, NamesTakeClitics) {
  EXPECT_NE(proclitics("name", "بالقاعدة") & kPrepBi, 0);
  EXPECT_TRUE(words_.in("name", "للقاعدة"));
  EXPECT_FALSE(words_.in("name", "قاعدة"));
  EXPECT_TRUE(words_.in("name", "وألمانيا"));
  EXPECT_TRUE(words_.in("name", "لألمانيا"));
}

TEST_F(Clitics, LastLetterTellsTaMarbutaFromPronoun) {
  EXPECT_EQ(words_.reading("n", "غارة").enclitic, 0);
  EXPECT_TRUE(words_.in("n", "غاره"));        // sloppy
  EXPECT_NE(words_.reading("n", "غارته").enclitic, 0);
  EXPECT_FALSE(words_.in("n", "غارتة"));      // a pronoun is never written so
  EXPECT_TRUE(words_.in("n", "وجه"));
  EXPECT_FALSE(words_.in("n", "وجة"));        // a real ha neither
  EXPECT_FALSE(words_.in("v", "قصفة"));
  EXPECT_TRUE(words_.in("v", "قصفه"));
}

TEST_F(Clitics, LastLetterTellsAlefMaqsuraFromYa) {
  EXPECT_TRUE(words_.in("p", "على"));
  EXPECT_FALSE(words_.in("p", "علي"));
  EXPECT_TRUE(words_.in("name", "علي"));
  EXPECT_TRUE(words_.in("name", "على"));      // Egyptian usage
  EXPECT_TRUE(words_.in("n", "مستشفى"));
  EXPECT_FALSE(words_.in("n", "مستشفي"));
  EXPECT_TRUE(words_.in("n", "مستشفاه"));
  EXPECT_TRUE(words_.in("v", "رماه"));
}

TEST_F(Clitics, WholeWordsComeBeforeSplits) {
  const OwnAnalysis word = words_.analyze("وصل");
  EXPECT_EQ(word.readings.front().proclitics, 0);
  EXPECT_THAT(words_.best("وبالسيارة"), ElementsAre("وبال", "سياره", ""));
  EXPECT_THAT(words_.best("فقصفتهم"), ElementsAre("ف", "قصفت", "هم"));
}

TEST_F(Clitics, UnknownWordsGetOneGuess) {
  const OwnAnalysis word = words_.analyze("والقزعبلان");
  EXPECT_FALSE(word.known);
  ASSERT_EQ(word.readings.size(), 1u);
  EXPECT_EQ(word.readings[0].lemma, 0u);
  EXPECT_EQ(word.readings[0].proclitics, kConjWa | kArticle);
}

TEST_F(Clitics, ListsOfAWordAreTheUnionOfItsReadings) {
  const OwnAnalysis word = words_.analyze("قصف");
  ASSERT_FALSE(word.lists.empty());
  for (const Reading& reading : word.readings) {
    for (const ListHit& hit : reading.lists) EXPECT_TRUE(word.in(hit.list));
  }
  for (std::size_t i = 1; i < word.lists.size(); ++i) EXPECT_LT(word.lists[i - 1].list, word.lists[i].list);
}

TEST_F(Clitics, CacheSaysWhatTheLexiconSays) {
  WordCache cache(*words_.lexicon, 8);
  for (int round = 0; round < 2; ++round) {
    for (const char* written : {"وقصفت", "غارة", "غاره", "على", "علي", "كلمةطويلةجداجداجدالاتوجد", "7", "،", "BBC", "بيت", "ب", "في", "كلمات", "المهاجم", "المهاجمين"}) {
      const std::string folded = words_.normalizer->fold(written);
      const char32_t last = code_point_before(written, std::string_view(written).size()).value;
      const OwnAnalysis direct = words_.lexicon->analyze(folded, last);
      const WordAnalysis& cached = *cache.lookup(folded, last);
      EXPECT_EQ(cached.folded, direct.folded);
      EXPECT_EQ(cached.readings.size(), direct.readings.size()) << written;
      EXPECT_EQ(cached.lists.size(), direct.lists.size()) << written;
      EXPECT_EQ(cached.features, direct.features) << written;
      EXPECT_EQ(cached.proclitics, direct.readings.front().proclitics) << written;
      EXPECT_EQ(&cached, cache.lookup(folded, last));
    }
    cache.start_document();
  }
}

TEST_F(Clitics, FormsOfAListAreItsInflections) {
  EXPECT_THAT(words_.lexicon->forms_of(words_.lexicon->list_id("v")), testing::Contains("يقصفون"));
  EXPECT_THAT(words_.lexicon->forms_of(words_.lexicon->list_id("f")), ElementsAre("عاجل"));
}

}  // namespace
}  // namespace rasd
