// One article as it came in.
#pragma once

#include <optional>
#include <string>

#include "rasd/date.hpp"

namespace rasd {

// Strings are UTF-8 as given; bytes that are no UTF-8 are dealt with by the extractor.
struct Document {
  std::string id;
  std::string title;
  std::string text;  // the body, without the title
  std::string source;
  std::string url;
  std::string published;           // as written in the input, passed through
  std::string extra;               // fields of the record that are no field of an article: a JSON object, or empty
  std::optional<Date> anchor;      // the day that relative dates are counted from

  // What offsets count in: title, a newline, body; the body alone where there is no title.
  [[nodiscard]] std::string full_text() const { return title.empty() ? text : title + "\n" + text; }
};

}  // namespace rasd
