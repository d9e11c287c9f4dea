#include "dedup/fingerprint.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "sink/record_values.hpp"
#include "text/stable_hash.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::array<const char*, kTollKinds> kTollNames = {"killed", "injured", "detained", "abducted"};

void copy_members(const Record& from, std::initializer_list<const char*> keys, Record& to) {
  for (const char* key : keys) {
    if (const Record* value = value_at(from, key)) to[key] = *value;
  }
}

Record slim_object(const Record& from, std::initializer_list<const char*> keys) {
  Record slim = Record::object();
  copy_members(from, keys, slim);
  return slim;
}

IncidentPlace read_place(const Record& record, const DedupTables& tables) {
  IncidentPlace place;
  place.id = text_at(record, "id");
  place.name = tables.fold(text_at(record, "name"));
  place.admin1 = text_at(record, "admin1");
  place.country = text_at(record, "country");
  place.kind = text_at(record, "kind");
  constexpr std::string_view kOfCountry = ".country";
  const bool has_country_id = place.id.size() > kOfCountry.size() && std::string_view(place.id).substr(place.id.size() - kOfCountry.size()) == kOfCountry;
  place.is_country = place.kind == "country" || has_country_id;
  place.precision = integer_at(record, "precision").value_or(3);
  place.latitude = number_at(record, "latitude");
  place.longitude = number_at(record, "longitude");
  return place;
}

std::vector<IncidentParty> read_parties(const Record& record, const char* side, const DedupTables& tables) {
  std::vector<IncidentParty> parties;
  for_each_at(record, side, [&](const Record& party) {
    parties.push_back({text_at(party, "id"), tables.fold(text_at(party, "name")), text_at(party, "kind"), text_at(party, "country")});
  });
  return parties;
}

std::optional<DateRange> read_days(const Record& record) {
  const std::optional<Date> start = parse_iso_date(text_at(record, "date.start"));
  const std::optional<Date> end = parse_iso_date(text_at(record, "date.end"));
  if (!start || !end || *end < *start) return std::nullopt;
  const DatePrecision precision = text_at(record, "date.precision") == "day" ? DatePrecision::day : DatePrecision::week;
  return DateRange{*start, *end, precision};
}

// Whether the title tells the event, or only the article's main matter.
bool stands_in_title(const Record& record, const std::string& title) {
  const auto length = static_cast<std::int64_t>(count_points(title));
  bool in_title = integer_at(record, "trigger.start").value_or(length) < length;
  for_each_at(record, "mentions", [&](const Record& mention) {
    in_title = in_title || integer_at(mention, "start").value_or(length) < length;
  });
  return in_title;
}

// Rare words of what tells the event, without those of its places: places are compared by what they are.
std::vector<std::string> telling_words(const Record& record, const DedupTables& tables) {
  std::string text = text_at(record, "evidence.text");
  const std::string title = text_at(record, "title");
  if (stands_in_title(record, title)) text += '\n' + title;
  std::string places = text_at(record, "location.text") + '\n' + text_at(record, "location.name");
  for_each_at(record, "other_locations", [&places](const Record& place) { places += '\n' + text_at(place, "text"); });
  const std::vector<std::string> known = tables.rare_words(places);
  std::vector<std::string> words = tables.rare_words(text);
  words.erase(std::remove_if(words.begin(), words.end(),
                             [&known](const std::string& word) { return std::binary_search(known.begin(), known.end(), word); }),
              words.end());
  return words;
}

}  // namespace

Record slim_record(const Record& record, const DedupTables& tables) {
  Record slim = slim_object(record, {"event_id", "doc_id", "event_type", "sub_event_type", "status", "salience"});
  if (const Record* date = value_at(record, "date")) slim["date"] = slim_object(*date, {"start", "end", "precision", "basis"});
  if (const Record* place = value_at(record, "location")) {
    slim["location"] = slim_object(*place, {"name", "kind", "admin1", "country", "latitude", "longitude", "precision", "id"});
  }
  Record others = Record::array();
  for_each_at(record, "other_locations", [&](const Record& place) { others.push_back(slim_object(place, {"id"})); });
  if (!others.empty()) slim["other_locations"] = std::move(others);
  for (const char* side : {"actors", "targets"}) {
    Record parties = Record::array();
    for_each_at(record, side, [&](const Record& party) { parties.push_back(slim_object(party, {"name", "id", "kind", "country"})); });
    if (!parties.empty()) slim[side] = std::move(parties);
  }
  Record tolls = Record::object();
  for (const char* kind : kTollNames) {
    if (const Record* toll = value_at(record, std::string("casualties.") + kind)) tolls[kind] = slim_object(*toll, {"min", "max"});
  }
  if (!tolls.empty()) slim["casualties"] = std::move(tolls);
  if (const Record* words = value_at(record, "words"); words != nullptr && words->is_array()) {
    slim["words"] = *words;  // it is a slim record already
  } else {
    slim["words"] = telling_words(record, tables);
  }
  return slim;
}

Fingerprint read_fingerprint(const Record& slim, const DedupTables& tables) {
  Fingerprint print;
  print.id = text_at(slim, "event_id");
  print.article = text_at(slim, "doc_id");
  print.event_type = text_at(slim, "event_type");
  print.sub_event_type = text_at(slim, "sub_event_type");
  print.status = text_at(slim, "status");
  print.background = text_at(slim, "salience") == "background";
  print.days = read_days(slim);
  const std::string basis = text_at(slim, "date.basis");
  print.day_assumed = basis == "published" || basis == "inferred";
  if (const Record* place = value_at(slim, "location")) print.place = read_place(*place, tables);
  for_each_at(slim, "other_locations", [&print](const Record& place) {
    if (std::string id = text_at(place, "id"); !id.empty()) print.other_places.push_back(std::move(id));
  });
  print.actors = read_parties(slim, "actors", tables);
  print.targets = read_parties(slim, "targets", tables);
  for (std::size_t i = 0; i < kTollKinds; ++i) {
    const std::string path = std::string("casualties.") + kTollNames[i];
    const std::optional<std::int64_t> min = integer_at(slim, path + ".min");
    const std::optional<std::int64_t> max = integer_at(slim, path + ".max");
    // «dead and injured» without a number tells nothing that could be compared.
    if (min && (*min > 1 || max)) print.tolls[i] = IncidentToll{*min, max};
  }
  for_each_at(slim, "words", [&print](const Record& word) {
    if (word.is_string()) print.words.push_back(word.get<std::string>());
  });
  std::sort(print.words.begin(), print.words.end());
  print.version = stable_hash(slim.dump(-1, ' ', false, Record::error_handler_t::replace));
  return print;
}

}  // namespace rasd
