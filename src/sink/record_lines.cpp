#include "sink/record_lines.hpp"

#include <nlohmann/json.hpp>

namespace rasd {

void EventRecords::write(const Document& document, const std::vector<Event>& events) {
  records_.article();
  buffer_.clear();
  lines_.append(document, events, buffer_);
  for (std::size_t begin = 0; good_ && begin < buffer_.size();) {
    const std::size_t end = buffer_.find('\n', begin);
    good_ = records_.write(Record::parse(buffer_.begin() + static_cast<std::ptrdiff_t>(begin),
                                         buffer_.begin() + static_cast<std::ptrdiff_t>(end)));
    begin = end + 1;
  }
}

bool RecordLines::write(const Record& record) {
  out_.text() += record.dump(-1, ' ', false, Record::error_handler_t::replace);
  out_.text() += '\n';
  return out_.written();
}

}  // namespace rasd
