// An event of either side, the program's or a coder's, in the form in which the two are compared.
#pragma once

#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/name_match.hpp"

namespace rasd::eval {

enum class Argument : std::uint8_t { actors, targets, date, country, location, killed, injured, detained, abducted, missing, displaced };
inline constexpr std::size_t kArguments = 11;
inline constexpr std::size_t kCounts = 6;
inline constexpr std::size_t kFirstCount = static_cast<std::size_t>(Argument::killed);
[[nodiscard]] const char* to_string(Argument argument);

// A participant or a place, under all the names that it may be called by.
struct Party {
  std::vector<Name> names;
  bool optional = false;
  std::string shown;
};
struct Period {
  std::string start;
  std::string end;
  friend bool operator==(const Period&, const Period&) = default;
};
struct Count {
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
  friend bool operator==(const Count&, const Count&) = default;
};
// Code points of the article, half-open.
struct TextRange {
  std::int64_t start = 0;
  std::int64_t end = 0;
};

// Other values that count as right.
struct Alternatives {
  std::vector<std::string> sub_types;
  std::vector<Period> dates;
  std::vector<std::string> countries;
  std::vector<Party> locations;
  std::array<std::vector<Count>, kCounts> counts;
  std::array<bool, kArguments> may_be_absent{};
};

struct ScoredEvent {
  std::string id;
  std::string type;
  std::string sub_type;
  std::string status;
  bool optional = false;
  std::vector<Party> actors;
  std::vector<Party> targets;
  std::optional<Period> date;
  std::string country;
  std::vector<Party> places;  // the location first, where there is one
  bool has_location = false;
  std::array<std::optional<Count>, kCounts> counts;
  std::vector<TextRange> spans;
  Alternatives alternatives;
  std::string trigger;
  std::int64_t trigger_start = -1;     // the program's only
  std::vector<std::string> found_by;   // the program's only
  std::optional<double> confidence;    // the program's only
  // What is told for a fact, be it on somebody's word; the rest (denied, planned, a total) is not asked for.
  [[nodiscard]] bool is_asserted() const;
  [[nodiscard]] const Party* location() const { return has_location ? &places.front() : nullptr; }
  // How many values an argument has.
  [[nodiscard]] std::size_t size(Argument argument) const;
};

// Reads a record of the program or an event of a coder. `article` is title, line end, text. Where it is none of both, `fault` says why.
[[nodiscard]] std::optional<ScoredEvent> read_event(const nlohmann::json& record, std::u32string_view article, const NameReader& names,
                                                    std::string& fault);

// One line for people: type, trigger and all values.
[[nodiscard]] std::string brief(const ScoredEvent& event);
// The values of one argument, as in [a, b].
[[nodiscard]] std::string shown(const ScoredEvent& event, Argument argument);

}  // namespace rasd::eval
