#include "pipeline/explanation.hpp"

#include <algorithm>

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

std::string place_of(const std::string& file, std::uint32_t line) { return file + ':' + std::to_string(line); }

// Reads the workspace after a run.
class Reader {
 public:
  Reader(const Knowledge::Impl& knowledge, const Workspace::Impl& workspace, const DecisionLog& log)
      : k_(knowledge), w_(workspace), log_(log) {}

  ExplainedSentence sentence(std::uint32_t number, const MatchTrace& trace) const {
    const Sentence& from = w_.text.sentences[number];
    ExplainedSentence out;
    out.span = span(from.tokens);
    out.title = from.is_title;
    for (std::uint32_t t = from.tokens.begin; t < from.tokens.end; ++t) {
      if (w_.text.tokens[t].is_word()) out.words.push_back(word(t));
    }
    for (const Mention& mention : w_.mentions.mentions) {
      if (!from.tokens.contains(mention.tokens)) continue;
      out.mentions.push_back({span(mention.tokens, mention.stem), type_name(mention.type), value(mention), mention.nested});
    }
    for (const Clause& clause : w_.clauses.clauses) {
      if (clause.sentence != number) continue;
      std::vector<OriginalSpan>& units = out.clauses.emplace_back();
      for (std::uint32_t u = clause.units.begin; u < clause.units.end; ++u) units.push_back(span(w_.clauses.units[u].tokens));
    }
    for (const MatchTrace::Step& step : trace.steps) {
      if (w_.clauses.clauses[step.clause].sentence == number) out.tries.push_back(tried(step));
    }
    for (const MatchTrace::Near& near : trace.near) {
      if (w_.clauses.clauses[near.clause].sentence != number) continue;
      out.near.push_back({near.rule->id, place_of(near.rule->file, near.line), span(w_.clauses.units[near.unit].tokens)});
    }
    return out;
  }

  ExplainedDecision decision(const Decision& from) const {
    ExplainedDecision out;
    for (const std::uint32_t mention : from.mentions) out.mentions.push_back(span_of(w_.events[mention]));
    for (const std::uint32_t mention : from.with) out.with.push_back(span_of(w_.events[mention]));
    switch (from.kind) {
      case Decision::Kind::merged: out.kind = from.with.empty() ? "begins" : "merged"; break;
      case Decision::Kind::typed: out.kind = "typed"; break;
      case Decision::Kind::irrelevant: out.kind = "irrelevant"; break;
      case Decision::Kind::scored: out.kind = "confidence"; break;
    }
    out.text = from.text;
    out.event = from.event;
    out.value = from.value;
    out.least = from.least;
    return out;
  }

 private:
  OriginalSpan span(TokenRange range, std::uint32_t stem = 0) const { return w_.text.original(range, stem); }
  OriginalSpan span(UnitRange range) const {
    return span(TokenRange{w_.clauses.units[range.begin].tokens.begin, w_.clauses.units[range.end - 1].tokens.end});
  }
  OriginalSpan span_of(const EventMention& event) const { return span(event.tokens, event.stem); }

  ExplainedWord word(std::uint32_t t) const {
    const Token& token = w_.text.tokens[t];
    ExplainedWord out;
    out.span = span(TokenRange{t, t + 1});
    out.may_trigger = k_.rules->may_trigger(*token.word);
    for (const PhraseHit& phrase : w_.text.phrases) {
      if (phrase.tokens.contains(t) && k_.rules->may_trigger(phrase.hit.list)) out.may_trigger = true;
    }
    for (const Reading& reading : token.word->readings) {
      std::string text = proclitic_names(reading.proclitics) + to_string(reading.pos);
      if (reading.lemma != 0) text += " " + k_.lexicon->lemma_text(reading.lemma);
      for (const ListHit& hit : reading.lists) {
        text += " {" + k_.lexicon->list_name(hit.list);
        if (hit.value != 0) text += "=" + k_.lexicon->value_text(hit.value);
        text += "}";
      }
      out.readings.push_back(std::move(text));
    }
    return out;
  }

