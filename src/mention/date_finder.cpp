#include "mention/date_finder.hpp"

#include <algorithm>
#include <memory>

#include "mention/date_reader.hpp"

namespace rasd {

struct DateFinder::Tables {
  const Lexicon* lexicon = nullptr;
  NumberGrammar numbers;
  ListClasses lists{kDateClasses};
  calendar::HijriTable hijri;
};

namespace {

constexpr std::uint32_t kFutureReach = 22;  // tokens before a date in which a word for the future counts
constexpr std::uint32_t kPastReach = 8;
constexpr std::uint32_t kSinceReach = 8;
constexpr std::uint32_t kMonthReach = 8;  // tokens behind a number in which its month may stand

// Words of a number that may be the day of a month.
constexpr std::uint64_t kDayWords = (std::uint64_t{1} << kUnit) | (std::uint64_t{1} << kTeenOne) | (std::uint64_t{1} << kTeenFirst) |
                                    (std::uint64_t{1} << kTen) | (std::uint64_t{1} << kTens) |
                                    (std::uint64_t{1} << kOrdinal) | (std::uint64_t{1} << kArticleWord);

constexpr std::uint64_t kMonthWords = date_bit(kMonth) | date_bit(kMonthWeak) | date_bit(kMonthHomograph) |
                                      date_bit(kHijriMonth) | date_bit(kMonthNoun) | date_bit(kUnitDefinite) |
                                      date_bit(kUnitWord) | date_bit(kModifier);

constexpr std::uint64_t kOffsetStarts = date_bit(kLater) | date_bit(kDayAfter) | date_bit(kAnniversary);

// A number that can be a date or a time without a word: 23/4/2018, 5:30, 2014.
bool looks_like_figures(const ListWindow& window, std::uint32_t at) {
  const std::string_view digits = window.view(at);
  if (digits.size() == 4 || digits.find('.') != std::string_view::npos || digits.find('/') != std::string_view::npos)
    return true;
  const std::uint32_t next = at + 1;
  if (!window.inside(next) || window.token(next).space_before || window.token(next).span.size() != 1) return false;
  const char mark = window.view(next)[0];
  return mark == '/' || mark == '-' || mark == ':' || mark == '.';
}

// Something is told that is to come: the nearest verb before the date is a future one.
bool tells_future(const ListWindow& window, std::uint32_t at) {
  const std::uint32_t first = window.range().begin;
  for (std::uint32_t i = at; i > first && at - i < kFutureReach;) {
    --i;
    const Token& token = window.token(i);
    if (window.is_mark(i, '.')) return false;
    if (window.has(i, kFuture)) return true;
    if (!token.is_word() || token.word->readings.empty()) continue;
    const Reading& best = token.word->readings.front();
    if (best.pos != Pos::verb) continue;
    if ((best.proclitics & kFutureSa) != 0) return true;
    bool perfect = true;  // a form that can be read as an imperfect does not end the search
    for (const Reading& reading : token.word->readings) {
      perfect = perfect && (reading.pos != Pos::verb || (reading.features & kImperfect) == 0);
    }
    if (perfect) return false;
  }
  return false;
}

// The nearest verb before the date tells what was done, once.
bool tells_past(const ListWindow& window, std::uint32_t at) {
  const std::uint32_t first = window.range().begin;
  if (at > first && window.token(at - 1).is_word() && !window.token(at - 1).word->readings.empty()) {
    const Reading& before = window.token(at - 1).word->readings.front();  // "the protests going on since three weeks"
    if (before.pos == Pos::adjective || (before.features & (kActiveParticiple | kPassiveParticiple)) != 0) return false;
  }
  for (std::uint32_t i = at; i > first && at - i < kPastReach;) {
    const Token& token = window.token(--i);
    if (window.is_mark(i, '.')) return false;
    if (!token.is_word() || token.word->readings.empty() || token.word->readings.front().pos != Pos::verb) continue;
    return (token.word->readings.front().features & kPerfect) != 0 && !window.has(i, kLasting);
  }
  return false;
}

// "since the protests began on 30 March": the date starts a period although "since" stands further off.
bool stands_after_since(const ListWindow& window, std::uint32_t at) {
  const std::uint32_t first = window.range().begin;
  for (std::uint32_t i = at; i > first && at - i < kSinceReach;) {
    --i;
    const Token& token = window.token(i);
    Piece piece;
    if (window.read(i, kAgo, piece) && window.value(piece) == "since") return true;
    if (!token.is_word() || window.has(i, kWeekday) || window.has(i, kRelativeDay) || window.has(i, kMonth))
      return false;
  }
  return false;
}

void fill_said(const DateExpression& e, DateValue& value) {
  if (e.form != DateForm::day && e.form != DateForm::year && e.form != DateForm::relative) return;
  const auto small = [](int number) { return static_cast<std::uint8_t>(number); };
  if (e.weekday) value.weekday = small(*e.weekday);
  if (e.hijri) return;
  if (e.year) value.year = *e.year;
  if (e.month) value.month = small(*e.month);
  if (e.day) value.day = small(*e.day);
}

}  // namespace

Result<DateFinder> DateFinder::load(const Lexicon& lexicon, const std::string& directory) {
  auto tables = std::make_shared<Tables>();
  tables->lexicon = &lexicon;
  Diagnostics faults;
  Result<NumberGrammar> numbers = NumberGrammar::load(lexicon);
  if (numbers)
    tables->numbers = std::move(numbers).value();
  else
    faults.insert(faults.end(), numbers.error().begin(), numbers.error().end());
  for (std::uint8_t i = 0; i < kDateListCount; ++i) {
    if (!tables->lists.add(lexicon, i, kDateListNames[i])) {
      faults.push_back({"M001", directory, 0, 0, std::string("word list ") + kDateListNames[i] + " is missing", ""});
    }
  }
  Result<calendar::HijriTable> hijri = calendar::HijriTable::load(directory + "/hijri_years.tsv");
  if (hijri)
    tables->hijri = std::move(hijri).value();
  else
    faults.insert(faults.end(), hijri.error().begin(), hijri.error().end());
  if (!faults.empty()) return faults;
  DateFinder finder;
  finder.tables_ = std::move(tables);
  return finder;
}

void DateFinder::mark(WordMarker& marker) const { tables_->lists.mark(marker); }

void DateFinder::find(const TokenizedText& text, TokenRange range, std::optional<Date> anchor, MentionSet& out) const {
  const Tables& tables = *tables_;
  const ListWindow window(text, range, *tables.lexicon, tables.lists);
  bool any = (window.held() & kDateStarts) != 0;
  for (std::uint32_t k = range.begin; k < range.end && !any; ++k) any = text.tokens[k].kind == TokenKind::number;
  if (!any) return;  // most sentences hold none
  const bool months_held = (window.held() & kMonthWords) != 0;

  const ListWindow numbers(text, range, *tables.lexicon, tables.numbers.classes());
  const DateReader reader(window, numbers, tables.numbers);
  const DateResolver resolver(tables.hijri);
  std::uint32_t i = range.begin;
  while (i < range.end) {
    const Token& token = text.tokens[i];
    const std::uint64_t mask = window.mask(i);
    Piece piece;
    if ((mask & date_bit(kNoDate)) != 0 && window.read(i, kNoDate, piece)) {
      i = piece.end;
      continue;
    }
    bool start = (mask & kDateStarts) != 0;
    if (!start && token.kind == TokenKind::number) {
      start = months_held || looks_like_figures(window, i);
    } else if (!start && months_held && (numbers.mask(i) & kDayWords) != 0) {
      // A number in words starts a date only where a month stands not far behind it.
      const std::uint32_t end = std::min(range.end, i + kMonthReach);
      for (std::uint32_t k = i + 1; k < end && !start; ++k) start = (window.mask(k) & kMonthWords) != 0;
    }
    DatePhrase phrase;
    if (!start || !reader.read(i, phrase)) {
      DateOffset offset;
      if ((mask & kOffsetStarts) != 0 && reader.read_offset(i, offset)) out.offsets.push_back(offset);
      ++i;
      continue;
    }
    const DateExpression& e = phrase.first;
    if (i > range.begin && !e.year && !e.weekday && e.form == DateForm::day && window.has(i - 1, kNotBefore)) {
      i = phrase.end;  // the name of a party, a street, an uprising
      continue;
    }
    if (phrase.stem == 0 && token.kind == TokenKind::word) {
      ParsedNumber number;
      if (tables.numbers.parse(numbers, i, number)) {
        phrase.stem = number.stem;
        phrase.proclitics = number.proclitics;
      }
    }
    // «since» is said for «ago» as well: «the raid that was carried out since three days».
    if (phrase.since && e.form == DateForm::ago && tells_past(window, i)) phrase.since = false;
    DateContext context;
    context.anchor = anchor;
    const bool day_like = e.form == DateForm::day && (e.day || e.month);
    if (day_like && !phrase.last && !phrase.since && i > range.begin) phrase.since = stands_after_since(window, i);
    context.future = !phrase.since && tells_future(window, i);
    context.during = i > range.begin && window.has(i - 1, kDuring);
    if (!out.dates.empty() && out.dates.back().resolved) context.previous = out.dates.back().resolved;
    DateValue value;
    value.is_time_only = e.form == DateForm::time_only;
    value.is_since = phrase.since;
    value.resolved = resolver.resolve(phrase, context);
    value.basis = is_explicit(e) || (phrase.last && is_explicit(*phrase.last)) ? "explicit" : "relative";
    fill_said(e, value);
    Mention mention;
    mention.type = MentionType::date;
    mention.tokens = {phrase.begin, phrase.end};
    mention.stem = phrase.stem;
    mention.proclitics = phrase.proclitics;
    mention.value = static_cast<std::uint32_t>(out.dates.size());
    out.dates.push_back(std::move(value));
    out.mentions.push_back(mention);
    i = phrase.end;
  }
}

}  // namespace rasd
