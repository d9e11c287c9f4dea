// The fast path leaves an article as soon as no rule can match in it. That must never cost an event: every example of the rules,
// alone and in a longer article, gives the same with and without it (a trace switches it off).
#include <gtest/gtest.h>

#include "pipeline/knowledge_impl.hpp"
#include "sink/jsonl_sink.hpp"
#include "support/golden.hpp"

namespace rasd {
namespace {

std::string lines_of(const Document& document, const std::vector<Event>& events) {
  std::string out;
  EventLineWriter({}).append(document, events, out);
  return out;
}

TEST(FastPath, LosesNoEvent) {
  const auto knowledge = test::project_knowledge();
  ASSERT_TRUE(knowledge);
  const Knowledge::Impl& impl = knowledge->impl();
  Workspace workspace(knowledge);
  std::size_t with_events = 0;
  std::size_t without = 0;
  std::string before;
  for (const Rule& rule : impl.rules->rules()) {
    for (const Example& example : rule.examples) {
      for (const std::string& text : {example.text, before + ".\n" + example.text + ".\n" + before}) {
        Document document;
        document.id = rule.id;
        document.text = text;
        document.anchor = make_date(2024, 1, 20);
        MatchTrace trace;
        const std::vector<Event> all = extract_events(impl, document, workspace.impl(), nullptr, &trace);
        const std::vector<Event> fast = extract_events(impl, document, workspace.impl());
        EXPECT_EQ(lines_of(document, fast), lines_of(document, all)) << text;
        ++(all.empty() ? without : with_events);
      }
      before = example.text;
    }
  }
  EXPECT_GT(with_events, 100u);
  EXPECT_GT(without, 100u);
}

// A sentence that was read to find out whether a rule matches is not read again, unless its dates are told from those before it.
TEST(FastPath, ADateMayBeToldFromTheOneInTheSentenceBefore) {
  const auto knowledge = test::project_knowledge();
  ASSERT_TRUE(knowledge);
  Workspace workspace(knowledge);
  Document document;
  document.text = "وصل الوفد إلى المدينة في 3 كانون الثاني 2024. وفي اليوم التالي قصفت الطائرات الحربية بلدة سرمين وقتلت مدنيا.";
  document.anchor = make_date(2024, 1, 20);
  const std::vector<Event> events = extract_events(knowledge->impl(), document, workspace.impl());
  ASSERT_EQ(events.size(), 1u);
  EXPECT_NE(lines_of(document, events).find("\"start\":\"2024-01-04\""), std::string::npos);
}

TEST(FastPath, ASentenceWithoutTheWordsOfARuleCannotMatch) {
  const auto knowledge = test::project_knowledge();
  ASSERT_TRUE(knowledge);
  const Knowledge::Impl& impl = knowledge->impl();
  Workspace workspace(knowledge);
  Document document;
  document.text = "يباع الخبز في السوق كل صباح. قصفت الطائرات الحربية بلدة سرمين.";
  tokenize_document(impl, document, workspace.impl());
  const TokenizedText& text = workspace.impl().text;
  ASSERT_EQ(text.sentences.size(), 2u);
  EXPECT_FALSE(impl.rules->may_match(text, text.sentences[0]));
  EXPECT_TRUE(impl.rules->may_match(text, text.sentences[1]));
}

}  // namespace
}  // namespace rasd
