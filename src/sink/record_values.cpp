#include "sink/record_values.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rasd {

namespace {

constexpr int kMaxDepth = 64;  // a record has 5 levels; what is passed through may have some more

// Some of what is done with a record takes stack for each level.
bool is_too_deep(std::string_view json) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"') {
      quoted = !quoted;
    } else if (quoted) {
      if (c == '\\') ++i;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

const Record* value_at(const Record& record, std::string_view path) {
  const Record* value = &record;
  while (!path.empty()) {
    const std::string_view key = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(key.size() + 1, path.size()));
    if (!value->is_object()) return nullptr;
    const auto& object = value->get_ref<const Record::object_t&>();
    const auto found = std::find_if(object.begin(), object.end(), [key](const auto& member) { return member.first == key; });
    if (found == object.end()) return nullptr;
    value = &found->second;
  }
  return value;
}

std::string text_at(const Record& record, std::string_view path) {
  const Record* value = value_at(record, path);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

std::optional<std::int64_t> integer_at(const Record& record, std::string_view path) {
  const Record* value = value_at(record, path);
  if (value == nullptr || !value->is_number_integer()) return std::nullopt;
  if (value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t{INT64_MAX}) return std::nullopt;
  return value->get<std::int64_t>();
}

std::optional<double> number_at(const Record& record, std::string_view path) {
  const Record* value = value_at(record, path);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  return value->get<double>();
}

void for_each_at(const Record& record, std::string_view path, const std::function<void(const Record&)>& visit) {
  const Record* list = value_at(record, path);
  if (list == nullptr || !list->is_array()) return;
  for (const Record& element : *list) visit(element);
}

std::string joined_at(const Record& record, std::string_view path, std::string_view key) {
  std::string joined;
  for_each_at(record, path, [&](const Record& element) {
    const std::string text = text_at(element, key);
    if (text.empty()) return;
    if (!joined.empty()) joined += "; ";
    joined += text;
  });
  return joined;
}

std::optional<Record> parse_record(std::string_view line, std::string& fault) {
  if (is_too_deep(line)) {
    fault = "nested deeper than " + std::to_string(kMaxDepth) + " levels; no event record is";
    return std::nullopt;
  }
  Record record = Record::parse(line.begin(), line.end(), nullptr, false);
  if (record.is_discarded()) {
    fault = "not JSON; one event record a line is needed";
  } else if (!record.is_object()) {
    fault = "not a JSON object; one event record a line is needed";
  } else {
    for (const char* key : {"event_id", "doc_id", "event_type", "sub_event_type"}) {
      if (!text_at(record, key).empty()) continue;
      fault = std::string("no event record: the key \"") + key + "\" has no text; rasd extract writes such records";
      return std::nullopt;
    }
    return record;
  }
  return std::nullopt;
}

}  // namespace rasd
