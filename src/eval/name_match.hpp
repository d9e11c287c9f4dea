// Whether two names mean the same party or place: most of the words that tell something are shared.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rasd/result.hpp"

namespace rasd::eval {

// A name as it is compared: its words, sorted, and those of them that tell which one is meant.
struct Name {
  std::vector<std::string> words;
  std::vector<std::string> telling;
};

[[nodiscard]] bool is_same_name(const Name& left, const Name& right);

class NameReader {
 public:
  // `table` is data/evaluation/names.tsv. Faults: those of a table, and D006 for an unknown kind or a letter that is none.
  static Result<NameReader> load(const std::string& table);
  [[nodiscard]] Name read(std::string_view text) const;

 private:
  [[nodiscard]] std::string stem(std::u32string_view word) const;

  std::map<char32_t, char32_t> letters_;  // 0 = is not read
  std::vector<std::u32string> prefixes_;
  std::vector<std::pair<std::u32string, std::u32string>> suffixes_;
  std::set<std::string> empty_;
};

}  // namespace rasd::eval
