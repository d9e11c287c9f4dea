#include <cstdint>
#include <deque>

#include "token/lexicon.hpp"
#include "token/lexicon_impl.hpp"

namespace rasd {

// Open addressing over addresses of analyses; the last original letter is part of the key only where folding made two letters one.
struct WordCache::Impl {
  struct Slot {
    std::uint64_t key = 0;
    const WordAnalysis* analysis = nullptr;
  };
  const Lexicon& lexicon;
  std::size_t max_words;
  std::vector<Slot> slots;
  std::deque<WordAnalysis> words;

  Impl(const Lexicon& of, std::size_t limit) : lexicon(of), max_words(limit), slots(4096) {}

  void grow() {
    std::vector<Slot> old(slots.size() * 2);
    old.swap(slots);
    for (const Slot& slot : old) {
      if (slot.analysis == nullptr) continue;
      std::size_t at = slot.key & (slots.size() - 1);
      while (slots[at].analysis != nullptr) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
  }
};

WordCache::WordCache(const Lexicon& lexicon, std::size_t max_words)
    : impl_(std::make_unique<Impl>(lexicon, max_words)) {}
WordCache::~WordCache() = default;

const WordAnalysis* WordCache::lookup(std::string_view folded, char32_t last_original) {
  const Letters& letters = impl_->lexicon.impl().letters;
  std::uint64_t kind = 0;
  if (last_original == letters.ta_marbuta) {
    kind = 1;
  } else if (last_original == letters.ha) {
    kind = 2;
  } else if (last_original == letters.alef_maqsura) {
    kind = 3;
  } else if (last_original == letters.ya) {
    kind = 4;
  } else {
    last_original = 0;
  }
  const std::uint64_t key = hash_bytes(folded) + kind * 0x9E3779B97F4A7C15ull;
  std::vector<Impl::Slot>& slots = impl_->slots;
  std::size_t at = key & (slots.size() - 1);
  while (slots[at].analysis != nullptr) {
    if (slots[at].key == key && slots[at].analysis->folded == folded) return slots[at].analysis;
    at = (at + 1) & (slots.size() - 1);
  }
  impl_->words.push_back(impl_->lexicon.analyze(folded, last_original));
  const WordAnalysis* analysis = &impl_->words.back();
  slots[at] = {key, analysis};
  if (impl_->words.size() * 2 > slots.size()) impl_->grow();
  return analysis;
}

void WordCache::start_document() {
  if (impl_->words.size() < impl_->max_words) return;
  impl_->words.clear();
  impl_->slots.assign(4096, {});
}

}  // namespace rasd
