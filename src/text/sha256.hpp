// SHA-256 (FIPS 180-4), for the places that ask for it by name, as a page's content security policy does.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rasd {

[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);
// RFC 4648, with padding.
[[nodiscard]] std::string base64(const std::uint8_t* bytes, std::size_t size);

}  // namespace rasd
