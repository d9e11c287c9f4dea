#include "eval/report.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace rasd::eval {
namespace {

using Json = nlohmann::ordered_json;

template <class... Values>
std::string print(const char* format, Values... values) {
  char line[256];
  std::snprintf(line, sizeof line, format, values...);
  return line;
}

// Calls `tell` with the name and the tally of each row, in the order of the report.
template <class Tell>
void each_row(const Figures& figures, const Tell& tell) {
  tell("detection", figures.detection);
  for (std::size_t i = 0; i < kArguments; ++i) tell(to_string(static_cast<Argument>(i)), figures.arguments[i]);
  tell("end_to_end", figures.end_to_end);
}

Json row_json(const Tally& tally) {
  return {{"precision", precision(tally)}, {"recall", recall(tally)}, {"f1", f1(tally)},
          {"tp", tally.right},             {"fp", tally.extra},       {"fn", tally.missed}};
}

const char* label(Verdict verdict) {
  switch (verdict) {
    case Verdict::missed: return "MISSED";
    case Verdict::false_assertion: return "FALSE ASSERTION";
    case Verdict::spurious: return "SPURIOUS";
    case Verdict::again: return "AGAIN";
    default: return "";
  }
}

std::string by_rules(const ScoredEvent& event) { return event.found_by.empty() ? std::string() : " | by " + rules_of(event); }

// What is wrong in an event that was found.
std::string wrong_values(const Finding& finding) {
  std::string out;
  const std::string end = " | " + brief(*finding.gold) + by_rules(*finding.found) + '\n';
  for (std::size_t i = 0; i < kArguments; ++i) {
    if (finding.arguments[i].faults() == 0) continue;
    const auto argument = static_cast<Argument>(i);
    out += finding.article + " ARGUMENT " + to_string(argument) + " gold: " + shown(*finding.gold, argument) +
           " got: " + shown(*finding.found, argument) + end;
  }
  if (!finding.sub_type_right) out += finding.article + " SUBTYPE gold: " + finding.gold->sub_type + " got: " + finding.found->sub_type + end;
  if (!finding.status_right) out += finding.article + " STATUS gold: " + finding.gold->status + " got: " + finding.found->status + end;
  return out;
}

}  // namespace

std::string rules_of(const ScoredEvent& event) {
  std::string out;
  for (const std::string& rule : event.found_by) out += (out.empty() ? "" : "+") + rule;
  return out;
}

std::string report_text(const Figures& figures) {
  std::string out = print("%-14s%7s%7s%7s%7s%6s%6s\n", "", "P", "R", "F1", "tp", "fp", "fn");
  each_row(figures, [&out](const char* name, const Tally& tally) {
    if (tally.right + tally.faults() == 0) return;
    out += print("%-14s%7.3f%7.3f%7.3f%7zu%6zu%6zu\n", name, precision(tally), recall(tally), f1(tally), tally.right, tally.extra, tally.missed);
  });
  out += print("sub-type accuracy %.3f · status accuracy %.3f · false assertions %zu of %zu · reported again %zu", sub_type_accuracy(figures),
               status_accuracy(figures), figures.false_assertions, figures.not_asserted, figures.again);
  out += print(" · with a status not asked for %zu · %zu articles\n", figures.unscored, figures.articles);
  if (figures.confidence_area >= 0) out += print("confidence tells right from wrong events: area under the curve %.3f\n", figures.confidence_area);
  return out;
}

Json report_json(const Figures& figures) {
  Json out = {{"documents", figures.articles}};
  each_row(figures, [&](const char* name, const Tally& tally) {
    out[name] = row_json(tally);
    if (out.size() == 2) out["sub_type_accuracy"] = sub_type_accuracy(figures);
  });
  out["false_assertions"] = {{"count", figures.false_assertions}, {"of", figures.not_asserted}};
  out["status_accuracy"] = status_accuracy(figures);
  out["unscored"] = figures.unscored;
  out["reported_again"] = figures.again;
  if (figures.confidence_area >= 0) out["confidence_area"] = figures.confidence_area;
  return out;
}

std::string error_lines(const Score& score) {
  std::string out;
  for (const Finding& finding : score.findings) {
    if (finding.verdict == Verdict::not_asked) continue;
    if (finding.verdict == Verdict::found) {
      out += wrong_values(finding);
      continue;
    }
    out += finding.article + ' ' + label(finding.verdict) + ' ' + brief(finding.gold != nullptr ? *finding.gold : *finding.found) +
           (finding.found != nullptr ? by_rules(*finding.found) : std::string()) + '\n';
  }
  return out;
}

}  // namespace rasd::eval
