#include "token/inflector.hpp"

#include <utility>

#include "text/table_reader.hpp"
#include "token/utf8.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kParticiple = kActiveParticiple | kPassiveParticiple;

const std::string& form_of(const ListItem& item, std::string_view key) {
  static const std::string kNone;
  for (const ListItemForm& form : item.forms) {
    if (form.key == key) return form.text;
  }
  return kNone;
}

// Missing cells are written "-".
std::string cell_text(const std::string& cell) { return cell == "-" ? std::string() : cell; }

Result<std::vector<NounEntry>> load_nouns(const std::string& path, const ParadigmTable& paradigms) {
  const Result<Table> table = read_table(path, {"gender", "class", "plural", "lemma"});
  if (!table) return table.error();
  std::vector<NounEntry> entries;
  Diagnostics faults;
  for (const TableRow& row : table.value().rows) {
    NounEntry entry;
    entry.feminine = row.cells[0] == "f";
    entry.paradigm = cell_text(row.cells[1]);
    for (const std::string_view plural : split_cell(row.cells[2], '|')) {
      if (plural != "-") entry.plurals.emplace_back(plural);
    }
    entry.lemma = row.cells[3];
    if (!entry.paradigm.empty() && !paradigms.has_class(entry.paradigm)) {
      faults.push_back(table.value().fault(row, 1, "L101", "unknown class \"" + entry.paradigm + "\"",
                                           nearest_name(entry.paradigm, paradigms.names())));
    } else {
      entries.push_back(std::move(entry));
    }
  }
  if (!faults.empty()) return faults;
  return entries;
}

}  // namespace

Result<Inflector> Inflector::load(const std::string& directory, const AffixTable& affixes, const Letters& letters) {
  Inflector result;
  result.letters_ = &letters;
  Result<ParadigmTable> paradigms = ParadigmTable::load(directory + "/paradigms.tsv", affixes);
  if (!paradigms) return paradigms.error();
  result.paradigms_ = std::move(paradigms).value();
  Diagnostics faults;

  const Result<Table> verbs = read_table(directory + "/verbs.tsv", {"class", "imperfect", "masdar", "lemma"});
  if (!verbs) return verbs.error();
  for (const TableRow& row : verbs.value().rows) {
    VerbEntry entry{row.cells[3], cell_text(row.cells[0]), cell_text(row.cells[1]), cell_text(row.cells[2])};
    if (!entry.paradigm.empty() && !result.paradigms_.has_class(entry.paradigm)) {
      faults.push_back(verbs.value().fault(row, 0, "L101", "unknown class \"" + entry.paradigm + "\"",
                                           nearest_name(entry.paradigm, result.paradigms_.names())));
      continue;
    }
    result.verb_index_.emplace(letters.with_shadda_only(entry.lemma), result.verbs_.size());
    result.verb_index_.emplace(letters.without_marks(entry.lemma), result.verbs_.size());
    result.verbs_.push_back(std::move(entry));
  }

  const Result<Table> particles = read_table(directory + "/particles.tsv", {"kind", "before_enclitic", "word"});
  if (!particles) return particles.error();
  for (const TableRow& row : particles.value().rows) {
    result.particles_.push_back({row.cells[2], cell_text(row.cells[1]), row.cells[0] == "complement"});
  }

  Result<std::vector<NounEntry>> nouns = load_nouns(directory + "/nouns.tsv", result.paradigms_);
  if (!nouns) return nouns.error();
  result.nouns_ = std::move(nouns).value();
  Result<std::vector<NounEntry>> adjectives = load_nouns(directory + "/adjectives.tsv", result.paradigms_);
  if (!adjectives) return adjectives.error();
  result.adjectives_ = std::move(adjectives).value();
  for (std::size_t i = 0; i < result.nouns_.size(); ++i) {
    result.noun_index_.emplace(letters.without_marks(result.nouns_[i].lemma), i);
    for (const std::string& plural : result.nouns_[i].plurals) {
      result.noun_plural_index_.emplace(letters.without_marks(plural), i);
    }
  }
  for (std::size_t i = 0; i < result.adjectives_.size(); ++i) {
    result.adjective_index_.emplace(letters.without_marks(result.adjectives_[i].lemma), i);
  }

  const auto need = [&](std::string_view name, std::uint16_t& id) {
    if (const auto found = affixes.set_id(name)) {
      id = *found;
    } else {
      faults.push_back({"L102", directory + "/affixes.tsv", 0, 0, "set \"" + std::string(name) + "\" is missing", ""});
    }
  };
  need("bare", result.bare_);
  need("enclitic", result.enclitic_);
  need("perfect", result.perfect_);
  if (!faults.empty()) return faults;
  return result;
}

