#include "sink/jsonl_sink.hpp"

#include <algorithm>

#include "rasd/json.hpp"
#include "sink/json_writer.hpp"

namespace rasd {
namespace {

constexpr std::size_t kFlushBytes = std::size_t{64} << 10;

// Writes the parts of one record.
class RecordWriter {
 public:
  RecordWriter(JsonWriter& json, const OffsetUnits& units, bool provenance)
      : json_(json), units_(units), provenance_(provenance) {}

  void record(const Document& document, const Event& event);

 private:
  void span(OriginalSpan span) {
    json_.member("start", units_.convert(span.begin));
    json_.member("end", units_.convert(span.end));
  }
  // Nothing where the value was inferred and stands nowhere in the text.
  void text_span(const TextSpan& text) {
    if (text.empty()) return;
    json_.member("text", text.text);
    span(text.span);
  }
  void text_object(std::string_view key, const TextSpan& text) {
    json_.key(key);
    json_.begin_object();
    text_span(text);
    json_.end_object();
  }
  void rule(const std::string& id) {
    if (provenance_) json_.optional_member("rule", id);
  }
  void count(const CountRange& range) {
    json_.member("min", range.min);
    if (range.max) json_.member("max", *range.max);
  }
  void codes(const EventCodes& codes);
  void participants(std::string_view key, const std::vector<Participant>& list);
  void place(const Place& place);
  void date(const EventDate& date);
  void casualties(const Event& event);
  void weapons(const std::vector<Weapon>& weapons);

