// From JSON, a record of the program or an event of a coder, to what is compared.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "eval/scored_event.hpp"
#include "text/utf8.hpp"

namespace rasd::eval {
namespace {

using Json = nlohmann::json;

constexpr std::int64_t kSpanLimit = 60;   // code points of a program's span that count
constexpr std::int64_t kQuoteReach = 25;  // a trigger beside a coder's quote is in it

// The member, where it is there and holds something.
const Json* member(const Json& object, const char* key) {
  const auto& members = object.get_ref<const Json::object_t&>();  // throws where it is no object
  const auto found = members.find(key);
  if (found == members.end() || found->second.is_null() || found->second == false || found->second == "") return nullptr;
  const bool is_hollow = found->second.is_structured() && found->second.empty();
  return is_hollow ? nullptr : &found->second;
}

std::string text_of(const Json& object, const char* key) {
  const Json* const value = member(object, key);
  return value != nullptr ? value->get<std::string>() : std::string();
}

Party read_party(const Json& raw, const NameReader& names) {
  Party party;
  party.optional = member(raw, "optional") != nullptr;
  std::vector<std::string> written;
  if (raw.contains("text")) {  // the program's: what it chose to print
    for (const char* const key : {"text", "name"}) {
      if (const std::string name = text_of(raw, key); !name.empty()) written.push_back(name);
    }
  } else if (const std::string name = text_of(raw, "name"); !name.empty()) {
    written.push_back(name);
    if (const Json* const aliases = member(raw, "aliases")) {
      for (const Json& alias : *aliases) written.push_back(alias.get<std::string>());
    }
  }
  for (std::size_t i = 0; i < written.size() && i < 2; ++i) {
    if (i == 0 || written[1] != written[0]) party.shown += (i == 0 ? "" : " / ") + written[i];
  }
  for (const std::string& name : written) party.names.push_back(names.read(name));
  return party;
}

std::vector<Party> read_parties(const Json& record, const char* key, const NameReader& names) {
  std::vector<Party> parties;
  if (const Json* const raw = member(record, key)) {
    for (const Json& each : *raw) parties.push_back(read_party(each, names));
  }
  return parties;
}

Count read_count(const Json& raw) {
  const auto number = [&raw](const char* key) -> std::optional<std::int64_t> {
    const auto found = raw.find(key);
    if (found == raw.end() || found->is_null()) return std::nullopt;
    return found->get<std::int64_t>();
  };
  return {number("min"), number("max")};
}

void read_places(const Json& record, const NameReader& names, ScoredEvent& event) {
  if (const Json* const raw = member(record, "location")) {
    Party place = read_party(*raw, names);
    event.has_location = !place.names.empty();
    if (event.has_location) event.places.push_back(std::move(place));
    event.country = text_of(*raw, "country");
  }
  for (Party& place : read_parties(record, "other_locations", names)) {
    if (!place.names.empty()) event.places.push_back(std::move(place));
  }
}

void add_quote(std::u32string_view article, const std::string& quote, std::vector<TextRange>& spans) {
  std::u32string wanted;
  for (std::size_t at = 0; at < quote.size();) {
    const DecodedPoint decoded = decode_utf8(quote, at);
    wanted += decoded.point;
    at += decoded.size;
  }
  if (wanted.empty()) return;
  for (std::size_t at = article.find(wanted); at != std::u32string_view::npos; at = article.find(wanted, at + wanted.size())) {
    const auto start = static_cast<std::int64_t>(at);
    spans.push_back({start - kQuoteReach, start + static_cast<std::int64_t>(wanted.size()) + kQuoteReach});
  }
}

// False, with `fault`, where the program's offsets are of another text.
bool read_spans(const Json& record, std::u32string_view article, ScoredEvent& event, std::string& fault) {
  const Json* const trigger = member(record, "trigger");
  const Json* const mentions = member(record, "mentions");
  if (trigger == nullptr || !trigger->is_object()) {
    event.trigger = trigger != nullptr ? trigger->get<std::string>() : std::string();
    if (mentions == nullptr) add_quote(article, event.trigger, event.spans);
    for (const Json& quote : mentions != nullptr ? *mentions : Json::array()) {
      if (quote.is_string()) add_quote(article, quote.get<std::string>(), event.spans);
    }
    return true;
  }
  const auto add = [&event](const Json& span) {
    const auto start = span.at("start").get<std::int64_t>();
    event.spans.push_back({start, std::min(span.at("end").get<std::int64_t>(), start + kSpanLimit)});
  };
  add(*trigger);
  for (const Json& mention : mentions != nullptr ? *mentions : Json::array()) add(mention);
  event.trigger = trigger->at("text").get<std::string>();
  const auto start = trigger->at("start").get<std::int64_t>();
  const auto end = trigger->at("end").get<std::int64_t>();
  event.trigger_start = start;
  std::string there;
  for (std::int64_t at = std::max<std::int64_t>(start, 0); at < end && at < static_cast<std::int64_t>(article.size()); ++at) {
    append_utf8(there, article[static_cast<std::size_t>(at)]);
  }
  if (there == event.trigger) return true;
  fault = "the trigger's offsets do not give its text (offsets count code points of title, line end, text)";
  return false;
}

void read_alternatives(const Json& raw, const NameReader& names, Alternatives& out) {
  for (std::size_t i = 0; i < kArguments; ++i) {
    const auto argument = static_cast<Argument>(i);
    const Json* const values = member(raw, to_string(argument));
    if (values == nullptr || argument == Argument::actors || argument == Argument::targets) continue;
    for (const Json& value : *values) {
      if (value.is_null()) {
        out.may_be_absent[i] = true;
      } else if (argument == Argument::date) {
        out.dates.push_back({value.at("start").get<std::string>(), value.at("end").get<std::string>()});
      } else if (argument == Argument::country) {
        out.countries.push_back(value.get<std::string>());
      } else if (argument == Argument::location) {
        out.locations.push_back(read_party(value, names));
      } else {
        out.counts[i - kFirstCount].push_back(read_count(value));
      }
    }
  }
  if (const Json* const values = member(raw, "sub_event_type")) {
    for (const Json& value : *values) {
      if (value.is_string()) out.sub_types.push_back(value.get<std::string>());
    }
  }
}

bool read_members(const Json& record, std::u32string_view article, const NameReader& names, ScoredEvent& event, std::string& fault) {
  event.id = record.contains("event_id") ? text_of(record, "event_id") : text_of(record, "id");
  event.type = text_of(record, "event_type");
  event.sub_type = text_of(record, "sub_event_type");
  event.status = text_of(record, "status");
  if (event.status.empty()) event.status = "asserted";
  event.optional = member(record, "optional") != nullptr;
  event.actors = read_parties(record, "actors", names);
  event.targets = read_parties(record, "targets", names);
  if (const Json* const date = member(record, "date")) {
    Period period{text_of(*date, "start"), text_of(*date, "end")};
    if (period.end.empty()) period.end = period.start;
    if (!period.start.empty()) event.date = std::move(period);
  }
  read_places(record, names, event);
  const Json* const casualties = member(record, "casualties");
  for (std::size_t i = 0; i < kCounts; ++i) {
    const Json* const count = member(casualties != nullptr ? *casualties : record, to_string(static_cast<Argument>(kFirstCount + i)));
    if (count != nullptr) event.counts[i] = read_count(*count);
  }
  if (const Json* const rules = member(record, "found_by")) event.found_by = rules->get<std::vector<std::string>>();
  if (const Json* const confidence = member(record, "confidence")) event.confidence = confidence->get<double>();
  if (const Json* const other = member(record, "alt")) read_alternatives(*other, names, event.alternatives);
  return read_spans(record, article, event, fault);
}

}  // namespace

std::optional<ScoredEvent> read_event(const Json& record, std::u32string_view article, const NameReader& names, std::string& fault) {
  try {
    ScoredEvent event;
    if (read_members(record, article, names, event, fault)) return event;
  } catch (const Json::exception& error) {
    fault = std::string("not an event record: ") + error.what();
  }
  return std::nullopt;
}

}  // namespace rasd::eval
