// Whether one pattern matches wherever another does, read off what the files say. Never wrong, but not complete: it compares patterns of the
// same shape, and does not know which words the lists hold.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/rule.hpp"
#include "token/word_list.hpp"

namespace rasd {

class PatternCover {
 public:
  // `lists` say which list imports which; imports not resolved.
  explicit PatternCover(const std::vector<WordList>& lists);

  [[nodiscard]] bool covers(const Pattern& wide, const Pattern& narrow) const;
  [[nodiscard]] bool covers(const std::vector<PatternElement>& wide, const std::vector<PatternElement>& narrow) const;

 private:
  using Names = std::set<std::string>;
  [[nodiscard]] bool covers(const PatternElement& wide, const PatternElement& narrow) const;
  // Whether each of `narrow` is in `wide`, or imported by a list that is.
  [[nodiscard]] bool within(const std::vector<std::string>& narrow, const std::vector<std::string>& wide) const;
  void add_with_imports(const std::string& list, Names& out) const;

  std::map<std::string, Names> imports_;
};

}  // namespace rasd
