// Packed inputs: found by content, read member by member, faults named.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "packing.hpp"
#include "reading.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

constexpr const char* kLines = "{\"id\":\"1\",\"text\":\"ا\"}\n{\"id\":\"2\",\"text\":\"ب\"}\n";

TEST(Archive, APackedFileIsFoundByItsContent) {
  for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
    const std::string packed = pack("raw", filter, {{"x", kLines}});
    for (const char* name : {"dump.jsonl.gz", "dump", "dump.txt"}) {
      ReadOptions options;
      if (std::string(name) == "dump.txt") options.format = InputFormat::jsonl;
      const Reading in = read_file_of(name, packed, options);
      ASSERT_EQ(in.documents.size(), 2u) << filter << " as " << name;
      EXPECT_EQ(in.documents[1].id, "2");
      EXPECT_TRUE(in.log.failures.empty());
    }
  }
}

TEST(Archive, EveryMemberOfAGzipIsRead) {
  const std::string two = pack("raw", "gzip", {{"x", "{\"id\":\"1\",\"text\":\"ا\"}\n"}}) + pack("raw", "gzip", {{"x", "{\"id\":\"2\",\"text\":\"ب\"}\n"}});
  EXPECT_EQ(read_file_of("a.jsonl.gz", two).documents.size(), 2u);
}

TEST(Archive, MembersWithArabicNamesEachAsItsFormat) {
  const Members members = {{"أخبار/مقال.txt", "نص أول"},
                           {"أخبار/سجل.jsonl", std::string("broken\n") + kLines},
                           {".hidden.txt", "لا"},
                           {"__MACOSX/x.txt", "لا"},
                           {"جدول.csv", "id;text\n7;نص\n"}};
  for (const auto& [format, filter] : {std::pair("zip", ""), std::pair("pax", "gzip"), std::pair("pax", "zstd"), std::pair("pax", "")}) {
    const Reading in = read_file_of("صندوق.bin", pack(format, filter, members));
    ASSERT_EQ(in.documents.size(), 4u) << format << filter;
    EXPECT_EQ(in.documents[0].text, "نص أول");
    EXPECT_EQ(in.documents[3].id, "7");
    ASSERT_EQ(in.log.rejections.size(), 1u);
    EXPECT_THAT(in.log.rejections[0].to_string(), HasSubstr("صندوق.bin:أخبار/سجل.jsonl:1: not JSON"));
    EXPECT_TRUE(in.log.failures.empty());
  }
}

TEST(Archive, AnArchiveInAnArchive) {
  const std::string inner = pack("raw", "gzip", {{"x", kLines}});
  const Reading in = read_file_of("a.zip", pack("zip", "", {{"day1.jsonl.gz", inner}, {"day2.zip", pack("zip", "", {{"b.txt", "نص"}})}}));
  ASSERT_EQ(in.documents.size(), 3u);
  EXPECT_EQ(in.documents[2].text, "نص");
}

TEST(Archive, WhatIsNestedWithoutEndIsRejected) {
  std::string packed = pack("zip", "", {{"a.txt", "نص"}});
  for (int i = 0; i < 8; ++i) packed = pack("zip", "", {{"a.zip", packed}});
  const Reading in = read_file_of("a.zip", packed);
  EXPECT_TRUE(in.documents.empty());
  EXPECT_THAT(in.log.rejections.at(0).reason, HasSubstr("packed more than"));
}

TEST(Archive, DamageIsNamedAndWhatCameBeforeIsKept) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += "{\"id\":\"" + std::to_string(i * 7919 % 20011) + "\",\"text\":\"نص\"}\n";
  std::string packed = pack("raw", "gzip", {{"x", lines}});
  packed.resize(packed.size() / 2);
  const Reading cut = read_file_of("a.jsonl.gz", packed);
  EXPECT_GT(cut.documents.size(), 1000u);
  EXPECT_LT(cut.documents.size(), 20000u);
  ASSERT_EQ(cut.log.failures.size(), 1u);
  EXPECT_THAT(cut.log.failures[0].to_string(), HasSubstr("a.jsonl.gz"));
  const Reading garbage = read_file_of("a.zip", "PK\x03\x04 this is no archive at all");
  EXPECT_TRUE(garbage.documents.empty());
  EXPECT_FALSE(garbage.log.failures.empty() && garbage.log.rejections.empty());
}

TEST(Archive, OfficeDocumentsAndPdfAreNotTakenForText) {
  EXPECT_THAT(read_file_of("a.docx", pack("zip", "", {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x>نص</x>"}})).log.rejections.at(0).reason,
              HasSubstr("office document"));
  EXPECT_THAT(read_file_of("a.txt", "%PDF-1.4 ...").log.rejections.at(0).reason, HasSubstr("PDF"));
  EXPECT_THAT(read_file_of("a", std::string("ab\0\0\0\1\2\0\3\0xyz\0\0", 16)).log.rejections.at(0).reason, HasSubstr("binary"));
}

TEST(Archive, ARecordThatIsTooLargeIsRejectedAndTheOthersRead) {
  ReadOptions options;
  options.max_record_bytes = 1000;
  const std::string lines = "{\"id\":\"1\",\"text\":\"ا\"}\n{\"id\":\"2\",\"text\":\"" + std::string(3000000, 'x') + "\"}\n{\"id\":\"3\",\"text\":\"ب\"}\n";
  for (const std::string& content : {lines, pack("raw", "gzip", {{"x", lines}})}) {
    const Reading in = read_file_of("a.jsonl", content, options);
    ASSERT_EQ(in.documents.size(), 2u);
    ASSERT_EQ(in.log.rejections.size(), 1u);
    EXPECT_EQ(in.log.rejections[0].line, 2u);
    EXPECT_THAT(in.log.rejections[0].reason, HasSubstr("larger than 1000 bytes; raise --max-record-bytes"));
  }
  const Reading text = read_file_of("a.txt", std::string(2000, 'x'), options);
  EXPECT_TRUE(text.documents.empty());
  EXPECT_EQ(text.log.rejections.size(), 1u);
}

}  // namespace
}  // namespace rasd