  ExplainedTry tried(const MatchTrace::Step& step) const {
    ExplainedTry out;
    out.rule = step.rule->id;
    out.place = place_of(step.rule->file, step.rule->line);
    for (const std::string& type : step.rule->sub_events) out.sub_events += (out.sub_events.empty() ? "" : ", ") + type;
    out.trigger = span(step.trigger);
    out.outcome = step.outcome;
    for (const MatchTrace::Stop& stop : step.stops) {
      ExplainedStop line{stop.pattern->text, place_of(stop.pattern->file, stop.pattern->line), stop.item, {}};
      if (stop.reached) line.reached = span(w_.clauses.units[stop.unit].tokens);
      out.stops.push_back(std::move(line));
    }
    const auto match = std::find_if(w_.matches.begin(), w_.matches.end(), [&](const RuleMatch& each) {
      return each.rule == step.rule && each.clause == step.clause && each.trigger == step.trigger;
    });
    if (match == w_.matches.end()) return out;
    for (const ArgumentMatch& argument : match->arguments) {
      const RoleLine& line = *argument.line;
      out.arguments.push_back({to_string(argument.role), span(w_.clauses.units[argument.unit].tokens), line.origin, line.pattern.text,
                               place_of(line.pattern.file, line.pattern.line)});
    }
    out.status = to_string(match->status);
    if (match->status_rule != nullptr) out.status_rule = match->status_rule->id;
    tell_fate(*match, out);
    return out;
  }

  // What became of a match: of several readings of a trigger one stays, and that one is told or dropped with its incident.
  void tell_fate(const RuleMatch& match, ExplainedTry& out) const {
    const auto stays = std::find_if(w_.events.begin(), w_.events.end(), [&](const EventMention& event) {
      return event.clause == match.clause && event.trigger.overlaps(match.trigger);
    });
    if (stays == w_.events.end()) {
      out.fate = "furniture";
      return;
    }
    if (stays->rule != match.rule || stays->trigger != match.trigger) {
      out.fate = "reading";
      out.detail = stays->rule->id;
      return;
    }
    const auto number = static_cast<std::uint32_t>(stays - w_.events.begin());
    for (const Decision& decision : log_.decisions) {
      const bool ends = decision.kind == Decision::Kind::irrelevant || decision.kind == Decision::Kind::scored;
      if (!ends || std::find(decision.mentions.begin(), decision.mentions.end(), number) == decision.mentions.end()) continue;
      const bool low = decision.kind == Decision::Kind::scored && decision.value < decision.least;
      out.fate = decision.kind == Decision::Kind::irrelevant ? "irrelevant" : low ? "confidence" : "event";
      out.detail = decision.kind == Decision::Kind::irrelevant ? decision.text : decision.event;
      return;
    }
    out.fate = "untyped";
  }

  std::string value(const Mention& mention) const {
    const MentionSet& set = w_.mentions;
    switch (mention.type) {
      case MentionType::number: {
        const NumberValue& number = set.number(mention);
        std::string text = std::to_string(number.range.min);
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
        std::string text = std::string(who.kind) + " " + std::string(who.country);
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
  const DecisionLog& log_;
};

}  // namespace

bool ExplainedSentence::has_trigger_word() const {
  return std::any_of(words.begin(), words.end(), [](const ExplainedWord& word) { return word.may_trigger; });
}

Explanation explain(const Knowledge& knowledge, const Document& document, Workspace& workspace) {
  const Knowledge::Impl& k = knowledge.impl();
  Workspace::Impl& w = workspace.impl();
  w.mentions.clear();
  w.clauses.clear();
  w.matches.clear();
  w.events.clear();
  DecisionLog log;
  MatchTrace trace;
  trace.items = true;
  Explanation out;
  out.events = extract_events(k, document, w, &log, &trace);
  out.text = w.original;
  out.arabic = k.language->is_arabic(w.text);
  const Reader reader(k, w, log);
  for (std::uint32_t s = 0; s < w.text.sentences.size(); ++s) out.sentences.push_back(reader.sentence(s, trace));
  for (const Decision& decision : log.decisions) out.decisions.push_back(reader.decision(decision));
  return out;
}

}  // namespace rasd
