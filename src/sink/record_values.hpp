// Reads values out of a record. Total: what is absent or of another type is no value.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sink/record_sink.hpp"

namespace rasd {

// A path names the keys from the outside in, with dots: "casualties.killed.min". Null where there is no such value.
[[nodiscard]] const Record* value_at(const Record& record, std::string_view path);
// Empty where there is no such string.
[[nodiscard]] std::string text_at(const Record& record, std::string_view path);
[[nodiscard]] std::optional<std::int64_t> integer_at(const Record& record, std::string_view path);
[[nodiscard]] std::optional<double> number_at(const Record& record, std::string_view path);
// Calls with each element, in order; not at all where there is no such array.
void for_each_at(const Record& record, std::string_view path, const std::function<void(const Record&)>& visit);
// The strings of an array (or of the member `key` of its objects), as lists are written in one cell: "a; b".
[[nodiscard]] std::string joined_at(const Record& record, std::string_view path, std::string_view key = {});

// One record a line; no record where the line is none. `fault` says what is wrong.
[[nodiscard]] std::optional<Record> parse_record(std::string_view line, std::string& fault);

}  // namespace rasd
