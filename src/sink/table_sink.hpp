// Events as a short table for the eye: one row an event. Not for programs; use JSON Lines or CSV for these.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "rasd/sink.hpp"

namespace rasd {

class TableSink : public Sink {
 public:
  using Write = std::function<bool(std::string_view)>;
  explicit TableSink(Write write) : write_(std::move(write)) {}
  void write(const Document& document, const std::vector<Event>& events) override;
  bool finish() override;

 private:
  Write write_;
  bool good_ = true;
  std::size_t documents_ = 0;
  std::size_t events_ = 0;
};

}  // namespace rasd
