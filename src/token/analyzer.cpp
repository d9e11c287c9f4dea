// Lexicon::analyze: every way to cut a word into proclitics, prefix, stem, ending and enclitic that the tables allow.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <memory_resource>
#include <utility>

#include "token/arena.hpp"
#include "token/lexicon.hpp"
#include "token/lexicon_impl.hpp"
#include "token/utf8.hpp"

namespace rasd {
namespace {

constexpr std::size_t kFewReadings = 16;
constexpr std::size_t kFewLists = 32;
constexpr std::size_t kScratch = 4096;  // bytes: enough for the work on nearly all words
// Readings this much worse than the best one are left out.
constexpr int kUnlikely = 8;
constexpr int kCompound = 5;
constexpr int kSloppy = 3;  // ha for ta marbuta: a pronoun is likelier

struct Cut {
  std::uint8_t offset;
  std::uint8_t clitic;  // index of the proclitic or enclitic row
  std::uint8_t affix;   // index of the prefix or suffix
  std::uint32_t shape;  // what the letters at the cut give to the shape of a stem, see Lexicon::Impl
};

struct Cuts {
  std::array<Cut, kMaxWordCuts> cut;
  std::size_t size = 0;
  bool full = false;
  void add(std::size_t offset, std::size_t clitic, std::size_t affix, std::uint32_t shape) {
    if (size == kMaxWordCuts) {
      full = true;
      return;
    }
    cut[size++] = {static_cast<std::uint8_t>(offset), static_cast<std::uint8_t>(clitic), static_cast<std::uint8_t>(affix), shape};
  }
};

// Affixes and clitics are a few letters: a loop beats a call.
bool equal(const char* a, const char* b, std::size_t size) {
  for (std::size_t i = size; i > 0; --i) {
    if (a[i - 1] != b[i - 1]) return false;
  }
  return true;
}
bool starts_with(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equal(text.data(), start.data(), start.size());
}
bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && equal(text.data() + text.size() - end.size(), end.data(), end.size());
}

// An item's own form has no tense and joins any.
bool different_tense(std::uint32_t a, std::uint32_t b) {
  constexpr std::uint32_t kTense = kPerfect | kImperfect;
  return (a & kTense) != 0 && (b & kTense) != 0 && (a & kTense) != (b & kTense);
}

// A reading without its lists, which are copied for those that stay only.
struct Ranked {
  LemmaId lemma = 0;
  std::uint32_t features = 0;
  int cost = 0;
  Pos pos = Pos::unknown;
  std::uint8_t proclitics = 0;
  std::uint8_t enclitic = 0;
  std::uint8_t stem_begin = 0;
  std::uint8_t stem_end = 0;
  bool derived = false;
};

Pos pos_of_unknown(std::string_view word) {
  const char32_t first = code_point_at(word, 0).value;
  if (is_ascii_digit(first)) return Pos::number;
  const bool letter = is_arabic_letter(first) || is_ascii_letter(first) || first >= 0x2BFF || (first >= 0xC0 && first < 0x590);
  return letter ? Pos::unknown : Pos::punctuation;
}

// Stable.
template <class Iterator, class Before>
void insertion_sort(Iterator begin, Iterator end, Before before) {
  for (Iterator each = begin; each != end; ++each) {
    const auto value = *each;
    Iterator at = each;
    for (; at != begin && before(value, *(at - 1)); --at) *at = *(at - 1);
    *at = value;
  }
}

class Analysis {
 public:
  // `memory`: for what is no part of the result.
  Analysis(const Lexicon::Impl& impl, std::string_view word, char32_t last, std::pmr::memory_resource* memory)
      : impl_(impl), word_(word), last_(last), ranked_(memory) {}

