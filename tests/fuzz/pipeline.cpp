// The whole pipeline: any bytes as an article give events or none; what is printed of them is JSON whose offsets give the
// texts, and neither the documents before nor the explanation change it.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "knowledge.hpp"
#include "pipeline/explain.hpp"
#include "rasd/extractor.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/table_sink.hpp"
#include "source/source.hpp"
#include "text/utf8.hpp"

namespace rasd::fuzz {
namespace {

using Json = nlohmann::ordered_json;

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_utf8(text, at);
    points += point.point;
    at += point.size;
  }
  return points;
}

// Every object that has a text and offsets, wherever in the record it stands.
void check_spans(const Json& value, const std::u32string& article) {
  if (value.is_object() && value.contains("start") && value["start"].is_number() && value.contains("end")) {
    const auto start = value["start"].get<std::size_t>();
    const auto end = value["end"].get<std::size_t>();
    check(start < end && end <= article.size(), "offsets outside the article");
    if (value.contains("text")) {
      check(article.substr(start, end - start) == code_points(value["text"].get<std::string>()),
            "offsets do not give the text");
    }
  }
  if (value.is_structured()) {
    for (const Json& part : value) check_spans(part, article);
  }
}

std::string printed(const Document& document, const std::vector<Event>& events, const JsonlOptions& options) {
  std::string lines;
  EventLineWriter(options).append(document, events, lines);
  return lines;
}

// First line: title where the size is odd. The publication day comes and goes as well.
Document document_of(std::string_view bytes) {
  Document document;
  document.id = "fuzz";
  document.text = std::string(bytes);
  const std::size_t line = document.text.find('\n');
  if (bytes.size() % 2 == 1 && line != std::string::npos) {
    document.title = document.text.substr(0, line);
    document.text.erase(0, line + 1);
  }
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
  const Document document = document_of(as_text(data, size));
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
  const std::u32string article = code_points(document.full_text());
  std::istringstream stream(lines);
  std::size_t count = 0;
  for (std::string line; std::getline(stream, line); ++count) {
    const Json record = Json::parse(line, nullptr, false);
    check(record.is_object(), "a line is no JSON object");
    check_spans(record, article);
  }
  check(count == events.size(), "not one line an event");
  check(is_valid_utf8(printed(document, events, {OffsetUnit::byte, false})), "the output is no UTF-8");
  check(is_valid_utf8(printed(document, events, {OffsetUnit::utf16, false})), "the output is no UTF-8");
  TableSink table([](std::string_view) { return true; });
  table.write(document, events);
  check(table.finish(), "the table cannot be written");

  // Some of the time, since both are slow.
  const auto sum = size == 0 ? 0u : static_cast<unsigned>(data[size - 1]) + static_cast<unsigned>(data[size / 2]);
  if (sum % 8 == 0) {
    check(!explain(*project_knowledge(), document, workspace, {true, true}).empty(), "no explanation");
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
