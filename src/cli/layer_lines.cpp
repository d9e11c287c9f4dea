#include "cli/layer_lines.hpp"

#include <array>
#include <utility>

#include "sink/json_writer.hpp"

namespace rasd::cli {
namespace {

constexpr std::uint8_t kOneLetter = kAnyConjunction | kPrepBi | kPrepLi | kPrepKa | kFutureSa;

constexpr std::pair<std::uint32_t, const char*> kFeatureNames[] = {
    {kPerfect, "perfect"},     {kImperfect, "imperfect"},   {kActive, "active"},
    {kPassive, "passive"},     {kMasculine, "masculine"},   {kFeminine, "feminine"},
    {kSingular, "singular"},   {kDual, "dual"},             {kPlural, "plural"},
    {kFirst, "first"},         {kSecond, "second"},         {kThird, "third"},
    {kMasdar, "masdar"},       {kActiveParticiple, "active_participle"},
    {kPassiveParticiple, "passive_participle"},             {kConstruct, "construct"},
    {kAccusative, "accusative"}};

constexpr std::pair<std::uint8_t, const char*> kProcliticNames[] = {
    {kConjWa, "w"}, {kConjFa, "f"}, {kPrepBi, "b"}, {kPrepLi, "l"}, {kPrepKa, "k"}, {kFutureSa, "s"}, {kArticle, "al"}};

template <class Names, class Bits>
std::vector<std::string> names_of_bits(const Names& names, Bits bits) {
  std::vector<std::string> out;
  for (const auto& [bit, name] : names) {
    if ((bits & bit) != 0) out.emplace_back(name);
  }
  return out;
}

constexpr const char* kTypeNames[kMentionTypes] = {"number", "date", "place", "participant", "weapon"};

const char* name_of(DatePrecision precision) {
  constexpr std::array<const char*, 4> kNames = {"day", "week", "month", "year"};
  return kNames[static_cast<std::size_t>(precision)];
}

const char* name_of(NumberKind kind) {
  constexpr std::array<const char*, 3> kNames = {"cardinal", "ordinal", "percent"};
  return kNames[static_cast<std::size_t>(kind)];
}

// Where the segments of a token begin, as Universal Dependencies cuts words: one-letter conjunctions, prepositions and the
// future s- stand apart, and so do pronouns; the article stays.
std::vector<std::uint32_t> segment_starts(const Token& token) {
  std::vector<std::uint32_t> starts = {token.span.begin};
  if (token.kind != TokenKind::word || token.word == nullptr || token.word->readings.empty()) return starts;
  const Reading& reading = token.word->readings.front();
  std::uint32_t at = token.span.begin;
  for (unsigned bits = reading.proclitics & kOneLetter; bits != 0; bits &= bits - 1) {
    at += 2;  // each is one letter of two bytes
    if (at < token.span.end) starts.push_back(at);
  }
  const std::uint32_t stem_end = token.span.begin + reading.stem_end;
  if (reading.enclitic != 0 && stem_end > at && stem_end < token.span.end) starts.push_back(stem_end);
  return starts;
}

// Writes one line at a time.
class LineWriter {
 public:
  LineWriter(const Knowledge::Impl& knowledge, const Document& document, const Workspace::Impl& workspace,
             const OffsetUnits& units, std::string& out)
      : knowledge_(knowledge), document_(document), workspace_(workspace), units_(units), json_(out) {}

  void sentence(const Sentence& sentence) {
    begin();
    text_span(workspace_.normalized.map.to_original(sentence.span), false);
    end();
  }
  void token(const Token& token);
  void mention(const Mention& mention);

 private:
  [[nodiscard]] std::string_view original(OriginalSpan span) const {
    return std::string_view(workspace_.original).substr(span.begin, span.size());
  }
  void begin() {
    json_.begin_object();
    json_.member("doc_id", document_.id);
  }
  void end() {
    json_.end_object();
    json_.end_line();
  }
  void text_span(OriginalSpan span, bool text_first) {
    if (text_first) json_.member("text", original(span));
    json_.member("start", units_.convert(span.begin));
    json_.member("end", units_.convert(span.end));
    if (!text_first) json_.member("text", original(span));
  }
  void reading(const Reading& reading);
  void number(const NumberValue& value);
  void date(const DateValue& value);
  void place(const PlaceValue& value, OriginalSpan span);
  void participant(const ParticipantValue& value, OriginalSpan span);

