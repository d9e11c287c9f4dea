#include "eval/score.hpp"

#include <algorithm>

#include "eval/assignment.hpp"

namespace rasd::eval {
namespace {

double share(std::size_t part, std::size_t whole) { return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0; }

// The events of one article that are asserted, and how they pair.
struct Paired {
  std::vector<const ScoredEvent*> found;
  WeightTable table;
  std::vector<std::optional<std::size_t>> column_of;
};

Paired pair_up(const std::vector<ScoredEvent>& gold, const std::vector<ScoredEvent>& found) {
  Paired paired;
  for (const ScoredEvent& event : found) {
    if (event.is_asserted()) paired.found.push_back(&event);
  }
  paired.table = {gold.size(), paired.found.size(), {}};
  for (const ScoredEvent& event : gold) {
    for (const ScoredEvent* const other : paired.found) paired.table.weights.push_back(weight(event, *other));
  }
  paired.column_of = assign(paired.table);
  return paired;
}

Finding judge(const std::string& article, const ScoredEvent& gold, const ScoredEvent* found) {
  Finding finding{article, Verdict::missed, &gold, found};
  if (!gold.is_asserted()) {
    finding.verdict = found != nullptr ? Verdict::false_assertion : Verdict::not_asked;
    return finding;
  }
  if (gold.optional) {
    finding.verdict = Verdict::not_asked;
    return finding;
  }
  if (found != nullptr) {
    finding.verdict = Verdict::found;
    finding.sub_type_right = has_same_sub_type(gold, *found);
    finding.status_right = gold.status == found->status;
  }
  for (std::size_t i = 0; i < kArguments; ++i) finding.arguments[i] = agreement(static_cast<Argument>(i), gold, found);
  return finding;
}

// All that an event says which gold does not have counts against it.
void count_extra(const ScoredEvent& event, Figures& figures) {
  figures.end_to_end.extra += 2;
  for (std::size_t i = 0; i < kArguments; ++i) {
    const std::size_t values = event.size(static_cast<Argument>(i));
    figures.arguments[i].extra += values;
    figures.end_to_end.extra += values;
  }
}

void count_asked(const Finding& finding, Figures& figures) {
  const bool is_found = finding.verdict == Verdict::found;
  ++(is_found ? figures.detection.right : figures.detection.missed);
  figures.statuses_right += finding.status_right;
  figures.sub_types_right += finding.sub_type_right;
  const std::size_t right = std::size_t{is_found} + std::size_t{finding.sub_type_right};
  figures.end_to_end += Tally{right, std::size_t{is_found && !finding.sub_type_right}, 2 - right};
  for (std::size_t i = 0; i < kArguments; ++i) {
    figures.arguments[i] += finding.arguments[i];
    figures.end_to_end += finding.arguments[i];
  }
}

void count(const Finding& finding, Figures& figures) {
  switch (finding.verdict) {
    case Verdict::found:
    case Verdict::missed: count_asked(finding, figures); break;
    case Verdict::not_asked: break;
    case Verdict::false_assertion:
      ++figures.false_assertions;
      count_extra(*finding.found, figures);
      break;
    case Verdict::again: ++figures.again; [[fallthrough]];
    case Verdict::spurious:
      ++figures.detection.extra;
      count_extra(*finding.found, figures);
      break;
  }
}

void score_article(const std::string& article, const std::vector<ScoredEvent>& gold, const std::vector<ScoredEvent>& found, Score& score) {
  const Paired paired = pair_up(gold, found);
  std::vector<bool> is_paired(paired.found.size(), false);
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const std::optional<std::size_t> column = paired.column_of[i];
    if (column) is_paired[*column] = true;
    score.figures.not_asserted += !gold[i].is_asserted();
    score.findings.push_back(judge(article, gold[i], column ? paired.found[*column] : nullptr));
  }
  for (std::size_t j = 0; j < paired.found.size(); ++j) {
    if (is_paired[j]) continue;
    bool is_again = false;
    for (std::size_t i = 0; i < gold.size(); ++i) is_again = is_again || paired.table.at(i, j) > 0;
    score.findings.push_back({article, is_again ? Verdict::again : Verdict::spurious, nullptr, paired.found[j]});
  }
  score.figures.unscored += found.size() - paired.found.size();
  ++score.figures.articles;
}

// Area under the curve: how often an event that is right has the higher confidence of two; equal ones count half.
double confidence_area(const std::vector<Finding>& findings) {
  std::vector<double> right;
  std::vector<double> wrong;
  for (const Finding& finding : findings) {
    if (finding.found == nullptr || !finding.found->confidence) continue;
    const bool is_right = finding.gold != nullptr && finding.verdict != Verdict::false_assertion;
    (is_right ? right : wrong).push_back(*finding.found->confidence);
  }
  if (right.empty() || wrong.empty()) return -1;
  std::sort(wrong.begin(), wrong.end());
  double sum = 0;
  for (const double value : right) {
    const auto [low, high] = std::equal_range(wrong.begin(), wrong.end(), value);
    sum += static_cast<double>(low - wrong.begin()) + 0.5 * static_cast<double>(high - low);
  }
  return sum / (static_cast<double>(right.size()) * static_cast<double>(wrong.size()));
}

}  // namespace

double precision(const Tally& tally) { return share(tally.right, tally.right + tally.extra); }
double recall(const Tally& tally) { return share(tally.right, tally.right + tally.missed); }
double f1(const Tally& tally) {
  const double p = precision(tally);
  const double r = recall(tally);
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}
double sub_type_accuracy(const Figures& figures) { return share(figures.sub_types_right, figures.detection.right); }
double status_accuracy(const Figures& figures) { return share(figures.statuses_right, figures.detection.right); }

Score score(const EventsOfArticles& gold, const EventsOfArticles& found, const std::function<bool(const std::string& article)>& takes) {
  Score score;
  for (const std::string& article : gold.ids()) {
    if (takes(article)) score_article(article, gold.of(article), found.of(article), score);
  }
  for (const Finding& finding : score.findings) count(finding, score.figures);
  score.figures.confidence_area = confidence_area(score.findings);
  return score;
}

}  // namespace rasd::eval
