#include "dedup/incident_record.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "dedup/compare.hpp"
#include "sink/record_values.hpp"

namespace rasd {
namespace {

double points(int hundredths) { return hundredths / 100.0; }

// How much a record tells, compared in this order.
auto told_by(const Record& record) {
  const bool has_name = !joined_at(record, "actors", "id").empty();
  const std::int64_t place = 4 - std::min<std::int64_t>(integer_at(record, "location.precision").value_or(4), 4);
  const bool own_day = text_at(record, "date.basis") != "published";
  const bool main = text_at(record, "salience") != "background";
  const bool asserted = text_at(record, "status") == "asserted";
  const bool dead = value_at(record, "casualties.killed") != nullptr;
  return std::make_tuple(asserted, main, place, has_name, dead, own_day, number_at(record, "confidence").value_or(0));
}

// The first of those with the most told, and so independent of the order in which articles came.
std::size_t fullest(const std::vector<Record>& records) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (told_by(records[best]) < told_by(records[i])) best = i;
  }
  return best;
}

// The member from which a value is taken: its key is told by the most records; of these the one that `rank` puts highest, then the
// first one.
template <class Key, class Rank>
const Record* commonest(const std::vector<Record>& records, const Key& key, const Rank& rank) {
  std::map<std::string, std::size_t> count;
  for (const Record& record : records) {
    if (const std::string value = key(record); !value.empty()) ++count[value];
  }
  const Record* best = nullptr;
  const auto standing = [&](const Record& record) { return std::make_tuple(rank(record), count[key(record)]); };
  for (const Record& record : records) {
    if (key(record).empty()) continue;
    if (best == nullptr || standing(*best) < standing(record)) best = &record;
  }
  return best;
}

void take_types(const std::vector<Record>& records, Record& out) {
  const auto key = [](const Record& record) { return text_at(record, "sub_event_type"); };
  const Record* from = commonest(records, key, [](const Record&) { return 0; });
  for (const char* member : {"event_type", "sub_event_type", "codes"}) {
    if (const Record* value = value_at(*from, member)) out[member] = *value;
  }
}

void take_date(const std::vector<Record>& records, Record& out) {
  const auto key = [](const Record& record) { return text_at(record, "date.start") + text_at(record, "date.end"); };
  // A day that an article tells goes before one that is assumed.
  const auto rank = [](const Record& record) {
    const std::string basis = text_at(record, "date.basis");
    return std::make_tuple(text_at(record, "date.precision") == "day", basis != "published" && basis != "inferred");
  };
  if (const Record* from = commonest(records, key, rank)) out["date"] = (*from)["date"];
}

void take_place(const std::vector<Record>& records, Record& out) {
  const auto key = [](const Record& record) { return text_at(record, "location.name"); };
  const auto rank = [](const Record& record) { return -integer_at(record, "location.precision").value_or(4); };
  if (const Record* from = commonest(records, key, rank)) out["location"] = (*from)["location"];
}

// «dead and injured» without a number is at least one, but nobody said one.
bool is_number(const Record& toll) {
  const std::int64_t min = integer_at(toll, "min").value_or(0);
  return min > 1 || (min == 1 && integer_at(toll, "max").has_value());
}

// All participants of a side with a stable id, once each, behind those of the fullest record.
void take_parties(const std::vector<Record>& records, const char* side, Record& out) {
  std::vector<std::string> known;
  for_each_at(out, side, [&known](const Record& party) { known.push_back(text_at(party, "id")); });
  const bool empty = known.empty();
  for (const Record& record : records) {
    for_each_at(record, side, [&](const Record& party) {
      const std::string id = text_at(party, "id");
      if ((id.empty() && !empty) || std::find(known.begin(), known.end(), id) != known.end()) return;
      known.push_back(id);
      out[side].push_back(party);
    });
  }
}

