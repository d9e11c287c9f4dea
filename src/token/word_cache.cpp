#include <array>
#include <cstdint>
#include <cstring>
#include <new>

#include "token/arena.hpp"
#include "token/lexicon.hpp"
#include "token/lexicon_impl.hpp"

namespace rasd {

// Open addressing over addresses of analyses. The key is the word and its last original letter.
struct WordCache::Impl {
  // Half a cache line: most words are compared without touching their analysis.
  struct Slot {
    WordAnalysis* analysis = nullptr;
    std::uint32_t tag = 0;            // hash
    std::uint16_t marks = 0;          // the caller's
    std::uint8_t last_original = 0;   // its low byte: tells all letters apart that fold to the same
    std::uint8_t size = 0;            // bytes of the word, kLong for long ones
    std::array<char, 16> text{};
  };
  static constexpr std::uint8_t kLong = 0xFF;
  const Lexicon& lexicon;
  std::size_t max_words;
  std::vector<Slot> slots;
  std::size_t size = 0;
  Arena arena;  // holds the analyses and all their parts

  Impl(const Lexicon& of, std::size_t limit) : lexicon(of), max_words(limit), slots(4096) {}

  static bool holds(const Slot& slot, std::uint32_t tag, std::string_view word, char32_t last_original) {
    if (slot.tag != tag || slot.last_original != static_cast<std::uint8_t>(last_original)) return false;
    if (slot.size == kLong) return slot.analysis->folded == word;
    return slot.size == word.size() && std::memcmp(slot.text.data(), word.data(), word.size()) == 0;
  }
  void grow() {
    std::vector<Slot> old(slots.size() * 2);
    old.swap(slots);
    for (const Slot& slot : old) {
      if (slot.analysis == nullptr) continue;
      std::size_t at = slot.tag & (slots.size() - 1);
      while (slots[at].analysis != nullptr) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
  }
};

WordCache::WordCache(const Lexicon& lexicon, std::size_t max_words)
    : impl_(std::make_unique<Impl>(lexicon, max_words)) {}
WordCache::~WordCache() = default;

std::uint32_t WordCache::hash_of(std::string_view folded, char32_t last_original) {
  return static_cast<std::uint32_t>((hash_bytes(folded) + last_original * 0x9E3779B97F4A7C15ull) >> 32);
}

void WordCache::prefetch(std::uint32_t hash) const {
#if defined(__GNUC__)
  __builtin_prefetch(&impl_->slots[hash & (impl_->slots.size() - 1)]);
#endif
}

const WordAnalysis* WordCache::lookup(std::string_view folded, char32_t last_original) {
  return lookup(folded, last_original, hash_of(folded, last_original));
}

const WordAnalysis* WordCache::lookup(std::string_view folded, char32_t last_original, std::uint32_t tag) {
  std::uint16_t* marks = nullptr;
  return lookup(folded, last_original, tag, marks);
}

WordAnalysis* WordCache::lookup(std::string_view folded, char32_t last_original, std::uint32_t tag, std::uint16_t*& marks) {
  std::vector<Impl::Slot>& slots = impl_->slots;
  std::size_t at = tag & (slots.size() - 1);
  while (slots[at].analysis != nullptr) {
    if (Impl::holds(slots[at], tag, folded, last_original)) {
      marks = &slots[at].marks;
      return slots[at].analysis;
    }
    at = (at + 1) & (slots.size() - 1);
  }
  if ((++impl_->size) * 2 > slots.size()) {
    impl_->grow();
    at = tag & (slots.size() - 1);
    while (slots[at].analysis != nullptr) at = (at + 1) & (slots.size() - 1);
  }
  constexpr std::size_t kLine = 64;  // of the processor's cache
  auto* const analysis = new (impl_->arena.allocate(sizeof(WordAnalysis), kLine)) WordAnalysis(&impl_->arena);
  impl_->lexicon.analyze(folded, last_original, *analysis);
  Impl::Slot& slot = slots[at];
  slot.analysis = analysis;
  slot.tag = tag;
  slot.last_original = static_cast<std::uint8_t>(last_original);
  slot.size = Impl::kLong;
  if (folded.size() <= slot.text.size()) {
    slot.size = static_cast<std::uint8_t>(folded.size());
    std::memcpy(slot.text.data(), folded.data(), folded.size());
  }
  marks = &slot.marks;
  return analysis;
}

void WordCache::start_document() {
  if (impl_->size < impl_->max_words) return;
  impl_->size = 0;
  impl_->arena.reset();  // no analysis owns anything outside it
  impl_->slots.assign(4096, {});
}

}  // namespace rasd
