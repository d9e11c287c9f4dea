// CSV and TSV with a first row of column names; a row is an article. Names as in JSON Lines (field_aliases.hpp).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "source/csv_reader.hpp"
#include "source/field_aliases.hpp"
#include "source/source.hpp"

namespace rasd {

class CsvSource : public Source {
 public:
  // `delimiter` 0 = as the first row has it.
  CsvSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options, char delimiter);
  bool next(Document& out, ReadLog& log) override;

 private:
  bool read_header(ReadLog& log);
  bool read_row(CsvRow& row, Document& out, ReadLog& log);
  [[nodiscard]] std::string unknown_fields(const CsvRow& row) const;

  std::unique_ptr<ByteReader> bytes_;
  std::string name_;
  ReadOptions options_;
  FieldAliases aliases_;
  CsvReader rows_;
  char delimiter_;
  std::vector<std::string> names_;
  std::vector<std::optional<FieldAliases::Match>> fields_;
  bool done_ = false;
};

}  // namespace rasd
