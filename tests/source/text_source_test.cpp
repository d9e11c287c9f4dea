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

TEST(TextSource, Utf16IsRejectedWithAdvice) {
  EXPECT_THAT(read(std::string("\xFF\xFE\x42\x06", 4)).log.rejections.at(0).reason, HasSubstr("iconv"));
}

TEST(ParsePublished, KnowsTheUsualForms) {
  const auto day = make_date(2024, 1, 3);
  for (const char* text : {"2024-01-03", "2024-01-03T10:20:30+03:00", "2024-01-03 10:20", "2024/01/03", "20240103",
                           "Wed, 03 Jan 2024 10:00:00 GMT", "3 Jan 2024", " 2024-01-03 "}) {
    EXPECT_EQ(parse_published(text), day) << text;
  }
  for (const char* text : {"", "2024-02-30", "2024-13-01", "2024-1-3", "1704239999", "03.01.2024", "Jan 2024", "2024-01-03x"}) {
    EXPECT_FALSE(parse_published(text)) << text;
  }
}

}  // namespace
}  // namespace rasd
