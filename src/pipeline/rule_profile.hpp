// How often each rule, role line and status block fired over a row of articles, with an example each: `rasd rules profile`.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rasd/extractor.hpp"
#include "rules/rule_set.hpp"

namespace rasd {

struct UseExample {
  std::string doc_id;
  std::string text;
};

struct RoleUse {
  bool known = false;  // the rule has a line for the role
  std::size_t fired = 0;
  UseExample example;
};

struct RuleUse {
  const Rule* rule = nullptr;
  std::size_t tried = 0;   // a trigger of the rule stood in the text
  std::size_t fired = 0;   // the rule applied
  std::size_t events = 0;  // events that it contributed to
  UseExample example;      // the first time it fired
  std::array<RoleUse, kRoles> roles;
  std::map<std::string, std::size_t> stopped;  // what stopped it -> how often
};

// A role line of a rule or role set; a set's line counts for all rules that include it.
struct RoleLineUse {
  const RoleLine* line = nullptr;
  std::size_t fired = 0;
};

struct StatusUse {
  const StatusRule* status = nullptr;
  std::size_t fired = 0;
  UseExample example;
};

class RuleProfile {
 public:
  explicit RuleProfile(const std::shared_ptr<const Knowledge>& knowledge);

  // Runs one article and counts.
  void add(const Document& document);

  std::size_t articles = 0;
  std::size_t events = 0;
  std::vector<RuleUse> rules;         // in the order of the files
  std::vector<RoleLineUse> lines;     // by file and line
  std::vector<StatusUse> statuses;    // in the order of the files

 private:
  void count_match(const RuleMatch& match, const std::string& doc_id);
  // The words around a trigger, on one line.
  [[nodiscard]] std::string around(const RuleMatch& match);
  [[nodiscard]] std::string words(UnitRange units);

  std::shared_ptr<const Knowledge> knowledge_;
  Workspace workspace_;
  std::map<const Rule*, std::size_t> number_of_;
  std::map<std::string, std::size_t> number_of_id_;
  std::map<const RoleLine*, std::size_t> line_of_;
};

}  // namespace rasd
