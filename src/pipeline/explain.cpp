#include "pipeline/explain.hpp"

#include <cstdio>

#include "pipeline/knowledge_impl.hpp"

namespace rasd {
namespace {

const char* type_name(MentionType type) {
  switch (type) {
    case MentionType::number: return "number";
    case MentionType::date: return "date";
    case MentionType::place: return "place";
    case MentionType::participant: return "participant";
    case MentionType::weapon: return "weapon";
  }
  return "";
}

std::string proclitic_names(std::uint8_t bits) {
  static constexpr struct { std::uint8_t bit; const char* name; } kNames[] = {
      {kConjWa, "w+"}, {kConjFa, "f+"}, {kPrepBi, "b+"}, {kPrepLi, "l+"}, {kPrepKa, "k+"}, {kFutureSa, "s+"}, {kArticle, "al+"}};
  std::string out;
  for (const auto& each : kNames) {
    if ((bits & each.bit) != 0) out += each.name;
  }
  return out;
}

class Writer {
 public:
  Writer(const Knowledge::Impl& knowledge, const Workspace::Impl& workspace) : k_(knowledge), w_(workspace) {}

  std::string out;

  std::string text(TokenRange range, std::uint32_t stem = 0) const {
    const OriginalSpan span = w_.text.original(range, stem);
    return w_.original.substr(span.begin, span.size());
  }

  void tokens(const Sentence& sentence) {
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = w_.text.tokens[t];
      if (!token.is_word()) continue;
      out += "    " + text({t, t + 1}) + ":";
      for (const Reading& reading : token.word->readings) {
        out += " [" + proclitic_names(reading.proclitics) + to_string(reading.pos);
        if (reading.lemma != 0) out += " " + k_.lexicon->lemma_text(reading.lemma);
        for (const ListHit& hit : reading.lists) {
          out += " {" + k_.lexicon->list_name(hit.list);
          if (hit.value != 0) out += "=" + k_.lexicon->value_text(hit.value);
          out += "}";
        }
        out += "]";
      }
      out += "\n";
    }
  }

  void mentions(const Sentence& sentence) {
    for (const Mention& mention : w_.mentions.mentions) {
      if (!sentence.tokens.contains(mention.tokens)) continue;
      out += std::string("    ") + type_name(mention.type) + (mention.nested ? " (nested) " : " ") + "<" +
             text(mention.tokens, mention.stem) + ">" + value(mention) + "\n";
    }
  }

  void clauses(std::uint32_t sentence) {
    for (std::size_t c = 0; c < w_.clauses.clauses.size(); ++c) {
      const Clause& clause = w_.clauses.clauses[c];
      if (clause.sentence != sentence) continue;
      out += "    clause " + std::to_string(c) + ":";
      for (std::uint32_t u = clause.units.begin; u < clause.units.end; ++u) out += " |" + text(w_.clauses.units[u].tokens);
      out += "\n";
    }
  }

  void steps(std::uint32_t sentence, const MatchTrace& trace) {
    for (const MatchTrace::Step& step : trace.steps) {
      if (w_.clauses.clauses[step.clause].sentence != sentence) continue;
      out += "    rule " + step.rule->id + " at <" + unit_text(step.trigger) + ">: " + step.outcome + "\n";
    }
  }

  void matches(std::uint32_t sentence) {
    for (const RuleMatch& match : w_.matches) {
      if (w_.clauses.clauses[match.clause].sentence != sentence) continue;
      out += "    match " + match.rule->id + " <" + unit_text(match.trigger) + "> status " + to_string(match.status);
      if (match.status_rule != nullptr) out += " by " + match.status_rule->id;
      out += "\n";
      for (const ArgumentMatch& argument : match.arguments) {
        out += std::string("      ") + to_string(argument.role) + " <" +
               text(w_.clauses.units[argument.unit].tokens) + "> by " + argument.line->origin + ": " +
               argument.line->pattern.text + "\n";
      }
    }
  }

 private:
  std::string unit_text(UnitRange range) const {
    return text({w_.clauses.units[range.begin].tokens.begin, w_.clauses.units[range.end - 1].tokens.end});
  }

