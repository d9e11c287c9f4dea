#include "event/type_resolver.hpp"

#include <algorithm>
#include <bit>
#include <map>

#include "rules/rule_parser.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

std::vector<std::string> cut(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find(separator, begin);
    if (end == std::string::npos) end = text.size();
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool any_in(const std::vector<std::string_view>& facts, const std::vector<std::string>& values) {
  return std::any_of(facts.begin(), facts.end(), [&](std::string_view fact) {
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
      // "air_strike.*" stands for every rule of the family
      if (value.size() > 1 && value.back() == '*') return fact.substr(0, value.size() - 1) == std::string_view(value).substr(0, value.size() - 1);
      return fact == value;
    });
  });
}

}  // namespace

Result<TypeResolver> TypeResolver::load(const std::string& directory, const Lexicon& lexicon) {
  auto table = read_table(directory + "/resolver.tsv", {"result", "conditions"});
  if (!table) return std::move(table).error();
  using enum Subject;
  const std::map<std::string, Subject> subjects = {
      {"type", set},     {"weapon", weapon}, {"actor", actor}, {"target", target},  {"word", word},
      {"rule", rule},    {"harmed", harmed}, {"actor_country", actor_country},      {"actor_is", foreign},
      {"status", status}};
  std::vector<std::string> subject_names;
  for (const auto& [name, subject] : subjects) subject_names.push_back(name);
  std::vector<std::string> type_names;
  for (const SubEventType& type : sub_event_types()) type_names.emplace_back(type.sub_event_type);

  Diagnostics faults;
  TypeResolver resolver;
  for (const TableRow& row : table->rows) {
    Row out;
    out.line = row.line;
    out.result = sub_event_index(row.cells[0]);
    if (out.result < 0) {
      const std::string nearest = nearest_name(row.cells[0], type_names);
      faults.push_back(table->fault(row, 0, "D030", "unknown sub-event type '" + row.cells[0] + "'",
                                    nearest.empty() ? "" : "did you mean '" + nearest + "'?"));
      continue;
    }
    for (std::string text : cut(row.cells[1], ';')) {
      while (!text.empty() && text.front() == ' ') text.erase(0, 1);
      while (!text.empty() && text.back() == ' ') text.pop_back();
      Condition condition;
      if (!text.empty() && text.front() == '!') {
        condition.negated = true;
        text.erase(0, 1);
      }
      const std::size_t equals = text.find('=');
      const std::string name = text.substr(0, equals);
      const auto subject = subjects.find(name);
      if (equals == std::string::npos || subject == subjects.end()) {
        const std::string nearest = nearest_name(name, subject_names);
        faults.push_back(table->fault(row, 1, "D031", "unknown condition '" + text + "'",
                                      nearest.empty() ? "subject=value,value" : "did you mean '" + nearest + "='?"));
        continue;
      }
      condition.subject = subject->second;
      condition.values = cut(text.substr(equals + 1), ',');
      if (condition.subject == set) {
        condition.types = sub_event_set(condition.values);
        if (std::popcount(condition.types) != static_cast<int>(condition.values.size())) {
          faults.push_back(table->fault(row, 1, "D030", "unknown sub-event type in '" + text + "'"));
        }
      }
      if (condition.subject == word) {
        for (const std::string& value : condition.values) {
          const ListId list = lexicon.list_id("type." + value);
          if (list == kNoList) {
            faults.push_back(table->fault(row, 1, "D032", "there is no list 'type." + value + "'"));
          } else if (std::find(resolver.word_lists_.begin(), resolver.word_lists_.end(), list) == resolver.word_lists_.end()) {
            resolver.word_lists_.push_back(list);
          }
        }
      }
      out.conditions.push_back(std::move(condition));
    }
    resolver.rows_.push_back(std::move(out));
  }
  if (!faults.empty()) return faults;
  return resolver;
}

bool TypeResolver::holds(const Condition& condition, const IncidentFacts& facts) const {
  switch (condition.subject) {
    case Subject::set: return (facts.types & condition.types) != 0;
    case Subject::weapon: return any_in(facts.weapons, condition.values);
    case Subject::actor: return any_in(facts.actors, condition.values);
    case Subject::target: return any_in(facts.targets, condition.values);
    case Subject::word: return any_in(facts.words, condition.values);
    case Subject::rule: return any_in(facts.rules, condition.values);
    case Subject::status: return any_in({facts.status}, condition.values);
    case Subject::actor_country: return any_in(facts.actor_countries, condition.values);
    case Subject::foreign: {
      const bool foreign = !facts.actor_countries.empty() && !facts.country.empty() &&
                           std::none_of(facts.actor_countries.begin(), facts.actor_countries.end(),
                                        [&](std::string_view country) { return country == facts.country; });
      return any_in({foreign ? std::string_view("foreign") : std::string_view("home")}, condition.values);
    }
    case Subject::harmed:
      for (const std::string& value : condition.values) {
        for (std::size_t i = 0; i < kCasualtyKinds; ++i) {
          if (facts.harmed[i] && value == to_string(static_cast<CasualtyKind>(i))) return true;
        }
      }
      return false;
  }
  return false;
}

int TypeResolver::resolve(const IncidentFacts& facts, DecisionLog* log) const {
  for (const Row& row : rows_) {
    if (!has_sub_event(facts.types, row.result)) continue;
    const bool all = std::all_of(row.conditions.begin(), row.conditions.end(),
                                 [&](const Condition& c) { return holds(c, facts) != c.negated; });
    if (!all) continue;
    if (log != nullptr) {
      Decision decision;
      decision.kind = Decision::Kind::typed;
      decision.text = std::string(sub_event_types()[static_cast<std::size_t>(row.result)].sub_event_type) + " by data/types/resolver.tsv:" +
                      std::to_string(row.line);
      log->decisions.push_back(std::move(decision));
    }
    return row.result;
  }
  return facts.first_type;
}

}  // namespace rasd
