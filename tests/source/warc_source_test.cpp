// WARC and WET: pages and texts are articles, everything else passes, damage is named.
#include <gmock/gmock.h>

#include "packing.hpp"
#include "reading.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

constexpr const char* kPage =
    "<html><head><title>غارة</title></head><body><p>قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس الأحد.</p></body></html>";
constexpr const char* kText = "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس الأحد.";

std::string record(const std::string& type, const std::string& url, const std::string& block, const std::string& content_type) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nWARC-Date: 2024-01-05T00:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& headers, const std::string& body) {
  return record("response", url, "HTTP/1.1 " + headers + "\r\n\r\n" + body, "application/http; msgtype=response");
}

std::string dump() {
  return record("warcinfo", "", "software: x\r\n", "application/warc-fields") +
         record("request", "https://example.org/1", "GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request") +
         response("https://example.org/1", "200 OK\r\nContent-Type: text/html; charset=utf-8", kPage) +
         response("https://example.org/2", "404 Not Found\r\nContent-Type: text/html", kPage) +
         response("https://example.org/3", "200 OK\r\nContent-Type: image/png", "\x89PNG") +
         record("conversion", "https://example.org/4", kText, "text/plain");
}

TEST(WarcSource, PagesAndTextsAreArticles) {
  for (const char* name : {"a.warc", "a.wet", "dump"}) {
    const Reading in = read_file_of(name, dump());
    ASSERT_EQ(in.documents.size(), 2u) << name;
    EXPECT_EQ(in.documents[0].text, kText);
    EXPECT_EQ(in.documents[0].title, "غارة");
    EXPECT_EQ(in.documents[0].url, "https://example.org/1");
    EXPECT_FALSE(in.documents[0].anchor) << "the day of the crawl is none of publication";
    EXPECT_EQ(in.documents[1].url, "https://example.org/4");
    EXPECT_TRUE(in.log.rejections.empty());
  }
  ReadOptions options;
  options.crawl_dates = true;
  EXPECT_EQ(read_file_of("a.warc", dump(), options).documents.at(0).anchor, make_date(2024, 1, 5));
}

TEST(WarcSource, OneGzipMemberARecord) {
  std::string packed;
  for (int i = 0; i < 20; ++i) {
    packed += pack("raw", "gzip", {{"x", response("https://example.org/" + std::to_string(i), "200 OK\r\nContent-Type: text/html", kPage)}});
  }
  const Reading in = read_file_of("a.warc.gz", packed);
  ASSERT_EQ(in.documents.size(), 20u);
  EXPECT_EQ(in.documents[19].url, "https://example.org/19");
  EXPECT_NE(in.documents[0].id, in.documents[1].id);
}

TEST(WarcSource, BodiesAsServersSendThem) {
  const std::string half(kPage, 40);
  const std::string rest(kPage + 40);
  const std::string chunked = "28\r\n" + half + "\r\n" + [&] {
    char size[16];
    std::snprintf(size, sizeof size, "%zx", rest.size());
    return std::string(size);
  }() + ";x=y\r\n" + rest + "\r\n0\r\n\r\n";
  EXPECT_EQ(read_file_of("a.warc", response("u:1", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", chunked)).documents.at(0).text, kText);
  EXPECT_EQ(read_file_of("a.warc", response("u:1", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", pack("raw", "gzip", {{"x", kPage}})))
                .documents.at(0)
                .text,
            kText);
  const std::string legacy = "<html><p>\xDE\xCA\xE1 \xCC\xE4\xCF\xED \xDE\xCA\xE1 \xCC\xE4\xCF\xED \xDE\xCA\xE1 \xCC\xE4\xCF\xED \xDE\xCA\xE1 \xCC\xE4\xCF\xED \xDE\xCA\xE1 \xCC\xE4\xCF\xED</p>";
  EXPECT_EQ(read_file_of("a.warc", response("u:1", "200 OK\r\nContent-Type: text/html; charset=\"windows-1256\"", legacy)).documents.at(0).text.substr(0, 6), "قتل");
}

TEST(WarcSource, DamageIsNamedAndPassed) {
  const std::string good = response("https://example.org/1", "200 OK\r\nContent-Type: text/html", kPage);
  const Reading garbage = read_file_of("a.warc", good + "garbage between\r\n" + good + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + good);
  EXPECT_EQ(garbage.documents.size(), 3u);
  EXPECT_EQ(garbage.log.rejections.size(), 2u);
  const Reading cut = read_file_of("a.warc", good + good.substr(0, good.size() - 60));
  EXPECT_EQ(cut.documents.size(), 1u);
  EXPECT_THAT(cut.log.failures.at(0).reason, HasSubstr("ends within a record"));
  ReadOptions options;
  options.max_record_bytes = 1000;
  const Reading large = read_file_of("a.warc", good + response("u:big", "200 OK\r\nContent-Type: text/html", std::string(5000, 'x')) + good, options);
  EXPECT_EQ(large.documents.size(), 2u);
  EXPECT_THAT(large.log.rejections.at(0).reason, HasSubstr("--max-record-bytes"));
}

}  // namespace
}  // namespace rasd
