// What of an event record is compared with others. The same members stand in the slim record that `rasd block` writes, so that both
// ways, in memory and through a shuffle, compare the same.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dedup/tables.hpp"
#include "rasd/date.hpp"
#include "sink/record_sink.hpp"

namespace rasd {

struct IncidentPlace {
  std::string id, name, admin1, country, kind;
  std::int64_t precision = 3;
  std::optional<double> latitude, longitude;

  // The country, or only in which part of it («the north of Syria»), which the gazetteer places at the country's middle.
  bool is_country = false;
  // No more is told than the province or a region of that size.
  [[nodiscard]] bool is_wide() const { return precision >= 3 || is_country; }
};

struct IncidentParty {
  std::string id, name, kind, country;
  // A particular one, not «soldiers» or «unknown armed men».
  [[nodiscard]] bool named() const { return !id.empty() && id.rfind("unidentified:", 0) != 0; }
};

struct IncidentToll {
  std::int64_t min = 0;
  std::optional<std::int64_t> max;  // none = open
};

enum class TollKind : std::uint8_t { killed, injured, detained, abducted };
inline constexpr std::size_t kTollKinds = 4;

struct Fingerprint {
  std::string id, article, event_type, sub_event_type, status;
  std::optional<DateRange> days;
  bool day_assumed = false;  // the day of publication, for want of another
  bool background = false;
  std::optional<IncidentPlace> place;
  std::vector<std::string> other_places;  // ids
  std::vector<IncidentParty> actors, targets;
  std::array<std::optional<IncidentToll>, kTollKinds> tolls;
  std::vector<std::string> words;  // rare ones, sorted
  std::uint64_t version = 0;       // tells records of one id that differ; the largest is taken

  [[nodiscard]] const std::optional<IncidentToll>& toll(TollKind kind) const { return tolls[static_cast<std::size_t>(kind)]; }
};

// Those members of a record that are compared, its texts as their rare words.
[[nodiscard]] Record slim_record(const Record& record, const DedupTables& tables);
// Of a slim record. Total: what is absent or of another type is not told.
[[nodiscard]] Fingerprint read_fingerprint(const Record& slim, const DedupTables& tables);

}  // namespace rasd
