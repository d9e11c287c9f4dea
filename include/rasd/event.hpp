// The event record, as printed by the sinks: see docs/output-format.md for the meaning of each field.
// Spans are bytes of Document::full_text(); sinks convert them to code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rasd/date.hpp"
#include "rasd/span.hpp"

namespace rasd {

enum class Status : std::uint8_t { asserted, claimed, alleged, denied, planned, foiled, aggregate };
enum class Salience : std::uint8_t { main, background };

struct TextSpan {
  std::string text;
  OriginalSpan span;
  [[nodiscard]] bool empty() const { return text.empty(); }
};

// A number as stated; no max = open ("at least 5").
struct CountRange {
  std::int64_t min = 0;
  std::optional<std::int64_t> max;
  friend bool operator==(const CountRange&, const CountRange&) = default;
};

struct Participant {
  TextSpan mention;
  std::string name;     // canonical Arabic name where the lexicon knows it, else the text
  std::string name_en;  // may be empty
  std::string id;       // stable id of the lexicon; may be empty
  std::string kind;
  std::string country;  // ISO alpha-3; may be empty
  std::string basis;    // clause, sentence, inherited
  std::vector<std::string> aliases;
  std::string rule;
};

struct Place {
  TextSpan mention;
  std::string name;
  std::string name_en;
  std::string kind;
  std::string admin1;
  std::string country;
  std::optional<double> latitude;
  std::optional<double> longitude;
  int precision = 1;  // 1 exact, 2 near or small region, 3 province or country
  std::string id;
  std::string basis;  // clause, sentence, inherited, dateline
  std::string rule;
};

struct EventDate {
  DateRange range;
  std::string basis;  // explicit, relative, inherited, published, inferred
  TextSpan mention;   // empty where basis is published or inferred
  std::string rule;
};

struct CasualtyGroup {
  std::string group;
  CountRange count;
};

enum class CasualtyKind : std::uint8_t { killed, injured, detained, abducted, missing, displaced };
inline constexpr std::size_t kCasualtyKinds = 6;

struct Casualty {
  CountRange count;
  TextSpan mention;
  std::vector<CasualtyGroup> groups;
  std::string rule;
};

struct Weapon {
  TextSpan mention;
  std::string kind;
};

struct EventCodes {
  std::string cameo, plover, ucdp;
};

struct Event {
  std::string id;
  std::string event_type;
  std::string sub_event_type;
  EventCodes codes;
  Status status = Status::asserted;
  TextSpan trigger;
  std::vector<OriginalSpan> mentions;
  std::vector<Participant> actors;
  std::vector<Participant> targets;
  std::optional<EventDate> date;
  std::optional<Place> location;
  std::vector<Place> other_locations;
  std::optional<Casualty> casualties[kCasualtyKinds];  // indexed by CasualtyKind
  std::vector<Weapon> weapons;
  std::optional<TextSpan> reporter;
  TextSpan evidence;
  Salience salience = Salience::main;
  std::vector<std::string> found_by;
  double confidence = 0;
};

[[nodiscard]] const char* to_string(Status status);
[[nodiscard]] const char* to_string(Salience salience);
[[nodiscard]] const char* to_string(CasualtyKind kind);

}  // namespace rasd
