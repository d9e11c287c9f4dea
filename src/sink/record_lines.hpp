// Between records and their lines of JSON.
#pragma once

#include "rasd/sink.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/output_buffer.hpp"
#include "sink/record_sink.hpp"

namespace rasd {

// Lets a record sink take what an extractor finds: each event becomes the line that JSON Lines would print, and that line the
// record.
class EventRecords : public Sink {
 public:
  EventRecords(RecordSink& records, const JsonlOptions& options) : records_(records), lines_(options) {}
  void write(const Document& document, const std::vector<Event>& events) override;
  bool finish() override { return good_ && records_.finish(); }

 private:
  RecordSink& records_;
  EventLineWriter lines_;
  std::string buffer_;
  bool good_ = true;
};

// Records as JSON Lines.
class RecordLines : public RecordSink {
 public:
  explicit RecordLines(Output& output) : out_(output) {}
  bool write(const Record& record) override;
  bool finish() override { return out_.flush(); }

 private:
  OutputBuffer out_;
};

}  // namespace rasd