  void run(std::pmr::memory_resource& kept, WordAnalysis& out) {
    ranked_.reserve(kFewReadings);
    find_cuts();
    out.cut_short = begins_.full || ends_.full;
    keeps_start_ = impl_.whole_starts.find(word_) != kNoString;
    keeps_end_ = impl_.whole_ends.find(word_) != kNoString;
    for (std::size_t b = 0; b < begins_.size; ++b) {
      for (std::size_t e = 0; e < ends_.size; ++e) try_cut(begins_.cut[b], ends_.cut[e]);
    }
    out.known = !ranked_.empty();
    if (ranked_.empty()) guess();
    // Stable, and without the memory that stable_sort asks for: there are few.
    insertion_sort(ranked_.begin(), ranked_.end(), [](const Ranked& a, const Ranked& b) { return a.cost < b.cost; });
    const int worst = ranked_.front().cost + kUnlikely;
    const auto end = std::find_if(ranked_.begin(), ranked_.end(), [&](const Ranked& each) { return each.cost >= worst; });
    std::pmr::vector<ListHit> all(ranked_.get_allocator());  // of all readings, the best first
    for (auto each = ranked_.begin(); each != end; ++each) {
      const std::vector<ListHit>& lists = lists_of(*each);
      all.insert(all.end(), lists.begin(), lists.end());
    }
    const auto before = [](const ListHit& a, const ListHit& b) { return a.list < b.list; };
    const auto same = [](const ListHit& a, const ListHit& b) { return a.list == b.list; };
    if (all.size() > 1) {
      if (all.size() > kFewLists) {
        std::stable_sort(all.begin(), all.end(), before);
      } else {
        insertion_sort(all.begin(), all.end(), before);
      }
      all.erase(std::unique(all.begin(), all.end(), same), all.end());
    }
    out.lists = copy_row<ListHit>(all, kept);
    std::pmr::vector<Reading> readings(ranked_.get_allocator());
    readings.reserve(static_cast<std::size_t>(end - ranked_.begin()));
    for (auto each = ranked_.begin(); each != end; ++each) {
      readings.push_back({each->lemma, each->pos, each->proclitics, each->enclitic, each->stem_begin, each->stem_end,
                          each->features, lists_of(*each)});
    }
    out.readings = copy_row<Reading>(readings, kept);
  }

 private:
  [[nodiscard]] const std::vector<ListHit>& lists_of(const Ranked& reading) const {
    const Lemma& lemma = impl_.lemmas[reading.lemma];
    return reading.derived ? lemma.derived : lemma.lists;
  }

  void find_cuts() {
    const auto& proclitics = impl_.clitics.proclitics;
    const auto& prefixes = impl_.affixes.prefixes();
    for (const std::uint8_t p : impl_.clitics.proclitic_index.candidates(word_)) {
      if (!starts_with(word_, proclitics[p].form)) continue;
      const std::string_view rest = word_.substr(proclitics[p].form.size());
      for (const std::uint8_t x : impl_.affixes.prefix_index().candidates(rest)) {
        if (starts_with(rest, prefixes[x]) && rest.size() > prefixes[x].size()) {
          const std::size_t offset = proclitics[p].form.size() + prefixes[x].size();
          const bool shaped = word_.size() - offset >= Lexicon::Impl::kShapeBytes;
          begins_.add(offset, p, x, shaped ? Lexicon::Impl::first_part(word_.data() + offset) : 0);
        }
      }
    }
    const auto& enclitics = impl_.clitics.enclitics;
    const auto& suffixes = impl_.affixes.suffixes();
    for (const std::uint8_t c : impl_.clitics.enclitic_index.candidates(word_)) {
      if (!ends_with(word_, enclitics[c].form)) continue;
      if (c != 0 && !impl_.letters.accepts(enclitics[c].final, last_)) continue;
      const std::string_view rest = word_.substr(0, word_.size() - enclitics[c].form.size());
      for (const std::uint8_t s : impl_.affixes.suffix_index().candidates(rest)) {
        if (ends_with(rest, suffixes[s]) && rest.size() > suffixes[s].size()) {
          const std::size_t offset = rest.size() - suffixes[s].size();
          ends_.add(offset, c, s, offset >= Lexicon::Impl::kShapeBytes ? Lexicon::Impl::last_part(word_.data() + offset) : 0);
        }
      }
    }
  }

  void try_cut(const Cut& begin, const Cut& end) {
    if (begin.offset >= end.offset) return;
    const std::string_view text(word_.data() + begin.offset, end.offset - begin.offset);
    const bool shaped = text.size() >= Lexicon::Impl::kShapeBytes;
    if (!impl_.has_shape(shaped ? Lexicon::Impl::shape_of(begin.shape, end.shape, text.size()) : Lexicon::Impl::shape_of(text))) return;
    const std::uint32_t head = impl_.head_of(text);
    for (std::uint32_t i = head; i != 0; i = impl_.stems[i].next) {
      const StemEntry& stem = impl_.stems[i];
      for (std::uint16_t r = impl_.affixes.first_row(stem.set, begin.affix, end.affix); r != 0;
           r = impl_.affixes.row(r).next) {
        try_row(begin, end, stem, impl_.affixes.row(r));
      }
    }
  }