// From the smallest to the largest number told; open above where the one who tells the most says «at least».
void take_tolls(const std::vector<Record>& records, Record& out) {
  for (const char* kind : {"killed", "injured", "detained", "abducted", "missing", "displaced"}) {
    const Record* least = nullptr;
    const Record* most = nullptr;
    const auto top = [](const Record& toll) {
      return std::make_tuple(!integer_at(toll, "max").has_value(), integer_at(toll, "max").value_or(integer_at(toll, "min").value_or(0)));
    };
    for (const Record& record : records) {
      const Record* toll = value_at(record, std::string("casualties.") + kind);
      if (toll == nullptr || !is_number(*toll)) continue;
      if (least == nullptr || integer_at(*toll, "min") < integer_at(*least, "min")) least = toll;
      if (most == nullptr || top(*most) < top(*toll)) most = toll;
    }
    if (least == nullptr) continue;
    if (!out["casualties"].contains(kind)) out["casualties"][kind] = *most;
    Record& toll = out["casualties"][kind];
    toll["min"] = *integer_at(*least, "min");
    const std::optional<std::int64_t> max = integer_at(*most, "max");
    const Record text = toll["text"], start = toll["start"], end = toll["end"], groups = toll["groups"];
    toll.erase("max");
    if (max) toll = Record{{"min", toll["min"]}, {"max", *max}, {"text", text}, {"start", start}, {"end", end}, {"groups", groups}};
  }
}

Record source_of(const Record& record) {
  Record source = Record::object();
  for (const char* key : {"event_id", "doc_id", "published", "source", "url", "title"}) {
    if (const Record* value = value_at(record, key)) source[key] = *value;
  }
  for (const char* kind : {"killed", "injured", "detained", "abducted"}) {
    const Record* toll = value_at(record, std::string("casualties.") + kind);
    if (toll == nullptr || !is_number(*toll)) continue;
    source[kind]["min"] = *integer_at(*toll, "min");
    if (const auto max = integer_at(*toll, "max")) source[kind]["max"] = *max;
  }
  return source;
}

}  // namespace

Record join_record(const Fingerprint& a, const Fingerprint& b, const DedupTables& tables) {
  const bool in_order = a.id < b.id;
  const Fingerprint& first = in_order ? a : b;
  const Fingerprint& second = in_order ? b : a;
  std::vector<JoinReason> reasons;
  const int score = compare_records(first, second, tables, &reasons);
  Record join{{"a", first.id}, {"b", second.id}, {"score", points(score)}, {"for", Record::array()}, {"against", Record::array()}};
  for (const JoinReason& reason : reasons) {
    Record told{{"weight", reason.weight_name}, {"value", points(reason.weight)}};
    if (!reason.detail.empty()) told["detail"] = reason.detail;
    join[reason.weight > 0 ? "for" : "against"].push_back(std::move(told));
  }
  return join;
}

Record incident_record(const std::vector<Record>& records, const std::vector<ScoredPair>& joins, const DedupTables& tables) {
  const Record& canonical = records[fullest(records)];
  Record out = canonical;
  out.erase("incident_id");
  const std::string id = text_at(records.front(), "event_id");
  out["event_id"] = id;
  take_types(records, out);
  take_date(records, out);
  take_place(records, out);
  for (const char* side : {"actors", "targets"}) take_parties(records, side, out);
  take_tolls(records, out);
  out["incident_id"] = id;
  out["canonical"] = text_at(canonical, "event_id");
  out["members"] = Record::array();
  out["sources"] = Record::array();
  std::map<std::string, Fingerprint> prints;
  for (const Record& record : records) {
    const std::string member = text_at(record, "event_id");
    out["members"].push_back(member);
    out["sources"].push_back(source_of(record));
    if (!joins.empty()) prints.emplace(member, read_fingerprint(slim_record(record, tables), tables));
  }
  out["why"] = Record::array();
  for (const ScoredPair& join : joins) {
    const auto a = prints.find(join.a);
    const auto b = prints.find(join.b);
    if (a != prints.end() && b != prints.end()) out["why"].push_back(join_record(a->second, b->second, tables));
  }
  return out;
}

}  // namespace rasd
