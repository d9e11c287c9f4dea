// Memory that is taken in pieces and given back all at once. What belongs together lies side by side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <vector>

namespace rasd {

// A copy of the values in `memory`, which does not destroy them.
template <class Value>
std::span<const Value> copy_row(std::span<const Value> values, std::pmr::memory_resource& memory) {
  if (values.empty()) return {};
  auto* const to = static_cast<Value*>(memory.allocate(values.size() * sizeof(Value), alignof(Value)));
  std::uninitialized_copy(values.begin(), values.end(), to);
  return {to, values.size()};
}

class Arena final : public std::pmr::memory_resource {
 public:
  // Forgets all that was taken; its memory is used again.
  void reset() {
    block_ = 0;
    at_ = 0;
    large_.clear();
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18;
  using Block = std::unique_ptr<std::byte[]>;

  void* do_allocate(std::size_t bytes, std::size_t alignment) override {
    if (bytes + alignment > kBlock / 4) {
      large_.push_back(Block(new std::byte[bytes + alignment]));
      return aligned(large_.back().get(), alignment);
    }
    if (block_ == blocks_.size()) blocks_.push_back(Block(new std::byte[kBlock]));
    std::byte* place = aligned(blocks_[block_].get() + at_, alignment);
    if (place + bytes > blocks_[block_].get() + kBlock) {
      at_ = 0;
      if (++block_ == blocks_.size()) blocks_.push_back(Block(new std::byte[kBlock]));
      place = aligned(blocks_[block_].get(), alignment);
    }
    at_ = static_cast<std::size_t>(place - blocks_[block_].get()) + bytes;
    return place;
  }
  void do_deallocate(void*, std::size_t, std::size_t) override {}
  [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }

  static std::byte* aligned(std::byte* place, std::size_t alignment) {
    const auto over = reinterpret_cast<std::uintptr_t>(place) & (alignment - 1);
    return over == 0 ? place : place + (alignment - over);
  }

  std::vector<Block> blocks_;
  std::vector<Block> large_;
  std::size_t block_ = 0;  // the one that is filled
  std::size_t at_ = 0;
};

}  // namespace rasd
