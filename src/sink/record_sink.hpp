// Where finished records go: every format but JSON Lines itself is made from records as JSON Lines prints them.
// So `extract -o x.csv` and `extract | convert -o x.csv` are one path and give the same bytes, and no format can show what the
// record does not hold.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace rasd {

// Keys keep the order of the record.
using Record = nlohmann::ordered_json;

// A record of the input that was left out.
struct RejectedRecord {
  std::string file;
  std::uint64_t line = 0;  // 0 = the whole file
  std::string reason;
};

// Called from one thread, records in input order.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  // False where it cannot be written any more; the output says why.
  virtual bool write(const Record& record) = 0;
  // An article was read, before its records; not called where only records are known.
  virtual void article() {}
  // Most formats have no place for these.
  virtual void reject(const RejectedRecord& /*rejected*/) {}
  virtual bool finish() = 0;
};

}  // namespace rasd
