// rasd lexicon show: all that is known of a word, and which rules it starts.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <span>

#include "cli/commands.hpp"
#include "cli/exit_codes.hpp"
#include "cli/layer_lines.hpp"
#include "cli/list_places.hpp"
#include "cli/resources.hpp"
#include "cli/word_query.hpp"

namespace rasd::cli {
namespace {

struct LexiconOptions {
  KnowledgeOptions knowledge;
  std::string words;
};

// Prints about one query; lines are indented by what they belong to.
class WordReport {
 public:
  WordReport(const Knowledge& knowledge, const ListPlaces& places, const WordQuery& query)
      : k_(knowledge.impl()), places_(places), query_(query) {}

  void print() {
    for (std::uint32_t t = 0; t < query_.size(); ++t) {
      const Token& token = query_.text().tokens[t];
      std::printf("%s%s\n", query_.word(t).c_str(), token.word->known ? "" : "  (not in the lexicon)");
      for (const Reading& each : token.word->readings) reading(each);
      lists(token.word->lists);
    }
    for (const PhraseHit& phrase : query_.text().phrases) {
      std::printf("%s  (phrase)\n", query_.words(phrase.tokens).c_str());
      lists(std::span(&phrase.hit, 1));
    }
    names();
    triggers();
  }

 private:
  void reading(const Reading& reading) {
    std::string line = std::string("  reading  ") + to_string(reading.pos);
    if (reading.lemma != 0) line += ' ' + k_.lexicon->lemma_text(reading.lemma);
    std::string marks;
    for (const std::string& name : proclitic_names(reading.proclitics)) marks += ' ' + name + '+';
    for (const std::string& name : feature_names(reading.features)) marks += ' ' + name;
    if (reading.enclitic != 0) marks += " +" + k_.lexicon->enclitic(reading.enclitic);
    std::printf("%s%s%s\n", line.c_str(), marks.empty() ? "" : " :", marks.c_str());
  }

  void lists(std::span<const ListHit> hits) {
    for (const ListHit& hit : hits) {
      const std::string& name = k_.lexicon->list_name(hit.list);
      lists_.insert(name);
      std::string line = "  list     " + name;
      if (hit.value != 0) line += " = " + k_.lexicon->value_text(hit.value);
      const std::string place = places_.of(name);
      if (!place.empty()) line += "  " + place;
      std::printf("%s\n", line.c_str());
    }
  }

  // Actors and places that some row of the words names.
  void names() {
    std::vector<NameHit> hits;
    for (std::uint32_t t = 0; t < query_.size(); ++t) {
      hits.clear();
      k_.actors->names().find(query_.text(), t, query_.size(), hits);
      for (const NameHit& hit : hits) {
        const ActorEntry& entry = k_.actors->entry(actor_of(hit));
        std::printf("  actor    %s  %s %s  %s\n", entry.id.c_str(), entry.kind.c_str(), entry.country.c_str(), query_.words(hit.tokens).c_str());
      }
      hits.clear();
      k_.gazetteer->names().find(query_.text(), t, query_.size(), hits);
      for (const NameHit& hit : hits) {
        const GazetteerEntry entry = k_.gazetteer->entry(hit.payload);
        std::printf("  place    %s  %s %s  %s\n", std::string(entry.id()).c_str(), std::string(entry.kind()).c_str(),
                    std::string(entry.country()).c_str(), query_.words(hit.tokens).c_str());
      }
    }
  }

  void triggers() {
    bool any = false;
    for (const Rule& rule : k_.rules->rules()) {
      for (const TriggerSequence& trigger : rule.triggers) {
        const std::string list = list_in(trigger);
        if (list.empty()) continue;
        any = true;
        std::printf("  trigger  %s  %s  {%s}  %s:%u\n", rule.id.c_str(), rule.event.c_str(), list.c_str(), rule.file.c_str(), trigger.line);
      }
    }
    if (!any) std::printf("  no rule has it in its trigger\n");
  }

  // The first list of the words that the trigger line names.
  [[nodiscard]] std::string list_in(const TriggerSequence& trigger) const {
    for (const PatternElement& element : trigger.elements) {
      if (element.kind != PatternElement::Kind::lists || element.negated) continue;
      for (const std::string& name : element.lists) {
        if (lists_.count(name) != 0) return name;
      }
    }
    return {};
  }

  const Knowledge::Impl& k_;
  const ListPlaces& places_;
  const WordQuery& query_;
  std::set<std::string> lists_;
};

int show(const LexiconOptions& options) {
  Messages messages;
  const std::optional<KnowledgePaths> paths = find_knowledge(options.knowledge, messages);
  if (!paths) return messages.exit_code();
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.knowledge, messages);
  if (!knowledge) return messages.exit_code();
  const WordQuery query(*knowledge, options.words);
  if (query.size() == 0) {
    messages.error("there is no word in '" + options.words + "'");
    return messages.exit_code();
  }
  const ListPlaces places(*paths);
  WordReport(*knowledge, places, query).print();
  return kDone;
}

}  // namespace

void add_lexicon_command(CLI::App& app, Run& run) {
  CLI::App& command = *app.add_subcommand("lexicon", "Shows what is known of a word.\n\nExample:\n  rasd lexicon show WORD");
  command.require_subcommand(1);
  const auto options = std::make_shared<LexiconOptions>();
  CLI::App& child = *command.add_subcommand(
      "show", "Prints the readings of a word or phrase, its word lists, the actors and places that it names, and the rules whose trigger it is");
  child.add_option("words", options->words, "A word, or several in quotation marks")->required()->type_name("WORD");
  add_knowledge_options(child, options->knowledge);
  child.callback([options, &run] { run = [options] { return show(*options); }; });
}

}  // namespace rasd::cli
