// One of several runs that share the articles of a corpus.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rasd::cli {

// Records are dealt out in blocks of so many: block b goes to shard b mod n + 1. The records of a block stay together, so that a merge
// can tell by few numbers where the lines of one shard give way to those of the next.
inline constexpr std::uint64_t kShardBlock = 16;

struct Shard {
  std::uint64_t number = 1;
  std::uint64_t of = 1;
  // Whether record `index` of the input, counted from 0, is one of this shard's.
  [[nodiscard]] bool owns(std::uint64_t index) const { return of == 1 || index / kShardBlock % of == number - 1; }
};

// "3/8"; nothing where that is no shard.
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);

}  // namespace rasd::cli
