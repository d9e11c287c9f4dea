#include <cstdint>
#include <new>

#include "token/arena.hpp"
#include "token/lexicon.hpp"
#include "token/lexicon_impl.hpp"

namespace rasd {

// Open addressing over addresses of analyses. The key is the word and its last original letter.
struct WordCache::Impl {
  // Half a cache line: most words are compared without touching their analysis.
  struct alignas(32) Slot {
    WordAnalysis* analysis = nullptr;
    std::uint32_t hash = 0;
    std::uint16_t marks = 0;         // the caller's
    std::uint8_t last_original = 0;  // its low byte: tells all letters apart that fold to the same
    std::uint8_t size = 0;           // bytes of the word, kLong for long ones
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
  };
  static constexpr std::uint8_t kLong = 0xFF;
  const Lexicon& lexicon;
  std::size_t max_words;
  std::vector<Slot> slots;
  std::size_t size = 0;
  std::size_t emptied = 0;
  Arena arena;  // holds the analyses and all their parts

  Impl(const Lexicon& of, std::size_t limit) : lexicon(of), max_words(limit), slots(4096) {}

  static std::uint8_t size_of(std::string_view word) {
    return word.size() <= WordKey::kLongest ? static_cast<std::uint8_t>(word.size()) : kLong;
  }
  static bool holds(const Slot& slot, const WordKey& key, std::string_view word, char32_t last_original) {
    return slot.hash == key.hash && slot.head == key.head && slot.tail == key.tail && slot.size == size_of(word) &&
           slot.last_original == static_cast<std::uint8_t>(last_original) &&
           (slot.size != kLong || slot.analysis->folded == word);
  }
  // Where the word stands, or the free place where it belongs.
  [[nodiscard]] std::size_t place_of(const WordKey& key, std::string_view word, char32_t last_original) const {
    std::size_t at = key.hash & (slots.size() - 1);
    while (slots[at].analysis != nullptr && !holds(slots[at], key, word, last_original)) at = (at + 1) & (slots.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> old(slots.size() * 2);
    old.swap(slots);
    for (const Slot& slot : old) {
      if (slot.analysis == nullptr) continue;
      std::size_t at = slot.hash & (slots.size() - 1);
      while (slots[at].analysis != nullptr) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
  }
};

WordCache::WordCache(const Lexicon& lexicon, std::size_t max_words)
    : impl_(std::make_unique<Impl>(lexicon, max_words)) {}
WordCache::~WordCache() = default;

void WordCache::prefetch(const WordKey& key) const {
#if defined(__GNUC__)
  __builtin_prefetch(&impl_->slots[key.hash & (impl_->slots.size() - 1)]);
#endif
}

const WordAnalysis* WordCache::lookup(std::string_view folded, char32_t last_original) {
  std::uint16_t* marks = nullptr;
  return lookup(folded, last_original, WordKey(folded, last_original), marks);
}

WordAnalysis* WordCache::lookup(std::string_view folded, char32_t last_original, const WordKey& key, std::uint16_t*& marks) {
  std::size_t at = impl_->place_of(key, folded, last_original);
  if (impl_->slots[at].analysis == nullptr) {
    if (++impl_->size * 4 > impl_->slots.size() * 3) {
      impl_->grow();
      at = impl_->place_of(key, folded, last_original);
    }
    constexpr std::size_t kLine = 64;  // of the processor's cache
    auto* const analysis = new (impl_->arena.allocate(sizeof(WordAnalysis), kLine)) WordAnalysis();
    impl_->lexicon.analyze(folded, last_original, impl_->arena, *analysis);
    impl_->slots[at] = {analysis,  key.hash, 0, static_cast<std::uint8_t>(last_original), Impl::size_of(folded),
                        key.head, key.tail};
  }
  marks = &impl_->slots[at].marks;
  return impl_->slots[at].analysis;
}

std::pmr::memory_resource& WordCache::memory() { return impl_->arena; }

void WordCache::start_document() {
  if (impl_->size < impl_->max_words) return;
  impl_->size = 0;
  impl_->arena.reset();  // no analysis owns anything outside it
  impl_->slots.assign(impl_->slots.size(), {});
  ++impl_->emptied;
}

std::size_t WordCache::times_emptied() const { return impl_->emptied; }

}  // namespace rasd
