#include "text/sentence_splitter.hpp"

#include <algorithm>
#include <array>

#include "text/bytes.hpp"
#include "text/normalizer.hpp"
#include "text/table_reader.hpp"
#include "text/utf8.hpp"

namespace rasd {
namespace {

constexpr std::size_t kShortQuotation = 300;  // bytes; inside a longer one sentences end as elsewhere
constexpr std::string_view kWaw = "\xD9\x88";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::string_view kArabicQuestion = "\xD8\x9F";
constexpr std::string_view kArabicComma = "\xD8\x8C";
constexpr std::string_view kArabicSemicolon = "\xD8\x9B";

bool is_space(char c) { return c == ' ' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool starts_with(std::string_view text, std::size_t at, std::string_view what) {
  return text.compare(at, what.size(), what) == 0;
}
// Two-byte letters of the Arabic block; its punctuation and digits are gone or stand below U+0620.
bool is_arabic_letter(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead == 0xD8) return static_cast<unsigned char>(text[at + 1]) >= 0xA0;
  return lead >= 0xD9 && lead <= 0xDB;
}

// The word (letters and inner dots) that ends before `end`.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  while (at > begin) {
    const char last = text[at - 1];
    if (is_latin(last) || last == '.') {
      --at;
    } else if (at >= begin + 2 && is_continuation(last) && is_arabic_letter(text, at - 2)) {
      at -= 2;
    } else {
      break;
    }
  }
  return text.substr(at, end - at);
}

std::size_t letters_behind(std::string_view text, std::size_t at, std::size_t enough) {
  std::size_t count = 0;
  while (count < enough && is_arabic_letter(text, at)) {
    at += 2;
    ++count;
  }
  return count;
}

// Size of a closing quotation mark or bracket at `at`, else 0.
std::size_t closing_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '"' || c == ')' || c == ']' || c == '\'') return 1;
  if (starts_with(text, at, "\xC2\xBB")) return 2;
  if (starts_with(text, at, "\xE2\x80\x9D") || starts_with(text, at, "\xE2\x80\x99")) return 3;
  return 0;
}

// Where a short quotation that opens at `at` closes, else npos.
std::size_t quotation_end(std::string_view text, std::size_t at) {
  std::string_view close;
  if (starts_with(text, at, "\xC2\xAB")) {
    close = "\xC2\xBB";
  } else if (starts_with(text, at, "\xE2\x80\x9C")) {
    close = "\xE2\x80\x9D";
  } else {
    return std::string_view::npos;
  }
  const std::string_view window = text.substr(at, kShortQuotation);
  const std::size_t end = window.find(close);
  if (end == std::string_view::npos || window.substr(0, end).find('\n') != std::string_view::npos) {
    return std::string_view::npos;
  }
  return at + end;
}

// By byte: how far to go where it starts no mark that the splitter looks at, 0 where it may start one.
constexpr std::array<std::uint8_t, 256> steps() {
  std::array<std::uint8_t, 256> out{};
  for (std::size_t byte = 0; byte < out.size(); ++byte) out[byte] = byte >= 0xC2 && byte <= 0xDF ? 2 : 1;
  for (const char c : {'\n', '.', '!', '?', '|', '\xD8', '\xC2', '\xE2'}) out[static_cast<unsigned char>(c)] = 0;
  return out;
}
constexpr std::array<std::uint8_t, 256> kSteps = steps();

// Whether some byte of a block may belong to such a mark.
bool may_hold_mark(const char* block) {
  const Bytes bytes(block);
  return (bytes.equal('\n') | bytes.equal('.') | bytes.equal('!') | bytes.equal('?') | bytes.equal('|') | bytes.equal(0xC2) |
          bytes.equal(0xE2) | bytes.equal(0x9F))
      .any();
}
static_assert(kArabicQuestion == "\xD8\x9F");  // told by its second byte: half of all letters begin with the first

