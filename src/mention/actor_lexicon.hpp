// Named actors of conflicts: data/actors/*.tsv. Threads: immutable after load.
#pragma once

#include <string>
#include <vector>

#include "mention/mention.hpp"
#include "token/name_index.hpp"

namespace rasd {

struct ActorEntry {
  std::string id;
  std::string name;       // canonical Arabic
  std::string name_en;
  std::string kind;
  std::string country;    // ISO alpha-3 of its home; empty for international ones
  std::string cameo;
  bool generic = false;   // an alias that only refers back («التنظيم»)
};

class ActorLexicon {
 public:
  static Result<std::shared_ptr<const ActorLexicon>> load(const std::string& directory, const Normalizer& normalizer,
                                                          Vocabulary& vocabulary);
  [[nodiscard]] const ActorEntry& entry(ActorId id) const { return entries_[id]; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const NameIndex& names() const { return names_; }

 private:
  std::vector<ActorEntry> entries_;
  NameIndex names_;
};

}  // namespace rasd
