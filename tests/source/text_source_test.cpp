#include "source/text_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_dir.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

struct Read {
  std::vector<Document> documents;
  ReadLog log;
};

Read read_path(const std::string& path, const ReadOptions& options = {}) {
  Read out;
  const std::unique_ptr<Source> source = open_source(path, options, out.log);
  Document document;
  while (source && source->next(document, out.log)) out.documents.push_back(document);
  return out;
}

Read read(const std::string& content, const ReadOptions& options = {}) {
  const TempDir directory;
  return read_path(directory.write("a.txt", content), options);
}

TEST(TextSource, AFileIsOneArticleAsItStands) {
  ReadOptions options;
  options.published = "2024-01-31";
  const Read in = read("سطر أول\r\nسطر ثان\n", options);
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_EQ(in.documents[0].text, "سطر أول\r\nسطر ثان\n");
  EXPECT_EQ(in.documents[0].title, "");
  EXPECT_EQ(in.documents[0].published, "2024-01-31");
  EXPECT_EQ(in.documents[0].anchor, make_date(2024, 1, 31));
  EXPECT_EQ(in.documents[0].id.substr(0, 4), "doc_");
}

TEST(TextSource, AByteOrderMarkIsNoPartOfTheText) { EXPECT_EQ(read("\xEF\xBB\xBFنص").documents.at(0).text, "نص"); }

TEST(TextSource, CountsBytesThatAreNoUtf8AndGoesOn) {
  const Read in = read("سطر\nقتل \xC7\xE1 رجل");
  ASSERT_EQ(in.documents.size(), 1u);
  ASSERT_EQ(in.log.warnings.size(), 1u);
  EXPECT_EQ(in.log.warnings[0].line, 2u);
  EXPECT_THAT(in.log.warnings[0].reason, HasSubstr("2 bytes"));
}

TEST(TextSource, EmptyFilesAreRejected) {
  for (const char* content : {"", " \n\t\r\n", "\xEF\xBB\xBF"}) {
    const Read in = read(content);
    EXPECT_TRUE(in.documents.empty());
    ASSERT_EQ(in.log.rejections.size(), 1u);
    EXPECT_THAT(in.log.rejections[0].reason, HasSubstr("empty"));
  }
}

TEST(TextSource, SaysWhatCannotBeOpened) {
  const TempDir directory;
  EXPECT_THAT(read_path(directory.path() + "/none.txt").log.failures.at(0).reason, HasSubstr("no such file"));
  EXPECT_THAT(read_path(directory.path()).log.failures.at(0).reason, HasSubstr("directory"));
}

TEST(TextSource, IsCutWhereAskedTo) {
  ReadOptions options;
  const auto texts = [&](const std::string& content, TextSplit split) {
    options.split = split;
    std::string out;
    for (const Document& document : read(content, options).documents) out += '[' + document.text + ']';
    return out;
  };
  EXPECT_EQ(texts("\xEF\xBB\xBF" "أ\nب\n\n \r\nج\n\n\n", TextSplit::blank), "[أ\nب][ج]");
  EXPECT_EQ(texts("أ\r\n\nب\n", TextSplit::line), "[أ][ب]");
  EXPECT_EQ(texts("\fأ\nب\f\f\n\fج", TextSplit::form_feed), "[أ\nب][ج]");
  options.split = TextSplit::blank;
  const Read in = read("أ\n\nب\nقتل \xC7\xE1 رجل\n", options);
  ASSERT_EQ(in.log.warnings.size(), 1u);
  EXPECT_EQ(in.log.warnings[0].line, 4u) << "lines count in the file, not in the piece";
  EXPECT_EQ(in.log.warnings[0].byte, 14u);
}

TEST(TextSource, APieceThatIsTooLargeCostsItselfOnly) {
  ReadOptions options;
  options.max_record_bytes = 10;
  for (const auto& [split, mark] : {std::pair(TextSplit::blank, "\n\n"), std::pair(TextSplit::line, "\n"), std::pair(TextSplit::form_feed, "\f")}) {
    options.split = split;
    const Read in = read(std::string("a") + mark + "bbbbbbbbbbbbbbb" + mark + "c", options);
    EXPECT_EQ(in.documents.size(), 2u);
    ASSERT_EQ(in.log.rejections.size(), 1u);
    EXPECT_EQ(in.log.rejections[0].byte, 1 + std::string(mark).size());
  }
}

TEST(ParsePublished, KnowsTheUsualForms) {
  const auto day = make_date(2024, 1, 3);
  for (const char* text : {"2024-01-03", "2024-01-03T10:20:30+03:00", "2024-01-03 10:20", "2024/01/03", "20240103",
                           "Wed, 03 Jan 2024 10:00:00 GMT", "3 Jan 2024", " 2024-01-03 ", "2024-1-3", "2024/1/3 10:20", "2024.01.03", "03.01.2024",
                           "3 January 2024", "03-Jan-2024", "January 3, 2024", "Jan 03, 2024, 10:00 AM", "Wednesday, January 3, 2024",
                           "Wed Jan 03 10:00:00 +0000 2024", "1704290000", "1704290000000", "20240103102030", "٢٠٢٤-٠١-٠٣", "٣.١.٢٠٢٤"}) {
    EXPECT_EQ(parse_published(text), day) << text;
  }
  for (const char* text : {"", "2024-02-30", "2024-13-01", "03/01/2024", "Jan 2024", "2024-01-03x", "17042399", "99999999", "31.02.2024",
                           "1.2.3", "3 March", "2024"}) {
    EXPECT_FALSE(parse_published(text)) << text;
  }
  EXPECT_EQ(parse_published("03/01/2024", DateOrder::day_first), day);
  EXPECT_EQ(parse_published("1/3/2024", DateOrder::month_first), day);
  EXPECT_EQ(parse_published("23/1/2024"), make_date(2024, 1, 23)) << "one order is possible";
  EXPECT_EQ(parse_published("1/23/2024"), make_date(2024, 1, 23));
}

}  // namespace
}  // namespace rasd
