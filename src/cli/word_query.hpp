// A few words that a user asks about, tokenised as an article would be.
#pragma once

#include <memory>
#include <string>

#include "pipeline/knowledge_impl.hpp"

namespace rasd::cli {

class WordQuery {
 public:
  // `knowledge` outlives it.
  WordQuery(const Knowledge& knowledge, const std::string& words);
  WordQuery(const WordQuery&) = delete;  // its text points into it
  WordQuery& operator=(const WordQuery&) = delete;

  [[nodiscard]] const TokenizedText& text() const { return text_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.tokens.size()); }
  // A token as it was typed.
  [[nodiscard]] std::string word(std::uint32_t token) const;
  [[nodiscard]] std::string words(TokenRange tokens) const;

 private:
  std::string original_;
  NormalizedText normalized_;
  TokenizedText text_;
  WordCache cache_;
};

}  // namespace rasd::cli
