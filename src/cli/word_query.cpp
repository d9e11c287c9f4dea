#include "cli/word_query.hpp"

namespace rasd::cli {

WordQuery::WordQuery(const Knowledge& knowledge, const std::string& words)
    : original_(words), cache_(*knowledge.impl().lexicon) {
  knowledge.impl().normalizer->normalize(original_, normalized_);
  knowledge.impl().tokenizer->tokenize(normalized_, original_, 0, cache_, text_);
}

std::string WordQuery::word(std::uint32_t token) const { return words({token, token + 1}); }

std::string WordQuery::words(TokenRange tokens) const {
  const OriginalSpan span = text_.original(tokens);
  return original_.substr(span.begin, span.size());
}

}  // namespace rasd::cli