class Collector {
 public:
  Collector(std::string_view text, std::vector<SentenceSpan>& out) : text_(text), out_(out) {}

  // Trims, cuts what is too long, and keeps what is left.
  void add(std::size_t begin, std::size_t end, std::uint32_t paragraph) {
    while (begin < end && is_space(text_[begin])) ++begin;
    while (begin < end && is_space(text_[end - 1])) --end;
    while (end - begin > kMaxSentence) {
      const std::size_t cut = cut_behind(begin, end);
      push(begin, cut, paragraph);
      out_.back().cut = true;
      begin = cut;
      while (begin < end && is_space(text_[begin])) ++begin;
    }
    if (begin < end) push(begin, end, paragraph);
  }

 private:
  [[nodiscard]] std::size_t cut_behind(std::size_t begin, std::size_t end) const {
    const std::size_t reach = std::min(end, begin + kMaxSentence + kMaxSentence / 4);
    std::size_t blank = std::string_view::npos;
    for (std::size_t i = begin + kMaxSentence; i < reach; ++i) {
      if (text_[i] == ',' || text_[i] == ';') return i + 1;
      if (starts_with(text_, i, kArabicComma) || starts_with(text_, i, kArabicSemicolon)) return i + 2;
      if (text_[i] == ' ' && blank == std::string_view::npos) blank = i;
    }
    if (blank != std::string_view::npos) return blank;
    std::size_t cut = reach;  // one endless word
    while (cut < end && is_continuation(text_[cut])) ++cut;
    return cut;
  }
  void push(std::size_t begin, std::size_t end, std::uint32_t paragraph) {
    out_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, paragraph, false});
  }

  std::string_view text_;
  std::vector<SentenceSpan>& out_;
};

}  // namespace

Result<SentenceSplitter> SentenceSplitter::load(const std::string& directory, const Normalizer& normalizer) {
  Result<Table> table = read_table(directory + "/abbreviations.tsv", {"kind", "text"});
  if (!table) return table.error();
  SentenceSplitter out;
  Diagnostics faults;
  for (const TableRow& row : table->rows) {
    std::string word = normalizer.fold(row.cells[1]);
    while (!word.empty() && word.back() == '.') word.pop_back();
    if (row.cells[0] == "title") {
      out.titles_.push_back(std::move(word));
    } else if (row.cells[0] == "unit") {
      out.units_.push_back(std::move(word));
    } else {
      faults.push_back(table->fault(row, 0, "D110", "unknown kind: " + row.cells[0], "title or unit"));
    }
  }
  if (!faults.empty()) return faults;
  std::sort(out.titles_.begin(), out.titles_.end());
  std::sort(out.units_.begin(), out.units_.end());
  return out;
}

bool SentenceSplitter::is_abbreviation(std::string_view word, bool unit) const {
  const std::vector<std::string>& list = unit ? units_ : titles_;
  const auto found = std::lower_bound(list.begin(), list.end(), word);
  return found != list.end() && *found == word;
}

bool SentenceSplitter::ends_at_stop(std::string_view text, std::size_t begin, std::size_t at, std::size_t behind) const {
  const bool closed = behind >= text.size() || is_space(text[behind]) || closing_size(text, behind) != 0;
  const std::string_view word = word_before(text, begin, at);
  if (!closed) {
    // The space was forgotten: only between two whole words, or behind a number or a closing mark.
    if (letters_behind(text, behind, 3) < 3) return false;
    if (word.empty()) return at > begin && !is_space(text[at - 1]);
    return word.find('.') == std::string_view::npos && !is_latin(word.back()) && count_points(word) >= 3;
  }
  if (word.empty()) {
    // "1. ", "12. " at the start numbers a list.
    while (begin < at && is_space(text[begin])) ++begin;
    std::size_t digits = at;
    while (digits > begin && is_digit(text[digits - 1])) --digits;
    return !(digits == begin && at > begin && at - begin <= 3 && behind < text.size() && text[behind] == ' ');
  }
  if (is_abbreviation(word, false)) return false;
  if (is_abbreviation(word, true)) {
    std::size_t next = behind;
    while (next < text.size() && text[next] == ' ') ++next;
    return next >= text.size() || text[next] == '\n' || starts_with(text, next, kWaw);
  }
  // An initial; the last letter of "a.f.b." is the end of a word instead.
  return word.find('.') != std::string_view::npos || count_points(word) > 1;
}

