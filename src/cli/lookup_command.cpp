// rasd actors lookup, rasd places lookup: what the tables know by a name.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/resources.hpp"
#include "cli/word_query.hpp"

namespace rasd::cli {
namespace {

constexpr std::size_t kShown = 20;  // of names that only contain what was asked for

struct LookupOptions {
  KnowledgeOptions knowledge;
  std::string name;
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// What a row is asked for by.
struct RowNames {
  std::string_view id;
  std::string_view english;
  std::string_view arabic;
};
RowNames names_of(const ActorEntry& entry) { return {entry.id, entry.name_en, entry.name}; }
RowNames names_of(const GazetteerEntry& entry) { return {entry.id(), entry.name_en(), entry.name()}; }

// The rows that the whole text names, in the order of the table; flags of the name in the payload are kept.
template <class Names>
std::vector<std::uint32_t> named_by(const Names& names, const WordQuery& query) {
  std::vector<NameHit> hits;
  if (query.size() > 0) names.find(query.text(), 0, query.size(), hits);
  std::vector<std::uint32_t> out;
  for (const NameHit& hit : hits) {
    if (hit.tokens.end == query.size() && hit.proclitics == 0) out.push_back(hit.payload);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Rows whose id or English name is the text, else those whose Arabic or English name contains it.
template <class Table>
std::vector<std::uint32_t> like(const Table& table, const Normalizer& normalizer, const std::string& asked) {
  const std::string small = lower(asked);
  const std::string folded = normalizer.fold(asked);
  std::vector<std::uint32_t> same;
  std::vector<std::uint32_t> containing;
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const RowNames names = names_of(table.entry(i));
    const std::string english = lower(names.english);
    if (names.id == asked || english == small) same.push_back(i);
    const bool contains = english.find(small) != std::string::npos || normalizer.fold(names.arabic).find(folded) != std::string::npos;
    if (!folded.empty() && contains) containing.push_back(i);
  }
  return same.empty() ? containing : same;
}

void print_row(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (line.empty() ? "" : "\t") + (cell.empty() ? std::string("-") : cell);
  std::printf("%s\n", line.c_str());
}

void print_actor(const ActorEntry& entry, bool doubtful) {
  std::string notes = entry.generic ? "refers back only" : doubtful ? "only where it acts" : entry.shared ? "shared name" : "";
  print_row({entry.id, entry.kind, entry.country, entry.theatre, entry.years, notes, entry.name_en, entry.name});
}

void print_place(const GazetteerEntry& entry) {
  char position[48] = "";
  if (entry.located()) std::snprintf(position, sizeof position, "%.4f,%.4f", entry.latitude(), entry.longitude());
  const std::string notes = entry.small()       ? "behind a kind word only"
                            : entry.ambiguous() ? "also a common word or name"
                            : entry.minor()     ? "needs its country in the text"
                                                : "";
  print_row({std::string(entry.id()), std::string(entry.kind()), std::string(entry.country()), std::string(entry.admin1()), position,
             entry.population() > 0 ? std::to_string(entry.population()) : "", notes, std::string(entry.name_en()),
             std::string(entry.name())});
}

// `exact`: what the name means in articles; only where that is nothing, rows like it are looked for.
template <class Table, class Print>
int lookup(const LookupOptions& options, const char* what, const Table& table, const Knowledge& knowledge,
           const std::vector<std::uint32_t>& exact, const Print& print, Messages& messages) {
  if (!exact.empty()) {
    for (const std::uint32_t payload : exact) print(payload);
    return kDone;
  }
  const std::vector<std::uint32_t> near = like(table, *knowledge.impl().normalizer, options.name);
  for (std::size_t i = 0; i < std::min(near.size(), kShown); ++i) print(near[i]);
  if (near.size() > kShown) std::printf("and %zu more\n", near.size() - kShown);
  if (near.empty()) messages.error(std::string("no ") + what + " is called '" + options.name + "'");
  return near.empty() ? messages.exit_code() : kDone;
}

int lookup_actor(const LookupOptions& options) {
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const ActorLexicon& actors = *knowledge->impl().actors;
  const auto print = [&](std::uint32_t payload) {
    print_actor(actors.entry(payload & ~kDoubtfulName), (payload & kDoubtfulName) != 0);
  };
  return lookup(options, "actor", actors, *knowledge, named_by(actors.names(), WordQuery(*knowledge, options.name)), print, messages);
}

int lookup_place(const LookupOptions& options) {
  Messages messages;
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const Gazetteer& places = *knowledge->impl().gazetteer;
  std::vector<std::uint32_t> exact = named_by(places.names(), WordQuery(*knowledge, options.name));
  const auto small = places.small_places(knowledge->impl().normalizer->fold(options.name));
  exact.insert(exact.end(), small.begin(), small.end());
  return lookup(options, "place", places, *knowledge, exact, [&](std::uint32_t id) { print_place(places.entry(id)); }, messages);
}

void add_lookup(CLI::App& app, Run& run, const char* table, const char* about, const char* help, int (*command)(const LookupOptions&)) {
  CLI::App& parent = *app.add_subcommand(table, about);
  parent.require_subcommand(1);
  const auto options = std::make_shared<LookupOptions>();
  CLI::App& child = *parent.add_subcommand("lookup", help);
  child.add_option("name", options->name, "A name, as news writes it, in English, or an id")->required()->type_name("NAME");
  add_knowledge_options(child, options->knowledge);
  child.callback([options, &run, command] { run = [options, command] { return command(*options); }; });
}

}  // namespace

void add_lookup_commands(CLI::App& app, Run& run) {
  add_lookup(app, run, "actors", "Looks up actors of conflicts.\n\nExample:\n  rasd actors lookup Hezbollah",
             "Prints id, kind, country, where it acts, years, notes, English and Arabic name; one line an actor, tab-separated",
             lookup_actor);
  add_lookup(app, run, "places", "Looks up places.\n\nExample:\n  rasd places lookup Aleppo",
             "Prints id, kind, country, province, position, population, notes, English and Arabic name; one line a place, tab-separated",
             lookup_place);
}

}  // namespace rasd::cli
