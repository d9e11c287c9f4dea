#include <gmock/gmock.h>

#include "support.hpp"
#include "token/name_index.hpp"

namespace rasd {
namespace {

class Names : public testing::Test {
 protected:
  void add(const char* name, std::uint32_t payload) {
    std::vector<WordId> ids;
    std::string folded = words_.normalizer->fold(name);
    std::size_t at = 0;
    while (at < folded.size()) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      ids.push_back(words_.vocabulary.add(folded.substr(at, end - at)));
      at = end + 1;
    }
    index_.add(ids, payload);
  }
  // "first-end:payload:proclitics" of all names in the text.
  std::vector<std::string> find(const char* text) {
    const TokenizedText& tokens = words_.tokenize(text);
    std::vector<std::string> found;
    std::vector<NameHit> hits;
    for (std::uint32_t i = 0; i < tokens.tokens.size(); ++i) {
      hits.clear();
      index_.find(tokens, i, static_cast<std::uint32_t>(tokens.tokens.size()), hits);
      for (const NameHit& hit : hits) {
        found.push_back(std::to_string(hit.tokens.begin) + "-" + std::to_string(hit.tokens.end) + ":" +
                        std::to_string(hit.payload) + ":" + std::to_string(hit.proclitics));
      }
    }
    return found;
  }

  Words words_{"list x\n  قد\n"};
  NameIndex index_;
};

using testing::ElementsAre;

TEST_F(Names, LongestFirstThenPayload) {
  add("حلب", 7);
  add("حلب", 3);
  add("حلب الجديدة", 9);
  EXPECT_THAT(find("في حلب الجديدة"), ElementsAre("1-3:9:0", "1-2:3:0", "1-2:7:0"));
}

TEST_F(Names, FirstWordMayCarryClitics) {
  add("دير الزور", 1);
  add("الرقة", 2);
  add("اللاذقية", 3);
  EXPECT_THAT(find("بدير الزور"), ElementsAre("0-2:1:" + std::to_string(kPrepBi)));
  EXPECT_THAT(find("وبالرقة"), ElementsAre("0-1:2:" + std::to_string(kConjWa | kPrepBi)));
  EXPECT_THAT(find("للرقة"), ElementsAre("0-1:2:" + std::to_string(kPrepLi)));
  EXPECT_THAT(find("للاذقية"), ElementsAre("0-1:3:" + std::to_string(kPrepLi)));
  EXPECT_THAT(find("دير والزور"), ElementsAre());
}

TEST_F(Names, QuotesAndUnderscoresBetweenWordsArePassedOver) {
  add("قاعدة عين الأسد", 1);
  EXPECT_THAT(find("قاعدة «عين الأسد» الجوية"), ElementsAre("0-4:1:0"));
  EXPECT_THAT(find("قاعدة_عين_الأسد"), ElementsAre("0-5:1:0"));
  EXPECT_THAT(find("قاعدة، عين الأسد"), ElementsAre());
}

TEST_F(Names, NoNamesInAnEmptyIndex) {
  EXPECT_TRUE(index_.empty());
  EXPECT_THAT(find("في حلب"), ElementsAre());
}

}  // namespace
}  // namespace rasd