const VerbEntry* Inflector::find_verb(const std::string& word) const {
  auto at = verb_index_.find(letters_->with_shadda_only(word));
  if (at == verb_index_.end()) return nullptr;
  return &verbs_[at->second];
}

std::string Inflector::lemma_key(Pos pos, const ListItem& item) const {
  std::string key = std::to_string(static_cast<int>(pos)) + "|" +
                    (pos == Pos::verb ? letters_->with_shadda_only(item.text) : letters_->without_marks(item.text)) + "|" +
                    form_of(item, "class");
  if (pos != Pos::verb) return key;
  // A verb written without shadda is the table's verb; an own imperfect or class makes it another one.
  const VerbEntry* entry = find_verb(item.text);
  if (entry != nullptr && form_of(item, "class").empty() && form_of(item, "imperfect").empty()) {
    return std::to_string(static_cast<int>(pos)) + "|" + letters_->with_shadda_only(entry->lemma) + "|";
  }
  return key + "|" + form_of(item, "imperfect");
}

void Inflector::expand(const Paradigm& paradigm, const Radicals& radicals, Pos pos, std::uint32_t features, bool derived,
                       std::vector<Stem>& out) const {
  for (const StemTemplate& stem : paradigm.stems) {
    out.push_back({ParadigmTable::fill(stem.shape, radicals), stem.set, stem.features | features, pos, derived});
  }
}

void Inflector::plural(Pos pos, const std::string& word, std::uint32_t features, std::vector<Stem>& out) const {
  Radicals radicals;
  const Paradigm* paradigm = paradigms_.first_match(ParadigmKind::plural, letters_->without_marks(word), radicals);
  if (paradigm != nullptr) expand(*paradigm, radicals, pos, features | kPlural, false, out);
}

void Inflector::verb(const std::string& word, const ListItem& item, std::vector<Stem>& out, std::string* unknown_class) const {
  const std::string lemma = letters_->with_shadda_only(word);
  const VerbEntry* entry = find_verb(word);
  std::string name = form_of(item, "class");
  std::string imperfect = form_of(item, "imperfect");
  if (entry != nullptr && name.empty() && imperfect.empty()) {
    name = entry->paradigm;
    imperfect = entry->imperfect;
  }
  Radicals radicals;
  const Paradigm* paradigm = nullptr;
  if (!name.empty()) {
    paradigm = paradigms_.named(ParadigmKind::verb, name, lemma, radicals);
    if (paradigm == nullptr && unknown_class != nullptr) *unknown_class = name;
  }
  bool own_imperfect = false;
  if (paradigm == nullptr && !imperfect.empty()) paradigm = paradigms_.with_imperfect(lemma, imperfect, radicals);
  if (paradigm == nullptr) {
    const std::string& shape = entry != nullptr ? entry->lemma : lemma;
    paradigm = paradigms_.first_match(ParadigmKind::verb, letters_->with_shadda_only(shape), radicals);
    own_imperfect = !imperfect.empty();
  }
  if (paradigm == nullptr) return;
  const std::string masdar = entry != nullptr ? entry->masdar : std::string();
  for (const StemTemplate& stem : paradigm->stems) {
    const bool nominal = (stem.features & (kMasdar | kParticiple)) != 0;
    if ((stem.features & kMasdar) != 0 && !masdar.empty()) continue;
    if (own_imperfect && paradigms_.is_imperfect_set(stem.set)) continue;
    out.push_back({ParadigmTable::fill(stem.shape, radicals), stem.set, stem.features, nominal ? Pos::noun : Pos::verb, nominal});
  }
  if (own_imperfect) {
    const CodePoint prefix = code_point_at(imperfect, 0);
    out.push_back({letters_->without_marks(imperfect.substr(prefix.size)), paradigms_.imperfect_set(), kActive | kPassive,
                   Pos::verb, false});
  }
  for (const std::string_view own : split_cell(masdar, '|')) {
    const std::size_t before = out.size();
    inflect_masdar(std::string(own), out);
    for (std::size_t i = before; i < out.size(); ++i) out[i].derived = true;
  }
  for (const ListItemForm& form : item.forms) {
    if (form.key == "passive") out.push_back({letters_->without_marks(form.text), perfect_, kPassive, Pos::verb, false});
  }
}

