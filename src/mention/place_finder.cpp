#include "mention/place_finder.hpp"

#include "mention/place_reader.hpp"
#include "mention/place_resolver.hpp"

namespace rasd {
namespace {

constexpr std::array<const char*, kPlaceListCount> kListNames = {
    "place.kind",      "place.kind.kept",        "place.kind.area", "place.kind.weak", "place.kind.dual",
    "place.direction", "place.direction.behind", "place.near",      "place.measure",   "place.of",
    "place.in",        "place.head",             "place.behind",    "place.no_name",   "place.person_title",
    "place.given_name", "place.kind.doubtful", "place.other_sense", "place.kind.of_unknown"};

}  // namespace

Result<PlaceFinder> PlaceFinder::load(const Lexicon& lexicon, std::shared_ptr<const Gazetteer> gazetteer) {
  auto lists = std::make_shared<Lists>();
  lists->lexicon = &lexicon;
  Diagnostics faults;
  for (std::uint8_t i = 0; i < kPlaceListCount; ++i) {
    if (!lists->classes.add(lexicon, i, kListNames[i])) {
      faults.push_back({"M001", "data/places", 0, 0, std::string("word list ") + kListNames[i] + " is missing", ""});
    }
  }
  if (!faults.empty()) return faults;
  PlaceFinder finder;
  finder.lists_ = std::move(lists);
  finder.gazetteer_ = std::move(gazetteer);
  return finder;
}

void PlaceFinder::mark(WordMarker& marker) const {
  lists_->classes.mark(marker);
  marker.mark_first_words(gazetteer_->names(), kPlaceNames, kMayBeginPlace);
}

void PlaceFinder::find(const TokenizedText& text, TokenRange range, MentionSet& out) const {
  PlaceReader(*gazetteer_, lists_->classes, *lists_->lexicon, text, range, out).run();
}

void PlaceFinder::disambiguate(const TokenizedText& text, std::string_view country_hint, MentionSet& set) const {
  PlaceResolver(*gazetteer_, lists_->classes, text, set).run(country_hint);
}

}  // namespace rasd
