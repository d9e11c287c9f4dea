// Place names with coordinates, kind and the country and province that they lie in: data/gazetteer/*.tsv.
// Threads: immutable after load.
#pragma once

#include <string>
#include <vector>

#include "mention/mention.hpp"
#include "token/name_index.hpp"

namespace rasd {

struct GazetteerEntry {
  std::string id;
  std::string name;      // as written, canonical
  std::string name_en;
  std::string kind;      // city, town, village, camp, base, district, province, country, area, airport, sea …
  std::string country;   // ISO alpha-3; empty for seas
  std::string admin1;    // English
  double latitude = 0, longitude = 0;
  bool located = false;
  std::int64_t population = 0;
  bool ambiguous = false;  // also a common word or a person's name: needs evidence
};

class Gazetteer {
 public:
  static Result<std::shared_ptr<const Gazetteer>> load(const std::string& directory, const Normalizer& normalizer,
                                                       Vocabulary& vocabulary);
  [[nodiscard]] const GazetteerEntry& entry(PlaceId id) const { return entries_[id]; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const NameIndex& names() const { return names_; }
  // Whether `inner` is the same as, or lies in, `outer` (by country and admin chain).
  [[nodiscard]] bool within(PlaceId inner, PlaceId outer) const;

 private:
  std::vector<GazetteerEntry> entries_;
  NameIndex names_;
};

}  // namespace rasd
