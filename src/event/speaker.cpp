#include "event/speaker.hpp"

#include "event/unit_argument.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kSubjectReach = 4;  // units behind a verb of saying in which its subject stands

// Who stands there, before «that»: behind it is what is told.
std::optional<Argument> participant_near(const Analysis& analysis, const Clause& clause, std::uint32_t from, std::uint32_t reach, ListId that) {
  for (std::uint32_t u = from; u < clause.units.end && u < from + reach; ++u) {
    const Unit& unit = analysis.clauses->units[u];
    if (unit.finite_verb || unit.in(that)) return std::nullopt;
    if (!unit.has(MentionType::participant) || (unit.proclitics & kAnyPreposition) != 0) continue;
    return unit_argument(analysis, unit, MentionType::participant, Basis::sentence);
  }
  return std::nullopt;
}

constexpr std::uint32_t kSourceReach = 4;   // units before it in which a source without a name is its subject

}  // namespace

Result<SpeakerFinder> SpeakerFinder::load(const Lexicon& lexicon) {
  SpeakerFinder finder;
  finder.saying_ = lexicon.list_id("event.saying");
  finder.according_to_ = lexicon.list_id("event.according_to");
  finder.that_ = lexicon.list_id("event.that");
  finder.reporter_ = lexicon.list_id("event.reporter");
  if (finder.saying_ == kNoList || finder.according_to_ == kNoList || finder.that_ == kNoList || finder.reporter_ == kNoList) {
    return Diagnostic{"D011", "data/event", 0, 0,
                      "one of the lists event.saying, event.according_to, event.that, event.reporter is missing", ""};
  }
  return finder;
}

void SpeakerFinder::find(const Analysis& analysis, std::vector<std::optional<Argument>>& speakers) const {
  const ClauseSet& set = *analysis.clauses;
  speakers.assign(set.clauses.size(), std::nullopt);
  std::optional<Argument> last;        // of the text so far
  std::optional<Argument> in_sentence;
  std::uint32_t sentence = 0xFFFFFFFF;
  for (std::size_t c = 0; c < set.clauses.size(); ++c) {
    const Clause& clause = set.clauses[c];
    if (clause.sentence != sentence) {
      sentence = clause.sentence;
      in_sentence.reset();
    }
    for (std::uint32_t u = clause.units.begin; u < clause.units.end; ++u) {
      const Unit& unit = set.units[u];
      if (!unit.in(saying_)) continue;
      // «sources confirmed the capture of the port by the army»: the subject stands before.
      bool source_before = false;
      for (std::uint32_t b = u; b > clause.units.begin && b + kSourceReach > u && !source_before; --b) {
        source_before = set.units[b - 1].in(reporter_) && set.units[b - 1].types == 0;
      }
      auto subject = source_before ? std::nullopt : participant_near(analysis, clause, u + 1, kSubjectReach, that_);
      if (!subject && !source_before && u > clause.units.begin) {
        const Unit& before = set.units[u - 1];
        if (before.has(MentionType::participant)) subject = participant_near(analysis, clause, u - 1, 1, that_);
      }
      // «sources said»: no party to what they tell, and whoever spoke before does not go on.
      if (source_before || (!subject && u + 1 < clause.units.end && set.units[u + 1].in(reporter_))) last.reset();
      in_sentence = subject ? subject : last;
      if (subject) last = subject;
      break;
    }
    speakers[c] = in_sentence;
  }
}

}  // namespace rasd
