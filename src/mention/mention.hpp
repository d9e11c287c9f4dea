// Typed ranges of a text: what the finders of this room produce and the later stages work with.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rasd/date.hpp"
#include "rasd/event.hpp"
#include "token/token.hpp"

namespace rasd {

enum class MentionType : std::uint8_t { number, date, place, participant, weapon };
inline constexpr std::size_t kMentionTypes = 5;

enum class NumberKind : std::uint8_t { cardinal, ordinal, percent };

// A number as a count of people, who are never fewer than none: "-5" is five behind a dash.
[[nodiscard]] inline CountRange count_of_people(const CountRange& range) {
  if (range.min >= 0) return range;
  if (!range.max) return {-range.min, std::nullopt};
  const std::int64_t other = *range.max < 0 ? -*range.max : *range.max;
  return {std::min(-range.min, other), std::max(-range.min, other)};
}

// "5", "khamsa", "at least 5", "dozens"; the counted noun is not part of it.
struct NumberValue {
  double value = 0;      // the number as said
  CountRange range;      // with bounds words taken in ("dozens" min 20 open, "a number of" min 1 open, "about 5" 5..5)
  NumberKind kind = NumberKind::cardinal;
  bool vague = false;    // a vague word without a figure
};

// What a date expression says, and what it resolves to with the anchor date.
struct DateValue {
  std::optional<DateRange> resolved;   // absent where it stays open (no anchor, no year)
  std::string basis;                   // explicit (a full date), relative (needs the anchor)
  std::optional<std::uint8_t> weekday; // 0 Sunday .. 6 Saturday, as said
  std::optional<int> year;             // as said
  std::optional<std::uint8_t> month;
  std::optional<std::uint8_t> day;
  bool is_since = false;               // "since ...": the start of a period, not the date of an incident
  bool is_time_only = false;           // "in the evening", "at dawn": a time of day without a day
};

// «three days after the killing of»: how long after what follows something else was. No date by itself.
struct DateOffset {
  TokenRange tokens;
  char unit = 'D';     // I minutes, H hours, D days, W weeks, M months, Y years
  int count = 0;
  bool from = false;   // «after three days of»: with a definite noun it tells how long that lasted
  bool today = false;  // «the third anniversary of»: so long before the day of publication
};

using PlaceId = std::uint32_t;
using ActorId = std::uint32_t;
inline constexpr std::uint32_t kNoId = 0xFFFFFFFF;

struct PlaceValue {
  PlaceId id = kNoId;           // row of the gazetteer; kNoId: found by context only
  std::vector<PlaceId> candidates;  // all rows of that name, best first
  TokenRange name;              // the name alone, without "city", "town", "north of"
  std::uint8_t name_stem = 0;   // bytes of clitics before the name in its first token
  std::string_view kind;        // settlement kind word or the gazetteer's kind: city, town, village, camp, base, district, province, country, area, sea …
  std::string_view country;     // ISO alpha-3; may be empty
  int precision = 1;            // as in rasd::Place
  bool needs_evidence = false;  // the name is also a common word or a person's name and nothing vouches for it
};

struct ParticipantValue {
  ActorId id = kNoId;           // row of the actor lexicon
  std::string_view kind;        // see docs/output-format.md
  std::string_view country;     // ISO alpha-3; may be empty
  TokenRange head;              // the head noun or the name
  bool person = false;          // a single named or titled person
  bool named = false;           // known to the lexicon, or patterned with a proper name
  bool plural = false;
  bool victims = false;         // a noun that people are counted by (civilian, child, person, soldier, member)
  std::uint32_t group_noun = kNoId;  // token of «the militia» in «members of the militia»: refers back to a fuller mention
  bool generic = false;         // "the organisation", "the forces", "the gunmen": refers back to a fuller mention
  bool thing = false;           // kind facility: building, vehicle, infrastructure
  std::optional<CountRange> count;  // "5 civilians" 5, dual 2, "a soldier" 1, "civilians" none
  std::optional<std::string_view> group;  // civilians, children, women, soldiers … for casualty groups
};

struct WeaponValue {
  std::string_view kind;        // aircraft, drone, missile, artillery, ied, car_bomb, belt, gun, knife, grenade, chemical …
};

struct Mention {
  MentionType type = MentionType::number;
  TokenRange tokens;
  std::uint8_t stem = 0;        // bytes of proclitics (w f b l k, not al) in the first token before the mention's own text
  std::uint8_t proclitics = 0;  // Proclitic bits of the first token
  std::uint32_t value = 0;      // index into the vector of its type in MentionSet
  bool nested = false;          // lies inside a longer mention of another type
};

// All mentions of one text. `mentions` is sorted by first token, then longest first.
struct MentionSet {
  std::vector<Mention> mentions;
  std::vector<NumberValue> numbers;
  std::vector<DateValue> dates;
  std::vector<PlaceValue> places;
  std::vector<ParticipantValue> participants;
  std::vector<WeaponValue> weapons;
  std::vector<DateOffset> offsets;  // in text order
  std::size_t names_cut = 0;  // place names with more homonyms than the cap lets stand

  void clear() {
    mentions.clear(); numbers.clear(); dates.clear(); places.clear(); participants.clear(); weapons.clear(); offsets.clear();
    names_cut = 0;
  }
  [[nodiscard]] const NumberValue& number(const Mention& m) const { return numbers[m.value]; }
  [[nodiscard]] const DateValue& date(const Mention& m) const { return dates[m.value]; }
  [[nodiscard]] const PlaceValue& place(const Mention& m) const { return places[m.value]; }
  [[nodiscard]] const ParticipantValue& participant(const Mention& m) const { return participants[m.value]; }
  [[nodiscard]] const WeaponValue& weapon(const Mention& m) const { return weapons[m.value]; }
};

}  // namespace rasd
