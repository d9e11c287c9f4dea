// Sixteen bytes at a time. GCC and Clang make vector instructions of it for any processor; others compute byte by byte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rasd {

class Bytes {
 public:
  static constexpr std::size_t kSize = 16;

  explicit Bytes(const char* from) { std::memcpy(&value_, from, kSize); }

  // Bytes of all ones where it holds.
  [[nodiscard]] Bytes equal(unsigned char byte) const { return where(value_ == all(byte)); }
  [[nodiscard]] Bytes between(unsigned char low, unsigned char high) const {
    return where((value_ >= all(low)) & (value_ <= all(high)));
  }
  friend Bytes operator|(Bytes a, Bytes b) { return Bytes(a.value_ | b.value_); }
  friend Bytes operator^(Bytes a, Bytes b) { return Bytes(a.value_ ^ b.value_); }
  friend Bytes operator~(Bytes a) { return Bytes(~a.value_); }
  [[nodiscard]] bool any() const {
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &value_, kSize);
    return (halves[0] | halves[1]) != 0;
  }

 private:
#if defined(__GNUC__)
  using Value = unsigned char __attribute__((vector_size(16)));
  template <class Mask>
  static Bytes where(Mask mask) {
    Value value;
    std::memcpy(&value, &mask, kSize);
    return Bytes(value);
  }
  static Value all(unsigned char b) { return Value{b, b, b, b, b, b, b, b, b, b, b, b, b, b, b, b}; }
#else
  struct Value {
    std::array<unsigned char, kSize> byte;
    template <class Of>
    [[nodiscard]] Value each(Value other, Of of) const {
      Value out{};
      for (std::size_t i = 0; i < kSize; ++i) out.byte[i] = static_cast<unsigned char>(of(byte[i], other.byte[i]));
      return out;
    }
    Value operator==(Value o) const { return each(o, [](unsigned a, unsigned b) { return a == b ? 0xFFu : 0u; }); }
    Value operator>=(Value o) const { return each(o, [](unsigned a, unsigned b) { return a >= b ? 0xFFu : 0u; }); }
    Value operator<=(Value o) const { return each(o, [](unsigned a, unsigned b) { return a <= b ? 0xFFu : 0u; }); }
    Value operator&(Value o) const { return each(o, [](unsigned a, unsigned b) { return a & b; }); }
    Value operator|(Value o) const { return each(o, [](unsigned a, unsigned b) { return a | b; }); }
    Value operator^(Value o) const { return each(o, [](unsigned a, unsigned b) { return a ^ b; }); }
    Value operator~() const { return *this ^ all(0xFF); }
  };
  static Bytes where(Value mask) { return Bytes(mask); }
  static Value all(unsigned char b) {
    Value out{};
    out.byte.fill(b);
    return out;
  }
#endif
  explicit Bytes(Value value) : value_(value) {}
  Value value_;
};

}  // namespace rasd
