// Reads the places of one sentence. Internal to the place finder.
#pragma once

#include "mention/place_lists.hpp"

namespace rasd {

class PlaceReader {
 public:
  PlaceReader(const Gazetteer& gazetteer, const ListClasses& classes, const Lexicon& lexicon, const TokenizedText& text,
              TokenRange range, MentionSet& out);
  void run();

 private:
  // What stands before a name and belongs to it: «north of the town of».
  struct Chain {
    bool open = false;
    std::uint32_t begin = 0;
    std::uint8_t proclitics = 0;
    std::uint32_t direction_begin = 0;  // first token of directions that reach up to the name
    bool direction = false;
    bool near = false;
    bool kind = false;       // the last word is a kind word
    bool kept = false;       // that is part of the name
    bool area = false;
    bool weak = false;
    bool definite = false;
    bool several = false;
    bool dual = false;
    bool part = false;       // «the northern outskirts», of the place that follows with l-
    std::uint32_t kind_at = 0;
    std::uint8_t kind_proclitics = 0;
    std::string_view kind_text;
  };
  // Names of one kind in a row: «the two towns X and Y».
  struct Series {
    bool open = false;
    bool dual = false;
    std::uint32_t next = 0;  // the token behind the last name
    std::string_view kind_text;
  };

  struct Match {
    TokenRange tokens;
    std::uint8_t proclitics = 0;
    std::vector<PlaceId> candidates;  // best first
    bool more = false;                // than the cap lets stand
  };

  // No place starts at the word and nothing that may stand before one: most words.
  [[nodiscard]] bool is_idle(std::uint32_t at) const;
  [[nodiscard]] bool match(std::uint32_t at);
  [[nodiscard]] bool acceptable(std::uint32_t at);
  [[nodiscard]] bool small_name_allowed(std::uint32_t at) const;
  // Adds the small places of the name at `at` to the match, or puts a longer one in its place. `found`: there is a match.
  [[nodiscard]] bool match_small(std::uint32_t at, bool found);
  [[nodiscard]] bool match_bare_small(std::uint32_t at);
  [[nodiscard]] bool may_stand_alone(std::uint32_t at, bool in_series) const;
  [[nodiscard]] bool is_direction_of_noun(std::uint32_t at) const;
  [[nodiscard]] bool person_around(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool extend_chain(std::uint32_t at);
  [[nodiscard]] std::uint32_t unknown_name(std::uint32_t at) const;
  [[nodiscard]] bool may_be_name(std::uint32_t at, bool first) const;
  [[nodiscard]] bool trusted(std::uint32_t at) const;
  [[nodiscard]] bool trusted_area(std::uint32_t at) const;
  [[nodiscard]] bool is_placed() const;
  [[nodiscard]] bool measured(std::uint32_t at) const;
  std::uint32_t emit_match();
  std::uint32_t emit_unknown(std::uint32_t begin, std::uint32_t end, std::uint8_t name_stem);
  std::uint32_t series_name(std::uint32_t at);
  void prefer_kind(std::vector<PlaceId>& candidates, std::string_view kind) const;
  std::uint32_t push(TokenRange tokens, std::uint8_t proclitics, PlaceValue&& value);
  [[nodiscard]] std::uint32_t date_end(std::uint32_t at) const;
  [[nodiscard]] bool is_quote(std::uint32_t at) const;
  [[nodiscard]] bool is_comma(std::uint32_t at) const;
  [[nodiscard]] bool is_comma_before(std::uint32_t at) const;
  [[nodiscard]] std::uint64_t mask(std::uint32_t at) const {
    return text_.tokens[at].may_be_listed ? classes_.mask(*text_.tokens[at].word) : 0;
  }

  const Gazetteer& gazetteer_;
  const ListClasses& classes_;
  const Lexicon& lexicon_;
  const TokenizedText& text_;
  const TokenRange range_;
  MentionSet& out_;
  std::size_t first_mention_ = 0;  // of this sentence; its dates stand first
  std::size_t last_date_ = 0;
  std::vector<NameHit> hits_;
  Match match_;
  std::string small_key_;
  Chain chain_;
  Series series_;
};

}  // namespace rasd
