// Events as one page that a browser shows offline: map, timeline, table.
#pragma once

#include <string>

#include "sink/output.hpp"
#include "sink/record_sink.hpp"
#include "sink/report_data.hpp"
#include "sink/report_page.hpp"

namespace rasd {

struct ReportOptions {
  std::string title;     // empty = the page's own
  std::string language;  // "ar" or "en"; empty = that of the reader's browser
  std::string version;   // of the program
};

class ReportSink : public RecordSink {
 public:
  ReportSink(Output& output, const CodeBook& book, const ReportPage& page, ReportOptions options)
      : output_(output), page_(page), data_(book), options_(std::move(options)) {}
  bool write(const Record& record) override {
    data_.add(record);
    return true;
  }
  bool finish() override;

 private:
  Output& output_;
  const ReportPage& page_;
  ReportData data_;
  ReportOptions options_;
};

}  // namespace rasd
