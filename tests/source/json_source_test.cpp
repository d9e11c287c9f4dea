// JSON that is not one object a line: arrays, single objects, Telegram's exports.
#include <gmock/gmock.h>

#include "reading.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

TEST(JsonSource, ArraysAndObjectsOverSeveralLines) {
  const std::string one = "{\n  \"id\": \"1\",\n  \"text\": \"أ } ] \\\" ب\",\n  \"meta\": {\"a\": [1, 2]}\n}";
  const std::string two = "{\"id\": \"2\", \"text\": \"ج\"}";
  for (const std::string& content : {"[\n" + one + ",\n" + two + "\n]\n", one + "\n" + two + "\n", "[" + one + "," + two + "]"}) {
    for (const char* name : {"a.json", "feed"}) {
      const Reading in = read_file_of(name, content);
      ASSERT_EQ(in.documents.size(), 2u) << name << ": " << content;
      EXPECT_EQ((in.documents[0].id == "1" ? in.documents[0] : in.documents[1]).text, "أ } ] \" ب");
      EXPECT_TRUE(in.log.rejections.empty());
    }
  }
  EXPECT_EQ(read_file_of("a.json", one).documents.at(0).id, "1");
}

TEST(JsonSource, ABadObjectInAnArrayCostsItself) {
  const Reading in = read_file_of("a.json", "[{\"id\":\"1\",\"text\":\"أ\"},\n{\"id\":\"2\",\"text\":},\n{\"id\":\"3\"},\n{\"id\":\"4\",\"text\":\"ب\"}");
  ASSERT_EQ(in.documents.size(), 2u);
  ASSERT_EQ(in.log.rejections.size(), 2u);
  EXPECT_EQ(in.log.rejections[0].line, 2u);
  EXPECT_EQ(in.log.rejections[1].line, 3u);
  EXPECT_THAT(read_file_of("a.json", "[{\"id\":\"1\",\"text\":\"أ").log.rejections.at(0).reason, HasSubstr("does not end"));
  EXPECT_THAT(read_file_of("a.json", "no json").log.rejections.at(0).reason, HasSubstr("not JSON"));
}

constexpr const char* kTelegram = R"({
 "name": "قناة \"الخبر\"",
 "type": "public_channel",
 "id": 1234567890,
 "messages": [
  {"id": 1, "type": "service", "date": "2023-05-01T09:00:00", "action": "create_channel", "text": ""},
  {"id": 2, "type": "message", "date": "2023-05-01T10:00:00", "from": "قناة", "text": "قتل جندي"},
  {"id": 3, "type": "message", "date": "2023-05-02T10:00:00",
   "text": ["عاجل: ", {"type": "bold", "text": "قصف"}, " على البلدة", {"type": "hashtag", "text": "#خبر"}]},
  {"id": 4, "type": "message", "date": "2023-05-02T11:00:00", "photo": "photos/1.jpg", "text": ""}
 ]
})";

TEST(JsonSource, TelegramExports) {
  for (const char* name : {"result.json", "-export"}) {
    const Reading in = read_file_of(name, kTelegram);
    ASSERT_EQ(in.documents.size(), 2u) << name;
    EXPECT_EQ(in.documents[0].text, "قتل جندي");
    EXPECT_EQ(in.documents[0].id, "telegram:1234567890:2");
    EXPECT_EQ(in.documents[0].source, "قناة \"الخبر\"");
    EXPECT_EQ(in.documents[1].text, "عاجل: قصف على البلدة#خبر");
    EXPECT_EQ(in.documents[1].anchor, make_date(2023, 5, 2));
    EXPECT_TRUE(in.log.rejections.empty());
  }
}

TEST(JsonSource, AllChatsOfAnAccount) {
  const Reading in = read_file_of("result.json", R"({"about": "x", "chats": {"about": "y", "list": [
    {"name": "أ", "type": "c", "id": 5, "messages": [{"id": 1, "type": "message", "text": "نص"}]},
    {"name": "ب", "type": "c", "id": 6, "messages": [{"id": 1, "type": "message", "text": "نص آخر"}, {"id": 2, "type": ]}]}}})");
  ASSERT_EQ(in.documents.size(), 2u);
  EXPECT_EQ(in.documents[0].id, "telegram:5:1");
  EXPECT_EQ(in.documents[1].id, "telegram:6:1");
  EXPECT_EQ(in.documents[1].source, "ب");
  EXPECT_FALSE(in.log.rejections.empty());
}

TEST(JsonSource, KeptFieldsAndCrawlDates) {
  ReadOptions options;
  const std::string record = R"({"text":"أ","lang":"ar","tags":[1,{"a":null}],"date_download":"2024-01-03"})";
  EXPECT_EQ(read_file_of("a.jsonl", record).documents.at(0).extra, "");
  EXPECT_FALSE(read_file_of("a.jsonl", record).documents.at(0).anchor);
  options.keep_fields = true;
  EXPECT_EQ(read_file_of("a.jsonl", record, options).documents.at(0).extra,
            R"({"lang":"ar","tags":[1,{"a":null}],"date_download":"2024-01-03"})");
  options.crawl_dates = true;
  EXPECT_EQ(read_file_of("a.jsonl", record, options).documents.at(0).extra, R"({"lang":"ar","tags":[1,{"a":null}]})");
  EXPECT_EQ(read_file_of("a.jsonl", record, options).documents.at(0).anchor, make_date(2024, 1, 3));
  const std::string deep = R"({"text":"أ","x":)" + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_EQ(read_file_of("a.jsonl", deep, options).documents.at(0).extra, "") << "too deep to be kept";
}

}  // namespace
}  // namespace rasd
