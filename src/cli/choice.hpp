// Options whose value is one word of a fixed set; a wrong word is answered with the set.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace rasd::cli {

template <class T>
CLI::Validator one_of(const std::map<std::string, T>& names) {
  std::string known;
  for (const auto& [name, value] : names) known += (known.empty() ? "" : ", ") + name;
  return {[names, known](std::string& word) {
            return names.count(word) != 0 ? std::string() : "\"" + word + "\" is none of " + known;
          },
          "", "one_of"};
}

// `target` lives as long as the command.
template <class T>
CLI::Option* add_choice(CLI::App& command, const std::string& name, T& target, const std::map<std::string, T>& names,
                        const std::string& description) {
  const auto set = [&target, names](const std::string& word) { target = names.at(word); };
  return command.add_option_function<std::string>(name, set, description)->check(one_of(names))->type_name("WORD");
}

// What a word that should be a day is answered with.
inline std::string no_date(const std::string& word) {
  return '"' + word + "\" is no date; write YYYY-MM-DD, as in 2024-01-31";
}

}  // namespace rasd::cli
