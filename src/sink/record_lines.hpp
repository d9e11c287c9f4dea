// Lets a record sink take what an extractor finds: each event becomes the line that JSON Lines would print, and that line the record.
#pragma once

#include <memory>

#include "rasd/sink.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/record_sink.hpp"

namespace rasd {

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

}  // namespace rasd
