// One JSON object as an article.
#pragma once

#include <string_view>

#include "source/field_aliases.hpp"
#include "source/source.hpp"

namespace rasd {

class JsonArticleReader {
 public:
  explicit JsonArticleReader(const ReadOptions& options) : options_(options), aliases_(options_) {}
  // False where it is none; `log` says why. `where` is the place of the object.
  bool read(std::string_view json, const InputIssue& where, Document& out, ReadLog& log) const;

 private:
  ReadOptions options_;
  FieldAliases aliases_;
};

}  // namespace rasd
