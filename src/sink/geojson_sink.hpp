// GeoJSON (RFC 7946): one feature an event, at the place where it happened, all columns as properties. An event without
// coordinates has a null geometry and is kept.
#pragma once

#include "sink/code_book.hpp"
#include "sink/output_buffer.hpp"
#include "sink/record_columns.hpp"

namespace rasd {

enum class GeoJsonShape : std::uint8_t { collection, lines };  // one FeatureCollection, or one feature a line

class GeoJsonSink : public RecordSink {
 public:
  // Both outlive the sink.
  GeoJsonSink(Output& output, const CodeBook& book, GeoJsonShape shape) : shape_(shape), book_(book), out_(output) {}
  bool write(const Record& record) override;
  bool finish() override;

 private:
  GeoJsonShape shape_;
  const CodeBook& book_;
  OutputBuffer out_;
  std::vector<Cell> cells_;
  bool begun_ = false;
};

}  // namespace rasd
