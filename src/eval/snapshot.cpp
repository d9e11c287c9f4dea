#include "eval/snapshot.hpp"

#include <nlohmann/json.hpp>

namespace rasd::eval {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

std::string title(const ScoredEvent& event) { return event.sub_type + " \"" + event.trigger + '"'; }

Snapshot::Asked asked_of(const Finding& finding) {
  Snapshot::Asked asked{title(*finding.gold), finding.verdict == Verdict::found, {}, {}};
  if (!asked.found) return asked;
  asked.rules = finding.found->found_by;
  for (std::size_t i = 0; i < kArguments; ++i) {
    if (const std::size_t faults = finding.arguments[i].faults(); faults > 0) asked.faults[to_string(static_cast<Argument>(i))] = faults;
  }
  if (!finding.sub_type_right) asked.faults["sub_type"] = 1;
  if (!finding.status_right) asked.faults["status"] = 1;
  return asked;
}

// Two events of one article may have one key: the second gets a number.
template <class T>
void add(std::map<std::string, T>& to, const std::string& key, T value) {
  std::string free = key;
  for (int number = 2; to.count(free) > 0; ++number) free = key + " #" + std::to_string(number);
  to.emplace(std::move(free), std::move(value));
}

}  // namespace

Snapshot take_snapshot(const Score& score) {
  Snapshot snapshot;
  const Figures& figures = score.figures;
  snapshot.figures = {{"detection", f1(figures.detection)},
                      {"end_to_end", f1(figures.end_to_end)},
                      {"sub_type", sub_type_accuracy(figures)},
                      {"status", status_accuracy(figures)}};
  for (std::size_t i = 0; i < kArguments; ++i) snapshot.figures[to_string(static_cast<Argument>(i))] = f1(figures.arguments[i]);
  for (const Finding& finding : score.findings) {
    switch (finding.verdict) {
      case Verdict::not_asked: break;
      case Verdict::found:
      case Verdict::missed: add(snapshot.asked, finding.article + ' ' + finding.gold->id, asked_of(finding)); break;
      default: {
        const ScoredEvent& event = *finding.found;
        const char* const what = finding.verdict == Verdict::spurious ? "spurious" : finding.verdict == Verdict::again ? "again" : "false assertion";
        add(snapshot.wrong, finding.article + " @" + std::to_string(event.trigger_start) + ' ' + event.sub_type,
            Snapshot::Wrong{title(event), what, event.found_by});
      }
    }
  }
  return snapshot;
}

std::string to_json(const Snapshot& snapshot) {
  Json out = {{"rasd_eval", kVersion}, {"figures", snapshot.figures}, {"asked", Json::object()}, {"wrong", Json::object()}};
  for (const auto& [key, event] : snapshot.asked) {
    out["asked"][key] = {{"shown", event.shown}, {"found", event.found}, {"rules", event.rules}, {"faults", event.faults}};
  }
  for (const auto& [key, event] : snapshot.wrong) out["wrong"][key] = {{"shown", event.shown}, {"what", event.what}, {"rules", event.rules}};
  return out.dump(1) + '\n';
}

std::optional<Snapshot> read_snapshot(std::string_view json) {
  try {
    const Json in = Json::parse(json);
    if (!in.is_object() || in.value("rasd_eval", 0) != kVersion) return std::nullopt;
    Snapshot snapshot;
    snapshot.figures = in.at("figures").get<std::map<std::string, double>>();
    for (const auto& [key, event] : in.at("asked").items()) {
      snapshot.asked[key] = {event.at("shown").get<std::string>(), event.at("found").get<bool>(), event.at("rules").get<std::vector<std::string>>(),
                             event.at("faults").get<std::map<std::string, std::size_t>>()};
    }
    for (const auto& [key, event] : in.at("wrong").items()) {
      snapshot.wrong[key] = {event.at("shown").get<std::string>(), event.at("what").get<std::string>(),
                             event.at("rules").get<std::vector<std::string>>()};
    }
    return snapshot;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace rasd::eval
