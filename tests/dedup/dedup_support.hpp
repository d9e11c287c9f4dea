// Records to cluster: made at random, but always the same ones.
#pragma once

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "dedup/deduplicator.hpp"
#include "sink/record_values.hpp"

namespace rasd {

inline const DedupTables& dedup_tables() {
  static const DedupTables kTables = DedupTables::load(std::string(RASD_SOURCE_DIR) + "/data").value();
  return kTables;
}

// A strike on a town in the evening of 10 January, as one of many articles tells it.
inline Record strike(const std::string& id, const std::string& article) {
  return Record{{"event_id", id},
                {"doc_id", article},
                {"event_type", "Explosions/Remote violence"},
                {"sub_event_type", "Air/drone strike"},
                {"status", "asserted"},
                {"date", {{"start", "2024-01-10"}, {"end", "2024-01-10"}, {"precision", "day"}, {"basis", "explicit"}}},
                {"location",
                 {{"name", "سرمين"}, {"kind", "town"}, {"admin1", "Idlib"}, {"country", "SYR"}, {"latitude", 35.9}, {"longitude", 36.7}, {"precision", 1}, {"id", "p.sarmin"}}},
                {"casualties", {{"killed", {{"min", 9}, {"max", 9}}}}},
                {"evidence", {{"text", "أغارت طائرات على مخبز الزعفران في سرمين"}}}};
}

// Some incidents, each told by several articles with what differs between them: days, tolls, places, types.
inline std::vector<Record> random_records(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  const auto pick = [&random](std::size_t size) { return static_cast<std::size_t>(random() % size); };
  const std::vector<std::string> types = {"Air/drone strike", "Shelling/artillery/missile attack", "Attack", "Armed clash"};
  const std::vector<std::string> words = {"الزعفران", "القنديل", "البستاني", "الطاحونة", "المرجان"};
  std::vector<Record> records;
  for (std::size_t i = 0; i < count; ++i) {
    Record record = strike("ev_" + std::to_string(1000 + i), "doc" + std::to_string(pick(count)));
    const std::string day = "2024-01-" + std::to_string(10 + pick(4));
    record["date"]["start"] = record["date"]["end"] = day;
    if (pick(3) == 0) record["date"]["basis"] = "published";
    record["sub_event_type"] = types[pick(types.size())];
    const std::size_t town = pick(4);
    record["location"]["id"] = "p." + std::to_string(town);
    record["location"]["name"] = "بلدة " + std::to_string(town);
    record["location"]["latitude"] = 35.5 + 0.1 * static_cast<double>(town);
    if (pick(5) == 0) record["location"] = {{"name", "إدلب"}, {"kind", "province"}, {"admin1", "Idlib"}, {"country", "SYR"}, {"precision", 3}, {"id", "p.idlib"}};
    if (pick(9) == 0) record.erase("location");
    const std::size_t toll = 1 + pick(12);
    record["casualties"]["killed"] = {{"min", toll}, {"max", toll}};
    if (pick(4) == 0) record["casualties"].erase("killed");
    record["evidence"]["text"] = "قرب " + words[pick(words.size())] + " وراء " + words[pick(words.size())];
    records.push_back(std::move(record));
  }
  return records;
}

inline Fingerprint fingerprint_of(const Record& record) {
  return read_fingerprint(slim_record(record, dedup_tables()), dedup_tables());
}

// Members of each cluster by its id; records that are alone too.
using Clusters = std::map<std::string, std::vector<std::string>>;

inline Clusters complete(const std::vector<Cluster>& found, const std::vector<Record>& records) {
  Clusters clusters;
  std::vector<std::string> taken;
  for (const Cluster& cluster : found) {
    clusters[cluster.members.front()] = cluster.members;
    taken.insert(taken.end(), cluster.members.begin(), cluster.members.end());
  }
  std::sort(taken.begin(), taken.end());
  for (const Record& record : records) {
    const std::string id = text_at(record, "event_id");
    if (!std::binary_search(taken.begin(), taken.end(), id)) clusters[id] = {id};
  }
  return clusters;
}

inline Clusters clusters_of(const std::vector<Record>& records) {
  Deduplicator dedup(dedup_tables());
  for (const Record& record : records) dedup.add(fingerprint_of(record));
  return complete(dedup.clusters(), records);
}

}  // namespace rasd
