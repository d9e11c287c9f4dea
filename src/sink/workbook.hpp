// A workbook of Excel with sheets that are tables: right to left, the header row frozen and bold, a filter on each column, dates
// and numbers as what they are. Rows go to disk as they come, so memory does not grow with them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sink/record_columns.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace rasd {

// What a sheet holds at most, the header row among them.
inline constexpr std::uint32_t kMaxSheetRows = 1048576;

struct SheetColumn {
  Column column;
  double width = 14;  // in letters
};

class Workbook;

// One table, continued on further sheets ("Events 2") where one cannot hold it.
class Sheet {
 public:
  Sheet(Workbook& book, std::string name, std::vector<SheetColumn> columns);
  // One cell a column. False where the rows cannot be kept.
  bool row(const std::vector<Cell>& cells);
  // Behind the last row. False where not all of it could be kept.
  bool finish();

 private:
  void begin();
  void write(std::uint32_t row, std::uint16_t column, ColumnKind kind, const Cell& cell);

  Workbook& book_;
  std::string name_;
  std::vector<SheetColumn> columns_;
  lxw_worksheet* sheet_ = nullptr;
  std::uint32_t rows_ = 0;   // of the sheet at hand, its header among them
  unsigned sheets_ = 0;
};

class Workbook {
 public:
  // Written to `path` by close(); `scratch_directory` takes the rows until then.
  Workbook(const std::string& path, const std::string& scratch_directory, std::uint32_t max_rows = kMaxSheetRows);
  ~Workbook();
  Workbook(const Workbook&) = delete;  // owns what the library allocated
  Workbook& operator=(const Workbook&) = delete;

  // Empty, or why the file is not there.
  std::string close();

 private:
  friend class Sheet;
  lxw_workbook* book_;
  lxw_format* bold_ = nullptr;
  lxw_format* date_ = nullptr;
  std::uint32_t max_rows_;
};

}  // namespace rasd
