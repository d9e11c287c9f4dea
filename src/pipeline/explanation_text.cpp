#include "pipeline/explanation_text.hpp"

#include <algorithm>
#include <cstdio>

namespace rasd {
namespace {

constexpr const char* kHint =
    "Add a rule: `rasd rules new FAMILY` writes one to begin with in your folder; put the word into its list and the sentence\n"
    "into its example. `rasd lexicon show WORD` tells what is known of a word.\n";

std::string two_places(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.2f", value);
  return out;
}

class Writer {
 public:
  Writer(const Explanation& explanation, const ExplainTextOptions& options) : e_(explanation), options_(options) {}

  std::string out;

  void event(const Event& event) {
    out += paint("1;4", event.sub_event_type) + " [" + to_string(event.status) + ", " + to_string(event.salience) + ", confidence " +
           two_places(event.confidence) + "] " + event.id + "\n";
    row("trigger", "1;31", event.trigger.text, "");
    for (const Participant& each : event.actors) row("actor", "35", each.mention.text, each.kind + from(each.basis, each.rule));
    for (const Participant& each : event.targets) row("target", "34", each.mention.text, each.kind + from(each.basis, each.rule));
    if (event.location) place("place", *event.location);
    for (const Place& other : event.other_locations) place("other place", other);
    if (event.date) {
      const DateRange& range = event.date->range;
      const std::string days = to_iso(range.start) + (range.end == range.start ? "" : ".." + to_iso(range.end));
      row("date", "33", event.date->mention.text, days + from(event.date->basis, event.date->rule));
    }
    for (std::size_t i = 0; i < kCasualtyKinds; ++i) {
      if (!event.casualties[i]) continue;
      const CountRange& count = event.casualties[i]->count;
      std::string figure = std::to_string(count.min);
      if (!count.max) figure += " or more";
      else if (*count.max != count.min) figure += ".." + std::to_string(*count.max);
      row(to_string(static_cast<CasualtyKind>(i)), "31", event.casualties[i]->mention.text, figure + from("", event.casualties[i]->rule));
    }
    for (const Weapon& weapon : event.weapons) row("weapon", "36", weapon.mention.text, weapon.kind);
    if (event.reporter) row("reporter", "36", event.reporter->text, "");
    out += "  found by  ";
    for (const std::string& rule : event.found_by) out += " " + rule;
    out += "\n";
    for (const ExplainedSentence& sentence : e_.sentences) {
      for (const ExplainedTry& each : sentence.tries) {
        if (each.fate == "event" && each.detail == event.id) match(each);
      }
    }
    for (const ExplainedDecision& each : e_.decisions) {
      const auto is_mention = [&](const OriginalSpan& span) {
        return std::find(event.mentions.begin(), event.mentions.end(), span) != event.mentions.end();
      };
      if (each.event == event.id || std::any_of(each.mentions.begin(), each.mentions.end(), is_mention)) decision(each);
    }
  }

  void decision(const ExplainedDecision& each) {
    out += "  " + quoted(each.mentions);
    if (each.kind == "begins") out += " begins an incident\n";
    if (each.kind == "merged") out += " is merged with " + quoted(each.with) + ": fit " + two_places(each.value) + ", at least " + two_places(each.least) + "\n";
    if (each.kind == "typed") out += " is typed " + each.text + "\n";
    if (each.kind == "irrelevant") out += " is dropped as irrelevant: " + each.text + "\n";
    if (each.kind == "confidence") {
      out += std::string(each.value < each.least ? " is dropped: confidence " : " has confidence ") + two_places(each.value) + ", at least " +
             two_places(each.least) + ": " + each.text + "\n";
    }
  }

  void sentence(const ExplainedSentence& each, bool with_tokens) {
    out += paint("1", each.title ? "title: " : "sentence: ") + words(each.span) + "\n";
    if (with_tokens) {
      for (const ExplainedWord& word : each.words) {
        out += "  " + paint(word.may_trigger ? "1;31" : "0", words(word.span)) + ":";
        for (const std::string& reading : word.readings) out += " [" + reading + "]";
        out += "\n";
      }
    }
    for (const ExplainedMention& mention : each.mentions) {
      out += "  " + mention.type + (mention.nested ? " (nested) " : " ") + "<" + words(mention.span) + "> " + mention.value + "\n";
    }
    for (std::size_t c = 0; c < each.clauses.size(); ++c) {
      out += "  clause " + std::to_string(c + 1) + ":";
      for (const OriginalSpan& unit : each.clauses[c]) out += " |" + words(unit);
      out += "\n";
    }
    why(each);
  }

  void why(const ExplainedSentence& each) {
    if (!e_.arabic) {
      out += "  the article is not in Arabic: no rule is tried\n";
      return;
    }
    if (each.tries.empty()) {
      if (each.near.empty()) {
        out += std::string("  no word of this sentence is ") + (each.has_trigger_word() ? "read as " : "") + "a trigger of any rule\n";
      }
    }
    for (const ExplainedNear& near : each.near) {
      out += "  <" + words(near.word) + "> is a word of a trigger of " + near.rule + " (" + near.place + "), whose other words do not stand beside it\n";
    }
    for (const ExplainedTry& each_try : each.tries) match(each_try);
  }

