// Clauses for rule tests, written as text with its mentions marked, so that no finder is needed:
//   "قصفت [A طائرات حربية] [P+ بحلب] ، [N 5]"    A participant, P place, D date, W weapon, N number, C counted
//   participant; + with b- attached
// Words are analysed by the project's lexicon with the lists of the test.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "clause/unit.hpp"
#include "rules/rule_parser.hpp"
#include "rules/rule_set.hpp"
#include "text/normalizer.hpp"
#include "token/lexicon.hpp"

namespace rasd {

// Knowledge for one test: the rules of a source text over the project's lexicon.
class RuleFixture {
 public:
  explicit RuleFixture(const std::string& source) : normalizer_(load()) {
    RuleParser parser;
    parser.parse(source, "test.rules");
    RuleSource parsed = parser.finish(faults);
    resolve_imports(parsed.lists, faults);
    auto built = Lexicon::build(std::string(RASD_SOURCE_DIR) + "/data", normalizer_, parsed.lists, vocabulary_);
    if (!built) {
      faults.insert(faults.end(), built.error().begin(), built.error().end());
      return;
    }
    lexicon = *built;
    cache_ = std::make_unique<WordCache>(*lexicon);
    auto compiled = RuleSet::build(std::move(parsed), lexicon);
    if (!compiled) {
      faults.insert(faults.end(), compiled.error().begin(), compiled.error().end());
    } else {
      rules = *compiled;
    }
  }

  // Replaces the clause by the units of `marked`.
  void read(const std::string& marked) {
    clauses.clear();
    words.clear();
    std::size_t at = 0;
    while (at < marked.size()) {
      if (marked[at] == ' ') {
        ++at;
        continue;
      }
      char type = 0;
      bool preposition = false;
      std::size_t end = std::min(marked.find(' ', at), marked.size());
      if (marked[at] == '[') {
        type = marked[at + 1];
        preposition = marked[at + 2] == '+';
        at += preposition ? 4 : 3;
        end = marked.find(']', at);
      }
      add(marked.substr(at, end - at), type);
      if (preposition) clauses.units.back().proclitics |= kPrepBi;
      at = type == 0 ? end : end + 1;
    }
    clauses.clauses.push_back({0, {0, static_cast<std::uint32_t>(clauses.units.size())}});
  }

  std::vector<RuleMatch> match(const std::string& marked, MatchTrace* trace = nullptr) {
    read(marked);
    std::vector<RuleMatch> out;
    if (rules) rules->match(clauses, 0, scratch_, out, trace);
    return out;
  }

  // "rule trigger role=text … status" for each match, parted by " / ".
  std::string shown(const std::string& marked) {
    std::string out;
    for (const RuleMatch& match : this->match(marked)) {
      if (!out.empty()) out += " / ";
      out += match.rule->id + ' ';
      for (std::uint32_t unit = match.trigger.begin; unit < match.trigger.end; ++unit)
        out += (unit > match.trigger.begin ? "+" : "") + words[unit];
      for (const ArgumentMatch& argument : match.arguments)
        out += std::string(" ") + to_string(argument.role) + '=' + words[argument.unit];
      if (match.status != Status::asserted) out += std::string(" ") + to_string(match.status);
    }
    return out;
  }

  Diagnostics faults;
  std::shared_ptr<const Lexicon> lexicon;
  std::shared_ptr<const RuleSet> rules;
  ClauseSet clauses;
  std::vector<std::string> words;

 private:
  static Normalizer load() {
    auto normalizer = Normalizer::load(std::string(RASD_SOURCE_DIR) + "/data/normalization");
    EXPECT_TRUE(normalizer.has_value());
    return std::move(normalizer).value();
  }

  void add(const std::string& text, char type) {
    const std::string folded = normalizer_.fold(text.substr(0, text.find(' ')));
    Unit unit;
    const auto index = static_cast<std::uint32_t>(clauses.units.size());
    unit.tokens = {index, index + 1};
    unit.head = cache_->lookup(folded, 0);
    const bool word = static_cast<unsigned char>(folded[0]) >= 0x80 && folded != "\xD8\x8C" && folded != "\xC2\xAB" &&
                      folded != "\xC2\xBB";
    unit.kind = word                                   ? TokenKind::word
                : folded[0] >= '0' && folded[0] <= '9' ? TokenKind::number
                                                       : TokenKind::punctuation;
    if (word) {
      unit.proclitics = unit.head->readings.front().proclitics;
      bool finite = true;
      bool known = false;
      for (const Reading& reading : unit.head->readings) {
        unit.features |= reading.features;
        if (reading.lemma == 0) continue;
        known = true;
        finite = finite && reading.pos == Pos::verb;
      }
      unit.finite_verb = type == 0 && known && finite;
    }
    const auto set = [&](MentionType mention) {
      unit.types |= static_cast<std::uint8_t>(1u << static_cast<int>(mention));
    };
    if (type == 'A' || type == 'C') set(MentionType::participant);
    if (type == 'P') set(MentionType::place);
    if (type == 'D') set(MentionType::date);
    if (type == 'W') set(MentionType::weapon);
    if (type == 'N') set(MentionType::number);
    unit.counted = type == 'N' || type == 'C';
    clauses.units.push_back(unit);
    words.push_back(text);
  }

  Normalizer normalizer_;
  Vocabulary vocabulary_;
  std::unique_ptr<WordCache> cache_;
  MatchScratch scratch_;
};

}  // namespace rasd