  const Knowledge::Impl& knowledge_;
  const Document& document_;
  const Workspace::Impl& workspace_;
  const OffsetUnits& units_;
  JsonWriter json_;
};

void LineWriter::reading(const Reading& reading) {
  json_.begin_object();
  if (reading.lemma != 0) json_.member("lemma", knowledge_.lexicon->lemma_text(reading.lemma));
  json_.member("pos", to_string(reading.pos));
  json_.key("features");
  json_.begin_array();
  for (const std::string& name : feature_names(reading.features)) json_.string(name);
  json_.end_array();
  json_.end_object();
}

void LineWriter::token(const Token& token) {
  begin();
  text_span(workspace_.normalized.map.to_original(token.span), false);
  json_.key("segments");
  json_.begin_array();
  std::vector<std::uint32_t> starts = segment_starts(token);
  starts.push_back(token.span.end);
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    json_.string(original(workspace_.normalized.map.to_original({starts[i], starts[i + 1]})));
  }
  json_.end_array();
  json_.key("readings");
  json_.begin_array();
  if (token.word != nullptr) {
    for (const Reading& each : token.word->readings) reading(each);
  }
  json_.end_array();
  end();
}

void LineWriter::number(const NumberValue& value) {
  json_.key("value");
  json_.number(value.value, 4);
  json_.member("min", value.range.min);
  if (value.range.max) json_.member("max", *value.range.max);
  json_.member("kind", name_of(value.kind));
}

void LineWriter::date(const DateValue& value) {
  if (value.resolved) {
    json_.member("start", to_iso(value.resolved->start));
    json_.member("end", to_iso(value.resolved->end));
    json_.member("precision", name_of(value.resolved->precision));
  }
  json_.optional_member("basis", value.basis);
}

void LineWriter::place(const PlaceValue& value, OriginalSpan span) {
  if (value.id == kNoId) {
    const std::string_view name = value.name.empty() ? original(span)
                                                     : original(workspace_.text.original(value.name, value.name_stem));
    json_.member("name", name);
    json_.optional_member("kind", value.kind);
    json_.optional_member("country", value.country);
    json_.member("precision", static_cast<std::int64_t>(value.precision));
    return;
  }
  const GazetteerEntry entry = knowledge_.gazetteer->entry(value.id);
  json_.member("name", entry.name());
  json_.optional_member("name_en", entry.name_en());
  json_.optional_member("kind", entry.kind());
  json_.optional_member("admin1", entry.admin1());
  json_.optional_member("country", entry.country());
  if (entry.located()) {
    json_.key("latitude");
    json_.number(entry.latitude(), 5);
    json_.key("longitude");
    json_.number(entry.longitude(), 5);
  }
  json_.member("precision", static_cast<std::int64_t>(value.precision));
  json_.optional_member("id", entry.id());
}

void LineWriter::participant(const ParticipantValue& value, OriginalSpan span) {
  const ActorEntry* entry = value.id == kNoId ? nullptr : &knowledge_.actors->entry(value.id);
  json_.member("name", entry != nullptr && !entry->name.empty() ? std::string_view(entry->name) : original(span));
  if (entry != nullptr) {
    json_.optional_member("name_en", entry->name_en);
    json_.optional_member("id", entry->id);
  } else if (!value.person) {
    json_.optional_member("id", unidentified_id(value.kind, value.country));
  }
  json_.member("kind", value.kind.empty() ? std::string_view("unknown") : value.kind);
  if (entry == nullptr || !is_coalition(*entry)) {
    json_.optional_member("country", value.country.empty() && entry != nullptr ? std::string_view(entry->country) : value.country);
  }
}

void LineWriter::mention(const Mention& mention) {
  const MentionSet& set = workspace_.mentions;
  const OriginalSpan span = workspace_.text.original(mention.tokens, mention.stem);
  begin();
  json_.member("type", kTypeNames[static_cast<std::size_t>(mention.type)]);
  text_span(span, true);
  json_.key("value");
  json_.begin_object();
  switch (mention.type) {
    case MentionType::number: number(set.number(mention)); break;
    case MentionType::date: date(set.date(mention)); break;
    case MentionType::place: place(set.place(mention), span); break;
    case MentionType::participant: participant(set.participant(mention), span); break;
    case MentionType::weapon: json_.member("kind", set.weapon(mention).kind); break;
  }
  json_.end_object();
  end();
}

}  // namespace

std::vector<std::string> feature_names(std::uint32_t features) { return names_of_bits(kFeatureNames, features); }

std::vector<std::string> proclitic_names(std::uint8_t proclitics) { return names_of_bits(kProcliticNames, proclitics); }

void LayerLines::sentences(const Document& document, const Workspace::Impl& workspace, std::string& out) {
  units_.index(workspace.original);
  LineWriter writer(knowledge_, document, workspace, units_, out);
  for (const Sentence& sentence : workspace.text.sentences) writer.sentence(sentence);
}

void LayerLines::tokens(const Document& document, const Workspace::Impl& workspace, std::string& out) {
  units_.index(workspace.original);
  LineWriter writer(knowledge_, document, workspace, units_, out);
  for (const Token& token : workspace.text.tokens) writer.token(token);
}

void LayerLines::mentions(const Document& document, const Workspace::Impl& workspace, unsigned types, std::string& out) {
  units_.index(workspace.original);
  LineWriter writer(knowledge_, document, workspace, units_, out);
  // Sorted by first token, longer first: what does not reach beyond an earlier one of its type lies inside it.
  std::array<std::uint32_t, kMentionTypes> reached = {};
  for (const Mention& mention : workspace.mentions.mentions) {
    const auto type = static_cast<std::size_t>(mention.type);
    if ((types >> type & 1) == 0 || mention.tokens.end <= reached[type]) continue;
    reached[type] = mention.tokens.end;
    writer.mention(mention);
  }
}

}  // namespace rasd::cli