  void match(const ExplainedTry& each) {
    const bool matched = each.outcome == "matched";
    out += "  rule " + paint("1", each.rule) + " at <" + paint("1;31", words(each.trigger)) + ">: " +
           paint(matched ? "32" : "33", matched ? "match" : each.outcome) + "\n";
    for (const ExplainedStop& stop : each.stops) {
      out += "    " + stop.place + ": " + stop.line + "\n      ";
      if (stop.item.empty()) {
        out += "holds here, which stops the rule\n";
        continue;
      }
      out += "nothing fits " + paint("33", stop.item) +
             (stop.reached.empty() ? " beside the trigger" : "; the items before it reach <" + words(stop.reached) + "> at the farthest") + "\n";
    }
    for (const ExplainedArgument& argument : each.arguments) {
      out += "    " + argument.role + " <" + words(argument.span) + "> by " + argument.rule + " (" + argument.place + "): " + argument.line + "\n";
    }
    if (!matched) return;
    out += "    status " + each.status + (each.status_rule.empty() ? "" : " by " + each.status_rule) + "\n";
    out += "    " + fate(each) + "\n";
  }

  [[nodiscard]] std::string quoted(const std::vector<OriginalSpan>& spans) const {
    std::string text;
    for (const OriginalSpan& span : spans) text += (text.empty() ? "<" : " <") + words(span) + ">";
    return text;
  }

 private:
  static std::string fate(const ExplainedTry& each) {
    if (each.fate == "event") return "told in event " + each.detail;
    if (each.fate == "reading") return "dropped: of the readings of this trigger, that of " + each.detail + " fits more";
    if (each.fate == "furniture") return "dropped: stands in a link or a tag of the page, or belongs to another act";
    if (each.fate == "irrelevant") return "dropped as irrelevant: " + each.detail;
    if (each.fate == "confidence") return "dropped: its incident's confidence is too low";
    return "dropped: no type fits";
  }

  static std::string from(const std::string& basis, const std::string& rule) {
    std::string text;
    if (!basis.empty()) text += ", " + basis;
    if (!rule.empty()) text += ", by " + rule;
    return text;
  }

  void place(const char* name, const Place& each) {
    row(name, "32", each.mention.text, each.kind + " " + each.country + from(each.basis, each.rule));
  }

  void row(const std::string& name, const char* colour, const std::string& text, const std::string& what) {
    out += "  " + name + std::string(name.size() < 10 ? 10 - name.size() : 1, ' ') + " <" + paint(colour, on_one_line(text)) + "> " + what + "\n";
  }

  // An article must not command the terminal: controls, and what turns the direction of text, are left out.
  static std::string on_one_line(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      const auto next = [&](std::size_t n) { return i + n < text.size() ? static_cast<unsigned char>(text[i + n]) : 0u; };
      const bool turns = byte == 0xE2 && ((next(1) == 0x80 && next(2) >= 0xAA && next(2) <= 0xAE) || (next(1) == 0x81 && next(2) >= 0xA6 && next(2) <= 0xA9));
      const bool high_control = byte == 0xC2 && next(1) >= 0x80 && next(1) < 0xA0;
      if (turns) {
        i += 2;
      } else if (high_control) {
        i += 1;
      } else {
        line += byte < 0x20 || byte == 0x7F ? ' ' : text[i];
      }
    }
    return line;
  }

  [[nodiscard]] std::string words(OriginalSpan span) const {
    return on_one_line(std::string_view(e_.text).substr(span.begin, span.size()));
  }
  [[nodiscard]] std::string paint(const char* colour, const std::string& text) const {
    return options_.colour ? std::string("\x1b[") + colour + "m" + text + "\x1b[0m" : text;
  }

  const Explanation& e_;
  const ExplainTextOptions& options_;
};

}  // namespace

std::string sentence_text(const Explanation& explanation, const ExplainedSentence& sentence, const ExplainTextOptions& options) {
  Writer writer(explanation, options);
  writer.sentence(sentence, options.tokens);
  const bool told = std::any_of(sentence.tries.begin(), sentence.tries.end(), [](const ExplainedTry& each) { return each.fate == "event"; });
  const bool matched = std::any_of(sentence.tries.begin(), sentence.tries.end(), [](const ExplainedTry& each) { return each.outcome == "matched"; });
  if (!told && !matched && explanation.arabic) writer.out += kHint;
  return std::move(writer.out);
}

std::string explanation_text(const Explanation& explanation, const ExplainTextOptions& options) {
  Writer writer(explanation, options);
  for (const Event& event : explanation.events) {
    if (options.event.empty() || event.id == options.event) writer.event(event);
  }
  if (!options.event.empty()) return std::move(writer.out);
  if (explanation.events.empty()) writer.out += "no event\n";
  bool tried = false;
  for (const ExplainedSentence& sentence : explanation.sentences) {
    const bool has_tries = !sentence.tries.empty() || !sentence.near.empty();
    tried = tried || has_tries;
    if (has_tries || options.all) writer.sentence(sentence, options.tokens);
  }
  if (!explanation.arabic) {
    writer.out += "the article is not in Arabic: no rule is tried\n";
  } else if (!tried) {
    writer.out += std::string("no word of this article is a trigger of any rule\n") + kHint;
  }
  if (!explanation.decisions.empty()) writer.out += "decisions\n";
  for (const ExplainedDecision& decision : explanation.decisions) writer.decision(decision);
  return std::move(writer.out);
}

}  // namespace rasd
