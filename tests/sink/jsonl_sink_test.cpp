#include "sink/jsonl_sink.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace rasd {
namespace {

using testing::HasSubstr;
using testing::Not;

TextSpan find(const Document& document, const std::string& part) {
  const std::string text = document.full_text();
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {part, {at, at + static_cast<std::uint32_t>(part.size())}};
}

Document sample_document() {
  Document document;
  document.id = "d1";
  document.published = "2024-01-24";
  document.title = "غارة \"ليلية\" 🔴";
  document.text = "قصفت طائرة بلدة سرمين أمس بصاروخ فقتل 5 مدنيين، بحسب الدفاع المدني.";
  document.source = "صحيفة";
  document.url = "https://example.org/1";
  return document;
}

Event sample_event(const Document& document) {
  Event event;
  event.id = "ev_0123456789abcdef";
  event.event_type = "Explosions/Remote violence";
  event.sub_event_type = "Air/drone strike";
  event.codes = {"195", "ASSAULT", ""};
  event.status = Status::claimed;
  event.trigger = find(document, "قصفت");
  event.mentions = {find(document, "غارة").span, event.trigger.span};
  Participant actor;
  actor.mention = find(document, "طائرة");
  actor.name = "طائرة";
  actor.kind = "unknown";
  actor.basis = "clause";
  actor.rule = "air_strike.agent";
  event.actors.push_back(actor);
  Participant target;
  target.mention = find(document, "5 مدنيين");
  target.name = "مدنيون";
  target.name_en = "civilians";
  target.id = "A7";
  target.kind = "civilians";
  target.country = "SYR";
  target.aliases = {"أهالٍ"};
  event.targets.push_back(target);
  event.date = EventDate{{*make_date(2024, 1, 23), *make_date(2024, 1, 23), DatePrecision::day},
                         "relative", find(document, "أمس"), "date.1"};
  Place place;
  place.mention = find(document, "بلدة سرمين");
  place.name = "سرمين";
  place.name_en = "Sarmin";
  place.kind = "town";
  place.admin1 = "Idlib";
  place.country = "SYR";
  place.latitude = 35.903;
  place.longitude = 36.7254949;
  place.id = "P1";
  place.basis = "clause";
  event.location = place;
  Casualty killed;
  killed.count = {5, 5};
  killed.mention = find(document, "5 مدنيين");
  killed.groups = {{"civilians", {5, std::nullopt}}};
  event.casualties[static_cast<std::size_t>(CasualtyKind::killed)] = killed;
  event.weapons.push_back({find(document, "بصاروخ"), "missile"});
  event.reporter = find(document, "الدفاع المدني");
  event.evidence = find(document, document.text);
  event.found_by = {"air_strike.verbal", "casualties.killed"};
  event.confidence = 0.8749;
  return event;
}

std::string lines(const Document& document, const std::vector<Event>& events, const JsonlOptions& options = {}) {
  std::string out;
  JsonlSink sink([&out](std::string_view bytes) { out += bytes; return true; }, options);
  sink.write(document, events);
  EXPECT_TRUE(sink.finish());
  return out;
}

TEST(JsonlSink, WritesEveryKeyInItsOrder) {
  const Document document = sample_document();
  EXPECT_EQ(lines(document, {sample_event(document)}),
            R"({"event_id":"ev_0123456789abcdef","doc_id":"d1","published":"2024-01-24","title":"غارة \"ليلية\" 🔴",)"
            R"("source":"صحيفة","url":"https://example.org/1","event_type":"Explosions/Remote violence",)"
            R"("sub_event_type":"Air/drone strike","codes":{"cameo":"195","plover":"ASSAULT"},"status":"claimed",)"
            R"("trigger":{"text":"قصفت","start":15,"end":19},"mentions":[{"start":0,"end":4},{"start":15,"end":19}],)"
            R"("actors":[{"text":"طائرة","start":20,"end":25,"name":"طائرة","kind":"unknown","basis":"clause","aliases":[]}],)"
            R"("targets":[{"text":"5 مدنيين","start":53,"end":61,"name":"مدنيون","name_en":"civilians","id":"A7",)"
            R"("kind":"civilians","country":"SYR","aliases":["أهالٍ"]}],)"
            R"("date":{"start":"2024-01-23","end":"2024-01-23","precision":"day","basis":"relative","text":"أمس","span":[37,40]},)"
            R"("location":{"text":"بلدة سرمين","start":26,"end":36,"name":"سرمين","name_en":"Sarmin","kind":"town",)"
            R"("admin1":"Idlib","country":"SYR","latitude":35.903,"longitude":36.72549,"precision":1,"id":"P1","basis":"clause"},)"
            R"("other_locations":[],"casualties":{"killed":{"min":5,"max":5,"text":"5 مدنيين","start":53,"end":61,)"
            R"("groups":[{"group":"civilians","min":5}]}},"weapons":[{"text":"بصاروخ","start":41,"end":47,"kind":"missile"}],)"
            R"("reporter":{"text":"الدفاع المدني","start":68,"end":81},)"
            R"("evidence":{"text":"قصفت طائرة بلدة سرمين أمس بصاروخ فقتل 5 مدنيين، بحسب الدفاع المدني.","start":15,"end":82},)"
            R"("salience":"main","found_by":["air_strike.verbal","casualties.killed"],"confidence":0.87})"
            "\n");
}

