// Errors as values. Loading rules or data reports every fault it finds, not the first one.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rasd {

// One fault of a rule or data file. line and column count from 1, columns in code points; 0 = not known.
struct Diagnostic {
  std::string code;  // "R012"; stable, listed in docs/diagnostics.md
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
  std::string hint;  // what to do, or the nearest known name; may be empty

  // "file:line:col: code: message (hint)"
  [[nodiscard]] std::string to_string() const;
};

using Diagnostics = std::vector<Diagnostic>;

// A value, or the diagnostics that say why there is none. The members are named as in std::expected.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result(T value) : state_(std::move(value)) {}                   // NOLINT(google-explicit-constructor)
  Result(Diagnostics faults) : state_(std::move(faults)) {}       // NOLINT(google-explicit-constructor)
  Result(Diagnostic fault) : state_(Diagnostics{std::move(fault)}) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Diagnostics& error() const& { return std::get<1>(state_); }
  Diagnostics&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Diagnostics> state_;
};

}  // namespace rasd
