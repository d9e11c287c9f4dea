// Aligns the events of both sides, article by article, and adds up what is right.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "eval/agreement.hpp"
#include "eval/articles.hpp"

namespace rasd::eval {

enum class Verdict : std::uint8_t {
  found,            // an event of gold that the program has
  missed,           // one that it has not
  not_asked,        // an optional one: counts neither way
  false_assertion,  // denied or planned, and told as a fact
  spurious,         // the program's alone
  again             // the program's, and the same as one that is paired already
};

// An event of gold with the program's that goes with it, or an event of the program's that goes with none. The pointers are
// into what was compared.
struct Finding {
  std::string article;
  Verdict verdict = Verdict::missed;
  const ScoredEvent* gold = nullptr;
  const ScoredEvent* found = nullptr;
  bool sub_type_right = false;
  bool status_right = false;
  std::array<Tally, kArguments> arguments{};  // of events that are asked for
};

struct Figures {
  std::size_t articles = 0;
  Tally detection;
  std::array<Tally, kArguments> arguments{};
  Tally end_to_end;  // type, sub-type, arguments and their values together
  std::size_t sub_types_right = 0;
  std::size_t statuses_right = 0;
  std::size_t false_assertions = 0;
  std::size_t not_asserted = 0;  // events of gold that are denied or planned
  std::size_t unscored = 0;      // events of the program with a status that is not asked for
  std::size_t again = 0;
  double confidence_area = -1;  // how well confidence tells paired from spurious events; below 0 where it cannot be said
};

struct Score {
  Figures figures;
  std::vector<Finding> findings;
};

[[nodiscard]] double precision(const Tally& tally);
[[nodiscard]] double recall(const Tally& tally);
[[nodiscard]] double f1(const Tally& tally);
[[nodiscard]] double sub_type_accuracy(const Figures& figures);
[[nodiscard]] double status_accuracy(const Figures& figures);

// The articles of gold that `takes` takes.
[[nodiscard]] Score score(const EventsOfArticles& gold, const EventsOfArticles& found,
                          const std::function<bool(const std::string& article)>& takes);

}  // namespace rasd::eval