  JsonWriter& json_;
  const OffsetUnits& units_;
  bool provenance_;
};

const char* to_string(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day: return "day";
    case DatePrecision::week: return "week";
    case DatePrecision::month: return "month";
    case DatePrecision::year: return "year";
  }
  return "day";
}

void RecordWriter::codes(const EventCodes& codes) {
  json_.key("codes");
  json_.begin_object();
  json_.optional_member("cameo", codes.cameo);
  json_.optional_member("plover", codes.plover);
  json_.optional_member("ucdp", codes.ucdp);
  json_.end_object();
}

void RecordWriter::participants(std::string_view key, const std::vector<Participant>& list) {
  json_.key(key);
  json_.begin_array();
  for (const Participant& participant : list) {
    json_.begin_object();
    text_span(participant.mention);
    json_.member("name", participant.name.empty() ? participant.mention.text : participant.name);
    json_.optional_member("name_en", participant.name_en);
    json_.optional_member("id", participant.id);
    json_.optional_member("kind", participant.kind);
    json_.optional_member("country", participant.country);
    json_.optional_member("basis", participant.basis);
    json_.key("aliases");
    json_.begin_array();
    for (const std::string& alias : participant.aliases) json_.string(alias);
    json_.end_array();
    rule(participant.rule);
    json_.end_object();
  }
  json_.end_array();
}

void RecordWriter::place(const Place& place) {
  json_.begin_object();
  text_span(place.mention);
  json_.member("name", place.name.empty() ? place.mention.text : place.name);
  json_.optional_member("name_en", place.name_en);
  json_.optional_member("kind", place.kind);
  json_.optional_member("admin1", place.admin1);
  json_.optional_member("country", place.country);
  if (place.latitude && place.longitude) {
    json_.key("latitude");
    json_.number(*place.latitude, 5);
    json_.key("longitude");
    json_.number(*place.longitude, 5);
  }
  json_.member("precision", static_cast<std::int64_t>(place.precision));
  json_.optional_member("id", place.id);
  json_.optional_member("basis", place.basis);
  rule(place.rule);
  json_.end_object();
}

void RecordWriter::date(const EventDate& date) {
  json_.key("date");
  json_.begin_object();
  json_.member("start", to_iso(date.range.start));
  json_.member("end", to_iso(date.range.end));
  json_.member("precision", to_string(date.range.precision));
  json_.optional_member("basis", date.basis);
  if (!date.mention.empty()) {
    json_.member("text", date.mention.text);
    json_.key("span");
    json_.begin_array();
    json_.integer(units_.convert(date.mention.span.begin));
    json_.integer(units_.convert(date.mention.span.end));
    json_.end_array();
  }
  rule(date.rule);
  json_.end_object();
}

void RecordWriter::casualties(const Event& event) {
  json_.key("casualties");
  json_.begin_object();
  for (std::size_t kind = 0; kind < kCasualtyKinds; ++kind) {
    const std::optional<Casualty>& casualty = event.casualties[kind];
    if (!casualty) continue;
    json_.key(rasd::to_string(static_cast<CasualtyKind>(kind)));
    json_.begin_object();
    count(casualty->count);
    text_span(casualty->mention);
    json_.key("groups");
    json_.begin_array();
    for (const CasualtyGroup& group : casualty->groups) {
      json_.begin_object();
      json_.member("group", group.group);
      count(group.count);
      json_.end_object();
    }
    json_.end_array();
    rule(casualty->rule);
    json_.end_object();
  }
  json_.end_object();
}

void RecordWriter::weapons(const std::vector<Weapon>& weapons) {
  json_.key("weapons");
  json_.begin_array();
  for (const Weapon& weapon : weapons) {
    json_.begin_object();
    text_span(weapon.mention);
    json_.optional_member("kind", weapon.kind);
    json_.end_object();
  }
  json_.end_array();
}

void RecordWriter::record(const Document& document, const Event& event) {
  json_.begin_object();
  json_.member("event_id", event.id);
  json_.member("doc_id", document.id);
  json_.optional_member("published", document.published);
  json_.optional_member("title", document.title);
  json_.optional_member("source", document.source);
  json_.optional_member("url", document.url);
  if (!document.extra.empty()) {
    json_.key("extra");
    json_.raw(document.extra);
  }
  json_.member("event_type", event.event_type);
  json_.member("sub_event_type", event.sub_event_type);
  codes(event.codes);
  json_.member("status", rasd::to_string(event.status));
  text_object("trigger", event.trigger);
  json_.key("mentions");
  json_.begin_array();
  for (const OriginalSpan mention : event.mentions) {
    json_.begin_object();
    span(mention);
    json_.end_object();
  }
  json_.end_array();
  participants("actors", event.actors);
  participants("targets", event.targets);
  if (event.date) date(*event.date);
  if (event.location) {
    json_.key("location");
    place(*event.location);
  }
  json_.key("other_locations");
  json_.begin_array();
  for (const Place& other : event.other_locations) place(other);
  json_.end_array();
  casualties(event);
  weapons(event.weapons);
  if (event.reporter && !event.reporter->empty()) text_object("reporter", *event.reporter);
  text_object("evidence", event.evidence);
  json_.member("salience", rasd::to_string(event.salience));
  json_.key("found_by");
  json_.begin_array();
  for (const std::string& id : event.found_by) json_.string(id);
  json_.end_array();
  json_.key("confidence");
  json_.number(std::clamp(event.confidence, 0.0, 1.0), 2);
  json_.end_object();
}

}  // namespace

void EventLineWriter::append(const Document& document, const std::vector<Event>& events, std::string& out) {
  if (events.empty()) return;
  const std::string text = document.full_text();
  units_.index(text);
  JsonWriter json(out);
  for (const Event& event : events) {
    RecordWriter(json, units_, options_.provenance).record(document, event);
    json.end_line();
  }
}

void append_lines(const Document& document, const std::vector<Event>& events, std::string& out, OffsetUnit offsets) {
  EventLineWriter({offsets, false}).append(document, events, out);
}

void JsonlSink::write(const Document& document, const std::vector<Event>& events) {
  if (!good_) return;
  const std::size_t before = buffer_.size();
  lines_.append(document, events, buffer_);
  if (watch_) watch_(std::string_view(buffer_).substr(before));
  if (buffer_.empty() || (!flush_each_ && buffer_.size() < kFlushBytes)) return;
  good_ = write_(buffer_);
  buffer_.clear();
}

bool JsonlSink::finish() {
  if (good_ && !buffer_.empty()) good_ = write_(buffer_);
  buffer_.clear();
  return good_;
}

}  // namespace rasd
