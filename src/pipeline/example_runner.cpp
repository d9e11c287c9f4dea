#include "pipeline/example_runner.hpp"

#include <algorithm>
#include <set>

#include "pipeline/knowledge_impl.hpp"
#include "rules/vocabulary.hpp"

namespace rasd {
namespace {

constexpr std::size_t kLetterBytes = 2;  // of a folded Arabic letter

// What an argument's words may be compared with: mention types that can give the role's text.
std::vector<MentionType> mention_types(ArgumentType type) {
  switch (type) {
    case ArgumentType::actor:
      return {MentionType::participant};
    case ArgumentType::place:
      return {MentionType::place};
    case ArgumentType::date:
      return {MentionType::date};
    case ArgumentType::count:
      return {MentionType::number, MentionType::participant};
    case ArgumentType::number:
      return {MentionType::number};
    case ArgumentType::weapon:
      return {MentionType::weapon};
    case ArgumentType::any:
      return {};
  }
  return {};
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class Runner {
 public:
  Runner(const Knowledge::Impl& knowledge, Workspace::Impl& workspace) : k_(knowledge), w_(workspace) {}

  // Empty where the example holds.
  std::string run(const Rule& rule, const Example& example) {
    read(example);
    event_.clear();
    if (example.counter) return counter_of_rule(rule, example);
    std::string wrong = example_of_rule(rule, example);
    if (!wrong.empty()) return wrong;
    event_ = event_at(rule, example);
    if (example.event.empty() || example.event == event_) return {};
    return event_.empty() ? "no event comes of it, should be '" + example.event + "'"
                          : "the event is '" + event_ + "', should be '" + example.event + "'";
  }
  // The sub-event type that the pipeline gave the example of a rule that was run last; empty: no event.
  [[nodiscard]] const std::string& event() const { return event_; }
  std::string run(const StatusRule& status, const Example& example) {
    read(example);
    return example.counter ? counter_of_status(status, example) : example_of_status(status, example);
  }

  // Units, mentions and steps of what was read last. `rule`: only its steps; null for all.
  std::string details(const Rule* rule) const {
    std::string out;
    for (std::size_t c = 0; c < w_.clauses.clauses.size(); ++c) {
      out += "    clause " + std::to_string(c + 1) + "\n";
      const UnitRange units = w_.clauses.clauses[c].units;
      for (std::uint32_t u = units.begin; u < units.end; ++u) out += "      " + unit_line(u) + "\n";
    }
    bool any = false;
    for (const MatchTrace::Step& step : trace_.steps) {
      if (rule != nullptr && step.rule != rule) continue;
      any = true;
      out += "    rule " + step.rule->id + " at '" + original(step.trigger) + "': " + step.outcome;
      for (const auto& [status, outcome] : step.statuses) out += "; status " + status->id + ": " + outcome;
      out += "\n";
    }
    if (!any) out += std::string("    no unit is a trigger of ") + (rule != nullptr ? "the rule" : "any rule") + "\n";
    for (const RuleMatch& match : w_.matches) {
      if (rule != nullptr && match.rule != rule) continue;
      for (const ArgumentMatch& argument : match.arguments) {
        out += std::string("    ") + to_string(argument.role) + " '" + original({argument.unit, argument.unit + 1}) +
               "' by " + argument.line->origin + " line " + std::to_string(argument.line->pattern.line) + ": " +
               argument.line->pattern.text + "\n";
      }
    }
    return out;
  }

 private:
  static Document document_of(const Example& example) {
    Document document;
    document.id = "example";
    document.text = example.text;
    document.anchor = make_date(2024, 1, 31);
    return document;
  }

  void read(const Example& example) {
    const Document document = document_of(example);
    trace_.steps.clear();
    tokenize_document(k_, document, w_);
    find_mentions(k_, document, w_);
    match_rules(k_, w_, &trace_);
  }

  [[nodiscard]] TokenRange tokens_of(UnitRange units) const {
    return {w_.clauses.units[units.begin].tokens.begin, w_.clauses.units[units.end - 1].tokens.end};
  }
  [[nodiscard]] std::string original(UnitRange units) const {
    const OriginalSpan span = w_.text.original(tokens_of(units));
    return w_.original.substr(span.begin, span.size());
  }
  [[nodiscard]] std::string folded(TokenRange tokens, std::size_t skip = 0) const {
    const std::string_view view = w_.text.view(tokens);
    return with_single_blanks(view.substr(std::min(skip, view.size())));
  }

  // The words of a row of tokens, as they are or without the one-letter clitics before the first.
  [[nodiscard]] bool says(TokenRange tokens, std::uint8_t proclitics, const std::string& wanted) const {
    const auto clitics = static_cast<std::size_t>(__builtin_popcount(proclitics & static_cast<unsigned>(~kArticle)));
    for (std::size_t skip = 0; skip <= clitics; ++skip) {
      if (folded(tokens, skip * kLetterBytes) == wanted) return true;
    }
    return false;
  }

  [[nodiscard]] bool argument_says(const ArgumentMatch& argument, const std::string& text) const {
    const Unit& unit = w_.clauses.units[argument.unit];
    const std::string wanted = with_single_blanks(k_.normalizer->fold(text));
    if (says(unit.tokens, unit.proclitics, wanted)) return true;
    for (MentionType type : mention_types(argument.line->type)) {
      // The unit's own mention of the type, or one inside it that begins or ends it: a number before its noun, a place
      // in a facility's name.
      for (const Mention& mention : w_.mentions.mentions) {
        if (mention.type != type || !unit.tokens.contains(mention.tokens)) continue;
        if (says(mention.tokens, mention.proclitics, wanted)) return true;
        if (type == MentionType::place) {
          const PlaceValue& place = w_.mentions.place(mention);
          if (!place.name.empty() && (folded(place.name) == wanted || folded(place.name, place.name_stem) == wanted))
            return true;
        }
      }
    }
    return false;
  }

  // The pipeline reads the text anew; what the workspace holds of its layers stays the same for `details`.
  std::string event_at(const Rule& rule, const Example& example) {
    std::vector<OriginalSpan> triggers;
    for (const RuleMatch& match : w_.matches) {
      if (match.rule == &rule && trigger_says(match.trigger, example.trigger))
        triggers.push_back(w_.text.original(tokens_of(match.trigger)));
    }
    for (const Event& event : extract_events(k_, document_of(example), w_)) {
      for (const OriginalSpan& mention : event.mentions) {
        const auto meets = [&](const OriginalSpan& each) { return each.begin < mention.end && mention.begin < each.end; };
        if (std::any_of(triggers.begin(), triggers.end(), meets)) return event.sub_event_type;
      }
    }
    return {};
  }

  [[nodiscard]] bool trigger_says(UnitRange trigger, const std::string& text) const {
    if (text.empty()) return true;
    const Unit& first = w_.clauses.units[trigger.begin];
    std::uint8_t proclitics = first.proclitics;
    for (const Reading& reading : first.head->readings) proclitics |= reading.proclitics;
    return says(tokens_of(trigger), proclitics, with_single_blanks(k_.normalizer->fold(text)));
  }

  std::string example_of_rule(const Rule& rule, const Example& example) {
    std::string nearest;
    for (const RuleMatch& match : w_.matches) {
      if (match.rule != &rule || !trigger_says(match.trigger, example.trigger)) continue;
      std::string wrong = wrong_roles(rule, match, example);
      if (wrong.empty()) return {};
      if (nearest.empty()) nearest = std::move(wrong);
    }
    if (!nearest.empty()) return nearest;
    std::string found;
    for (const MatchTrace::Step& step : trace_.steps) {
      if (step.rule != &rule) continue;
      if (trigger_says(step.trigger, example.trigger)) return "the rule does not apply: " + step.outcome;
      found = original(step.trigger);
    }
    if (found.empty()) return "no trigger of the rule in the text";
    return "the trigger is '" + found + "', not '" + example.trigger + "'";
  }

  std::string wrong_roles(const Rule& rule, const RuleMatch& match, const Example& example) const {
    std::string wrong;
    const auto say = [&](const std::string& text) { wrong += (wrong.empty() ? "" : "; ") + text; };
    for (const auto& [role, text] : example.roles) {
      const auto found = std::find_if(match.arguments.begin(), match.arguments.end(),
                                      [&, r = role](const ArgumentMatch& a) { return a.role == r; });
      if (found == match.arguments.end()) {
        // The trigger noun's own number: what it counts to is decided later.
        if (std::find(rule.implied.begin(), rule.implied.end(), role) == rule.implied.end())
          say(std::string(to_string(role)) + " is not found, should be '" + text + "'");
      } else if (!argument_says(*found, text)) {
        say(std::string(to_string(role)) + " is '" + original({found->unit, found->unit + 1}) + "', should be '" +
            text + "'");
      }
    }
    for (const ArgumentMatch& argument : match.arguments) {
      const bool named = std::any_of(example.roles.begin(), example.roles.end(),
                                     [&](const auto& each) { return each.first == argument.role; });
      if (!named)
        say(std::string("also found, but not named: ") + to_string(argument.role) + " '" +
            original({argument.unit, argument.unit + 1}) + "'");
    }
    return wrong;
  }

  std::string counter_of_rule(const Rule& rule, const Example& counter) const {
    bool trigger = false;
    std::string stopped;
    for (const MatchTrace::Step& step : trace_.steps) {
      if (step.rule != &rule || !trigger_says(step.trigger, counter.trigger)) continue;
      trigger = true;
      if (step.outcome == "matched") return "the rule applies at '" + original(step.trigger) + "'";
      if (stopped.empty() || step.outcome == "unless " + counter.because) stopped = step.outcome;
    }
    if (counter.because == "no-trigger")
      return trigger ? "the text has a trigger of the rule; it stopped by: " + stopped : "";
    if (!trigger) return "no trigger of the rule in the text; write because no-trigger";
    const bool by_unless = stopped.compare(0, 7, "unless ") == 0;
    if (counter.because == "no-match") return by_unless ? "the rule is stopped by: " + stopped : "";
    return stopped == "unless " + counter.because
               ? ""
               : "the rule is stopped by: " + stopped + ", not by " + counter.because;
  }

  std::string example_of_status(const StatusRule& status, const Example& example) const {
    std::string other = "no rule applies in the text";
    for (const RuleMatch& match : w_.matches) {
      if (!trigger_says(match.trigger, example.trigger)) continue;
      if (match.status_rule == &status) return {};
      other = std::string("the status is ") + to_string(match.status) +
              (match.status_rule != nullptr ? " by " + match.status_rule->id : "");
    }
    return other;
  }

  std::string counter_of_status(const StatusRule& status, const Example& counter) const {
    bool trigger = false;
    std::string stopped;
    for (const MatchTrace::Step& step : trace_.steps) {
      if (!trigger_says(step.trigger, counter.trigger)) continue;
      trigger = true;
      for (const auto& [block, outcome] : step.statuses) {
        if (block != &status) continue;
        if (outcome == "applies") return "the status applies at '" + original(step.trigger) + "'";
        stopped = outcome;
      }
    }
    if (counter.because == "no-trigger") return trigger ? "the text has a trigger of a rule" : "";
    if (!trigger) return "no trigger of any rule in the text; write because no-trigger";
    if (counter.because == "no-match") return stopped.empty() ? "" : "the status is stopped by: unless " + stopped;
    if (stopped.empty()) return "no pattern of the status matches; write because no-match";
    return stopped == counter.because ? ""
                                      : "the status is stopped by: unless " + stopped + ", not by " + counter.because;
  }

  [[nodiscard]] std::string unit_line(std::uint32_t index) const {
    const Unit& unit = w_.clauses.units[index];
    std::string out = "|" + original({index, index + 1}) + "|";
    for (const std::string& name : argument_type_names()) {
      const ArgumentType type = *argument_type_named(name);
      if (type != ArgumentType::any && is_of_type(unit, type)) out += " [" + name + "]";
    }
    static constexpr struct {
      std::uint8_t bit;
      const char* name;
    } kClitics[] = {{kConjWa, "w+"}, {kConjFa, "f+"}, {kPrepBi, "b+"}, {kPrepLi, "l+"}, {kPrepKa, "k+"}};
    for (const auto& clitic : kClitics) {
      if ((unit.proclitics & clitic.bit) != 0) out += std::string(" ") + clitic.name;
    }
    for (UnitClass each :
         {UnitClass::finite, UnitClass::verb, UnitClass::noun, UnitClass::adjective, UnitClass::particle}) {
      if (is_of_class(unit, each)) out += std::string(" <") + to_string(each) + ">";
    }
    if (unit.phrase.list != kNoList) {
      out += " {" + k_.lexicon->list_name(unit.phrase.list) + "}";
    } else if (unit.head != nullptr) {
      for (const ListHit& hit : unit.head->lists) out += " {" + k_.lexicon->list_name(hit.list) + "}";
    }
    return out;
  }

  const Knowledge::Impl& k_;
  Workspace::Impl& w_;
  MatchTrace trace_;
  std::string event_;
};

bool begins_with(const std::string& text, const std::string& prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

}  // namespace

ExampleReport run_examples(const std::shared_ptr<const Knowledge>& knowledge, const std::string& prefix) {
  ExampleReport report;
  const Knowledge::Impl& k = knowledge->impl();
  Workspace workspace(knowledge);
  Runner runner(k, workspace.impl());
  std::set<std::pair<std::string, std::string>> sentences;  // event, text
  const auto run = [&](const auto& block, const Rule* rule) {
    if (!begins_with(block.id, prefix)) return;
    for (const Example& example : block.examples) {
      std::string reason = runner.run(block, example);
      if (reason.empty()) {
        ++report.passed;
        if (rule != nullptr && !example.counter && !runner.event().empty() &&
            sentences.emplace(runner.event(), example.text).second)
          ++report.sentences[runner.event()];
      } else {
        report.failures.push_back({block.id, example.file, example.line, std::move(reason), runner.details(rule)});
      }
    }
  };
  for (const Rule& rule : k.rules->rules()) run(rule, &rule);
  for (const StatusRule& status : k.rules->statuses()) run(status, nullptr);
  return report;
}

}  // namespace rasd
