#include "token/lexicon.hpp"

namespace rasd {

WordId Vocabulary::add(std::string_view folded) { return words_.add(folded) + 1; }

WordId Vocabulary::find(std::string_view folded) const {
  const std::uint32_t id = words_.find(folded);
  return id == kNoString ? 0 : id + 1;
}

}  // namespace rasd
