#include "sink/format.hpp"

#include <filesystem>

#include "sink/packer.hpp"

namespace rasd {
namespace {

std::string extension_of(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

}  // namespace

const std::map<std::string, Format>& format_names() {
  static const std::map<std::string, Format> kNames = {
      {"jsonl", Format::jsonl}, {"table", Format::table},     {"csv", Format::csv},
      {"tsv", Format::tsv},     {"geojson", Format::geojson}, {"geojsonl", Format::geojsonl},
      {"xlsx", Format::xlsx},   {"sqlite", Format::sqlite}};
  return kNames;
}

std::optional<Format> format_of_path(const std::string& path) {
  static const std::map<std::string, Format> kExtensions = {
      {"", Format::jsonl},       {".jsonl", Format::jsonl}, {".ndjson", Format::jsonl}, {".jl", Format::jsonl},
      {".json", Format::jsonl},  {".txt", Format::jsonl},   {".csv", Format::csv},      {".tsv", Format::tsv},
      {".tab", Format::tsv},     {".geojson", Format::geojson}, {".geojsonl", Format::geojsonl},
      {".xlsx", Format::xlsx},   {".sqlite", Format::sqlite}, {".sqlite3", Format::sqlite}, {".db", Format::sqlite}};
  const auto found = kExtensions.find(extension_of(without_packing(path)));
  return found == kExtensions.end() ? std::nullopt : std::optional(found->second);
}

std::string unknown_format(const std::string& path) {
  std::string names;
  for (const auto& [name, format] : format_names()) names += (names.empty() ? "" : ", ") + name;
  return path + ": no format has the extension " + extension_of(without_packing(path)) + "; name one with -f: " + names;
}

}  // namespace rasd
