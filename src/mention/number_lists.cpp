#include "mention/number_lists.hpp"

namespace rasd {
namespace {

// Proclitics of the first reading of the word that is in the list.
std::uint8_t proclitics_in(const WordAnalysis& word, ListId list) {
  for (const Reading& reading : word.readings) {
    for (const ListHit& hit : reading.lists) {
      if (hit.list == list) return reading.proclitics;
    }
  }
  return 0;
}

}  // namespace

bool ListClasses::add(const Lexicon& lexicon, std::uint8_t index, std::string_view name) {
  const ListId list = lexicon.list_id(name);
  lists_[index] = list;
  if (list == kNoList) return false;
  if (class_of_.size() <= list) class_of_.resize(list + 1u, 0);
  class_of_[list] |= std::uint64_t{1} << index;
  return true;
}

ListWindow::ListWindow(const TokenizedText& text, TokenRange range, const Lexicon& lexicon, const ListClasses& classes)
    : text_(text), range_(range), lexicon_(lexicon), classes_(classes) {
  const auto before = [](const PhraseHit& hit, std::uint32_t token) { return hit.tokens.begin < token; };
  const PhraseHit* begin = text.phrases.data();
  const PhraseHit* end = begin + text.phrases.size();
  phrases_begin_ = std::lower_bound(begin, end, range.begin, before);
  phrases_end_ = std::lower_bound(phrases_begin_, end, range.end, before);
  masks_ = short_masks_.data();
  if (range.size() > short_masks_.size()) {
    long_masks_.resize(range.size());
    masks_ = long_masks_.data();
  }
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::uint64_t bits = text.tokens[i].may_be_listed ? classes.mask(*text.tokens[i].word) : 0;
    masks_[i - range.begin] = bits;
    held_ |= bits;
  }
  for (const PhraseHit* hit = phrases_begin_; hit != phrases_end_; ++hit) {
    if (hit->tokens.end > range.end) continue;
    masks_[hit->tokens.begin - range.begin] |= classes.bit_of(hit->hit.list);
    held_ |= classes.bit_of(hit->hit.list);
  }
}

bool ListWindow::read_known(std::uint32_t index, std::uint8_t list_class, Piece& piece) const {
  const ListId list = classes_.list(list_class);
  for (const PhraseHit* hit = phrases_begin_; hit != phrases_end_; ++hit) {  // longest first at each token
    if (hit->tokens.begin > index) break;
    if (hit->tokens.begin != index || hit->hit.list != list || hit->tokens.end > range_.end) continue;
    piece = {index, hit->tokens.end, hit->hit.value, hit->proclitics};
    return true;
  }
  const WordAnalysis& word = *token(index).word;
  for (const ListHit& hit : word.lists) {
    if (hit.list != list) continue;
    piece = {index, index + 1, hit.value, proclitics_in(word, list)};
    return true;
  }
  return false;
}

double ListWindow::number(const Piece& piece) const {
  const std::string& text = value(piece);
  double result = 0;
  double place = 0;
  bool negative = false;
  for (const char c : text) {
    if (c == '-') negative = true;
    if (c == '.') place = 1;
    if (c < '0' || c > '9') continue;
    result = result * 10 + (c - '0');
    if (place > 0) place *= 10;
  }
  if (place > 1) result /= place;
  return negative ? -result : result;
}

int ListWindow::integer(const Piece& piece) const {
  return static_cast<int>(number(piece));
}

bool ListWindow::is_mark(std::uint32_t index, char mark) const {
  if (!inside(index) || token(index).span.size() != 1) return false;
  return view(index)[0] == mark;
}

bool ListWindow::is_dash(std::uint32_t index) const {
  if (is_mark(index, '-')) return true;
  if (!inside(index) || token(index).is_word() || token(index).span.size() != 3) return false;
  const std::string_view mark = view(index);
  return mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" || mark == "\xE2\x80\x91" || mark == "\xE2\x88\x92";
}

bool ListWindow::is_comma(std::uint32_t index) const {
  return is_mark(index, ',') || (inside(index) && token(index).span.size() == 2 && view(index) == "\xD8\x8C");
}

}  // namespace rasd
