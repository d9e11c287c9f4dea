// What tables say beside the record: ACLED's words for a record's own, names of countries, and what each column means.
// From data/codes and the names of data/gazetteer.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "rasd/result.hpp"

namespace rasd {

struct ColumnMeaning {
  std::string english;
  std::string arabic;
};

struct Country {
  std::string english;
  std::string arabic;
  std::string latitude;  // of its middle, in degrees
  std::string longitude;
};

// Threads: immutable after load.
class CodeBook {
 public:
  // `data` is the directory of all tables.
  static Result<CodeBook> load(const std::string& data);

  // ACLED's disorder_type; empty where the type is none of ours.
  [[nodiscard]] const std::string& disorder_type(const std::string& sub_event_type) const;
  // ACLED's code (1 to 8) for a kind of participant; nothing where no code is defensible.
  [[nodiscard]] std::optional<std::int64_t> inter(const std::string& kind) const;
  // English name of an ISO 3166-1 alpha-3 code; empty where it is not known.
  [[nodiscard]] const std::string& country(const std::string& code) const;
  // By code.
  [[nodiscard]] const std::map<std::string, Country>& countries() const { return countries_; }
  [[nodiscard]] const ColumnMeaning& meaning(const std::string& column) const;

 private:
  std::map<std::string, std::string> disorder_types_;
  std::map<std::string, std::int64_t> inter_;
  std::map<std::string, Country> countries_;
  std::map<std::string, ColumnMeaning> columns_;
};

}  // namespace rasd
