// What holds for every article whatever the rules say: the articles of all golden cases, looked at through the records as printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "source/source.hpp"
#include "support/golden.hpp"
#include "support/record_spans.hpp"

namespace rasd {
namespace {

using Json = nlohmann::ordered_json;

struct Coded {
  Document document;
  std::vector<Json> events;
};

const std::vector<Coded>& coded_articles() {
  static const std::vector<Coded> all = [] {
    std::vector<Coded> articles;
    const auto knowledge = test::project_knowledge();
    if (!knowledge) return articles;
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(RASD_SOURCE_DIR) + "/tests/golden")) {
      if (entry.is_directory()) paths.push_back(entry.path().string() + "/articles.jsonl");
    }
    std::sort(paths.begin(), paths.end());
    const Extractor extractor(knowledge);
    Workspace workspace(knowledge);
    EventLineWriter writer({});
    for (const std::string& path : paths) {
      ReadLog log;
      const auto source = open_source(path, {}, log);
      Document document;
      while (source != nullptr && source->next(document, log)) {
        std::string lines;
        writer.append(document, extractor.extract(document, workspace), lines);
        Coded coded{document, {}};
        std::istringstream stream(lines);
        for (std::string line; std::getline(stream, line);) coded.events.push_back(Json::parse(line));
        articles.push_back(std::move(coded));
      }
    }
    return articles;
  }();
  return all;
}

TEST(Invariants, OffsetsGiveTheTextOfTheArticle) {
  int checked = 0;
  for (const Coded& coded : coded_articles()) {
    const std::u32string article = test::code_points(coded.document.full_text());
    for (const Json& event : coded.events) {
      test::each_span(event, [&](const Json& object, std::size_t start, std::size_t end) {
        EXPECT_TRUE(test::span_holds(object, start, end, article)) << object.dump();
        ++checked;
      });
    }
  }
  EXPECT_GT(checked, 50);
}

TEST(Invariants, TypesAreOnesOfTheOntologyAndIdsAreUnique) {
  std::set<std::string> pairs;
  const std::string documented = test::read_text(std::string(RASD_SOURCE_DIR) + "/docs/output-format.md");
  std::set<std::string> ids;
  for (const Coded& coded : coded_articles()) {
    for (const Json& event : coded.events) {
      EXPECT_TRUE(ids.insert(event["event_id"].get<std::string>()).second) << event.dump();
      const std::string pair = "| " + event["event_type"].get<std::string>() + " | " + event["sub_event_type"].get<std::string>() + " |";
      pairs.insert(pair);
      EXPECT_NE(documented.find(pair), std::string::npos) << pair;
      EXPECT_FALSE(event["found_by"].empty()) << event.dump();
      const double confidence = event["confidence"].get<double>();
      EXPECT_TRUE(confidence >= 0 && confidence <= 1) << confidence;
    }
  }
  EXPECT_GT(pairs.size(), 4u);
}

TEST(Invariants, KeysStandInTheDocumentedOrder) {
  const std::vector<std::string> order = {
      "event_id", "doc_id",  "published", "title",    "source",          "url",        "event_type", "sub_event_type",
      "codes",    "status",  "trigger",   "mentions", "actors",          "targets",    "date",       "location",
      "other_locations",     "casualties", "weapons", "reporter",        "evidence",   "salience",   "found_by",
      "confidence"};
  for (const Coded& coded : coded_articles()) {
    for (const Json& event : coded.events) {
      std::size_t last = 0;
      for (const auto& [key, value] : event.items()) {
        const auto at = static_cast<std::size_t>(std::find(order.begin(), order.end(), key) - order.begin());
        ASSERT_LT(at, order.size()) << key;
        EXPECT_GE(at, last) << key;
        last = at;
      }
      for (const char* key : {"event_id", "doc_id", "event_type", "sub_event_type", "codes", "status", "trigger", "mentions",
                              "actors", "targets", "other_locations", "casualties", "weapons", "evidence", "salience",
                              "found_by", "confidence"}) {
        EXPECT_TRUE(event.contains(key)) << key;
      }
    }
  }
}

TEST(Invariants, EventsStandInTheOrderOfTheirTriggers) {
  for (const Coded& coded : coded_articles()) {
    int last = -1;
    for (const Json& event : coded.events) {
      const int start = event["trigger"]["start"].get<int>();
      EXPECT_GE(start, last) << coded.document.id;
      last = start;
    }
  }
}

// Folders whose name begins with "none_" hold what is no conflict news or no Arabic.
TEST(Invariants, OtherLanguagesAndOtherNewsGiveNoEvent) {
  const auto knowledge = test::project_knowledge();
  ASSERT_TRUE(knowledge);
  const Extractor extractor(knowledge);
  Workspace workspace(knowledge);
  int articles = 0;
  for (const char* folder : {"none_other_languages", "none_other_news"}) {
    ReadLog log;
    const auto source = open_source(std::string(RASD_SOURCE_DIR) + "/tests/golden/" + folder + "/articles.jsonl", {}, log);
    ASSERT_TRUE(source);
    Document document;
    for (; source->next(document, log); ++articles) {
      EXPECT_TRUE(extractor.extract(document, workspace).empty()) << document.id << ": " << document.text;
    }
  }
  EXPECT_GE(articles, 12);
}

std::vector<Event> extract_bytes(const std::string& text) { return test::extract(text, "2020-02-11"); }

TEST(HostileInput, LargeAndBrokenTextsEndAndGiveSpansInside) {
  const std::string article = "قصفت طائرات حربية بلدة سرمين في ريف إدلب مساء أمس، ما أدى إلى مقتل خمسة مدنيين.";
  std::string letters;
  for (int i = 0; i < 50'000; ++i) letters += "ق";
  std::string brackets;
  for (int i = 0; i < 20'000; ++i) brackets += "([{«";
  std::string words;
  for (int i = 0; i < 5'000; ++i) words += "قصف قتل هجوم ";
  const std::vector<std::string> texts = {"", std::string(1'000'000, ' ') + article, letters, letters + " " + article, brackets + article,
                                          std::string(100'000, '7'), std::string("\xFF\xC0\x80\xE0\x80") + article + "\xD8",
                                          std::string(1000, '\0') + article, words, std::string(20'000, '"') + article};
  for (const std::string& text : texts) {
    for (const Event& event : extract_bytes(text)) {
      EXPECT_LE(event.trigger.span.end, text.size());
      EXPECT_LE(event.evidence.span.end, text.size());
    }
  }
  EXPECT_EQ(extract_bytes(article).size(), 1u);
}

}  // namespace
}  // namespace rasd
