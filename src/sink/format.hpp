// The formats that events are written in, by name and by the extension of a file.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace rasd {

enum class Format : std::uint8_t { jsonl, table, csv, tsv, geojson, geojsonl, xlsx, sqlite };

// As -f takes them.
[[nodiscard]] const std::map<std::string, Format>& format_names();
// By the extension, whatever its case. Nothing where it is none of ours; JSON Lines where there is none or it is .txt or .json.
[[nodiscard]] std::optional<Format> format_of_path(const std::string& path);
// What a user is told of an extension that is none of ours.
[[nodiscard]] std::string unknown_format(const std::string& path);

}  // namespace rasd
