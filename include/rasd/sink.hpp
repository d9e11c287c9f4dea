// Where events go.
#pragma once

#include "rasd/document.hpp"
#include "rasd/event.hpp"

namespace rasd {

// What offsets of the output count in.
enum class OffsetUnit : std::uint8_t { code_point, byte, utf16 };

// Called from one thread, documents in input order.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void write(const Document& document, const std::vector<Event>& events) = 0;
  // Flushes; false where something could not be written.
  virtual bool finish() = 0;
};

}  // namespace rasd
