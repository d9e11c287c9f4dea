#include "source/jsonl_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "reading.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

using Read = Reading;

Read read(const std::string& content, const ReadOptions& options = {}, const std::string& name = "in.jsonl") {
  return read_file_of(name, content, options);
}

TEST(JsonlSource, ReadsTheUsualFields) {
  const Read in = read(R"({"doc_id": "a1", "published": "2024-01-23", "title": "عنوان", "text": "متن", "url": "https://example.org/1", "source": "صحيفة"})" "\n");
  ASSERT_EQ(in.documents.size(), 1u);
  const Document& document = in.documents[0];
  EXPECT_EQ(document.id, "a1");
  EXPECT_EQ(document.published, "2024-01-23");
  EXPECT_EQ(document.anchor, make_date(2024, 1, 23));
  EXPECT_EQ(document.title, "عنوان");
  EXPECT_EQ(document.text, "متن");
  EXPECT_EQ(document.url, "https://example.org/1");
  EXPECT_EQ(document.source, "صحيفة");
  EXPECT_TRUE(in.log.rejections.empty());
  EXPECT_TRUE(in.log.warnings.empty());
}

TEST(JsonlSource, TriesOtherNamesInOrder) {
  const Read in = read(
      R"({"content": "ب", "maintext": "ا", "headline": "ع", "date_publish": "2020-02-01 10:00:00", "story_id": 17, "source": "http://example.org/x", "domain": "example.org"})"
      "\n"
      R"({"text": "None", "title": null, "body": "متن", "date": "", "published": "2021-05-06T07:08:09Z", "id": ""})"
      "\n");
  ASSERT_EQ(in.documents.size(), 2u);
  EXPECT_EQ(in.documents[0].text, "ا");
  EXPECT_EQ(in.documents[0].title, "ع");
  EXPECT_EQ(in.documents[0].id, "17");
  EXPECT_EQ(in.documents[0].url, "http://example.org/x");
  EXPECT_EQ(in.documents[0].source, "example.org");
  EXPECT_EQ(in.documents[0].anchor, make_date(2020, 2, 1));
  EXPECT_EQ(in.documents[1].text, "متن");
  EXPECT_EQ(in.documents[1].title, "");
  EXPECT_EQ(in.documents[1].anchor, make_date(2021, 5, 6));
}

TEST(JsonlSource, FieldsOfInnerObjectsAreNotTaken) {
  const Read in = read(R"({"meta": {"text": "لا", "id": "x"}, "list": [{"title": "لا"}], "text": "نعم"})" "\n");
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_EQ(in.documents[0].text, "نعم");
  EXPECT_EQ(in.documents[0].title, "");
}

TEST(JsonlSource, GivenFieldNamesWin) {
  ReadOptions options;
  options.text_field = "نص";
  options.id_field = "key";
  const Read in = read(R"({"text": "لا", "نص": "نعم", "id": "1", "key": "2"})" "\n" R"({"text": "لا"})" "\n", options);
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_EQ(in.documents[0].text, "نعم");
  EXPECT_EQ(in.documents[0].id, "2");
  ASSERT_EQ(in.log.rejections.size(), 1u);
  EXPECT_THAT(in.log.rejections[0].reason, HasSubstr("نص"));
}

TEST(JsonlSource, OneBadLineDoesNotCostTheOthers) {
  const Read in = read(
      "{\"id\": \"1\", \"text\": \"ا\"}\n"
      "not json\n"
      "{\"id\": \"3\", \"title\": \"بلا متن\"}\n"
      "\n"
      "[1, 2]\n"
      "{\"id\": \"6\", \"text\": \"ب\"");
  ASSERT_EQ(in.documents.size(), 1u);
  ASSERT_EQ(in.log.rejections.size(), 4u);
  EXPECT_EQ(in.log.rejections[0].line, 2u);
  EXPECT_THAT(in.log.rejections[0].reason, HasSubstr("not JSON"));
  EXPECT_EQ(in.log.rejections[1].line, 3u);
  EXPECT_THAT(in.log.rejections[1].reason, HasSubstr("--text-field"));
  EXPECT_EQ(in.log.rejections[2].line, 5u);
  EXPECT_EQ(in.log.rejections[3].line, 6u);
  EXPECT_THAT(in.log.rejections[3].to_string(), HasSubstr("in.jsonl:6: "));
}

TEST(JsonlSource, LineEndsMarksAndBlankLinesAreNoMatter) {
  const Read in = read("\xEF\xBB\xBF{\"id\":\"1\",\"text\":\"ا\"}\r\n\r\n  \n{\"id\":\"2\",\"text\":\"ب\"}");
  ASSERT_EQ(in.documents.size(), 2u);
  EXPECT_EQ(in.documents[1].id, "2");
  EXPECT_TRUE(in.log.rejections.empty());
}

TEST(JsonlSource, BytesThatAreNoUtf8CostOnlyTheirLetters) {
  const Read in = read("{\"id\":\"1\",\"text\":\"قتل \xFF رجل\"}\n{\"id\":\"2\",\"text\":\"ب\"}\n");
  ASSERT_EQ(in.documents.size(), 2u);
  EXPECT_EQ(in.documents[0].text, "قتل \uFFFD رجل");
  ASSERT_EQ(in.log.warnings.size(), 1u);
  EXPECT_EQ(in.log.warnings[0].line, 1u);
}

TEST(JsonlSource, ADateThatIsNoneIsPassedThroughWithAWarning) {
  const Read in = read("{\"text\":\"ا\",\"published\":\"أمس\"}\n");
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_EQ(in.documents[0].published, "أمس");
  EXPECT_FALSE(in.documents[0].anchor);
  EXPECT_EQ(in.log.warnings.size(), 1u);
}

TEST(JsonlSource, PublishedOptionFillsWhatIsMissing) {
  ReadOptions options;
  options.published = "2022-03-04";
  const Read in = read("{\"text\":\"ا\"}\n{\"text\":\"ا\",\"date\":\"2023-01-01\"}\n", options);
  ASSERT_EQ(in.documents.size(), 2u);
  EXPECT_EQ(in.documents[0].anchor, make_date(2022, 3, 4));
  EXPECT_EQ(in.documents[1].anchor, make_date(2023, 1, 1));
}

TEST(JsonlSource, IdsComeFromTheUrlElseFromTheText) {
  const Read in = read(
      "{\"text\":\"ا\",\"url\":\"https://example.org/1\"}\n{\"text\":\"ب\",\"url\":\"https://example.org/1\"}\n"
      "{\"text\":\"ا\"}\n{\"text\":\"ا\"}\n{\"text\":\"ب\"}\n");
  ASSERT_EQ(in.documents.size(), 5u);
  EXPECT_EQ(in.documents[0].id.substr(0, 4), "doc_");
  EXPECT_EQ(in.documents[0].id.size(), 20u);
  EXPECT_EQ(in.documents[0].id, in.documents[1].id);
  EXPECT_EQ(in.documents[2].id, in.documents[3].id);
  EXPECT_NE(in.documents[2].id, in.documents[4].id);
  EXPECT_NE(in.documents[2].id, in.documents[0].id);
}

TEST(JsonlSource, LongLinesSpanBuffers) {
  std::string content;
  for (int i = 0; i < 5; ++i) {
    content += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + std::string(400000 + i, 'x') + "\"}\n";
  }
  const Read in = read(content);
  ASSERT_EQ(in.documents.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(in.documents[i].text.size(), 400000 + i);
}

TEST(JsonlSource, AnEmptyFileIsSaid) {
  const Read in = read("");
  EXPECT_TRUE(in.documents.empty());
  EXPECT_TRUE(in.log.rejections.empty());
  ASSERT_EQ(in.log.warnings.size(), 1u);
  EXPECT_THAT(in.log.warnings[0].reason, HasSubstr("empty"));
}

TEST(JsonlSource, IsFoundByContentWhereTheNameDoesNotTell) {
  EXPECT_EQ(read("\n{\"id\":\"7\",\"text\":\"ا\"}\n", {}, "feed").documents.at(0).id, "7");
  EXPECT_EQ(read("{ هذا نص عادي", {}, "feed").documents.at(0).text, "{ هذا نص عادي");
}

}  // namespace
}  // namespace rasd
