// Bytes -> a pattern as written in rules, and rows of units. Every choice takes one byte; where they end, zeros follow,
// so that short inputs make short patterns.
#pragma once

#include <array>
#include <deque>
#include <string>

#include "support/naive_matcher.hpp"

namespace rasd::fuzz {

inline const std::vector<std::string>& list_names() {
  static const std::vector<std::string> names = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
  return names;
}

class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  unsigned byte() { return at_ < size_ ? data_[at_++] : 0; }
  unsigned pick(unsigned n) { return byte() % n; }
  bool one_in(unsigned n) { return pick(n) == n - 1; }
  [[nodiscard]] bool empty() const { return at_ >= size_; }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

class PatternMaker {
 public:
  explicit PatternMaker(Choices& choices) : choices_(choices) {}

  std::string pattern(bool argument) {
    std::string out = one(argument);
    const unsigned more = choices_.one_in(8) ? 1 + choices_.pick(2) : 0;
    for (unsigned i = 0; i < more; ++i) out += " | " + one(argument);
    return more > 0 && choices_.one_in(2) ? "(" + out + ")" : out;
  }

 private:
  std::string one(bool argument) {
    const bool before = argument && choices_.pick(2) == 0;
    std::string out = row(choices_.pick(6), before, true, 0);
    out += (choices_.one_in(8) ? proclitics() : "") + "TRIGGER ";
    return out + row(choices_.pick(6), argument && !before, false, 0);
  }

  std::string row(unsigned size, bool argument, bool before, int depth) {
    const unsigned at = argument ? choices_.pick(size + 1) : size + 1;
    std::string out;
    for (unsigned i = 0; i <= size; ++i) {
      if (i == at) out += this->argument(before, depth) + " ";
      if (i < size) out += element(before, depth) + " ";
    }
    return out;
  }

  std::string argument(bool before, int depth) {
    if (depth > 1 || !choices_.one_in(5)) return proclitics() + "@";
    std::string out = "(" + row(choices_.pick(2), true, before, depth + 1);
    for (unsigned more = choices_.pick(3); more > 0; --more) out += "| " + row(choices_.pick(2), true, before, depth + 1);
    return out + ")";
  }

  std::string proclitics() {
    switch (choices_.pick(16)) {
      case 1: return "b+";
      case 2: return "l+";
      case 3: return "k+";
      case 4: return "w+";
      case 5: return "f+";
      case 6: return "s+";
      case 7: return "any+";
      case 8: return "w+b+";
      case 9: return "w+any+";
      default: return "";
    }
  }

  // Repetitions of groups are short, since the naive matcher tries all ways through them.
  std::string repetition(bool group) {
    const unsigned limit = group ? 3 : 30;
    switch (choices_.pick(12)) {
      case 1: return "?";
      case 2: return group ? "?" : "*";
      case 3: return group ? "{2}" : "+";
      case 4:
      case 5: return "{0," + std::to_string(1 + choices_.pick(limit)) + "}";
      case 6: return "{" + std::to_string(1 + choices_.pick(group ? 2 : 4)) + "," + std::to_string(group ? 3 : 5) + "}";
      case 7: return "{" + std::to_string(1 + choices_.pick(group ? 2 : 12)) + "}";
      default: return "";
    }
  }

  std::string lists() {
    std::string out = "{" + list_names()[choices_.pick(10)];
    for (unsigned more = choices_.pick(3); more > 0; --more) out += "|" + list_names()[choices_.pick(10)];
    return out + "}";
  }
  std::string type() {
    static const char* const names[] = {"[Actor]", "[Place]", "[Date]", "[Count]", "[Number]", "[Weapon]", "[Any]"};
    return names[choices_.pick(7)];
  }
  std::string unit_class() {
    static const char* const names[] = {"<verb>",   "<noun>",     "<adjective>", "<particle>",  "<finite>",  "<passive>",
                                        "<active>", "<plural>",   "<dual>",      "<singular>",  "<feminine>", "<masculine>",
                                        "<article>", "<punct>",   "<comma>",     "<quote>",     "<number>",  "<word>"};
    return names[choices_.pick(18)];
  }
  std::string some_test() {
    const unsigned kind = choices_.pick(3);
    return kind == 0 ? lists() : kind == 1 ? type() : unit_class();
  }

