// CSV and TSV: RFC 4180, the delimiter found, one bad row costs itself.
#include <gmock/gmock.h>

#include "reading.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

TEST(CsvSource, QuotedFieldsHoldWhatTheyHold) {
  const Reading in = read_file_of("a.csv", "\xEF\xBB\xBFid,title,text,date\r\n1,\"عنوان, بفاصلة\",\"سطر أول\r\nسطر \"\"ثان\"\"\",2024-01-03\r\n\r\n2,,نص \"عادي\",\r\n");
  ASSERT_EQ(in.documents.size(), 2u);
  EXPECT_EQ(in.documents[0].id, "1");
  EXPECT_EQ(in.documents[0].title, "عنوان, بفاصلة");
  EXPECT_EQ(in.documents[0].text, "سطر أول\nسطر \"ثان\"");
  EXPECT_EQ(in.documents[0].anchor, make_date(2024, 1, 3));
  EXPECT_EQ(in.documents[1].text, "نص \"عادي\"");
  EXPECT_TRUE(in.log.rejections.empty());
}

TEST(CsvSource, TheDelimiterIsFound) {
  EXPECT_EQ(read_file_of("a.csv", "id;text\n1;\"أ;ب\"\n").documents.at(0).text, "أ;ب");
  EXPECT_EQ(read_file_of("a.csv", "id\ttext\n1\tأ,ب;ج\n").documents.at(0).text, "أ,ب;ج");
  EXPECT_EQ(read_file_of("a.tsv", "id\ttext\n1\tأ\n").documents.at(0).text, "أ");
  EXPECT_EQ(read_file_of("a.csv", "text\nأ\n").documents.at(0).text, "أ");
  EXPECT_EQ(read_file_of("feed", "url;\"content\"\nhttps://example.org/1;أ\n").documents.at(0).url, "https://example.org/1") << "by content";
}

TEST(CsvSource, OneBadRowDoesNotCostTheOthers) {
  const Reading in = read_file_of("a.csv",
                                  "id,text\n"
                                  "1,أ\n"
                                  "2,\"ب\" ج\n"     // text behind the closing mark
                                  "3,د\n"
                                  "4,ه,و\n"         // too many
                                  "5\n"             // too few
                                  "6,\"ز\n"         // never closed: closed by the next row's mark
                                  "7,\"ح\"\n"
                                  "8,\"ط\nي\"\n"
                                  "9,\"ك\n");       // never closed, to the end
  std::string ids;
  for (const Document& document : in.documents) ids += document.id;
  EXPECT_EQ(ids, "1378");
  std::string lines;
  for (const Rejection& rejection : in.log.rejections) lines += std::to_string(rejection.line) + ' ';
  EXPECT_EQ(lines, "3 5 6 7 11 ");
  EXPECT_THAT(in.log.rejections[0].reason, HasSubstr("quotation mark"));
  EXPECT_THAT(in.log.rejections[1].reason, HasSubstr("3 fields where the first row has 2"));
}

TEST(CsvSource, OpenQuotationMarksTakeLinearTime) {
  std::string content = "id,text\n";
  for (int i = 0; i < 60000; ++i) content += std::to_string(i) + ",\"x y\n";
  content += "last,أ\n";
  const Reading in = read_file_of("a.csv", content);
  ASSERT_FALSE(in.documents.empty());
  EXPECT_EQ(in.documents.back().id, "last");
}

TEST(CsvSource, WithoutAColumnOfTheTextNothingIsRead) {
  const Reading in = read_file_of("a.csv", "id,date\n1,2024-01-01\n");
  EXPECT_TRUE(in.documents.empty());
  EXPECT_THAT(in.log.rejections.at(0).reason, HasSubstr("--text-field"));
  ReadOptions options;
  options.text_field = "نص الخبر";
  EXPECT_EQ(read_file_of("a.csv", "id, نص الخبر \n1,أ\n", options).documents.at(0).text, "أ");
}

TEST(CsvSource, KeptFields) {
  ReadOptions options;
  options.keep_fields = true;
  EXPECT_EQ(read_file_of("a.csv", "id,text,لغة,empty\n1,أ,ar,\n", options).documents.at(0).extra, R"({"لغة":"ar"})");
}

TEST(CsvSource, BytesThatAreNoUtf8CostTheirLetters) {
  const Reading in = read_file_of("a.csv", "id,text\n1,قتل \xFF رجل\n");
  EXPECT_EQ(in.documents.at(0).text, "قتل \uFFFD رجل");
  EXPECT_EQ(in.log.warnings.size(), 1u);
}

}  // namespace
}  // namespace rasd
