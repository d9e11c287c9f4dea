// A record as one row: the columns that conflict researchers have in their scripts (docs/output-format.md).
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sink/code_book.hpp"
#include "sink/record_sink.hpp"

namespace rasd {

enum class ColumnKind : std::uint8_t { text, integer, number, date };

struct Column {
  const char* name;
  ColumnKind kind;
};

// Nothing, a text (also an ISO day), or a number.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

// Which columns a format has: the usual ones, or also those that only some readers want.
enum class ColumnSet : std::uint8_t { usual, all };

[[nodiscard]] const std::vector<Column>& record_columns(ColumnSet set);
// One cell a column. Replaces what `cells` held.
void read_row(const Record& record, const CodeBook& book, ColumnSet set, std::vector<Cell>& cells);

}  // namespace rasd
