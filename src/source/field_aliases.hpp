// The names under which crawlers, corpora and feeds store the parts of an article.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.hpp"

namespace rasd {

enum class Field : std::uint8_t { text, title, date, url, source, id };
inline constexpr std::size_t kFields = 6;

class FieldAliases {
 public:
  explicit FieldAliases(const ReadOptions& options);

  struct Match {
    Field field;
    std::uint32_t rank;  // lower is better
  };
  [[nodiscard]] std::optional<Match> find(std::string_view key) const;
  // Rank of `key` as a url, for "source", which holds one in some formats.
  [[nodiscard]] std::uint32_t last_rank(Field field) const;
  // "text, maintext, …" for messages.
  [[nodiscard]] std::string names_of(Field field) const;

 private:
  std::array<std::vector<std::string>, kFields> names_;
};

}  // namespace rasd
