// CSV (RFC 4180) and TSV for spreadsheets and statistics programs: one row an event, a header row first.
#pragma once

#include "sink/code_book.hpp"
#include "sink/output_buffer.hpp"
#include "sink/record_columns.hpp"

namespace rasd {

struct DelimitedOptions {
  char delimiter = ',';            // ',' or '\t'
  bool byte_order_mark = false;    // Excel reads UTF-8 only behind one
  bool raw_cells = false;          // as the record has them: neither disarmed nor cut
  ColumnSet columns = ColumnSet::usual;
};

class DelimitedSink : public RecordSink {
 public:
  // Both outlive the sink.
  DelimitedSink(Output& output, const CodeBook& book, const DelimitedOptions& options)
      : options_(options), book_(book), out_(output) {}
  bool write(const Record& record) override;
  bool finish() override;

 private:
  void append_head();
  void append_text(const std::string& text);
  void end_row();

  DelimitedOptions options_;
  const CodeBook& book_;
  OutputBuffer out_;
  std::vector<Cell> cells_;
  bool has_head_ = false;
};

}  // namespace rasd
