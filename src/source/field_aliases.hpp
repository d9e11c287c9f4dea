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

// What one record gives for each field, whatever the format: of several names the first in the order of the aliases wins.
class RecordFields {
 public:
  explicit RecordFields(const FieldAliases& aliases) : aliases_(aliases) {}
  void take(std::string_view key, FieldAliases::Match match, std::string& value);
  // Into `out`, with its id and day; false where the record is no article: `log` says why.
  bool fill(Document& out, const ReadOptions& options, const InputIssue& where, ReadLog& log);

 private:
  const FieldAliases& aliases_;
  std::array<std::string, kFields> values_;
  std::array<bool, kFields> present_ = {};  // the field is there, be it empty
  std::array<std::uint32_t, kFields> ranks_ = {~0u, ~0u, ~0u, ~0u, ~0u, ~0u};
};

}  // namespace rasd
