// The offsets of a printed record against the article that they count in.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace rasd::test {

inline std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedPoint point = decode_utf8(text, at);
    points += point.point;
    at += point.size;
  }
  return points;
}

// Calls `visit(object, start, end)` for every object with offsets, wherever in the record it stands.
template <typename Visit>
void each_span(const nlohmann::ordered_json& value, const Visit& visit) {
  if (value.is_object() && value.contains("start") && value["start"].is_number() && value.contains("end")) {
    visit(value, value["start"].get<std::size_t>(), value["end"].get<std::size_t>());
  }
  if (!value.is_structured()) return;
  for (const auto& part : value) each_span(part, visit);
}

// Whether start and end lie in the article, in order, and give the object's text where it has one.
inline bool span_holds(const nlohmann::ordered_json& object, std::size_t start, std::size_t end, const std::u32string& article) {
  if (start >= end || end > article.size()) return false;
  return !object.contains("text") ||
         article.substr(start, end - start) == code_points(object["text"].template get<std::string>());
}

}  // namespace rasd::test
