// XLSX: a workbook with the sheets Events, Participants, Sources, Rejected and ReadMe.
#pragma once

#include <memory>
#include <string>
#include <unordered_set>

#include "sink/code_book.hpp"
#include "sink/record_columns.hpp"
#include "sink/scratch_file.hpp"
#include "sink/workbook.hpp"

namespace rasd {

struct XlsxOptions {
  ColumnSet columns = ColumnSet::usual;
  std::string version;  // of the program, for the ReadMe sheet
  std::string command;  // with which it was run
  std::uint32_t max_rows = kMaxSheetRows;
};

class XlsxSink : public RecordSink {
 public:
  // Null where there is no place for the file; the output says why. Both outlive the sink.
  static std::unique_ptr<XlsxSink> open(Output& output, const CodeBook& book, XlsxOptions options);
  bool write(const Record& record) override;
  void reject(const RejectedRecord& rejected) override;
  bool finish() override;

 private:
  XlsxSink(Output& output, std::unique_ptr<ScratchFile> file, const CodeBook& book, XlsxOptions options);
  bool write_participants(const Record& record, const char* side, const char* word);
  bool write_source(const Record& record);
  void write_readme();
  bool keep(bool written);

  Output& output_;
  std::unique_ptr<ScratchFile> file_;
  const CodeBook& codes_;
  XlsxOptions options_;
  Workbook workbook_;
  Sheet events_, participants_, sources_, rejected_, readme_;
  std::unordered_set<std::uint64_t> documents_;  // hashes of those that have their row
  std::vector<Cell> cells_;
};

}  // namespace rasd