  void try_row(const Cut& begin, const Cut& end, const StemEntry& stem, const AffixRow& row) {
    const ProcliticRow& proclitic = impl_.clitics.proclitics[begin.clitic];
    const EncliticRow& enclitic = impl_.clitics.enclitics[end.clitic];
    std::uint32_t features = stem.features | row.features;
    // Stem and ending of a plural: the ending of a singular does not count.
    std::uint8_t hosts = stem.hosts;
    if (stem.pos == Pos::verb) hosts = (features & kPerfect) != 0 ? kHostPerfect : kHostImperfect;
    if ((proclitic.hosts & hosts) == 0) return;
    const bool article = (proclitic.bits & kArticle) != 0;
    if (stem.needs_article && !article) return;
    if (article && (features & (kConstruct | kAccusative)) != 0) return;
    int cost = 2 * proclitic.count;
    // What lists hold as particles and forms is often a compound that the general words can read more closely.
    if (!stem.common && stem.pos != Pos::verb && (hosts & (kHostParticle | kHostForm)) != 0) cost += kCompound;
    if (end.clitic == 0) {
      if (row.when == AffixWhen::enclitic) return;
      const Final final = impl_.affixes.suffixes()[end.affix].empty() ? stem.final : row.final;
      if (!impl_.letters.accepts(final, last_)) return;
      if (final == Final::ta_marbuta && last_ == impl_.letters.ha) cost += kSloppy;
      if (final == Final::real_ya && last_ == impl_.letters.alef_maqsura) ++cost;
    } else {
      if (row.when == AffixWhen::final || article || (enclitic.hosts & hosts) == 0) return;
      if (stem.pos == Pos::noun && (features & kAccusative) != 0) return;
      cost += 1 + enclitic.rank;
    }
    if (keeps_start_ && (proclitic.bits & ~kArticle) != 0) cost += kUnlikely;
    if (keeps_end_ && end.clitic != 0) cost += kUnlikely;
    // News hardly says "I".
    if ((features & kImperfect) != 0 && (features & (kFirst | kSingular | kThird)) == (kFirst | kSingular)) cost += kUnlikely;
    std::uint8_t bits = proclitic.bits;
    if ((bits & kPrepLi) != 0 && !article && (hosts & kHostNoun) != 0 && end.clitic == 0 &&
        (features & (kConstruct | kAccusative)) == 0 &&
        starts_with(word_.substr(begin.offset), impl_.letters.lam)) {
      bits |= kArticle;  // l- + al- before a lam is written with two lams only
    }
    const std::size_t stem_begin = proclitic.form.size();
    const std::size_t stem_end = word_.size() - enclitic.form.size();
    add(stem, features, bits, end.clitic, stem_begin, stem_end, cost);
  }

  void add(const StemEntry& stem, std::uint32_t features, std::uint8_t bits, std::uint8_t enclitic, std::size_t begin,
           std::size_t end, int cost) {
    for (Ranked& other : ranked_) {
      if (other.lemma == stem.lemma && other.pos == stem.pos && other.proclitics == bits && other.enclitic == enclitic &&
          other.derived == stem.derived && !different_tense(other.features, features)) {
        other.features |= features;
        other.cost = std::min(other.cost, cost);
        return;
      }
    }
    ranked_.push_back({stem.lemma, features, cost, stem.pos, bits, enclitic, static_cast<std::uint8_t>(begin),
                       static_cast<std::uint8_t>(end), stem.derived});
  }

  // An unknown word: the longest proclitics that leave something like a word.
  void guess() {
    Ranked fresh;
    fresh.pos = pos_of_unknown(word_);
    fresh.stem_end = static_cast<std::uint8_t>(word_.size());
    if (!keeps_start_) {
      const ProcliticRow* best = nullptr;
      for (const ProcliticRow& row : impl_.clitics.proclitics) {
        const bool sure = (row.bits & kArticle) != 0 || row.bits == kConjWa;
        if (!sure || !starts_with(word_, row.form) || word_.size() < row.form.size() + 6) continue;
        if (best == nullptr || row.form.size() > best->form.size()) best = &row;
      }
      if (best != nullptr) {
        fresh.proclitics = best->bits;
        fresh.stem_begin = static_cast<std::uint8_t>(best->form.size());
      }
    }
    ranked_.push_back(fresh);
  }