TEST(JsonlSink, LeavesOutWhatWasNotFound) {
  Document document;
  document.id = "d2";
  document.text = "نص";
  Event event;
  event.id = "ev_1";
  event.trigger = find(document, "نص");
  event.evidence = event.trigger;
  EXPECT_EQ(lines(document, {event}),
            R"({"event_id":"ev_1","doc_id":"d2","event_type":"","sub_event_type":"","codes":{},"status":"asserted",)"
            R"("trigger":{"text":"نص","start":0,"end":2},"mentions":[],"actors":[],"targets":[],"other_locations":[],)"
            R"("casualties":{},"weapons":[],"evidence":{"text":"نص","start":0,"end":2},"salience":"main","found_by":[],"confidence":0})"
            "\n");
  EXPECT_EQ(lines(document, {}), "");
}

// The spans of a line, cut out of the text in its unit, must be the texts that it quotes.
TEST(JsonlSink, OffsetsCutTheQuotedTextOutOfTheArticle) {
  const Document document = sample_document();
  const std::string text = document.full_text();
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedPoint point = decode_utf8(text, i);
    points += point.point;
    i += point.size;
  }
  const auto line = nlohmann::json::parse(lines(document, {sample_event(document)}));
  for (const char* key : {"trigger", "reporter", "evidence", "location"}) {
    std::string cut;
    for (std::size_t i = line[key]["start"]; i < line[key]["end"]; ++i) append_utf8(cut, points[i]);
    EXPECT_EQ(cut, line[key]["text"]) << key;
  }
  JsonlOptions bytes;
  bytes.offsets = OffsetUnit::byte;
  const auto byte_line = nlohmann::json::parse(lines(document, {sample_event(document)}, bytes));
  const std::size_t start = byte_line["reporter"]["start"];
  const std::size_t end = byte_line["reporter"]["end"];
  EXPECT_EQ(text.substr(start, end - start), "الدفاع المدني");
  JsonlOptions utf16;
  utf16.offsets = OffsetUnit::utf16;
  const auto utf16_line = nlohmann::json::parse(lines(document, {sample_event(document)}, utf16));
  EXPECT_EQ(utf16_line["trigger"]["start"].get<int>(), line["trigger"]["start"].get<int>() + 1);  // behind one emoji
}

TEST(JsonlSink, ProvenanceNamesTheRules) {
  const Document document = sample_document();
  EXPECT_THAT(lines(document, {sample_event(document)}), Not(HasSubstr("\"rule\"")));
  JsonlOptions options;
  options.provenance = true;
  const auto line = nlohmann::json::parse(lines(document, {sample_event(document)}, options));
  EXPECT_EQ(line["actors"][0]["rule"], "air_strike.agent");
  EXPECT_EQ(line["date"]["rule"], "date.1");
}

TEST(JsonlSink, NothingBreaksTheJson) {
  Document document = sample_document();
  document.id = "a\"b\\c\x01";
  document.title = "\xFF\xD8";
  document.url = "\xE2\x80";
  Event event;
  event.trigger = find(document, "قصفت");
  event.evidence = {"سطر\nثان\t\r", {0, 3}};
  event.confidence = 7;
  const auto line = nlohmann::json::parse(lines(document, {event}));
  EXPECT_EQ(line["doc_id"], "a\"b\\c\x01");
  EXPECT_EQ(line["title"], "\uFFFD\uFFFD");
  EXPECT_EQ(line["url"], "\uFFFD");
  EXPECT_EQ(line["evidence"]["text"], "سطر\nثان\t\r");
  EXPECT_EQ(line["trigger"]["start"], 3);  // two bad bytes, two characters, and the line end
  EXPECT_EQ(line["confidence"], 1);
}

TEST(JsonlSink, StopsWhenNothingCanBeWritten) {
  const Document document = sample_document();
  JsonlSink sink([](std::string_view) { return false; }, {}, true);
  sink.write(document, {sample_event(document)});
  EXPECT_FALSE(sink.finish());
}

TEST(OffsetUnits, AgreeWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aب🔴، ";
  for (const bool broken : {false, true}) {
    if (broken) text.insert(200, "\xFF");
    OffsetUnits points(OffsetUnit::code_point);
    OffsetUnits utf16(OffsetUnit::utf16);
    points.index(text);
    utf16.index(text);
    std::int64_t count = 0;
    std::int64_t units = 0;
    for (std::size_t i = 0; i < text.size();) {
      ASSERT_EQ(points.convert(static_cast<std::uint32_t>(i)), count);
      ASSERT_EQ(utf16.convert(static_cast<std::uint32_t>(i)), units);
      const DecodedPoint point = decode_utf8(text, i);
      count += 1;
      units += point.point > 0xFFFF ? 2 : 1;
      i += point.size;
    }
    EXPECT_EQ(points.convert(static_cast<std::uint32_t>(text.size())), count);
  }
}

}  // namespace
}  // namespace rasd
