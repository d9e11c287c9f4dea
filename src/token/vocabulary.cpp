#include <utility>

#include "token/lexicon.hpp"

namespace rasd {

bool Vocabulary::adopt(const FrozenStrings& words, std::shared_ptr<const void> owner) {
  if (size() != 0) return false;
  base_ = words;
  owner_ = std::move(owner);
  return true;
}

WordId Vocabulary::add(std::string_view folded) {
  if (const std::uint32_t id = base_.find(folded); id != kNoString) return id + 1;
  return static_cast<WordId>(base_.size() + words_.add(folded) + 1);
}

WordId Vocabulary::find(std::string_view folded) const {
  if (const std::uint32_t id = base_.find(folded); id != kNoString) return id + 1;
  const std::uint32_t id = words_.find(folded);
  return id == kNoString ? 0 : static_cast<WordId>(base_.size() + id + 1);
}

}  // namespace rasd
