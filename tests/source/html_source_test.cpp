// Web pages: where the article is, and what the page says of it.
#include <gmock/gmock.h>

#include "reading.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;

constexpr const char* kFirst = "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس الأحد.";
constexpr const char* kSecond = "وأسفر القصف عن مقتل خمسة مدنيين بينهم طفلان، بحسب الدفاع المدني.";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html>\n<html><head><title>عنوان الصفحة | الموقع</title>" + head + "</head><body><nav><a href='/'>الرئيسية</a></nav>" + body +
         "<footer><p>جميع الحقوق محفوظة للموقع الإخباري الكبير في كل البلاد</p></footer></body></html>";
}

std::string paragraphs() { return std::string("<p>") + kFirst + "</p>\n<p>" + kSecond + "</p>"; }

TEST(HtmlSource, LinkedDataSaysItAll) {
  const Reading in = read_file_of(
      "a.html", page(R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
        {"@type":"NewsArticle","headline":"غارة على سرمين","datePublished":"2024-01-03T10:00:00+03:00","url":"https://example.org/7",
         "publisher":{"name":"الموقع"},"articleBody":"نص المقال كاملا"}]}</script>)",
                     "<article>" + paragraphs() + "</article>"));
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_EQ(in.documents[0].text, "نص المقال كاملا");
  EXPECT_EQ(in.documents[0].title, "غارة على سرمين");
  EXPECT_EQ(in.documents[0].anchor, make_date(2024, 1, 3));
  EXPECT_EQ(in.documents[0].url, "https://example.org/7");
  EXPECT_EQ(in.documents[0].source, "الموقع");
}

TEST(HtmlSource, AnArticleElementAndMetadata) {
  const Reading in = read_file_of(
      "a.htm", page("<meta property='og:title' content='غارة على سرمين'><meta property='article:published_time' content='2024-01-03T08:00:00Z'>"
                    "<link rel='canonical' href='https://example.org/8'><meta property='og:site_name' content='الموقع'>",
                    "<article><h1>غارة</h1>" + paragraphs() + "<script>var x = 1;</script><ul><li><a href='/1'>اقرأ أيضا: خبر آخر</a></li></ul></article>"
                    "<article><p>خبر قصير</p></article>"));
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_EQ(in.documents[0].text, std::string(kFirst) + "\n" + kSecond);
  EXPECT_EQ(in.documents[0].title, "غارة على سرمين");
  EXPECT_EQ(in.documents[0].anchor, make_date(2024, 1, 3));
  EXPECT_EQ(in.documents[0].url, "https://example.org/8");
}

TEST(HtmlSource, ElseTheBlockWithTheMostProse) {
  const std::string menu = "<div class=menu><a href=1>سياسة واقتصاد ورياضة وثقافة وفنون ومنوعات</a><a href=2>أخبار العالم العربي والدولي اليوم</a></div>";
  const Reading in = read_file_of("page", page("", menu + "<div id=c><h1>غارة على سرمين</h1><div>" + paragraphs() +
                                                       "</div></div><div class=side><p>خبر جانبي قصير في الصفحة الأولى اليوم</p></div>"));
  ASSERT_EQ(in.documents.size(), 1u);
  EXPECT_EQ(in.documents[0].text, std::string(kFirst) + "\n" + kSecond);
  EXPECT_EQ(in.documents[0].title, "غارة على سرمين");
  const Reading lines = read_file_of("a.html", page("", std::string("<div>") + kFirst + "<br>" + kSecond + " &amp; &laquo;قول&raquo;&nbsp;</div>"));
  EXPECT_EQ(lines.documents.at(0).text, std::string(kFirst) + "\n" + kSecond + " & «قول»");
  EXPECT_EQ(lines.documents.at(0).title, "عنوان الصفحة | الموقع");
}

TEST(HtmlSource, ADeclaredEncoding) {
  const std::string legacy = "<html><head><meta charset=\"windows-1256\"></head><body><p>\xDE\xCA\xE1 \xCC\xE4\xCF\xED \xDE\xCA\xE1 \xCC\xE4\xCF\xED "
                             "\xDE\xCA\xE1 \xCC\xE4\xCF\xED \xDE\xCA\xE1 \xCC\xE4\xCF\xED \xDE\xCA\xE1 \xCC\xE4\xCF\xED</p></body></html>";
  EXPECT_EQ(read_file_of("a.html", legacy).documents.at(0).text, "قتل جندي قتل جندي قتل جندي قتل جندي قتل جندي");
}

TEST(HtmlSource, PagesWithoutAnArticleAreRejected) {
  const Reading in = read_file_of("a.html", "<html><body><nav><a href=1>قائمة</a></nav></body></html>");
  EXPECT_TRUE(in.documents.empty());
  EXPECT_THAT(in.log.rejections.at(0).reason, HasSubstr("no article"));
}

TEST(HtmlSource, HostilePagesDoNoHarm) {
  std::string deep;
  for (int i = 0; i < 9000; ++i) deep += "<div>";
  for (const std::string& content : {deep + kFirst, "<html>" + deep + deep + deep + kFirst, std::string("<html><p>") + std::string(1 << 20, '<'),
                                     std::string("<html\0<p>\0", 10), std::string("<html><script type='application/ld+json'>{{{[[[</script>")}) {
    const Reading in = read_file_of("a.html", content);
    EXPECT_LE(in.documents.size(), 1u);
  }
  EXPECT_THAT(read_file_of("a.html", deep + deep + kFirst).log.rejections.at(0).reason, HasSubstr("nested too deeply"));
}

}  // namespace
}  // namespace rasd
