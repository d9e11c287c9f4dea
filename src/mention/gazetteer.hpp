// Place names with coordinates, kind and the country and province that they lie in: data/gazetteer/*.tsv.
// Threads: immutable after load.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mention/mention.hpp"
#include "token/name_index.hpp"

namespace rasd {

// The texts point into the buffers of the gazetteer.
struct GazetteerEntry {
  std::string_view id;
  std::string_view name;      // as written, canonical
  std::string_view name_en;
  std::string_view kind;      // city, town, village, camp, base, district, province, country, area, airport, sea …
  std::string_view country;   // ISO alpha-3; empty for seas
  std::string_view admin1;    // English
  std::string_view admin2;    // English; empty where unknown
  std::string_view covers;    // of an area: the provinces that it lies in, separated by '|'
  double latitude = 0, longitude = 0;
  bool located = false;
  std::int64_t population = 0;
  bool ambiguous = false;  // also a common word or a person's name: needs evidence
  bool minor = false;      // a small place that no one knows by its name alone: its country must be in the text
  std::uint16_t country_id = 0;  // equal where the country is; 0 = none
  std::uint16_t admin1_id = 0;   // equal where country and admin1 are; 0 = none
  float rank = 0;                // how well known, 0 to 3: by kind and population
};

class Gazetteer {
 public:
  // All *.tsv of `directory`, then those of `overlays`. Faults: D001 cannot read, D002 wrong header, D003 wrong number of cells, D005 no number.
  static Result<std::shared_ptr<const Gazetteer>> load(const std::string& directory, const Normalizer& normalizer,
                                                       Vocabulary& vocabulary,
                                                       const std::vector<std::string>& overlays = {});
  [[nodiscard]] const GazetteerEntry& entry(PlaceId id) const { return entries_[id]; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const NameIndex& names() const { return names_; }
  // Whether `inner` is the same as, or lies in, `outer` (by country and admin chain).
  [[nodiscard]] bool within(PlaceId inner, PlaceId outer) const;
  // One more than the largest country_id and admin1_id.
  [[nodiscard]] std::size_t country_count() const { return countries_; }
  [[nodiscard]] std::size_t admin1_count() const { return admins_; }
  // 0 where no row lies in it.
  [[nodiscard]] std::uint16_t country_id(std::string_view country) const;
  // A text that lives as long as the gazetteer; empty for 0.
  [[nodiscard]] std::string_view country_code(std::uint16_t country_id) const { return country_codes_[country_id]; }

 private:
  class Loader;
  std::vector<std::unique_ptr<const std::string>> buffers_;
  std::vector<GazetteerEntry> entries_;
  NameIndex names_;
  std::size_t countries_ = 1;
  std::size_t admins_ = 1;
  std::vector<std::string_view> country_codes_{1};
};

// Kilometres between two located places.
[[nodiscard]] double distance_km(const GazetteerEntry& a, const GazetteerEntry& b);

}  // namespace rasd
