// The JSON Schema of the event record (draft-07, docs/event.schema.json), and checking lines against it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rasd {

// As the documentation has it.
[[nodiscard]] std::string_view record_schema();

// One thing that the schema does not allow.
struct SchemaFault {
  std::string path;  // a JSON Pointer: "/casualties/killed/min"; empty = the record itself
  std::string message;
};

// Threads: one each.
class RecordValidator {
 public:
  RecordValidator();
  ~RecordValidator();
  RecordValidator(const RecordValidator&) = delete;  // owns the compiled schema
  RecordValidator& operator=(const RecordValidator&) = delete;

  // All faults of a line; none where it is an event record.
  [[nodiscard]] std::vector<SchemaFault> check(std::string_view line);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rasd
