#include "pipeline/rule_profile.hpp"

#include <algorithm>
#include <tuple>

#include "pipeline/knowledge_impl.hpp"

namespace rasd {
namespace {

constexpr std::uint32_t kWordsBefore = 4;  // units of an example on either side of the trigger
constexpr std::uint32_t kWordsBehind = 7;

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace

RuleProfile::RuleProfile(const std::shared_ptr<const Knowledge>& knowledge) : knowledge_(knowledge), workspace_(knowledge) {
  const RuleSet& set = *knowledge->impl().rules;
  // Rules that include a role set have copies of its lines, which are one line of a file.
  std::map<std::tuple<std::string, std::uint32_t, Role, std::string>, std::vector<const RoleLine*>> copies;
  for (const Rule& rule : set.rules()) {
    number_of_[&rule] = rules.size();
    number_of_id_[rule.id] = rules.size();
    RuleUse& use = rules.emplace_back();
    use.rule = &rule;
    for (const RoleLine& line : rule.roles) {
      use.roles[static_cast<std::size_t>(line.role)].known = true;
      copies[{line.pattern.file, line.pattern.line, line.role, line.origin}].push_back(&line);
    }
  }
  for (const auto& [place, same] : copies) {
    for (const RoleLine* line : same) line_of_[line] = lines.size();
    lines.push_back({same.front(), 0});
  }
  for (const StatusRule& status : set.statuses()) statuses.push_back({&status, 0, {}});
}

void RuleProfile::add(const Document& document) {
  ++articles;
  Workspace::Impl& workspace = workspace_.impl();
  workspace.matches.clear();  // an article without a trigger leaves them as they are
  MatchTrace trace;
  const std::vector<Event> found = extract_events(knowledge_->impl(), document, workspace, nullptr, &trace);
  events += found.size();
  for (const MatchTrace::Step& step : trace.steps) {
    RuleUse& use = rules[number_of_.at(step.rule)];
    ++use.tried;
    if (step.outcome != "matched") ++use.stopped[step.outcome];
  }
  for (const RuleMatch& match : workspace.matches) count_match(match, document.id);
  for (const Event& event : found) {
    for (const std::string& id : event.found_by) {
      const auto number = number_of_id_.find(id);
      if (number != number_of_id_.end()) ++rules[number->second].events;
    }
  }
}

void RuleProfile::count_match(const RuleMatch& match, const std::string& doc_id) {
  RuleUse& use = rules[number_of_.at(match.rule)];
  if (use.fired++ == 0) use.example = {doc_id, around(match)};
  for (const ArgumentMatch& argument : match.arguments) {
    RoleUse& role = use.roles[static_cast<std::size_t>(argument.role)];
    if (role.fired++ == 0) role.example = {doc_id, words({argument.unit, argument.unit + 1})};
    ++lines[line_of_.at(argument.line)].fired;
  }
  if (match.status_rule == nullptr) return;
  const auto is_it = [&](const StatusUse& each) { return each.status == match.status_rule; };
  StatusUse& status = *std::find_if(statuses.begin(), statuses.end(), is_it);
  if (status.fired++ == 0) status.example = {doc_id, around(match)};
}

std::string RuleProfile::around(const RuleMatch& match) {
  const UnitRange clause = workspace_.impl().clauses.clauses[match.clause].units;
  const std::uint32_t begin = match.trigger.begin - std::min(match.trigger.begin - clause.begin, kWordsBefore);
  return words({begin, std::min(match.trigger.end + kWordsBehind, clause.end)});
}

std::string RuleProfile::words(UnitRange units) {
  const Workspace::Impl& workspace = workspace_.impl();
  const TokenRange tokens = {workspace.clauses.units[units.begin].tokens.begin, workspace.clauses.units[units.end - 1].tokens.end};
  const OriginalSpan span = workspace.text.original(tokens);
  return on_one_line(std::string_view(workspace.original).substr(span.begin, span.size()));
}

}  // namespace rasd