  const Lexicon::Impl& impl_;
  std::string_view word_;
  char32_t last_;
  Cuts begins_;
  Cuts ends_;
  bool keeps_start_ = false;
  bool keeps_end_ = false;
  std::pmr::vector<Ranked> ranked_;
};

void find_name_starts(const Lexicon::Impl& impl, std::string_view word, std::pmr::memory_resource& kept, std::pmr::memory_resource* scratch,
                      WordAnalysis& out) {
  const Vocabulary& vocabulary = *impl.vocabulary;
  std::pmr::vector<NameStart> found(scratch);
  out.word = vocabulary.find(word);
  if (out.word != 0) found.push_back({out.word, 0});
  std::array<char, kMaxWordBytes + 8> buffer{};
  const std::string& article = impl.letters.article;
  const auto add = [&](WordId id, std::uint8_t bits) {
    if (id != 0) found.push_back({id, bits});
  };
  for (const std::uint8_t p : impl.clitics.proclitic_index.candidates(word)) {
    const ProcliticRow& row = impl.clitics.proclitics[p];
    if (row.bits == 0 || (row.bits & kFutureSa) != 0 || !starts_with(word, row.form)) continue;
    const auto bits = static_cast<std::uint8_t>(row.bits & ~kArticle);
    const std::string_view rest = word.substr(row.form.size());
    if (rest.size() < 4) continue;
    if ((row.bits & kArticle) == 0) {
      add(vocabulary.find(rest), bits);
      continue;
    }
    if ((row.bits & kPrepLi) == 0) continue;  // the article stays in the remainder of the row without it
    // l- swallowed the alef of the article; before a lam one of three lams as well.
    for (const std::string_view tail : {rest, word.substr(row.form.size() - impl.letters.lam.size())}) {
      std::memcpy(buffer.data(), article.data(), article.size());
      std::memcpy(buffer.data() + article.size(), tail.data(), tail.size());
      add(vocabulary.find({buffer.data(), article.size() + tail.size()}), bits);
    }
  }
  out.name_starts = copy_row<NameStart>(found, kept);
}

// What stages ask of all readings, so that they need not go through them.
void sum_up(WordAnalysis& word) {
  word.proclitics = word.readings.front().proclitics;
  word.pos = word.readings.front().pos;
  bool other = false;
  for (const Reading& reading : word.readings) {
    word.features |= reading.features;
    if (reading.lemma == 0) continue;
    const bool finite = reading.pos == Pos::verb && (reading.features & (kPerfect | kImperfect)) != 0;
    (finite ? word.finite_verb : other) = true;
  }
  word.finite_verb = word.finite_verb && !other;
}

}  // namespace

void Lexicon::analyze(std::string_view folded, char32_t last_original, std::pmr::memory_resource& memory, WordAnalysis& out) const {
  const std::span<const char> letters = copy_row<char>(folded, memory);
  out.folded = {letters.data(), letters.size()};
  const bool arabic = is_arabic_letter(code_point_at(folded, 0).value);
  if (folded.size() <= kMaxWordBytes && !folded.empty()) {
    std::array<std::byte, kScratch> bytes;
    std::pmr::monotonic_buffer_resource scratch(bytes.data(), bytes.size());
    Analysis(*impl_, folded, last_original, &scratch).run(memory, out);
    if (arabic) {
      find_name_starts(*impl_, folded, memory, &scratch, out);
    } else {
      out.word = impl_->vocabulary->find(folded);
      const NameStart whole{out.word, 0};
      if (out.word != 0) out.name_starts = copy_row<NameStart>({&whole, 1}, memory);
    }
  } else {
    Reading reading;
    reading.pos = pos_of_unknown(folded);
    reading.stem_end = static_cast<std::uint8_t>(std::min<std::size_t>(folded.size(), 255));
    out.readings = copy_row<Reading>({&reading, 1}, memory);
  }
  sum_up(out);
}

}  // namespace rasd
