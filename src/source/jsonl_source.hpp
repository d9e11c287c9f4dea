// JSON Lines: one article a line. The usual names of the fields are tried in turn (field_aliases.hpp); a value that is null,
// blank or the word None counts as absent. Blank lines are skipped. A line that cannot be used is reported and skipped.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "source/byte_reader.hpp"
#include "source/json_article.hpp"
#include "source/source.hpp"

namespace rasd {

class JsonlSource : public Source {
 public:
  JsonlSource(std::unique_ptr<ByteReader> bytes, std::string name, ReadOptions options);
  bool next(Document& out, ReadLog& log) override;

 private:
  std::unique_ptr<ByteReader> bytes_;
  std::string name_;
  ReadOptions options_;
  JsonArticleReader articles_;
  std::uint64_t line_ = 0;
  bool done_ = false;
};

// Whether the text is one whole JSON object.
[[nodiscard]] bool is_json_object(std::string_view text);

}  // namespace rasd
