// Named actors of conflicts (data/actors/*.tsv), and the forces of states that are generated from nations.tsv and
// forces.tsv. Threads: immutable after load.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/mention.hpp"
#include "token/name_index.hpp"

namespace rasd {

struct ActorEntry {
  std::string id;
  std::string name;  // canonical Arabic
  std::string name_en;
  std::string kind;
  std::string country;  // ISO alpha-3 of its home; empty for international ones
  std::string theatre;  // where a name that others have too means it: blank-separated countries; empty: its home
  std::string cameo;
  std::string head;      // first word of the name, folded: what the actor can be called without its name («the movement»)
  std::string years;     // "2004-2011", "2015-"; empty where it does not matter
  bool generic = false;  // an alias that only refers back
  bool person = false;   // a leader or spokesman; the id starts with that of the organisation
  bool shared = false;   // some name of it is also another actor's, or doubtful: the country in focus decides
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(id, name, name_en, kind, country, theatre, cameo, head, years, generic, person, shared);
  }
};

// «state:ISR»: the state itself, none of its forces.
[[nodiscard]] inline bool is_state(const ActorEntry& entry) {
  return entry.id.size() == 9 && entry.id.compare(0, 6, "state:") == 0;
}

// A coalition: it has the country that leads it, which tells who belongs together, but is no force of that country alone.
[[nodiscard]] inline bool is_coalition(const ActorEntry& entry) {
  return entry.kind == "external_forces" && !entry.theatre.empty();
}

// «unidentified:MLI:rebel»: the stable id of armed people of a country whom the text does not name. Empty for other kinds.
[[nodiscard]] std::string unidentified_id(std::string_view kind, std::string_view country);

// Marks the payload of an alias written with a question mark in the tables: it means the actor only in a text about a country where
// the actor acts.
inline constexpr ActorId kDoubtfulName = 0x80000000;
[[nodiscard]] inline ActorId actor_of(const NameHit& hit) { return hit.payload & ~kDoubtfulName; }

// A force that a state has not, and whose it is instead: a country or an actor's id; may be empty.
struct LackingForce {
  std::string country;
  std::string force;
  int since = 0;
  std::string whose;
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(country, force, since, whose);
  }
};

class ActorLexicon {
 public:
  // All *.tsv of `directory`, then those of `overlays`. Faults: D001-D005 (tables), A101 id given twice, A102 unknown kind, A103 empty name,
  // A104 unknown force (lacking.tsv).
  static Result<std::shared_ptr<const ActorLexicon>> load(const std::string& directory, const Normalizer& normalizer,
                                                          Vocabulary& vocabulary,
                                                          const std::vector<std::string>& overlays = {});
  [[nodiscard]] const ActorEntry& entry(ActorId id) const { return entries_[id]; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const NameIndex& names() const { return names_; }

  // kNoId where there is none.
  [[nodiscard]] ActorId find(std::string_view id) const;
  // Whether a shared name means this actor in a text about that country.
  [[nodiscard]] bool acts_in(ActorId id, std::string_view country) const;
  // The force ("army", "police") of a state (ISO alpha-3); kNoId where either is unknown.
  [[nodiscard]] ActorId state_force(std::string_view country, std::string_view force) const;
  // A force that is so weak that nobody means it by a bare «the aircraft» in a text about the state (lacking.tsv).
  // Null where it has it. `year` 0: not known.
  [[nodiscard]] const LackingForce* lacking(std::string_view country, std::string_view force, int year) const;
  // A frequent word of news (common_words.tsv): no part of a person's name.
  [[nodiscard]] bool is_common(WordId word) const { return word < common_.size() && common_[word]; }
  template <class Snapshot>
  void fields(Snapshot& snapshot) {
    snapshot(entries_, names_, by_id_, nations_, forces_, state_forces_, common_, lacking_);
  }

 private:
  class Loader;
  std::vector<ActorEntry> entries_;
  NameIndex names_;
  std::unordered_map<std::string, ActorId> by_id_;
  std::unordered_map<std::string, std::uint32_t> nations_;
  std::vector<std::string> forces_;
  std::vector<ActorId> state_forces_;  // by nation, then force
  std::vector<bool> common_;           // by word
  std::vector<LackingForce> lacking_;  // a handful of rows
};

}  // namespace rasd
