// Dates: absolute in all month-name systems and numeric forms, weekdays, relative expressions. Knowledge:
// data/calendar. Threads: immutable after load; find is const and re-entrant.
#pragma once

#include "mention/mention.hpp"
#include "token/word_marker.hpp"

namespace rasd {

class DateFinder {
 public:
  // `directory` is data/calendar.
  static Result<DateFinder> load(const Lexicon& lexicon, const std::string& directory);
  // Appends the dates of `range` (one sentence) to `out`. Without an anchor what needs one stays open.
  void find(const TokenizedText& text, TokenRange range, std::optional<Date> anchor, MentionSet& out) const;
  // For a text without an anchor: weekday + day + month constraints and the years that the text names choose the year;
  // fills `resolved` where that is unique or one is nearest to a named year.
  void resolve_without_anchor(MentionSet& set) const;
  // Its lists, so that words come with what it asks of them.
  void mark(WordMarker& marker) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace rasd
