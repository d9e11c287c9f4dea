// The C interface as its callers meet it. Linked with librasd.so alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rasd/rasd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "support/rasd.hpp"

namespace {

using testing::HasSubstr;

struct CloseExtractor {
  void operator()(rasd_extractor* extractor) const { rasd_close(extractor); }
};
struct FreeResult {
  void operator()(rasd_result* result) const { rasd_result_free(result); }
};
using Extractor = std::unique_ptr<rasd_extractor, CloseExtractor>;
using Result = std::unique_ptr<rasd_result, FreeResult>;

constexpr std::string_view kRaid = "قصفت طائرات حربية بلدة سرمين أمس، ما أدى إلى مقتل خمسة مدنيين.";

struct Answer {
  rasd_status status = RASD_INTERNAL;
  std::string lines;
  std::string message;
};

Answer take(rasd_status status, rasd_result* raw) {
  const Result result(raw);
  EXPECT_TRUE(result);
  std::size_t size = 0;
  const char* lines = rasd_result_lines(raw, &size);
  EXPECT_EQ(lines[size], '\0');
  return {status, std::string(lines, size), rasd_result_message(raw)};
}

Answer open_answer(const rasd_options* options, Extractor& out) {
  rasd_extractor* extractor = nullptr;
  rasd_result* result = nullptr;
  const rasd_status status = rasd_open(options, &extractor, &result);
  out.reset(extractor);
  return take(status, result);
}

Answer text_of(rasd_extractor* extractor, std::string_view text, const char* published = nullptr) {
  rasd_result* result = nullptr;
  const rasd_status status = rasd_extract_text(extractor, text.data(), text.size(), published, &result);
  return take(status, result);
}

Answer record_of(rasd_extractor* extractor, std::string_view json) {
  rasd_result* result = nullptr;
  const rasd_status status = rasd_extract_record(extractor, json.data(), json.size(), &result);
  return take(status, result);
}

std::vector<std::string> article_lines() {
  const char* const named = std::getenv("RASD_TEST_ARTICLES");  // a larger file, for a run under a race detector
  std::ifstream file(named != nullptr ? named : rasd::sample_articles());
  std::vector<std::string> lines;
  for (std::string line; lines.size() < 1000 && std::getline(file, line);) lines.push_back(line);
  return lines;
}

class CInterface : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const Answer answer = open_answer(nullptr, shared());
    ASSERT_EQ(answer.status, RASD_OK) << answer.message;
  }
  static void TearDownTestSuite() { shared().reset(); }
  static Extractor& shared() {
    static Extractor extractor;
    return extractor;
  }
  static rasd_extractor* extractor() { return shared().get(); }
};

TEST_F(CInterface, GivesTheEventsOfTheProgram) {
  std::string lines;
  std::ifstream file(rasd::sample_articles());
  for (std::string article; std::getline(file, article);) lines += record_of(extractor(), article).lines;
  EXPECT_FALSE(lines.empty());
  EXPECT_EQ(lines, rasd::rasd_program("extract --shipped-only " + rasd::sample_articles()).out);
}

TEST_F(CInterface, ReadsATextWithItsDay) {
  const Answer answer = text_of(extractor(), kRaid, "2024-01-24");
  EXPECT_EQ(answer.status, RASD_OK);
  EXPECT_THAT(answer.lines, HasSubstr(R"("start":"2024-01-23")"));
  EXPECT_THAT(answer.lines, HasSubstr(R"("published":"2024-01-24")"));
  EXPECT_EQ(answer.message, "");
}

TEST_F(CInterface, IsADateOrRefused) {
  const Answer answer = text_of(extractor(), kRaid, "soon");
  EXPECT_EQ(answer.status, RASD_BAD_ARGUMENT);
  EXPECT_THAT(answer.message, HasSubstr("soon"));
  EXPECT_EQ(answer.lines, "");
}

TEST_F(CInterface, WarnsOfARecordsDateThatIsNone) {
  const Answer answer = record_of(extractor(), R"({"text":")" + std::string(kRaid) + R"(","published":"soon"})");
  EXPECT_EQ(answer.status, RASD_OK);
  EXPECT_THAT(answer.message, HasSubstr("soon"));
  EXPECT_NE(answer.lines, "");
}

TEST_F(CInterface, HasNothingToSayOfNothing) {
  for (const char* nothing : {"", " \t\r\n"}) {
    const Answer answer = record_of(extractor(), nothing);
    EXPECT_EQ(answer.status, RASD_OK);
    EXPECT_EQ(answer.lines + answer.message, "");
  }
  EXPECT_EQ(text_of(extractor(), "").status, RASD_OK);
}

