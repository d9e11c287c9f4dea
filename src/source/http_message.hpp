// The answer of a web server as a crawler stored it.
#pragma once

#include <string>
#include <string_view>

namespace rasd {

struct HttpMessage {
  int status = 0;
  std::string content_type;  // lower case, without parameters
  std::string charset;
  std::string body;
};

// The value of the header field `name` (lower case) in lines "Name: value"; empty = there is none.
[[nodiscard]] std::string header_value(std::string_view headers, std::string_view name);
// False where it is no such answer. Chunks are joined and packed bodies unpacked, up to `max_bytes`.
bool parse_http(std::string_view bytes, std::size_t max_bytes, HttpMessage& out);

}  // namespace rasd
