// Loaded knowledge as bytes, and back. A class that can be written says once what it consists of:
//
//   template <class Snapshot> void fields(Snapshot& snapshot) { snapshot(name_, lists_, by_id_); }
//
// and is written by SnapshotWriter and read by SnapshotReader alike. Plain numbers, strings, vectors, arrays, pairs, optionals,
// owning pointers and maps need nothing said; a plain structure that holds no address says `static constexpr bool kPlain = true`.
// The bytes are read by the very code that wrote them, on the same kind of machine; whoever keeps them sees to that.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace rasd {

class SnapshotWriter;
class SnapshotReader;

namespace snapshot {

// Values whose bytes say all.
template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T> || requires { requires T::kPlain; };
// No gaps between the members, whose bytes nobody sets.
template <class T>
inline constexpr bool kIsAllBytes =
    std::is_trivially_copyable_v<T> && (!std::is_class_v<T> || std::has_unique_object_representations_v<T>);
template <class T, class Snapshot>
concept Described = requires(T& value, Snapshot& snapshot) { value.fields(snapshot); };
template <class T>
concept Map = requires { typename T::mapped_type; };

}  // namespace snapshot

class SnapshotWriter {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  void put_bytes(const void* data, std::size_t size) {
    if (size > 0) bytes_.append(static_cast<const char*>(data), size);
  }
  void put_count(std::size_t count) {
    const auto number = static_cast<std::uint32_t>(count);
    put_bytes(&number, sizeof number);
  }
  template <class T>
  void put(const T& value) {
    if constexpr (snapshot::Plain<T>) {
      static_assert(snapshot::kIsAllBytes<T>);
      put_bytes(&value, sizeof value);
    } else if constexpr (snapshot::Map<T>) {
      // In the order of their keys: the same knowledge gives the same bytes.
      std::vector<const typename T::value_type*> sorted;
      for (const auto& entry : value) sorted.push_back(&entry);
      std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
      put_count(sorted.size());
      for (const auto* entry : sorted) (*this)(entry->first, entry->second);
    } else {
      const_cast<T&>(value).fields(*this);  // writing changes nothing
    }
  }
  void put(const std::string& text) {
    put_count(text.size());
    put_bytes(text.data(), text.size());
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put_count(values.size());
    if constexpr (snapshot::Plain<T> && !std::is_same_v<T, bool>) {
      static_assert(snapshot::kIsAllBytes<T>);
      put_bytes(values.data(), values.size() * sizeof(T));
    } else {
      for (const auto& value : values) put(static_cast<const T&>(value));
    }
  }
  template <class T, std::size_t N>
  void put(const std::array<T, N>& values) {
    for (const T& value : values) put(value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::unique_ptr<T>& value) {
    put(value != nullptr);
    if (value) put(*value);
  }

  std::string bytes_;
};

// Reads into fresh values. Bytes that end too early leave the rest as it is: ask whole() before anything is used.
class SnapshotReader {
 public:
  explicit SnapshotReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  // Nothing was missing, and nothing is left over.
  [[nodiscard]] bool whole() const { return !failed_ && at_ == end_; }

 private:
  // The next `count` values of `width` bytes; null where there are not so many.
  const char* take(std::size_t count, std::size_t width = 1) {
    if (failed_ || count > static_cast<std::size_t>(end_ - at_) / width) {
      failed_ = true;
      return nullptr;
    }
    const char* const here = at_;
    at_ += count * width;
    return here;
  }
  std::size_t take_count() {
    std::uint32_t number = 0;
    if (const char* const here = take(sizeof number)) std::memcpy(&number, here, sizeof number);
    return number;
  }
  // Of things that take a byte at least.
  std::size_t take_length() {
    const std::size_t length = take_count();
    if (length <= static_cast<std::size_t>(end_ - at_)) return length;
    failed_ = true;
    return 0;
  }
  template <class T>
  void get(T& value) {
    if constexpr (snapshot::Plain<T>) {
      static_assert(snapshot::kIsAllBytes<T>);
      if (const char* const here = take(1, sizeof value)) std::memcpy(static_cast<void*>(&value), here, sizeof value);
    } else if constexpr (snapshot::Map<T>) {
      const std::size_t length = take_length();
      if constexpr (requires { value.reserve(length); }) value.reserve(length);
      for (std::size_t i = 0; i < length && !failed_; ++i) {
        typename T::key_type key{};
        typename T::mapped_type mapped{};
        (*this)(key, mapped);
        value.emplace_hint(value.end(), std::move(key), std::move(mapped));
      }
    } else {
      value.fields(*this);
    }
  }
  void get(std::string& text) {
    const std::size_t size = take_count();
    if (const char* const here = take(size)) text.assign(here, size);
  }
  template <class T>
  void get(std::vector<T>& values) {
    if constexpr (snapshot::Plain<T> && !std::is_same_v<T, bool>) {
      static_assert(snapshot::kIsAllBytes<T>);
      const std::size_t count = take_count();
      const char* const here = take(count, sizeof(T));
      if (here == nullptr) return;
      values.resize(count);
      if (count > 0) std::memcpy(static_cast<void*>(values.data()), here, count * sizeof(T));
    } else {
      const std::size_t length = take_length();
      values.clear();
      values.reserve(length);
      for (std::size_t i = 0; i < length && !failed_; ++i) {
        if constexpr (std::is_same_v<T, bool>) {
          bool value = false;
          get(value);
          values.push_back(value);
        } else {
          get(values.emplace_back());
        }
      }
    }
  }
  template <class T, std::size_t N>
  void get(std::array<T, N>& values) {
    for (T& value : values) get(value);
  }
  template <class A, class B>
  void get(std::pair<A, B>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool given = false;
    get(given);
    if (given) get(value.emplace());
  }
  template <class T>
  void get(std::unique_ptr<T>& value) {
    bool given = false;
    get(given);
    if (!given) return;
    value.reset(new T);  // whose constructor may be private
    get(*value);
  }

  const char* at_;
  const char* end_;
  bool failed_ = false;
};

}  // namespace rasd