  std::string element(bool before, int depth) {
    switch (choices_.pick(12)) {
      case 1: return proclitics() + lists() + repetition(false);
      case 2: return proclitics() + "!" + lists() + repetition(false);
      case 3: return proclitics() + type() + repetition(false);
      case 4: return proclitics() + "!" + type() + repetition(false);
      case 5: return proclitics() + unit_class() + repetition(false);
      case 6: return proclitics() + "!" + unit_class() + repetition(false);
      case 7: return before ? "<clause_start>" : "<clause_end>";
      case 8: {
        std::string out = "_";
        for (unsigned more = 1 + choices_.pick(2); more > 0; --more) out += "!" + some_test();
        return out + repetition(false);
      }
      case 9: return proclitics() + "_" + repetition(false);
      case 10: {
        if (depth > 1) return "_";
        std::string out = proclitics() + "(" + row(1 + choices_.pick(2), false, before, depth + 1);
        for (unsigned more = choices_.pick(3); more > 0; --more)
          out += "| " + row(1 + choices_.pick(2), false, before, depth + 1);
        return out + ")" + repetition(true);
      }
      default: return "_{0," + std::to_string(1 + choices_.pick(30)) + "}";
    }
  }

  Choices& choices_;
};

// A clause of units made from bytes; owns the words.
class RowMaker {
 public:
  explicit RowMaker(Choices& choices) {
    row.list_id = [](const std::string& name) {
      for (std::size_t i = 0; i < list_names().size(); ++i) {
        if (list_names()[i] == name) return static_cast<ListId>(i);
      }
      return kNoList;
    };
    // Long clauses repeat what the bytes say, so that the words' ends of 64 units and the reach of 40 are met.
    const unsigned own = 1 + choices.pick(12);
    const unsigned size = choices.one_in(4) ? own + choices.pick(200) : own;
    for (unsigned i = 0; i < own; ++i) add(choices);
    for (unsigned i = own; i < size; ++i) {
      const Unit copy = row.units[i % own];
      const bool barrier = row.barrier[i % own];
      row.units.push_back(copy);
      row.barrier.push_back(barrier);
    }
  }
  naive::Row row;

 private:
  void add(Choices& choices) {
    Unit unit;
    bool barrier = false;
    Word& own = words_.emplace_back();
    WordAnalysis& word = own.analysis;
    word.readings = {own.readings.data(), 1};
    unit.head = &word;
    switch (choices.pick(10)) {
      case 1:
        unit.kind = TokenKind::number;
        unit.types = 1u << static_cast<int>(MentionType::number);
        unit.counted = true;
        break;
      case 2: {
        static const char* const signs[] = {",", "\xD8\x8C", "\"", "'", "\xC2\xAB", "\xC2\xBB", ":", "."};
        unit.kind = TokenKind::punctuation;
        word.folded = signs[choices.pick(8)];
        own.readings[0].pos = Pos::punctuation;
        break;
      }
      case 3: unit.types = static_cast<std::uint8_t>(1u << choices.pick(kMentionTypes)); break;
      case 4: unit.finite_verb = true; break;
      case 5: barrier = true; break;
      case 6: unit.counted = true; break;
      default: break;
    }
    const unsigned more = choices.byte();
    const auto put_into = [&](unsigned list) {
      own.lists[word.lists.size()] = {static_cast<ListId>(list), 0};
      word.lists = {own.lists.data(), word.lists.size() + 1};
    };
    if (more & 1u) put_into(choices.pick(10));
    if (more & 2u) unit.proclitics = static_cast<std::uint8_t>(1u << choices.pick(7));
    if (more & 4u) unit.proclitics |= static_cast<std::uint8_t>(choices.byte() & 127u);
    if (more & 8u) unit.features = choices.byte() | choices.byte() << 8u;
    if (more & 16u) {
      const unsigned reading = choices.byte();
      word.known = (reading & 128u) != 0;
      own.readings[0].pos = static_cast<Pos>(reading % 9);
      own.readings[0].lemma = (reading & 64u) != 0 ? 1 : 0;
      if (reading & 32u) {
        word.readings = own.readings;
        own.readings[1].pos = static_cast<Pos>(choices.pick(9));
        own.readings[1].lemma = word.known ? 2 : 0;
      }
    }
    if (more & 32u) {
      phrases_.push_back({unit.tokens, {static_cast<ListId>(choices.pick(10)), 0}, 0, 0});
      unit.phrase = phrases_.back().hit;
      unit.phrases = &phrases_.back();
      unit.phrase_count = 1;
    }
    if (more & 64u) unit.types |= static_cast<std::uint8_t>(choices.byte() & ((1u << kMentionTypes) - 1));
    if (more & 128u) put_into(choices.pick(10));
    row.units.push_back(unit);
    row.barrier.push_back(barrier);
  }

  struct Word {
    WordAnalysis analysis;
    std::array<Reading, 2> readings;
    std::array<ListHit, 2> lists;
  };
  std::deque<Word> words_;
  std::deque<PhraseHit> phrases_;
};

}  // namespace rasd::fuzz
