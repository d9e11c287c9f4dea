// What an input is, from its name and its first bytes.
#pragma once

#include <string>
#include <string_view>

#include "source/byte_reader.hpp"
#include "source/source.hpp"

namespace rasd {

// By the ending of the name, those of packed files left out: "dump.jsonl.gz" is JSON Lines. detect = it does not tell.
[[nodiscard]] InputFormat format_by_name(std::string_view name);
// By the first bytes of a text in UTF-8; text where nothing speaks against it.
[[nodiscard]] InputFormat format_by_content(ByteReader& bytes);
[[nodiscard]] bool looks_like_html(std::string_view head);
// A file that is known to hold no plain text ("a PDF file"); empty = none such.
[[nodiscard]] std::string_view foreign_format(std::string_view head);
// Files that nobody means: hidden ones, and what Macs put into archives.
[[nodiscard]] bool is_hidden(std::string_view path);

}  // namespace rasd
