#include "clause/clause_splitter.hpp"

#include <algorithm>

namespace rasd {

struct ClauseSplitter::Lists {
  ListId clause_break = kNoList;
  ListId clause_stop = kNoList;
  ListId clause_and = kNoList;
};

namespace {

// The word that stands for a mention in list tests: a participant's head, else its first word.
std::uint32_t head_token(const MentionSet& set, const Mention& mention) {
  if (mention.type == MentionType::participant) {
    const TokenRange head = set.participant(mention).head;
    if (!head.empty() && mention.tokens.contains(head)) return head.begin;
  }
  return mention.tokens.begin;
}

void fill_token_unit(const TokenizedText& text, std::uint32_t index, Unit& unit) {
  const Token& token = text.tokens[index];
  unit.tokens = {index, index + 1};
  unit.head = token.word;
  unit.kind = token.kind;
  if (token.word != nullptr) {
    unit.proclitics = token.word->proclitics;
    unit.features = token.word->features;
    unit.finite_verb = token.is_word() && token.word->finite_verb;
  }
}

}  // namespace

Result<ClauseSplitter> ClauseSplitter::load(const Lexicon& lexicon) {
  auto lists = std::make_shared<Lists>();
  lists->clause_break = lexicon.list_id("clause.break");
  lists->clause_stop = lexicon.list_id("clause.stop");
  lists->clause_and = lexicon.list_id("clause.and");
  if (lists->clause_break == kNoList || lists->clause_stop == kNoList || lists->clause_and == kNoList) {
    return Diagnostic{"D010", "data/clause", 0, 0, "one of the lists clause.break, clause.stop, clause.and is missing", ""};
  }
  ClauseSplitter splitter;
  splitter.lists_ = std::move(lists);
  return splitter;
}

void ClauseSplitter::mark(WordMarker& marker) const {
  marker.mark_list(lists_->clause_break, kMayEndClause);
  marker.mark_list(lists_->clause_stop, kMayEndClause);
}

void ClauseSplitter::split(const TokenizedText& text, std::uint32_t sentence, const MentionSet& mentions,
                           ClauseSet& out) const {
  const TokenRange range = text.sentences[sentence].tokens;
  const auto by_token = [](const auto& item, std::uint32_t token) { return item.tokens.begin < token; };
  auto mention = std::lower_bound(mentions.mentions.begin(), mentions.mentions.end(), range.begin, by_token);
  auto phrase = std::lower_bound(text.phrases.begin(), text.phrases.end(), range.begin, by_token);

  auto clause_begin = static_cast<std::uint32_t>(out.units.size());
  const auto close = [&](std::uint32_t end) {
    if (end > clause_begin) out.clauses.push_back({sentence, {clause_begin, end}});
    clause_begin = end;
  };

  std::uint32_t token = range.begin;
  bool joined = false;
  while (token < range.end) {
    // «5 soldiers wa-3 civilians»: before figures the conjunction is a token, in the clause it belongs to what it joins as elsewhere.
    if (token + 1 < range.end && text.tokens[token + 1].kind == TokenKind::number && text.tokens[token].is_word() &&
        text.tokens[token].word->in(lists_->clause_and)) {
      joined = true;
      ++token;
    }
    while (mention != mentions.mentions.end() && mention->tokens.begin < token) ++mention;
    while (phrase != text.phrases.end() && phrase->tokens.begin < token) ++phrase;
    const bool has_mention = mention != mentions.mentions.end() && mention->tokens.begin == token;
    const bool has_phrase = phrase != text.phrases.end() && phrase->tokens.begin == token && phrase->tokens.end <= range.end;

    const auto index = static_cast<std::uint32_t>(out.units.size());
    Unit& unit = out.units.emplace_back();
    fill_token_unit(text, token, unit);
    std::uint32_t head = token;
    for (auto each = phrase; each != text.phrases.end() && each->tokens.begin == token; ++each) ++unit.phrase_count;
    if (unit.phrase_count != 0) unit.phrases = &*phrase;
    if (has_phrase && (!has_mention || phrase->tokens.end > mention->tokens.end)) {
      unit.tokens = phrase->tokens;
      unit.phrase = phrase->hit;
      unit.proclitics = phrase->proclitics;
      unit.features = phrase->features;
      unit.finite_verb = unit.finite_verb && (phrase->features & (kPerfect | kImperfect)) != 0;
    } else if (has_mention) {
      const auto first = static_cast<std::size_t>(mention - mentions.mentions.begin());
      unit.tokens = mention->tokens;
      unit.proclitics = mention->proclitics;
      head = head_token(mentions, *mention);
      unit.head = text.tokens[head].word;
      unit.features = unit.head->features;
      unit.finite_verb = false;
      for (std::size_t i = first; i < mentions.mentions.size() && mentions.mentions[i].tokens == unit.tokens; ++i) {
        const Mention& each = mentions.mentions[i];
        const auto type = static_cast<int>(each.type);
        unit.types = static_cast<std::uint8_t>(unit.types | (1u << type));
        if (unit.mentions[type] < 0) unit.mentions[type] = static_cast<std::int32_t>(i);
        if (each.type == MentionType::number) unit.counted = unit.counted || mentions.number(each).kind == NumberKind::cardinal;
        if (each.type == MentionType::participant) unit.counted = unit.counted || mentions.participant(each).count.has_value();
      }
      // A facility that is a named place ("the base of X") is a place as well: the nested place that ends with the mention.
      if (unit.has(MentionType::participant) && !unit.has(MentionType::place) &&
          mentions.participant(mentions.mentions[unit.mentions[static_cast<int>(MentionType::participant)]]).thing) {
        for (std::size_t i = first; i < mentions.mentions.size() && mentions.mentions[i].tokens.begin < unit.tokens.end; ++i) {
          const Mention& each = mentions.mentions[i];
          if (each.type == MentionType::place && each.tokens.end <= unit.tokens.end) {
            unit.types = static_cast<std::uint8_t>(unit.types | (1u << static_cast<int>(MentionType::place)));
            unit.mentions[static_cast<int>(MentionType::place)] = static_cast<std::int32_t>(i);
            break;
          }
        }
      }
      // The same the other way round: a place that begins with a facility's noun can be what was struck.
      if (unit.has(MentionType::place) && !unit.has(MentionType::participant)) {
        for (std::size_t i = first + 1; i < mentions.mentions.size() && mentions.mentions[i].tokens.begin == unit.tokens.begin; ++i) {
          const Mention& each = mentions.mentions[i];
          if (each.type == MentionType::participant && mentions.participant(each).thing) {
            unit.types = static_cast<std::uint8_t>(unit.types | (1u << static_cast<int>(MentionType::participant)));
            unit.mentions[static_cast<int>(MentionType::participant)] = static_cast<std::int32_t>(i);
            break;
          }
        }
      }
    }

    if (joined) unit.proclitics = static_cast<std::uint8_t>(unit.proclitics | kConjWa);
    joined = false;
    unit.may_trigger = unit.phrase_count != 0 || text.tokens[head].may(kMayTrigger);
    const bool may_end = unit.phrase_count != 0 || text.tokens[head].may(kMayEndClause);
    const bool breaks = may_end && unit.in(lists_->clause_break);
    const bool conjoined_verb = unit.finite_verb && (unit.proclitics & kAnyConjunction) != 0 && index > clause_begin &&
                                out.units[index - 1].kind == TokenKind::punctuation;
    if (breaks || conjoined_verb) {
      close(index);
    } else if (index - clause_begin >= kMaxClauseUnits) {
      close(index);
      ++out.cut;
    }
    if (may_end && unit.in(lists_->clause_stop)) close(index + 1);
    token = unit.tokens.end;
  }
  close(static_cast<std::uint32_t>(out.units.size()));
}

}  // namespace rasd
