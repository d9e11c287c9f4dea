// Chooses among homonyms by what else the text names, and drops what needs evidence and has none. Internal to the place finder.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "mention/place_lists.hpp"

namespace rasd {

class PlaceResolver {
 public:
  PlaceResolver(const Gazetteer& gazetteer, const ListClasses& classes, const TokenizedText& text, MentionSet& set);
  void run(std::string_view country_hint);

 private:
  struct Item {
    std::size_t mention = 0;  // index into set.mentions
    PlaceValue* place = nullptr;
    PlaceId first = kNoId;    // the best candidate before the choice
  };

  void collect();
  void vote(std::string_view country_hint);
  void choose(std::size_t index);
  void prefer_seat(std::size_t index);
  void part_from_homonyms(std::size_t index);
  void weigh_evidence(std::size_t index);
  void spread_proof();
  void part_from_strangers(std::size_t index);
  [[nodiscard]] bool loosely_called(std::size_t index, const GazetteerEntry& entry) const;
  void inherit(std::size_t index);
  void drop_unproved();
  [[nodiscard]] float score(std::size_t index, PlaceId candidate) const;
  [[nodiscard]] std::optional<GazetteerEntry> joined(std::size_t index) const;
  [[nodiscard]] bool is_linked(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool in_list(std::size_t index) const;
  // What the other places of the text say for a country, from 0 to 1, and for a province.
  [[nodiscard]] float country_share(std::size_t index, std::uint16_t country) const;
  [[nodiscard]] float admin_votes(std::size_t index, std::uint16_t admin1) const;
  [[nodiscard]] float own_votes(std::size_t index) const;
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;

  const Gazetteer& gazetteer_;
  const ListClasses& classes_;
  const TokenizedText& text_;
  MentionSet& set_;
  std::vector<Item> items_;           // places in text order
  std::vector<float> countries_;      // votes by country_id
  std::vector<float> admins_;         // votes by admin1_id
  float all_votes_ = 0;
  std::unordered_map<PlaceId, float> own_votes_;  // by the row that voted, over all its mentions; for look-up only
  std::uint16_t focus_ = 0;           // country of most votes
};

}  // namespace rasd
