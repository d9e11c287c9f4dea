#include "source/http_message.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

#include "source/archive.hpp"

namespace rasd {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

class TextStream : public ByteStream {
 public:
  explicit TextStream(std::string_view text) : text_(text) {}
  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = std::min(size, text_.size());
    std::memcpy(into, text_.data(), count);
    text_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view text_;
};

std::string unpack(std::string_view body, std::size_t max_bytes) {
  Archive archive(std::make_unique<ByteReader>(std::make_unique<TextStream>(body)));
  std::string out;
  if (!archive.next_member()) return out;
  std::string piece(std::size_t{64} << 10, '\0');
  while (out.size() < max_bytes) {
    const std::size_t got = archive.read(piece.data(), piece.size());
    if (got == 0) break;
    out.append(piece, 0, got);
  }
  return out;
}

// "1a;name=value\r\n…" pieces; what is no chunk is taken as it stands.
std::string join_chunks(std::string_view body) {
  std::string out;
  while (true) {
    const std::size_t line_end = body.find("\r\n");
    if (line_end == std::string_view::npos || line_end == 0 || line_end > 64) break;
    std::size_t size = 0;
    for (const char c : lower(body.substr(0, std::min(line_end, body.find_first_of("; "))))) {
      const bool is_digit = c >= '0' && c <= '9';
      if ((!is_digit && (c < 'a' || c > 'f')) || size > (std::size_t{1} << 40)) return out.empty() ? std::string(body) : out;
      size = size * 16 + static_cast<std::size_t>(is_digit ? c - '0' : c - 'a' + 10);
    }
    body.remove_prefix(line_end + 2);
    if (size == 0) break;
    out.append(body.substr(0, size));
    body.remove_prefix(std::min(size, body.size()));
    if (body.substr(0, 2) == "\r\n") body.remove_prefix(2);
  }
  return out;
}

}  // namespace

std::string header_value(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::size_t end = headers.find('\n');
    std::string_view line = headers.substr(0, end);
    headers.remove_prefix(end == std::string_view::npos ? headers.size() : end + 1);
    const std::size_t colon = line.find(':');
    if (colon != name.size() || lower(line.substr(0, colon)) != name) continue;
    line.remove_prefix(colon + 1);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    line.remove_prefix(first);
    return std::string(line.substr(0, line.find_last_not_of(" \t\r") + 1));
  }
  return {};
}

bool parse_http(std::string_view bytes, std::size_t max_bytes, HttpMessage& out) {
  if (bytes.substr(0, 5) != "HTTP/") return false;
  std::size_t head_end = bytes.find("\r\n\r\n");
  std::size_t gap = 4;
  if (head_end == std::string_view::npos) {
    head_end = bytes.find("\n\n");
    gap = 2;
  }
  if (head_end == std::string_view::npos) return false;
  const std::string_view head = bytes.substr(0, head_end);
  const std::string_view body = bytes.substr(head_end + gap);
  const std::size_t blank = head.find(' ');
  out.status = 0;
  for (std::size_t i = blank + 1; blank != std::string_view::npos && i < blank + 4 && i < head.size(); ++i) {
    out.status = out.status * 10 + (head[i] - '0');
  }
  const std::string type = lower(header_value(head, "content-type"));
  out.content_type = type.substr(0, type.find_first_of("; "));
  const std::size_t charset = type.find("charset=");
  out.charset = charset == std::string::npos ? std::string() : type.substr(charset + 8, type.find_first_of("; ", charset) - charset - 8);
  out.charset.erase(std::remove(out.charset.begin(), out.charset.end(), '"'), out.charset.end());
  out.body = lower(header_value(head, "transfer-encoding")) == "chunked" ? join_chunks(body) : std::string(body);
  if (is_packed(std::string_view(out.body).substr(0, kPackedHead)) && !header_value(head, "content-encoding").empty()) {
    out.body = unpack(out.body, max_bytes);
  }
  return true;
}

}  // namespace rasd
