// Reads data/gazetteer/*.tsv and lays them down as an image. Internal to the gazetteer.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mention/gazetteer_image.hpp"
#include "rasd/result.hpp"
#include "text/normalizer.hpp"

namespace rasd {

class GazetteerTables {
 public:
  explicit GazetteerTables(const Normalizer& normalizer);
  // Faults: D001 cannot read, D002 wrong header, D003 wrong number of cells, D005 no number.
  void read(const std::vector<std::string>& paths, Diagnostics& faults);
  [[nodiscard]] std::string image(const SourceStamp& stamp) const;

 private:
  void add_file(const std::string& path, std::string_view rest, Diagnostics& faults);
  void add_row(std::string_view row, const std::string& path, std::uint32_t line, Diagnostics& faults);
  void number_admins(std::string_view country, std::string_view admin1, PlaceRecord& record);
  void add_name(std::string_view name, std::uint32_t row);
  void add_small_name(std::string_view name, std::uint32_t row);

  std::uint32_t add_text(std::string_view text);      // one that hardly any other row has
  std::uint32_t add_repeated(std::string_view text);  // one that many rows have

  const Normalizer& normalizer_;
  std::vector<PlaceRecord> rows_;
  std::vector<std::uint32_t> text_begins_ = {0};
  std::string text_arena_;
  StringTable repeated_;
  std::vector<std::uint32_t> repeated_texts_;  // by number in repeated_
  StringTable words_;
  NameIndex names_;
  StringTable small_names_;
  std::vector<std::vector<std::uint32_t>> small_rows_;  // by small name
  StringTable country_keys_, admin_keys_;
  std::vector<std::uint32_t> countries_, admins_;
  std::vector<WordId> name_words_;
  std::string key_, last_country_, last_admin1_;
};

}  // namespace rasd
