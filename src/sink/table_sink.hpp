// Events as a short table for the eye: one row an event. Not for programs; use JSON Lines or CSV for these.
#pragma once

#include "sink/output_buffer.hpp"
#include "sink/record_sink.hpp"

namespace rasd {

class TableSink : public RecordSink {
 public:
  explicit TableSink(Output& output) : out_(output) {}
  void article() override { ++articles_; }
  bool write(const Record& record) override;
  bool finish() override;

 private:
  OutputBuffer out_;
  std::size_t articles_ = 0;  // 0 where only records are known
  std::size_t events_ = 0;
};

}  // namespace rasd
