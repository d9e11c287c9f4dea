#include "cli/explanation_page.hpp"

#include <algorithm>

#include "sink/json_writer.hpp"
#include "sink/jsonl_sink.hpp"
#include "sink/offset_units.hpp"

namespace rasd::cli {
namespace {

class Writer {
 public:
  Writer(const Explanation& explanation, std::string& out) : json_(out), units_(OffsetUnit::utf16) { units_.index(explanation.text); }

  void write(const Document& document, const Explanation& explanation, const std::string& event) {
    json_.begin_object();
    json_.member("id", document.id);
    json_.optional_member("event", event);
    json_.member("text", explanation.text);
    truth("arabic", explanation.arabic);
    list("sentences", explanation.sentences, [this](const ExplainedSentence& each) { sentence(each); });
    list("decisions", explanation.decisions, [this](const ExplainedDecision& each) { decision(each); });
    EventLineWriter lines({OffsetUnit::utf16, true});
    std::string events;
    lines.append(document, explanation.events, events);
    if (!events.empty()) events.pop_back();
    std::replace(events.begin(), events.end(), '\n', ',');
    json_.key("events");
    json_.raw('[' + events + ']');
    json_.end_object();
  }

 private:
  template <class Each, class Write>
  void list(std::string_view name, const std::vector<Each>& all, const Write& write) {
    json_.key(name);
    json_.begin_array();
    for (const Each& each : all) write(each);
    json_.end_array();
  }
  template <class Each, class Write>
  void objects(std::string_view name, const std::vector<Each>& all, const Write& write) {
    list(name, all, [&](const Each& each) {
      json_.begin_object();
      write(each);
      json_.end_object();
    });
  }
  void truth(std::string_view name, bool value) {
    json_.key(name);
    json_.raw(value ? "true" : "false");
  }
  void span(OriginalSpan span) {
    json_.begin_array();
    json_.integer(units_.convert(span.begin));
    json_.integer(units_.convert(span.end));
    json_.end_array();
  }
  void span(std::string_view name, OriginalSpan value) {
    json_.key(name);
    span(value);
  }
  void spans(std::string_view name, const std::vector<OriginalSpan>& all) {
    list(name, all, [this](OriginalSpan each) { span(each); });
  }

  void sentence(const ExplainedSentence& each) {
    json_.begin_object();
    span("span", each.span);
    truth("title", each.title);
    objects("words", each.words, [this](const ExplainedWord& word) {
      span("span", word.span);
      truth("may_trigger", word.may_trigger);
      list("readings", word.readings, [this](const std::string& reading) { json_.string(reading); });
    });
    objects("mentions", each.mentions, [this](const ExplainedMention& mention) {
      span("span", mention.span);
      json_.member("type", mention.type);
      json_.member("value", mention.value);
    });
    list("clauses", each.clauses, [this](const std::vector<OriginalSpan>& units) {
      json_.begin_array();
      for (const OriginalSpan& unit : units) span(unit);
      json_.end_array();
    });
    objects("tries", each.tries, [this](const ExplainedTry& one) { tried(one); });
    objects("near", each.near, [this](const ExplainedNear& near) {
      json_.member("rule", near.rule);
      json_.member("place", near.place);
      span("word", near.word);
    });
    json_.end_object();
  }

  void tried(const ExplainedTry& each) {
    json_.member("rule", each.rule);
    json_.member("place", each.place);
    span("trigger", each.trigger);
    json_.member("outcome", each.outcome);
    json_.member("status", each.status);
    json_.member("status_rule", each.status_rule);
    json_.member("fate", each.fate);
    json_.member("detail", each.detail);
    objects("stops", each.stops, [this](const ExplainedStop& stop) {
      json_.member("line", stop.line);
      json_.member("place", stop.place);
      json_.member("item", stop.item);
      if (!stop.reached.empty()) span("reached", stop.reached);
    });
    objects("arguments", each.arguments, [this](const ExplainedArgument& argument) {
      json_.member("role", argument.role);
      span("span", argument.span);
      json_.member("rule", argument.rule);
      json_.member("line", argument.line);
      json_.member("place", argument.place);
    });
  }

  void decision(const ExplainedDecision& each) {
    json_.begin_object();
    json_.member("kind", each.kind);
    spans("mentions", each.mentions);
    spans("with", each.with);
    json_.member("text", each.text);
    json_.member("event", each.event);
    json_.key("value");
    json_.number(each.value, 4);
    json_.key("least");
    json_.number(each.least, 4);
    json_.end_object();
  }

  JsonWriter json_;
  OffsetUnits units_;
};

}  // namespace

std::string explanation_json(const Document& document, const Explanation& explanation, const std::string& event) {
  std::string out;
  Writer(explanation, out).write(document, explanation, event);
  return out;
}

std::string explanation_page(const ReportPage& page, const Document& document, const Explanation& explanation, const std::string& event) {
  const std::string title = document.title.empty() ? document.id : document.title;
  return page.page(explanation_json(document, explanation, event), title, "en");
}

}  // namespace rasd::cli
