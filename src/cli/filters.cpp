#include "cli/filters.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "cli/choice.hpp"
#include "rules/rule_parser.hpp"
#include "text/table_reader.hpp"

namespace rasd::cli {
namespace {

constexpr const char* kGroup = "Which events are written";

std::string known_type(const std::string& name) {
  std::vector<std::string> known;
  for (const SubEventType& type : sub_event_types()) {
    if (name == type.event_type || name == type.sub_event_type) return {};
    known.emplace_back(type.sub_event_type);
    known.emplace_back(type.event_type);
  }
  const std::string nearest = nearest_name(name, known);
  return '"' + name + "\" is no type of event" + (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?");
}

std::string country_code(const std::string& code) {
  const bool letters = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return letters ? std::string() : '"' + code + "\" is no country code; write three capitals, as in SYR";
}

void add_day(CLI::App& command, const char* name, std::optional<Date>& day, const char* description) {
  command
      .add_option_function<std::string>(
          name, [&day](const std::string& text) { day = parse_iso_date(text); }, description)
      ->check([](const std::string& text) {
        return parse_iso_date(text) ? std::string() : no_date(text);
      })
      ->type_name("DATE")
      ->group(kGroup);
}

}  // namespace

void add_filter_options(CLI::App& command, EventFilter& filter) {
  command.add_option("--min-confidence", filter.min_confidence, "Only events of at least this confidence (0 to 1)")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("X")
      ->group(kGroup);
  std::map<std::string, Status> statuses;
  for (const Status status : {Status::asserted, Status::claimed, Status::alleged, Status::denied, Status::planned,
                              Status::foiled, Status::aggregate}) {
    statuses.emplace(to_string(status), status);
  }
  command
      .add_option_function<std::vector<std::string>>(
          "--status",
          [&filter, statuses](const std::vector<std::string>& names) {
            for (const std::string& name : names) filter.statuses.push_back(statuses.at(name));
          },
          "Only events of these statuses; several with commas")
      ->check(one_of(statuses))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("WORD")
      ->group(kGroup);
  command.add_option("--type", filter.types, "Only these event types or sub-event types; several with commas")
      ->check(known_type)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("NAME")
      ->group(kGroup);
  command.add_option("--country", filter.countries, "Only events in these countries (ISO 3166 codes of three letters)")
      ->check(country_code)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("CODE")
      ->group(kGroup);
  const std::map<std::string, Salience> saliences = {{"main", Salience::main}, {"background", Salience::background}};
  command
      .add_option_function<std::string>(
          "--salience", [&filter, saliences](const std::string& word) { filter.salience = saliences.at(word); },
          "Only news (main) or only what the article recalls (background)")
      ->check(one_of(saliences))
      ->type_name("WORD")
      ->group(kGroup);
  add_day(command, "--since", filter.since, "Only dated events that end on this day or later");
  add_day(command, "--until", filter.until, "Only dated events that begin on this day or earlier");
}

}  // namespace rasd::cli
