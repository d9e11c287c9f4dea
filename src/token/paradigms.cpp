#include "token/paradigms.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/table_reader.hpp"
#include "token/utf8.hpp"

namespace rasd {
namespace {

bool is_radical(char32_t c) { return c >= U'1' && c <= U'4'; }

// Whether `letters` has the shape; every '*' takes at least one letter and stands first in its pattern.
bool fits(const Template& shape, std::u32string_view letters, Radicals& radicals) {
  std::size_t at = 0;
  std::size_t any = 0;  // letters that '*' takes
  std::size_t i = 0;
  if (!shape.empty() && shape[0] == U'*') {
    const std::size_t rest = shape.size() - 1;
    if (letters.size() <= rest) return false;
    at = letters.size() - rest;
    any = at;
    i = 1;
  } else if (shape.size() != letters.size()) {
    return false;
  }
  for (; i < shape.size(); ++i, ++at) {
    if (is_radical(shape[i])) {
      if (is_arabic_mark(letters[at])) return false;
      radicals.letter[shape[i] - U'0'] = letters[at];
    } else if (shape[i] != letters[at]) {
      return false;
    }
  }
  if (any != 0) radicals.any.assign(letters.substr(0, any));
  return true;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0u | (c >> 6)));
    out.push_back(static_cast<char>(0x80u | (c & 0x3Fu)));
  } else {
    out.push_back(static_cast<char>(0xE0u | (c >> 12)));
    out.push_back(static_cast<char>(0x80u | ((c >> 6) & 0x3Fu)));
    out.push_back(static_cast<char>(0x80u | (c & 0x3Fu)));
  }
}

std::u32string without_marks(std::u32string_view letters) {
  std::u32string out;
  for (const char32_t c : letters) {
    if (!is_arabic_mark(c)) out.push_back(c);
  }
  return out;
}

std::optional<ParadigmKind> parse_kind(std::string_view name) {
  if (name == "verb") return ParadigmKind::verb;
  if (name == "noun") return ParadigmKind::noun;
  if (name == "adjective") return ParadigmKind::adjective;
  if (name == "plural") return ParadigmKind::plural;
  return std::nullopt;
}

}  // namespace

std::u32string decode(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    out.push_back(c.value);
    at += c.size;
  }
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append(out, c);
  return out;
}

Result<ParadigmTable> ParadigmTable::load(const std::string& path, const AffixTable& affixes) {
  const Result<Table> read = read_table(path, {"class", "set", "features", "stem"});
  if (!read) return read.error();
  const Table& table = read.value();
  ParadigmTable result;
  Diagnostics faults;
  for (const TableRow& row : table.rows) {
    const std::string& name = row.cells[0];
    if (row.cells[1] == "lemma") {
      const std::optional<ParadigmKind> kind = parse_kind(row.cells[2]);
      if (!kind) {
        faults.push_back(table.fault(row, 2, "L102", "unknown kind \"" + row.cells[2] + "\"", "verb, noun, adjective or plural"));
        continue;
      }
      result.by_name_[name] = result.paradigms_.size();
      result.paradigms_.push_back({name, *kind, decode(row.cells[3]), {}});
      continue;
    }
    if (result.paradigms_.empty() || result.paradigms_.back().name != name) {
      faults.push_back(table.fault(row, 0, "L101", "class \"" + name + "\" has no lemma row before this one"));
      continue;
    }
    const std::optional<std::uint16_t> set = affixes.set_id(row.cells[1]);
    const std::optional<std::uint32_t> features = parse_features(row.cells[2]);
    if (!set) {
      const std::string nearest = nearest_name(row.cells[1], affixes.set_names());
      faults.push_back(table.fault(row, 1, "L102", "unknown set \"" + row.cells[1] + "\"",
                                   nearest.empty() ? "" : "did you mean \"" + nearest + "\"?"));
    } else if (!features) {
      faults.push_back(table.fault(row, 2, "L102", "unknown feature in \"" + row.cells[2] + "\""));
    } else {
      result.paradigms_.back().stems.push_back({*set, *features, decode(row.cells[3])});
    }
  }
  if (!faults.empty()) return faults;
  const std::vector<std::string> sets = affixes.set_names();
  for (std::size_t i = 0; i < sets.size(); ++i) {
    result.imperfect_sets_.push_back(sets[i].rfind("imperfect", 0) == 0 ? 1 : 0);
    if (sets[i] == "imperfect") result.imperfect_set_ = static_cast<std::uint16_t>(i);
  }
  return result;
}

const Paradigm* ParadigmTable::first_match(ParadigmKind kind, std::string_view lemma, Radicals& radicals) const {
  const std::u32string letters = decode(lemma);
  const bool marked = std::any_of(letters.begin(), letters.end(), is_arabic_mark);
  const std::u32string stripped = marked ? without_marks(letters) : std::u32string();
  const std::u32string_view bare = marked ? stripped : letters;
  // A shadda may tell the class; where it does not, it does not matter.
  if (marked) {
    for (const Paradigm& paradigm : paradigms_) {
      const bool any = !paradigm.lemma.empty() && paradigm.lemma[0] == U'*';
      if (paradigm.kind == kind && !any && fits(paradigm.lemma, letters, radicals)) return &paradigm;
    }
  }
  for (const Paradigm& paradigm : paradigms_) {
    if (paradigm.kind == kind && fits(paradigm.lemma, bare, radicals)) return &paradigm;
  }
  return nullptr;
}

const Paradigm* ParadigmTable::named(ParadigmKind kind, std::string_view name, std::string_view lemma,
                                     Radicals& radicals) const {
  const auto at = by_name_.find(std::string(name));
  if (at == by_name_.end()) return nullptr;
  const Paradigm& paradigm = paradigms_[at->second];
  if (paradigm.kind != kind) return nullptr;
  if (!fits(without_marks(paradigm.lemma), without_marks(decode(lemma)), radicals)) return nullptr;
  return &paradigm;
}

const Paradigm* ParadigmTable::with_imperfect(std::string_view lemma, std::string_view imperfect, Radicals& radicals) const {
  const std::u32string letters = without_marks(decode(lemma));
  const std::u32string wanted = without_marks(decode(imperfect));
  if (wanted.empty()) return nullptr;
  for (const Paradigm& paradigm : paradigms_) {
    if (paradigm.kind != ParadigmKind::verb || !fits(without_marks(paradigm.lemma), letters, radicals)) continue;
    for (const StemTemplate& stem : paradigm.stems) {
      if (is_imperfect_set(stem.set) && (stem.features & kActive) != 0 &&
          decode(fill(stem.shape, radicals)) == wanted.substr(1)) {
        return &paradigm;
      }
    }
  }
  return nullptr;
}

std::vector<std::string> ParadigmTable::names() const {
  std::vector<std::string> names;
  for (const auto& [name, index] : by_name_) names.push_back(name);
  return names;
}

std::string ParadigmTable::fill(const Template& shape, const Radicals& radicals) {
  std::string out;
  for (const char32_t c : shape) {
    if (is_radical(c)) {
      append(out, radicals.letter[c - U'0']);
    } else if (c == U'*') {
      for (const char32_t letter : radicals.any) append(out, letter);
    } else {
      append(out, c);
    }
  }
  return out;
}

}  // namespace rasd
