// The whole pipeline: any bytes as an article give events or none; what is printed of them is JSON whose offsets give the
// texts, and neither the documents before nor the explanation change it.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "knowledge.hpp"
#include "pipeline/explanation_text.hpp"
#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/record_lines.hpp"
#include "sink/table_sink.hpp"
#include "source/source.hpp"
#include "support/record_spans.hpp"
#include "text/utf8.hpp"

namespace rasd::fuzz {
namespace {

using Json = nlohmann::ordered_json;

std::string printed(const Document& document, const std::vector<Event>& events, const JsonlOptions& options) {
  std::string lines;
  EventLineWriter(options).append(document, events, lines);
  return lines;
}

// The publication day comes and goes.
Document dated_document(std::string_view bytes) {
  Document document = document_of(bytes);
  document.id = "fuzz";
  if (bytes.size() % 3 != 0) {
    document.published = "2020-02-11";
    document.anchor = parse_published(document.published);
  }
  return document;
}

}  // namespace

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> some = words_and_signs();
  return some;
}

void fuzz_one(const std::uint8_t* data, std::size_t size) {
  static Workspace workspace(project_knowledge());
  static const Extractor extractor(project_knowledge());
  const Document document = dated_document(as_text(data, size));
  const std::vector<Event> events = extractor.extract(document, workspace);
  for (const Event& event : events) {
    check(!event.id.empty() && !event.sub_event_type.empty() && !event.found_by.empty(), "an event is not whole");
    check(event.confidence >= 0 && event.confidence <= 1, "a confidence outside 0..1");
    check(!event.trigger.empty(), "an event without a trigger");
    for (const auto& casualty : event.casualties) {
      if (!casualty) continue;
      check(casualty->count.min >= 0, "a toll below zero");
      check(!casualty->count.max || *casualty->count.max >= casualty->count.min, "a toll from more to less");
    }
  }

  const std::string lines = printed(document, events, {OffsetUnit::code_point, true});
  const std::u32string article = test::code_points(document.full_text());
  std::istringstream stream(lines);
  std::size_t count = 0;
  for (std::string line; std::getline(stream, line); ++count) {
    const Json record = Json::parse(line, nullptr, false);
    check(record.is_object(), "a line is no JSON object");
    test::each_span(record, [&](const Json& object, std::size_t start, std::size_t end) {
      check(test::span_holds(object, start, end, article), "offsets do not give the text");
    });
  }
  check(count == events.size(), "not one line an event");
  check(is_valid_utf8(printed(document, events, {OffsetUnit::byte, false})), "the output is no UTF-8");
  check(is_valid_utf8(printed(document, events, {OffsetUnit::utf16, false})), "the output is no UTF-8");
  std::string fault;
  const std::unique_ptr<Output> nowhere = Output::open("/dev/null", fault);
  TableSink table(*nowhere);
  EventRecords records(table, {});
  records.write(document, events);
  check(records.finish(), "the table cannot be written");

  // Some of the time, since both are slow.
  const auto sum = size == 0 ? 0u : static_cast<unsigned>(data[size - 1]) + static_cast<unsigned>(data[size / 2]);
  if (sum % 8 == 0) {
    const Explanation explanation = explain(*project_knowledge(), document, workspace);
    check(!explanation_text(explanation, {true, true, true}).empty(), "no explanation");
    check(printed(document, explanation.events, {OffsetUnit::code_point, true}) == lines, "explained events are others");
    check(printed(document, extractor.extract(document, workspace), {OffsetUnit::code_point, true}) == lines,
          "the same document gives other events the second time");
  }
  if (sum % 32 == 1) {
    Workspace fresh(project_knowledge());
    check(printed(document, extractor.extract(document, fresh), {OffsetUnit::code_point, true}) == lines,
          "documents before change the events");
  }
}

}  // namespace rasd::fuzz
