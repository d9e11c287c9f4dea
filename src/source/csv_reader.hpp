// Rows of delimited text as RFC 4180 has them: quoted fields may hold the delimiter, doubled quotation marks and line ends. A row
// with a fault costs itself: reading goes on at the line behind its first one.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/byte_reader.hpp"

namespace rasd {

struct CsvRow {
  std::vector<std::string> fields;
  std::uint64_t line = 0;    // of its first line, from 1
  std::uint64_t byte = 0;    // of its first byte
  std::string fault;         // empty = a good row
};

class CsvReader {
 public:
  explicit CsvReader(ByteReader& bytes) : bytes_(bytes) {}
  void set_delimiter(char delimiter) { delimiter_ = delimiter; }
  // Blank lines are passed over. False at the end.
  bool next(CsvRow& row);

 private:
  struct Line {
    std::string text;
    std::uint64_t number = 0;
    std::uint64_t byte = 0;
    bool too_long = false;
  };
  bool next_line(Line& line);

  ByteReader& bytes_;
  char delimiter_ = ',';
  std::uint64_t lines_ = 0;
  std::deque<Line> again_;          // lines behind the first one of a faulty row
  std::uint64_t alone_until_ = 0;   // lines up to this one are rows of their own, so that the work stays linear
};

// The delimiter that a line of column names uses: a tab, a semicolon, a bar or a comma; 0 = it has none.
[[nodiscard]] char sniff_delimiter(std::string_view header);
// The fields of one line; what is badly quoted is taken as it stands.
[[nodiscard]] std::vector<std::string> split_csv_line(std::string_view line, char delimiter);

}  // namespace rasd
