// One JSON object as an article.
#pragma once

#include <memory>
#include <string_view>

#include "source/field_aliases.hpp"
#include "source/source.hpp"

namespace rasd {

class QuickRecordReader;

class JsonArticleReader {
 public:
  explicit JsonArticleReader(const ReadOptions& options);
  ~JsonArticleReader();
  // False where it is none; `log` says why. `where` is the place of the object.
  bool read(std::string_view json, const InputIssue& where, Document& out, ReadLog& log);

 private:
  ReadOptions options_;
  FieldAliases aliases_;
  std::unique_ptr<QuickRecordReader> quick_;
};

}  // namespace rasd
