// Reads inputs that a test writes.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "source/source.hpp"
#include "support/temp_dir.hpp"

namespace rasd {

struct Reading {
  std::vector<Document> documents;
  ReadLog log;
};

inline Reading read_path(const std::string& path, const ReadOptions& options = {}) {
  Reading out;
  const std::unique_ptr<Source> source = open_source(path, options, out.log);
  Document document;
  while (source && source->next(document, out.log)) out.documents.push_back(document);
  return out;
}

// A file of this name and content.
inline Reading read_file_of(const std::string& name, std::string_view content, const ReadOptions& options = {}) {
  const TempDir directory;
  return read_path(directory.write(name, content), options);
}

// A text of ASCII and Arabic letters in UTF-16.
inline std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

}  // namespace rasd
