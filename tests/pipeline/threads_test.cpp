// One Knowledge, several threads, each with its own Workspace: the same events as one thread finds. Meant for the tsan preset as well.
#include <gtest/gtest.h>

#include <thread>

#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "source/source.hpp"
#include "support/golden.hpp"

namespace rasd {
namespace {

std::string extract_all(const std::shared_ptr<const Knowledge>& knowledge, const std::vector<Document>& documents, std::size_t first) {
  std::vector<std::string> lines(documents.size());
  const Extractor extractor(knowledge);
  Workspace workspace(knowledge);
  EventLineWriter writer({});
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::size_t at = (first + i) % documents.size();  // no two threads on the same article
    writer.append(documents[at], extractor.extract(documents[at], workspace), lines[at]);
  }
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

TEST(Threads, ShareOneKnowledge) {
  const auto knowledge = test::project_knowledge();
  ASSERT_TRUE(knowledge);
  std::vector<Document> documents;
  for (const char* folder : {"samples", "outlet_styles", "undated_article"}) {
    ReadLog log;
    const auto source = open_source(std::string(RASD_SOURCE_DIR) + "/tests/golden/" + folder + "/articles.jsonl", {}, log);
    ASSERT_TRUE(source);
    for (Document document; source->next(document, log);) documents.push_back(document);
  }
  ASSERT_GT(documents.size(), 10u);
  constexpr std::size_t kThreads = 4;
  std::vector<std::string> results(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] { results[i] = extract_all(knowledge, documents, i * 3); });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string alone = extract_all(knowledge, documents, 0);
  EXPECT_FALSE(alone.empty());
  for (const std::string& result : results) EXPECT_EQ(result, alone);
}

}  // namespace
}  // namespace rasd
