// The article of a web page: its text, title, day, address and outlet.
#pragma once

#include <string>
#include <string_view>

#include "source/source.hpp"

namespace rasd {

// `html` as it was stored; `charset` as its server declared it, may be empty. What the document already has (an address, a day)
// stays unless the page knows better. False where there is no text: `reason` says why. `lost` counts bytes that became U+FFFD.
bool read_page(std::string_view html, std::string_view charset, const ReadOptions& options, Document& out, std::uint64_t& lost,
               std::string& reason);

// The charset that the start of a page declares; empty = none.
[[nodiscard]] std::string declared_charset(std::string_view html);

}  // namespace rasd