TEST_F(CInterface, SaysWhyARecordIsNone) {
  for (const char* bad : {"[]", "{", R"({"title":"x"})", "\xFF", R"({"text":1})"}) {
    const Answer answer = record_of(extractor(), bad);
    EXPECT_EQ(answer.status, RASD_BAD_RECORD) << bad;
    EXPECT_NE(answer.message, "") << bad;
  }
}

TEST_F(CInterface, OutlivesAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>((i * 7919) >> 3);
  EXPECT_EQ(text_of(extractor(), bytes).status, RASD_OK);
  EXPECT_EQ(text_of(extractor(), std::string(std::size_t{17} << 20, 'x')).status, RASD_BAD_ARGUMENT);
}

TEST_F(CInterface, RefusesNullPointers) {
  EXPECT_EQ(text_of(nullptr, kRaid).status, RASD_BAD_ARGUMENT);
  rasd_result* result = nullptr;
  EXPECT_EQ(rasd_extract_record(extractor(), nullptr, 3, &result), RASD_BAD_ARGUMENT);
  rasd_result_free(result);
  EXPECT_EQ(rasd_extract_text(extractor(), "x", 1, nullptr, nullptr), RASD_OK);  // nobody wants to know
  EXPECT_EQ(rasd_open(nullptr, nullptr, nullptr), RASD_BAD_ARGUMENT);
  EXPECT_STREQ(rasd_result_lines(nullptr, nullptr), "");
  rasd_close(nullptr);
  rasd_result_free(nullptr);
}

TEST_F(CInterface, CountsOffsetsAsAsked) {
  rasd_options options = RASD_OPTIONS_INIT;
  options.offsets = RASD_BYTES;
  options.provenance = 1;
  Extractor bytes;
  ASSERT_EQ(open_answer(&options, bytes).status, RASD_OK);
  const std::string found = text_of(bytes.get(), kRaid, "2024-01-24").lines;
  const std::string expected = rasd::rasd_program("extract --shipped-only - --published 2024-01-24 --offsets byte --provenance", std::string(kRaid)).out;
  EXPECT_NE(found, text_of(extractor(), kRaid, "2024-01-24").lines);
  EXPECT_EQ(found, expected);
}

TEST(COptions, SayWhatIsWrongWithThem) {
  Extractor none;
  rasd_options options = RASD_OPTIONS_INIT;
  options.rules = "/no/such/folder";
  Answer answer = open_answer(&options, none);
  EXPECT_EQ(answer.status, RASD_BAD_KNOWLEDGE);
  EXPECT_THAT(answer.message, HasSubstr("/no/such/folder"));
  const rasd::TempDir folder;
  folder.write("bad.rules", "rule a.b\n  nonsense\n");
  options.rules = folder.path().c_str();
  answer = open_answer(&options, none);
  EXPECT_EQ(answer.status, RASD_BAD_KNOWLEDGE);
  EXPECT_THAT(answer.message, HasSubstr("bad.rules:2"));
  options = RASD_OPTIONS_INIT;
  options.offsets = 9;
  EXPECT_EQ(open_answer(&options, none).status, RASD_BAD_ARGUMENT);
  EXPECT_FALSE(none);
}

TEST(COptions, OfACallerThatKnowsFewerMembers) {
  rasd_options options = RASD_OPTIONS_INIT;
  options.size = offsetof(rasd_options, offsets);
  options.offsets = 9;  // lies behind what the caller knows, so it is not read
  Extractor extractor;
  EXPECT_EQ(open_answer(&options, extractor).status, RASD_OK);
}

TEST_F(CInterface, IsSharedByThreads) {
  const std::vector<std::string> articles = article_lines();
  const auto all = [&](std::size_t first) {
    std::vector<std::string> found(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const std::size_t at = (first + i) % articles.size();  // no two threads on the same article
      found[at] = record_of(extractor(), articles[at]).lines;
    }
    return found;
  };
  std::array<std::vector<std::string>, 4> found;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] { found[i] = all(i * articles.size() / found.size()); });
  }
  for (std::thread& thread : threads) thread.join();
  const std::vector<std::string> alone = all(0);
  for (const auto& lines : found) EXPECT_EQ(lines, alone);
}

TEST(CVersion, IsThatOfTheProgram) {
  EXPECT_EQ("rasd " + std::string(rasd_version()) + "\n", rasd::rasd_program("--version").out);
}

}  // namespace
