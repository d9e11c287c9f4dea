// Reading word lists, and what is said of faults.
#include <gmock/gmock.h>

#include "support.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> codes(std::string_view content) {
  Diagnostics faults;
  std::vector<WordList> lists = parse_word_lists(content, "x.lst", faults);
  resolve_imports(lists, faults);
  std::vector<std::string> result;
  for (const Diagnostic& fault : faults) result.push_back(fault.code + ":" + std::to_string(fault.line) + ":" + std::to_string(fault.column));
  return result;
}

TEST(WordList, ExtendsAndReplacesAListOfItsNameWhereverThatStands) {
  const auto items = [](std::string_view content) {
    Diagnostics faults;
    std::vector<WordList> lists = parse_word_lists(content, "x.lst", faults);
    resolve_imports(lists, faults);
    std::string out = faults.empty() ? "" : faults[0].code + " ";
    for (const WordList& list : lists) {
      out += list.name + ":" + to_string(list.pos);
      for (const ListItem& item : list.items) out += " " + item.text + (item.pos == Pos::unknown ? "" : std::string("/") + to_string(item.pos));
      out += ". ";
    }
    return out;
  };
  EXPECT_EQ(items("list a\n  extends\n  ما\nlist a\n  pos noun\n  قد\n"), "a:noun قد ما. ");
  EXPECT_EQ(items("list a\n  pos noun\n  قد\nlist a\n  extends\n  pos verb\n  ما\n"), "a:noun قد ما/verb. ");
  EXPECT_EQ(items("list a\n  pos noun\n  قد\nlist a\n  replaces\n  pos verb\n  ما\nlist a\n  extends\n  لا\n"), "a:verb ما لا. ");
  EXPECT_EQ(items("list a\n  قد\nlist b\n  ما\nlist a\n  extends\n  import b\n"), "a:particle قد ما. b:particle ما. ");
  EXPECT_EQ(items("list a\n  extends\n  قد\n"), "R104 ");
  EXPECT_EQ(items("list a\n  extends b\n  قد\nlist a\n  ما\n"), "L006 a:particle ما قد. ");
}

TEST(WordList, ReadsItemsValuesFormsAndComments) {
  Diagnostics faults;
  const std::vector<WordList> lists = parse_word_lists(
      "# comment\nlist a.b   # tail\n  pos noun\n  value 5\n  خمسة\n    plural خمسات\n  value two words\n  إف 16\n  value -\n"
      "  سيارة إسعاف  # comment\n  item Twitter\n\nlist c\n  قد\n",
      "x.lst", faults);
  EXPECT_TRUE(faults.empty()) << to_text(faults);
  ASSERT_EQ(lists.size(), 2u);
  EXPECT_EQ(lists[0].name, "a.b");
  EXPECT_EQ(lists[0].pos, Pos::noun);
  ASSERT_EQ(lists[0].items.size(), 4u);
  EXPECT_EQ(lists[0].items[0].value, "5");
  ASSERT_EQ(lists[0].items[0].forms.size(), 1u);
  EXPECT_EQ(lists[0].items[0].forms[0].text, "خمسات");
  EXPECT_EQ(lists[0].items[1].text, "إف 16");
  EXPECT_EQ(lists[0].items[1].value, "two words");
  EXPECT_EQ(lists[0].items[2].text, "سيارة إسعاف");
  EXPECT_EQ(lists[0].items[2].value, "");
  EXPECT_EQ(lists[0].items[3].text, "Twitter");
  EXPECT_EQ(lists[1].pos, Pos::particle);
}

TEST(WordList, FaultsHaveCodeAndPlace) {
  EXPECT_THAT(codes("list a\n  \u202Bقد\u202C\n"), ElementsAre("R001:2:3"));
  EXPECT_THAT(codes("list a\n  قد abc\n"), ElementsAre("R002:2:6"));
  EXPECT_THAT(codes("list a\n  one two قد\n"), ElementsAre("R002:2:7"));
  EXPECT_THAT(codes("list a\n  \xFFقد\n"), ElementsAre("R003:2:3"));
  EXPECT_THAT(codes("list a\n  plurl قتلى\n"), ElementsAre("L001:2:3"));
  EXPECT_THAT(codes("list A b\n  قد\n"), ElementsAre("L002:1:6"));
  EXPECT_THAT(codes("list a\n  pos vreb\n"), ElementsAre("L003:2:7"));
  EXPECT_THAT(codes("list a\n  plural قتلى\n"), ElementsAre("L004:2:3"));
  EXPECT_THAT(codes("list a\n  قد (أو)\n"), ElementsAre("L005:2:6"));
  EXPECT_THAT(codes("list a\n  value\n  قد\n"), ElementsAre("L006:2:8"));
  EXPECT_THAT(codes("قد\nما\nlist a\n  قد\n"), ElementsAre("L007:1:1"));
  EXPECT_THAT(codes("list a\n  import b\n"), ElementsAre("R101:1:1"));
  EXPECT_THAT(codes("list a\n  import b\nlist b\n  import a\n"), ElementsAre("R102:3:1"));
  EXPECT_THAT(codes("list a\n  قد\nlist a\n  ما\n"), ElementsAre("R103:3:1"));
}

TEST(WordList, GoesOnBehindAFaultAndHints) {
  Diagnostics faults;
  const std::vector<WordList> lists = parse_word_lists("list a\n  pos nuon\n  قد\n  plurl x\n  ما\n", "x.lst", faults);
  ASSERT_EQ(faults.size(), 2u);
  EXPECT_NE(faults[0].hint.find("noun"), std::string::npos);
  EXPECT_NE(faults[1].hint.find("plural"), std::string::npos);
  EXPECT_EQ(lists[0].items.size(), 2u);
}

TEST(WordList, StrayDirectionMarksAreIgnored) {
  Diagnostics faults;
  const std::vector<WordList> lists = parse_word_lists("\uFEFFlist a\n  \u200Fقد\u200E \n", "x.lst", faults);
  EXPECT_THAT(faults, IsEmpty());
  ASSERT_EQ(lists.size(), 1u);
  EXPECT_EQ(lists[0].items[0].text, "قد");
}

TEST(WordList, ImportsAreTransitiveAndKeepPosAndValue) {
  const Words words(
      "list a\n  pos noun\n  import b\n  حجر\nlist b\n  pos verb\n  import c\n  value x\n  قصف\nlist c\n  pos form\n  هلا\n");
  EXPECT_TRUE(words.in("a", "الحجر"));
  EXPECT_TRUE(words.in("a", "يقصفون"));
  EXPECT_TRUE(words.in("a", "هلا"));
  const ListId a = words.lexicon->list_id("a");
  EXPECT_EQ(words.lexicon->value_text(words.analyze("قصفت").value_in(a)), "x");
}

TEST(WordList, UnknownClassIsReported) {
  Diagnostics faults;
  const std::vector<WordList> lists = parse_word_lists("list v\n  pos verb\n  قصف\n    class I.sonud\n", "x.lst", faults);
  const std::string data = std::string(RASD_SOURCE_DIR) + "/data";
  const Result<Normalizer> normalizer = Normalizer::load(data + "/normalization");
  ASSERT_TRUE(normalizer.has_value());
  Vocabulary vocabulary;
  const auto built = Lexicon::build(data, normalizer.value(), lists, vocabulary);
  ASSERT_FALSE(built.has_value());
  EXPECT_EQ(built.error()[0].code, "L101");
  EXPECT_EQ(built.error()[0].line, 3u);
  EXPECT_NE(built.error()[0].hint.find("I.sound"), std::string::npos);
}

}  // namespace
}  // namespace rasd
