// Records as the page of `rasd report` holds them: column by column, each value once and a row's values by number, so that
// 50,000 events stay small and open fast.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "sink/code_book.hpp"
#include "sink/json_writer.hpp"
#include "sink/record_columns.hpp"

namespace rasd {

class ReportData {
 public:
  explicit ReportData(const CodeBook& book);
  void add(const Record& record);
  [[nodiscard]] std::size_t rows() const { return rows_; }
  // The members "rows", "columns", "participants" and "countries" of an object that is open.
  void append(JsonWriter& json) const;

 private:
  // Numbers count from 1; 0 is an empty cell.
  struct ValueColumn {
    std::string name;
    bool is_text = true;
    std::vector<std::string> values;  // as they are written
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> rows;

    std::uint32_t number_of(std::string value);
  };

  void add_cell(ValueColumn& column, std::string value);
  void add_shown(const Record& record);
  // The participants of a side by their numbers, as in "3 17".
  std::string side(const Record& record, const char* name);

  const CodeBook& book_;
  std::vector<ValueColumn> table_;  // the columns of the tables, so that an export has what rasd convert writes
  std::vector<ValueColumn> shown_;  // what the page shows beside them
  ValueColumn participants_;
  std::vector<Cell> cells_;
  std::size_t rows_ = 0;
};

}  // namespace rasd
