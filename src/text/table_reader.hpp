// Reads the tables of data/: tab-separated UTF-8, one header row that names the columns, '#' comments and
// blank lines between rows allowed. The Arabic column comes last, as bidi editors show it best.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "rasd/result.hpp"

namespace rasd {

struct TableRow {
  std::uint32_t line = 0;
  std::vector<std::string> cells;  // as many as there are columns; missing ones are empty
};

struct Table {
  std::string file;
  std::vector<TableRow> rows;
  // A fault of this table's row, column counted in cells from 0.
  [[nodiscard]] Diagnostic fault(const TableRow& row, std::size_t cell, std::string code, std::string message,
                                 std::string hint = {}) const;
};

// `columns` are the names the header must have, in this order. Faults: D001 cannot read, D002 wrong header, D003 more cells
// than columns, D004 not UTF-8.
Result<Table> read_table(const std::string& path, const std::vector<std::string>& columns);

// Whole file as bytes; D001 where it cannot be read.
Result<std::string> read_file(const std::string& path);

// Files below `directory` (recursive) whose name ends in `extension`, sorted bytewise.
std::vector<std::string> list_files(const std::string& directory, std::string_view extension);
// Those whose name ends in any of them.
std::vector<std::string> list_files(const std::string& directory, std::initializer_list<std::string_view> extensions);

// The candidate with the smallest edit distance to `name` (at most a third of its length), or "".
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace rasd
