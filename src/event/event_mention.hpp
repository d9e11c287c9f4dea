// One textual occurrence of an event: a trigger with the arguments that its rule and its surroundings gave.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "event/sub_event_set.hpp"
#include "mention/mention.hpp"
#include "rules/rule_set.hpp"

namespace rasd {

// How far away from the trigger a value was found; smaller is better.
enum class Basis : std::uint8_t { clause, sentence, inherited, dateline };
[[nodiscard]] const char* to_string(Basis basis);

// Whose a date is: the act's, that of the report («announced on Tuesday that»), or of what somebody did about it («condemned on Tuesday»).
enum class DateOwner : std::uint8_t { act, report, comment };

// A participant, place, date or weapon of an event mention.
struct Argument {
  std::int32_t mention = -1;     // index into MentionSet::mentions; -1: a plain noun phrase
  TokenRange tokens;
  std::uint8_t stem = 0;         // bytes of proclitics before its own text
  Basis basis = Basis::clause;
  std::string_view rule;         // who found it
  std::uint16_t cost = 0;        // of a place or a date: how far it is from the trigger, in the text and in sense
  DateOwner owner = DateOwner::act;  // of a date
};

struct CountArgument {
  CountRange count;
  TokenRange tokens;
  std::uint8_t stem = 0;
  std::string_view group;        // kind of victims; may be empty
  std::string_view rule;
  bool implied = false;          // read off the trigger noun, no figure stated
};

struct EventMention {
  const Rule* rule = nullptr;
  SubEventSet types = 0;
  bool harm = false;             // a consequence that looks for its cause
  bool definite = false;         // trigger with the article: may refer back
  bool plural = false;           // trigger noun in the plural («hujumat»)
  std::uint32_t sentence = 0;
  std::uint32_t clause = 0;
  UnitRange trigger;
  TokenRange tokens;             // of the trigger
  std::uint8_t stem = 0;
  Status status = Status::asserted;
  std::string_view status_rule;
  std::vector<Argument> actors;
  std::vector<Argument> targets;
  std::vector<Argument> places;
  std::vector<Argument> weapons;
  std::optional<Argument> date;
  std::int32_t offset = -1;      // index into MentionSet::offsets: so long before what is told beside it («a week after the killing of»)
  std::optional<Argument> reporter;
  std::array<std::optional<CountArgument>, kCasualtyKinds> counts;
  bool fronted_place = false;    // its first place opens the clause or the sentence: «in Hama …»
  bool new_topic = false;        // its sentence opens with «elsewhere» and the like
  bool another = false;          // «a second explosion»
  bool response_to = false;      // what an act answers to («in response to an attack»)
  bool occasion = false;         // means or occasion of an act in its clause («killed in a raid»)
  bool background = false;       // recalled history or context
};

// Mentions of one incident, in text order.
struct Incident {
  std::vector<std::uint32_t> members;  // indices into the vector of event mentions
};

}  // namespace rasd
