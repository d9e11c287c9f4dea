#include "eval/difference.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace rasd::eval {
namespace {

enum Change : std::size_t { won, lost, wrong_gone, wrong_new };
constexpr std::size_t kChanges = 4;
constexpr const char* kTitles[kChanges] = {"won", "lost", "wrong ones gone", "wrong ones new"};

constexpr double kSmallestShown = 0.0005;

std::string joined(const std::vector<std::string>& rules) {
  std::string out;
  for (const std::string& rule : rules) out += (out.empty() ? " | by " : "+") + rule;
  return out;
}

class Difference {
 public:
  void compare(const Snapshot& before, const Snapshot& now) {
    compare_figures(before, now);
    for (const auto& [key, event] : now.asked) {
      const auto old = before.asked.find(key);
      if (old == before.asked.end()) {
        ++unknown_;
      } else if (event.found && !old->second.found) {
        add(won, key, event.shown, event.rules);
      } else if (!event.found && old->second.found) {
        add(lost, key, event.shown, old->second.rules);
      } else if (event.found) {
        compare_fields(key, old->second, event);
      }
    }
    for (const auto& [key, event] : before.asked) unknown_ += now.asked.count(key) == 0;
    for (const auto& [key, event] : before.wrong) {
      if (now.wrong.count(key) == 0) add(wrong_gone, key, event.shown + " (" + event.what + ')', event.rules);
    }
    for (const auto& [key, event] : now.wrong) {
      if (before.wrong.count(key) == 0) add(wrong_new, key, event.shown + " (" + event.what + ')', event.rules);
    }
  }

  [[nodiscard]] std::string text() const {
    std::string out = figures_;
    for (std::size_t i = 0; i < kChanges; ++i) {
      if (numbers_[i] > 0) out += std::string(kTitles[i]) + ": " + std::to_string(numbers_[i]) + '\n' + lines_[i];
    }
    if (!mended_.empty()) out += "fields mended:\n" + mended_;
    if (!spoilt_.empty()) out += "fields spoilt:\n" + spoilt_;
    if (!by_rule_.empty()) out += "by rule:\n" + rule_table();
    if (unknown_ > 0) out += std::to_string(unknown_) + " events of gold stand in one of the two runs only\n";
    return out.empty() ? "nothing changed\n" : out;
  }

 private:
  void compare_figures(const Snapshot& before, const Snapshot& now) {
    for (const auto& [name, value] : now.figures) {
      const auto old = before.figures.find(name);
      if (old == before.figures.end() || std::abs(value - old->second) < kSmallestShown) continue;
      char line[120];
      std::snprintf(line, sizeof line, "%-12s %.3f -> %.3f  %+.3f\n", name.c_str(), old->second, value, value - old->second);
      figures_ += line;
    }
  }

  void add(Change change, const std::string& key, const std::string& shown, const std::vector<std::string>& rules) {
    ++numbers_[change];
    lines_[change] += "  " + key + ' ' + shown + joined(rules) + '\n';
    for (const std::string& rule : rules) ++by_rule_[rule][change];
  }

  void compare_fields(const std::string& key, const Snapshot::Asked& old, const Snapshot::Asked& event) {
    const auto faults = [](const Snapshot::Asked& of, const std::string& field) {
      const auto found = of.faults.find(field);
      return found == of.faults.end() ? std::size_t{0} : found->second;
    };
    std::map<std::string, std::size_t> fields = old.faults;
    fields.insert(event.faults.begin(), event.faults.end());
    std::string mended;
    std::string spoilt;
    for (const auto& [field, ignored] : fields) {
      const std::size_t was = faults(old, field);
      const std::size_t is = faults(event, field);
      if (is < was) mended += ' ' + field;
      if (is > was) spoilt += ' ' + field;
    }
    const std::string end = " | " + event.shown + joined(event.rules) + '\n';
    if (!mended.empty()) mended_ += "  " + key + ':' + mended + end;
    if (!spoilt.empty()) spoilt_ += "  " + key + ':' + spoilt + end;
  }

  [[nodiscard]] std::string rule_table() const {
    std::string out;
    for (const auto& [rule, changes] : by_rule_) {
      out += "  " + rule + ':';
      for (std::size_t i = 0; i < kChanges; ++i) {
        if (changes[i] > 0) out += std::string(" ") + kTitles[i] + ' ' + std::to_string(changes[i]) + ',';
      }
      out.back() = '\n';
    }
    return out;
  }

  std::string figures_;
  std::array<std::size_t, kChanges> numbers_{};
  std::array<std::string, kChanges> lines_;
  std::map<std::string, std::array<std::size_t, kChanges>> by_rule_;
  std::string mended_;
  std::string spoilt_;
  std::size_t unknown_ = 0;
};

}  // namespace

std::string difference_text(const Snapshot& before, const Snapshot& now) {
  Difference difference;
  difference.compare(before, now);
  return difference.text();
}

}  // namespace rasd::eval
