// What a cell of a table looks like as text, and what spreadsheets need so that they show it and do nothing else with it.
#pragma once

#include <string>
#include <string_view>

#include "sink/record_columns.hpp"

namespace rasd {

// Numbers in their shortest form; nothing for an empty cell.
[[nodiscard]] std::string cell_text(const Cell& cell);

// Control characters other than tab and line ends, and the two noncharacters that XML has no room for, become U+FFFD.
[[nodiscard]] std::string printable(std::string text);

// A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP: CSV injection).
[[nodiscard]] std::string disarmed(std::string text);

// The most that a cell of a spreadsheet holds, in UTF-16 units.
inline constexpr std::size_t kMaxCellUnits = 32767;
// Cut behind a whole character, with an ellipsis, where it is longer.
[[nodiscard]] std::string fitted(std::string text);

}  // namespace rasd
