#include "cli/profile_report.hpp"

#include <algorithm>

#include "rules/vocabulary.hpp"
#include "sink/json_writer.hpp"

namespace rasd::cli {
namespace {

constexpr std::size_t kIdWidth = 34;
constexpr std::size_t kNumberWidth = 8;

bool begins_with(const std::string& text, const std::string& prefix) { return text.compare(0, prefix.size(), prefix) == 0; }

std::string left(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

std::string right(std::size_t number) {
  const std::string text = std::to_string(number);
  return std::string(kNumberWidth - std::min(kNumberWidth, text.size()), ' ') + text;
}

std::string shown(const UseExample& example) { return example.doc_id + ": " + example.text; }

std::vector<const RuleUse*> rules_by_use(const RuleProfile& profile, const std::string& prefix) {
  std::vector<const RuleUse*> out;
  for (const RuleUse& use : profile.rules) {
    if (begins_with(use.rule->id, prefix)) out.push_back(&use);
  }
  std::stable_sort(out.begin(), out.end(), [](const RuleUse* a, const RuleUse* b) { return a->fired > b->fired; });
  return out;
}

std::vector<const StatusUse*> statuses_by_use(const RuleProfile& profile, const std::string& prefix) {
  std::vector<const StatusUse*> out;
  for (const StatusUse& use : profile.statuses) {
    if (begins_with(use.status->id, prefix)) out.push_back(&use);
  }
  std::stable_sort(out.begin(), out.end(), [](const StatusUse* a, const StatusUse* b) { return a->fired > b->fired; });
  return out;
}

// With a prefix, only the lines that stand in those rules themselves.
std::vector<const RoleLineUse*> lines_of(const RuleProfile& profile, const std::string& prefix) {
  std::vector<const RoleLineUse*> out;
  for (const RoleLineUse& use : profile.lines) {
    if (begins_with(use.line->origin, prefix)) out.push_back(&use);
  }
  return out;
}

std::string stops(const RuleUse& use) {
  std::vector<std::pair<std::string, std::size_t>> sorted(use.stopped.begin(), use.stopped.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [reason, times] : sorted) out += (out.empty() ? "" : ", ") + reason + ' ' + std::to_string(times);
  return out;
}

std::string place_of(const std::string& file, std::uint32_t line) { return file + ':' + std::to_string(line); }

void write_example(JsonWriter& json, const UseExample& example) {
  if (example.doc_id.empty()) return;
  json.key("example");
  json.begin_object();
  json.member("doc_id", example.doc_id);
  json.member("text", example.text);
  json.end_object();
}

void write_place(JsonWriter& json, const std::string& file, std::uint32_t line) {
  json.member("file", file);
  json.member("line", std::int64_t{line});
}

void write_count(JsonWriter& json, const char* name, std::size_t count) { json.member(name, static_cast<std::int64_t>(count)); }

void write_rule(JsonWriter& json, const RuleUse& use) {
  json.begin_object();
  json.member("id", use.rule->id);
  json.member("event", use.rule->event);
  write_place(json, use.rule->file, use.rule->line);
  write_count(json, "tried", use.tried);
  write_count(json, "fired", use.fired);
  write_count(json, "events", use.events);
  json.key("stopped");
  json.begin_object();
  for (const auto& [reason, times] : use.stopped) write_count(json, reason.c_str(), times);
  json.end_object();
  write_example(json, use.example);
  json.key("roles");
  json.begin_array();
  for (std::size_t i = 0; i < kRoles; ++i) {
    if (!use.roles[i].known) continue;
    json.begin_object();
    json.member("role", to_string(static_cast<Role>(i)));
    write_count(json, "fired", use.roles[i].fired);
    write_example(json, use.roles[i].example);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string profile_table(const RuleProfile& profile, const std::string& prefix) {
  const std::vector<const RuleUse*> rules = rules_by_use(profile, prefix);
  const auto fired = std::find_if(rules.begin(), rules.end(), [](const RuleUse* use) { return use->fired == 0; });
  std::string out = std::to_string(profile.articles) + (profile.articles == 1 ? " article, " : " articles, ") +
                    std::to_string(profile.events) + (profile.events == 1 ? " event; " : " events; ") +
                    std::to_string(fired - rules.begin()) + " of " + std::to_string(rules.size()) + " rules fired\n\n";
  out += left("RULE, its roles", kIdWidth) + "   TRIED   FIRED  EVENTS  EXAMPLE\n";
  for (auto rule = rules.begin(); rule != fired; ++rule) {
    const RuleUse& use = **rule;
    out += left(use.rule->id, kIdWidth) + right(use.tried) + right(use.fired) + right(use.events) + "  " + shown(use.example) + '\n';
    for (std::size_t i = 0; i < kRoles; ++i) {
      const RoleUse& role = use.roles[i];
      if (!role.known) continue;
      const std::string name = std::string("  ") + to_string(static_cast<Role>(i));
      out += left(name, kIdWidth + kNumberWidth) + right(role.fired);
      if (role.fired > 0) out += std::string(kNumberWidth, ' ') + "  " + shown(role.example);
      out += '\n';
    }
    if (!use.stopped.empty()) out += "  stopped: " + stops(use) + '\n';
  }
  const std::vector<const StatusUse*> statuses = statuses_by_use(profile, prefix);
  if (!statuses.empty() && statuses.front()->fired > 0) {
    out += '\n' + left("STATUS", kIdWidth) + std::string(kNumberWidth, ' ') + "   FIRED          EXAMPLE\n";
  }
  for (const StatusUse* use : statuses) {
    if (use->fired == 0) continue;
    out += left(use->status->id, kIdWidth + kNumberWidth) + right(use->fired) + std::string(kNumberWidth, ' ') + "  " +
           shown(use->example) + '\n';
  }
  std::string never;
  for (auto rule = fired; rule != rules.end(); ++rule) {
    never += "  rule    " + (*rule)->rule->id;
    never += (*rule)->tried == 0 ? "  (no trigger of it)" : "  (stopped: " + stops(**rule) + ')';
    never += '\n';
  }
  for (const StatusUse* use : statuses) {
    if (use->fired == 0) never += "  status  " + use->status->id + '\n';
  }
  for (const RoleLineUse* use : lines_of(profile, prefix)) {
    if (use->fired > 0) continue;
    const RoleLine& line = *use->line;
    never += "  line    " + place_of(line.pattern.file, line.pattern.line) + "  " + line.origin + "  " + to_string(line.role) + "  " +
           line.pattern.text + '\n';
  }
  return never.empty() ? out : out + "\nNEVER FIRED\n" + never;
}

std::string profile_json(const RuleProfile& profile, const std::string& prefix) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_count(json, "articles", profile.articles);
  write_count(json, "events", profile.events);
  json.key("rules");
  json.begin_array();
  for (const RuleUse* use : rules_by_use(profile, prefix)) write_rule(json, *use);
  json.end_array();
  json.key("statuses");
  json.begin_array();
  for (const StatusUse* use : statuses_by_use(profile, prefix)) {
    json.begin_object();
    json.member("id", use->status->id);
    json.member("status", to_string(use->status->value));
    write_place(json, use->status->file, use->status->line);
    write_count(json, "fired", use->fired);
    write_example(json, use->example);
    json.end_object();
  }
  json.end_array();
  json.key("role_lines");
  json.begin_array();
  for (const RoleLineUse* use : lines_of(profile, prefix)) {
    json.begin_object();
    json.member("of", use->line->origin);
    json.member("role", to_string(use->line->role));
    write_place(json, use->line->pattern.file, use->line->pattern.line);
    json.member("pattern", use->line->pattern.text);
    write_count(json, "fired", use->fired);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_line();
  return out;
}

}  // namespace rasd::cli
