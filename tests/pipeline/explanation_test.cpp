// What explain tells is what extract does: event for event, over the project's own samples and texts that try to break it.
#include "pipeline/explanation_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/knowledge_impl.hpp"
#include "sink/jsonl_sink.hpp"
#include "support/golden.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string lines_of(const Document& document, const std::vector<Event>& events) {
  std::string out;
  EventLineWriter({OffsetUnit::code_point, true}).append(document, events, out);
  return out;
}

Explanation explained(const std::string& text, const std::string& title = {}) {
  Document document;
  document.title = title;
  document.text = text;
  document.anchor = make_date(2024, 1, 24);
  const auto knowledge = test::project_knowledge();
  Workspace workspace(knowledge);
  return explain(*knowledge, document, workspace);
}

TEST(Explanation, AgreesWithExtract) {
  const auto knowledge = test::project_knowledge();
  ASSERT_TRUE(knowledge);
  const Extractor extractor(knowledge);
  Workspace workspace(knowledge);
  std::vector<std::string> texts = {"", "<b>", "\xff\xfe قصفت \x80", "The army shelled the town."};
  for (const Rule& rule : knowledge->impl().rules->rules()) {
    for (const Example& example : rule.examples) texts.push_back(example.text);
  }
  std::size_t with_events = 0;
  std::string before;
  for (const std::string& text : texts) {
    Document document;
    document.id = "a";
    document.title = before.substr(0, before.find('.'));
    document.text = text + "\n\n" + before;
    document.anchor = make_date(2024, 1, 24);
    const Explanation explanation = explain(*knowledge, document, workspace);
    const std::vector<Event> events = extractor.extract(document, workspace);
    ASSERT_EQ(lines_of(document, explanation.events), lines_of(document, events)) << text;
    EXPECT_FALSE(explanation_text(explanation, {true, true, true, {}}).empty());
    // Every event is the fate of a match.
    for (const Event& event : events) {
      bool told = false;
      for (const ExplainedSentence& sentence : explanation.sentences) {
        for (const ExplainedTry& each : sentence.tries) told = told || (each.fate == "event" && each.detail == event.id);
      }
      EXPECT_TRUE(told) << text << event.id;
    }
    with_events += events.empty() ? 0 : 1;
    before = text;
  }
  EXPECT_GT(with_events, 500u);
}

TEST(Explanation, NamesTheItemThatStopsARule) {
  for (const Rule& rule : test::project_knowledge()->impl().rules->rules()) {
    for (const Example& example : rule.examples) {
      for (const ExplainedSentence& sentence : explained(example.text).sentences) {
        for (const ExplainedTry& each : sentence.tries) {
          if (each.outcome == "matched") {
            EXPECT_FALSE(each.fate.empty());
            continue;
          }
          ASSERT_FALSE(each.stops.empty()) << each.rule << ' ' << each.outcome << ' ' << example.text;
          for (const ExplainedStop& stop : each.stops) {
            EXPECT_THAT(stop.line, HasSubstr(stop.item)) << each.rule;
            EXPECT_EQ(stop.item.empty(), each.outcome.compare(0, 6, "unless") == 0) << each.rule << ' ' << each.outcome << ' ' << stop.line;
          }
        }
      }
    }
  }
}

TEST(Explanation, SaysThatNoWordIsATrigger) {
  const std::string text = explanation_text(explained("زار الوزير معرضا للكتاب في العاصمة."), {});
  EXPECT_THAT(text, HasSubstr("no event"));
  EXPECT_THAT(text, HasSubstr("rasd rules new"));
}

TEST(Explanation, TextCannotCommandTheTerminal) {
  const Explanation explanation = explained("قصفت طائرات حربية بلدة \x1b[31mسرمين\u202e أمس.");
  EXPECT_THAT(explanation_text(explanation, {true, true, false, {}}), Not(testing::AnyOf(HasSubstr("\x1b"), HasSubstr("\u202e"))));
  EXPECT_THAT(explanation_text(explanation, {false, false, true, {}}), HasSubstr("\x1b[1;31m"));
}

}  // namespace
}  // namespace rasd