  std::string value(const Mention& mention) const {
    const MentionSet& set = w_.mentions;
    switch (mention.type) {
      case MentionType::number: {
        const NumberValue& number = set.number(mention);
        std::string text = " = " + std::to_string(number.range.min);
        if (!number.range.max) return text + " or more";
        if (*number.range.max != number.range.min) text += ".." + std::to_string(*number.range.max);
        return text;
      }
      case MentionType::date: {
        const DateValue& date = set.date(mention);
        if (!date.resolved) return " = open";
        return " = " + to_iso(date.resolved->start) + ".." + to_iso(date.resolved->end) + " (" + std::string(date.basis) + ")";
      }
      case MentionType::place: {
        const PlaceValue& place = set.place(mention);
        return " = " + std::string(place.kind) + " " + std::string(place.country) + " " +
               (place.id == kNoId ? std::string("by context") : std::string(k_.gazetteer->entry(place.id).id()));
      }
      case MentionType::participant: {
        const ParticipantValue& who = set.participant(mention);
        std::string text = " = " + std::string(who.kind) + " " + std::string(who.country);
        if (who.id != kNoId) text += " " + k_.actors->entry(who.id).id;
        if (who.generic) text += " (refers back)";
        if (who.count) text += " x" + std::to_string(who.count->min);
        return text;
      }
      case MentionType::weapon: return " = " + std::string(set.weapon(mention).kind);
    }
    return "";
  }

  const Knowledge::Impl& k_;
  const Workspace::Impl& w_;
};

void write_event(std::string& out, const Event& event) {
  out += "  " + event.sub_event_type + " [" + to_string(event.status) + ", " + to_string(event.salience) + "] <" +
         event.trigger.text + "> " + event.id + "\n";
  for (const Participant& actor : event.actors) out += "    actor <" + actor.mention.text + "> " + actor.kind + " by " + actor.rule + "\n";
  for (const Participant& target : event.targets) out += "    target <" + target.mention.text + "> " + target.kind + " by " + target.rule + "\n";
  if (event.date) out += "    date " + to_iso(event.date->range.start) + " (" + event.date->basis + ") <" + event.date->mention.text + ">\n";
  if (event.location) out += "    place <" + event.location->mention.text + "> " + event.location->country + " (" + event.location->basis + ")\n";
  for (std::size_t i = 0; i < kCasualtyKinds; ++i) {
    if (!event.casualties[i]) continue;
    const CountRange& count = event.casualties[i]->count;
    out += std::string("    ") + to_string(static_cast<CasualtyKind>(i)) + " " + std::to_string(count.min);
    if (!count.max) out += " or more";
    else if (*count.max != count.min) out += ".." + std::to_string(*count.max);
    out += " <" + event.casualties[i]->mention.text + "> by " + event.casualties[i]->rule + "\n";
  }
  out += "    found by";
  for (const std::string& rule : event.found_by) out += " " + rule;
  out += "\n";
}

}  // namespace

std::string explain(const Knowledge& knowledge, const Document& document, Workspace& workspace, const ExplainOptions& options) {
  DecisionLog log;
  MatchTrace trace;
  const Knowledge::Impl& k = knowledge.impl();
  Workspace::Impl& w = workspace.impl();
  w.mentions.clear();
  w.clauses.clear();
  w.matches.clear();
  const std::vector<Event> events = extract_events(k, document, w, &log, &trace);
  Writer writer(k, w);
  for (std::uint32_t s = 0; s < w.text.sentences.size(); ++s) {
    const Sentence& sentence = w.text.sentences[s];
    bool trigger = false;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      trigger = trigger || (w.text.tokens[t].is_word() && k.rules->may_trigger(*w.text.tokens[t].word));
    }
    for (const PhraseHit& phrase : w.text.phrases) {
      if (sentence.tokens.contains(phrase.tokens)) trigger = trigger || k.rules->may_trigger(phrase.hit.list);
    }
    writer.out += "sentence " + std::to_string(s) + (sentence.is_title ? " (title): " : ": ") + writer.text(sentence.tokens) + "\n";
    if (!trigger && !options.all) {
      writer.out += "  no word of it can begin a trigger\n";
      continue;
    }
    if (options.tokens) {
      writer.out += "  tokens\n";
      writer.tokens(sentence);
    }
    writer.out += "  mentions\n";
    writer.mentions(sentence);
    writer.out += "  clauses\n";
    writer.clauses(s);
    writer.out += "  rules\n";
    writer.steps(s, trace);
    writer.matches(s);
  }
  writer.out += "decisions\n";
  for (const std::string& line : log.lines) writer.out += "  " + line + "\n";
  writer.out += "events\n";
  for (const Event& event : events) write_event(writer.out, event);
  return std::move(writer.out);
}

}  // namespace rasd
