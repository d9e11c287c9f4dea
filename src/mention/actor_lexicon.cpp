#include "mention/actor_lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "text/table_reader.hpp"

namespace rasd {
namespace {

constexpr std::array<std::string_view, 13> kKinds = {
    "state_forces", "police",     "rebel",        "political_militia", "identity_militia", "rioters", "protesters",
    "civilians",    "government", "organisation", "external_forces",   "facility",         "unknown"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    const std::string_view part = text.substr(0, at);
    if (!part.empty()) parts.push_back(part);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::string unidentified_id(std::string_view kind, std::string_view country) {
  const bool armed = kind == "rebel" || kind == "political_militia" || kind == "identity_militia";
  if (!armed || country.empty()) return {};
  return "unidentified:" + std::string(country) + ":" + std::string(kind);
}

class ActorLexicon::Loader {
 public:
  Loader(ActorLexicon& out, const Normalizer& normalizer, Vocabulary& vocabulary)
      : out_(out), normalizer_(normalizer), vocabulary_(vocabulary) {}

  void add_actors(const Table& table, bool persons, Diagnostics& faults) {
    for (const TableRow& row : table.rows) {
      ActorEntry entry;
      entry.id = row.cells[0];
      entry.kind = row.cells[1];
      entry.country = row.cells[2];
      entry.theatre = row.cells[3];
      entry.cameo = row.cells[4];
      entry.years = row.cells[5];
      entry.name_en = row.cells[6];
      entry.name = row.cells[7];
      entry.person = persons;
      const std::string folded = normalizer_.fold(entry.name);
      entry.head = folded.substr(0, folded.find(' '));
      if (std::find(kKinds.begin(), kKinds.end(), entry.kind) == kKinds.end()) {
        faults.push_back(table.fault(row, 1, "A102", "unknown kind \"" + entry.kind + "\""));
        continue;
      }
      if (entry.id.empty() || entry.name.empty()) {
        faults.push_back(table.fault(row, entry.id.empty() ? 0 : 7, "A103", "id and name must not be empty"));
        continue;
      }
      if (out_.by_id_.count(entry.id) > 0) {
        faults.push_back(table.fault(row, 0, "A101", "id \"" + entry.id + "\" is given twice"));
        continue;
      }
      const ActorId id = add(std::move(entry));
      add_name(row.cells[7], id);
      for (const std::string_view alias : split(row.cells[8], '|')) {
        const bool doubtful = alias[0] == '?';
        add_name(doubtful ? alias.substr(1) : alias, id, doubtful);
      }
    }
  }

  // Each state has each force; a row of the other tables with that id or of that country and name replaces the generated one.
  void add_states(const Table& nations, const Table& forces) {
    for (const TableRow& force : forces.rows) out_.forces_.push_back(force.cells[0]);
    std::unordered_map<std::string, ActorId> named;
    for (ActorId id = 0; id < out_.entries_.size(); ++id) {
      const ActorEntry& entry = out_.entries_[id];
      if (!entry.person) named.emplace(entry.country + entry.name, id);
    }
    for (const TableRow& nation : nations.rows) {
      const std::string& country = nation.cells[0];
      out_.nations_.emplace(country, static_cast<std::uint32_t>(out_.nations_.size()));
      for (const TableRow& force : forces.rows) {
        const bool state = force.cells[3] == "-";
        ActorEntry entry;
        entry.id = "state:" + country + (state ? "" : ":" + force.cells[0]);
        if (const ActorId known = out_.find(entry.id); known != kNoId) {
          out_.state_forces_.push_back(known);
          continue;
        }
        entry.kind = force.cells[1];
        entry.country = country;
        entry.cameo = nation.cells[1] + force.cells[2];
        entry.name = state ? nation.cells[6] : force.cells[5] + " " + nation.cells[force.cells[3] == "m" ? 4 : 5];
        entry.name_en = state ? nation.cells[2] : nation.cells[3] + " " + force.cells[4];
        if (const auto same = named.find(country + entry.name); same != named.end()) {
          out_.by_id_.emplace(entry.id, same->second);
          out_.state_forces_.push_back(same->second);
          continue;
        }
        out_.state_forces_.push_back(add(std::move(entry)));
      }
    }
  }

  void add_common(const Table& table) {
    for (const TableRow& row : table.rows) {
      const WordId word = vocabulary_.add(normalizer_.fold(row.cells[0]));
      if (word >= out_.common_.size()) out_.common_.resize(word + 1u, false);
      out_.common_[word] = true;
    }
  }

  // Names that several actors have.
  void mark_shared() {
    std::sort(names_.begin(), names_.end());
    for (std::size_t i = 1; i < names_.size(); ++i) {
      if (names_[i].first != names_[i - 1].first || names_[i].second == names_[i - 1].second) continue;
      out_.entries_[names_[i].second].shared = true;
      out_.entries_[names_[i - 1].second].shared = true;
    }
  }

 private:
  ActorId add(ActorEntry entry) {
    const auto id = static_cast<ActorId>(out_.entries_.size());
    out_.by_id_.emplace(entry.id, id);
    out_.entries_.push_back(std::move(entry));
    return id;
  }

  void add_name(std::string_view name, ActorId id, bool doubtful = false) {
    const std::string folded = normalizer_.fold(name);
    std::vector<WordId> words;
    for (const std::string_view word : split(folded, ' ')) words.push_back(vocabulary_.add(word));
    out_.names_.add(words, doubtful ? id | kDoubtfulName : id);
    if (doubtful) out_.entries_[id].shared = true;
    names_.emplace_back(folded, id);
  }

  ActorLexicon& out_;
  const Normalizer& normalizer_;
  Vocabulary& vocabulary_;
  std::vector<std::pair<std::string, ActorId>> names_;
};

Result<std::shared_ptr<const ActorLexicon>> ActorLexicon::load(const std::string& directory,
                                                               const Normalizer& normalizer, Vocabulary& vocabulary,
                                                               const std::vector<std::string>& overlays) {
  auto lexicon = std::make_shared<ActorLexicon>();
  Loader loader(*lexicon, normalizer, vocabulary);
  Diagnostics faults;
  const auto report = [&](const Diagnostics& found) { faults.insert(faults.end(), found.begin(), found.end()); };
  std::vector<std::string> files = list_files(directory, ".tsv");
  for (const std::string& overlay : overlays) {
    for (std::string& file : list_files(overlay, ".tsv")) files.push_back(std::move(file));
  }
  for (const std::string& path : files) {
    if (ends_with(path, "/nations.tsv") || ends_with(path, "/forces.tsv") || ends_with(path, "/lacking.tsv")) continue;
    if (ends_with(path, "/common_words.tsv")) {
      const Result<Table> words = read_table(path, {"word"});
      if (words) {
        loader.add_common(words.value());
      } else {
        report(words.error());
      }
      continue;
    }
    const Result<Table> table =
        read_table(path, {"id", "kind", "country", "theatre", "cameo", "years", "name_en", "name", "aliases"});
    if (table) {
      loader.add_actors(table.value(), ends_with(path, "/leaders.tsv"), faults);
    } else {
      report(table.error());
    }
  }
  const Result<Table> nations = read_table(directory + "/nations.tsv",
                                           {"country", "cameo", "name_en", "demonym", "masculine", "feminine", "name"});
  const Result<Table> forces =
      read_table(directory + "/forces.tsv", {"force", "kind", "cameo", "gender", "name_en", "name"});
  const Result<Table> lacking = read_table(directory + "/lacking.tsv", {"country", "force", "since", "whose"});
  if (!lacking) report(lacking.error());
  if (!nations) report(nations.error());
  if (!forces) report(forces.error());
  if (!faults.empty()) return faults;
  loader.add_states(nations.value(), forces.value());
  for (const TableRow& row : lacking->rows) {
    if (lexicon->state_force(row.cells[0], row.cells[1]) == kNoId) {
      faults.push_back(lacking->fault(row, 0, "A104", "no force \"" + row.cells[1] + "\" of \"" + row.cells[0] + "\""));
    }
    lexicon->lacking_.push_back({row.cells[0], row.cells[1], std::atoi(row.cells[2].c_str()), row.cells[3]});
  }
  if (!faults.empty()) return faults;
  loader.mark_shared();
  return std::shared_ptr<const ActorLexicon>(std::move(lexicon));
}

const LackingForce* ActorLexicon::lacking(std::string_view country, std::string_view force, int year) const {
  const auto found = std::find_if(lacking_.begin(), lacking_.end(), [&](const LackingForce& row) {
    return row.country == country && row.force == force && (year == 0 || year >= row.since);
  });
  return found == lacking_.end() ? nullptr : &*found;
}

ActorId ActorLexicon::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? kNoId : found->second;
}

bool ActorLexicon::acts_in(ActorId id, std::string_view country) const {
  if (country.empty()) return false;
  const ActorEntry& entry = entries_[id];
  if (entry.theatre.empty()) return entry.country == country;
  return entry.theatre.find(country) != std::string::npos;
}

ActorId ActorLexicon::state_force(std::string_view country, std::string_view force) const {
  const auto nation = nations_.find(std::string(country));
  const auto kind = std::find(forces_.begin(), forces_.end(), force);
  if (nation == nations_.end() || kind == forces_.end()) return kNoId;
  return state_forces_[nation->second * forces_.size() + static_cast<std::size_t>(kind - forces_.begin())];
}

}  // namespace rasd