void SentenceSplitter::split(std::string_view text, std::vector<SentenceSpan>& out) const {
  out.clear();
  Collector collector(text, out);
  std::uint32_t paragraph = 0;
  std::size_t begin = 0;
  std::size_t quoted_until = 0;  // stops before it belong to a short quotation
  std::size_t at = 0;
  const auto end_sentence = [&](std::size_t end) {
    collector.add(begin, end, paragraph);
    begin = end;
  };
  std::size_t one_by_one = 0;  // up to here
  while (at < text.size()) {
    if (at >= one_by_one) {
      if (text.size() - at >= Bytes::kSize && !may_hold_mark(text.data() + at)) {
        at += static_cast<unsigned char>(text[at + Bytes::kSize - 1]) < 0xC0 ? Bytes::kSize : Bytes::kSize - 1;  // no letter is cut
        continue;
      }
      one_by_one = at + Bytes::kSize;
    }
    const char c = text[at];
    if (const std::uint8_t step = kSteps[static_cast<unsigned char>(c)]; step != 0) {
      at += step;
      continue;
    }
    if (c == kArabicQuestion[0] && at + 1 < text.size() && text[at + 1] != kArabicQuestion[1]) {  // half of all letters
      at += 2;
      continue;
    }
    std::size_t size = 0;
    bool is_stop = false;
    switch (c) {
      case '\n':
        end_sentence(at);
        begin = ++at;
        ++paragraph;
        continue;
      case '.':
        is_stop = true;
        [[fallthrough]];
      case '!':
      case '?':
        size = 1;
        break;
      case '|':
        if (at + 1 < text.size() && is_space(text[at + 1]) && at > begin) {
          ++at;
          end_sentence(at);
          continue;
        }
        break;
      case '\xD8':
        if (starts_with(text, at, kArabicQuestion)) size = 2;
        break;
      case '\xC2':
      case '\xE2':
        if (starts_with(text, at, kEllipsis)) {
          size = 3;
        } else if (at >= quoted_until) {
          const std::size_t close = quotation_end(text, at);
          if (close != std::string_view::npos) quoted_until = close;
        }
        break;
      default:
        break;
    }
    if (size == 0) {
      ++at;
      continue;
    }
    std::size_t behind = at + size;
    bool is_single_stop = is_stop;
    while (behind < text.size()) {  // "...", "?!"
      std::size_t more = 0;
      if (text[behind] == '.' || text[behind] == '!' || text[behind] == '?') more = 1;
      else if (starts_with(text, behind, kArabicQuestion)) more = 2;
      else if (starts_with(text, behind, kEllipsis)) more = 3;
      if (more == 0) break;
      behind += more;
      is_single_stop = false;
    }
    bool ends = false;
    if (behind < quoted_until) {
      ends = false;
    } else if (is_single_stop) {
      ends = ends_at_stop(text, begin, at, behind);
    } else {
      ends = behind >= text.size() || is_space(text[behind]) || closing_size(text, behind) != 0 ||
             letters_behind(text, behind, 3) == 3;
    }
    at = behind;
    if (!ends) continue;
    std::size_t closed = behind;
    for (std::size_t more = 0; (more = closing_size(text, closed)) != 0;) closed += more;
    // A closing mark with a letter behind it is no end: "(km.)north", an opening quotation.
    if (closed != behind && closed < text.size() && !is_space(text[closed])) continue;
    at = closed;
    end_sentence(at);
  }
  end_sentence(text.size());
}

}  // namespace rasd
