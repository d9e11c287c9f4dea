#include "source/telegram.hpp"

#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace rasd {
namespace {

using Json = nlohmann::json;

std::string string_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_number_integer() ? std::to_string(found->get<std::int64_t>()) : std::string();
}

// A string, or a list of strings and of objects that hold a formatted one.
std::string text_of(const Json& message) {
  const auto text = message.find("text");
  if (text == message.end()) return {};
  if (text->is_string()) return text->get<std::string>();
  std::string out;
  if (!text->is_array()) return out;
  for (const Json& part : *text) {
    if (part.is_string()) out += part.get<std::string>();
    if (part.is_object()) out += string_of(part, "text");
  }
  return out;
}

}  // namespace

bool read_telegram_message(std::string_view json, const std::string& chat, const std::string& chat_id, const ReadOptions& options,
                           const InputIssue& where, Document& out, ReadLog& log) {
  std::string repaired;
  if (!is_valid_utf8(json)) {
    repaired = to_valid_utf8(json);
    json = repaired;
    log.warnings.push_back({where.file, where.line, where.byte, "bytes that are no UTF-8; read as U+FFFD"});
  }
  const Json message = Json::parse(json.begin(), json.end(), nullptr, false);
  if (!message.is_object()) {
    log.rejections.push_back({where.file, where.line, where.byte, "not JSON: a message that cannot be read"});
    return false;
  }
  if (string_of(message, "type") == "service") return false;
  out = Document{};
  out.text = text_of(message);
  if (out.text.find_first_not_of(" \t\r\n") == std::string::npos) return false;
  const std::string id = string_of(message, "id");
  if (!id.empty()) out.id = "telegram:" + (chat_id.empty() ? std::string() : chat_id + ':') + id;
  const Json name = Json::parse('"' + chat + '"', nullptr, false);
  out.source = name.is_string() ? name.get<std::string>() : std::string();
  if (out.source.empty()) out.source = string_of(message, "from");
  out.published = string_of(message, "date");
  complete_document(out, options, where, log);
  return true;
}

}  // namespace rasd