void Inflector::inflect_masdar(const std::string& word, std::vector<Stem>& out) const {
  ListItem plain;
  plain.text = word;
  const std::size_t before = out.size();
  noun(ParadigmKind::noun, Pos::noun, word, plain, out, nullptr);
  for (std::size_t i = before; i < out.size(); ++i) out[i].features |= kMasdar;
}

void Inflector::noun(ParadigmKind kind, Pos pos, const std::string& word, const ListItem& item, std::vector<Stem>& out,
                     std::string* unknown_class) const {
  const std::string lemma = letters_->without_marks(word);
  const auto& index = kind == ParadigmKind::noun ? noun_index_ : adjective_index_;
  const auto at = index.find(lemma);
  const NounEntry* entry = at == index.end() ? nullptr : &(kind == ParadigmKind::noun ? nouns_ : adjectives_)[at->second];
  std::string name = form_of(item, "class");
  std::vector<std::string> plurals;
  for (const ListItemForm& form : item.forms) {
    if (form.key == "plural") plurals.push_back(form.text);
  }
  bool feminine = form_of(item, "gender") == "f";
  if (entry == nullptr && kind == ParadigmKind::noun && name.empty() && plurals.empty() && noun_plural_index_.count(lemma) != 0) {
    return plural(pos, lemma, 0, out);  // the item is itself a plural
  }
  if (entry != nullptr) {
    if (name.empty()) name = entry->paradigm;
    plurals.insert(plurals.end(), entry->plurals.begin(), entry->plurals.end());
    feminine = feminine || entry->feminine;
  }
  Radicals radicals;
  const Paradigm* paradigm = nullptr;
  if (!name.empty()) {
    paradigm = paradigms_.named(kind, name, lemma, radicals);
    if (paradigm == nullptr && unknown_class != nullptr) *unknown_class = name;
  }
  if (paradigm == nullptr) {
    paradigm = paradigms_.first_match(kind, lemma, radicals);
    if (paradigm != nullptr && kind == ParadigmKind::noun && paradigm->name == "noun.masculine") {
      const char* better = feminine ? "noun.feminine_bare" : plurals.empty() ? nullptr : "noun.broken";
      if (better != nullptr) {
        if (const Paradigm* other = paradigms_.named(kind, better, lemma, radicals)) paradigm = other;
      }
    }
  }
  if (paradigm == nullptr) return;
  expand(*paradigm, radicals, pos, 0, false, out);
  for (const std::string& form : plurals) plural(pos, letters_->without_marks(form), 0, out);
  if (const std::string& dual = form_of(item, "dual"); !dual.empty()) {
    out.push_back({letters_->without_marks(dual), bare_, kDual, pos, false});
  }
  if (const std::string& other = form_of(item, "feminine"); !other.empty()) {
    const std::string text = letters_->without_marks(other);
    if (const Paradigm* of_other = paradigms_.first_match(kind, text, radicals)) {
      expand(*of_other, radicals, pos, kFeminine, false, out);
    }
  }
}

void Inflector::inflect(Pos pos, const std::string& word, const ListItem& item, std::vector<Stem>& out,
                        std::string* unknown_class) const {
  switch (pos) {
    case Pos::verb:
      verb(word, item, out, unknown_class);
      break;
    case Pos::noun:
      noun(ParadigmKind::noun, pos, word, item, out, unknown_class);
      break;
    case Pos::adjective:
      noun(ParadigmKind::adjective, pos, word, item, out, unknown_class);
      break;
    default:
      out.push_back({letters_->without_marks(word), bare_, 0, pos, false});
      break;
  }
  for (const ListItemForm& form : item.forms) {
    if (form.key == "form") out.push_back({letters_->without_marks(form.text), bare_, 0, pos, false});
  }
}

}  // namespace rasd
