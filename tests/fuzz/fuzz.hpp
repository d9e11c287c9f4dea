// What the fuzz targets share. A target is one file with fuzz_one(); libFuzzer and the replay tests call the same one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace rasd::fuzz {

// Does the target's work with one input; throws Broken where something does not hold that must.
void fuzz_one(const std::uint8_t* data, std::size_t size);

// What the mutator puts into inputs, besides changing bytes; empty: bytes only.
const std::vector<std::string>& pieces();

struct Broken : std::logic_error {
  using std::logic_error::logic_error;
};

inline void check(bool holds, std::string_view what) {
  if (!holds) throw Broken(std::string(what));
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

}  // namespace rasd::fuzz
