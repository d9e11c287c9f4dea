// Ways to get a rule wrong, and what the parser says: line:column, code and message, and the name it suggests.
#include <gtest/gtest.h>

#include "rules/rule_parser.hpp"

namespace rasd {
namespace {

struct Case {
  const char* name;
  const char* source;
  const char* fault;  // "line:column: code: message"
  const char* hint;   // must stand in the hint; may be empty
};

// A rule around one line, so that the line is number 4 and stands at column 3.
std::string with(const std::string& line) {
  return "rule r\n  event Attack\n  trigger {a.list}\n  " + line + "\n";
}

std::string shown(const Diagnostic& d) {
  return std::to_string(d.line) + ":" + std::to_string(d.column) + ": " + d.code + ": " + d.message;
}

Diagnostics faults_of(const std::string& source) {
  RuleParser parser;
  parser.parse(source, "x.rules");
  Diagnostics faults;
  parser.finish(faults);
  return faults;
}

void expect(const std::string& source, const Case& wanted) {
  const Diagnostics faults = faults_of(source);
  ASSERT_EQ(faults.size(), 1u) << wanted.name << ": "
                               << (faults.size() > 1 ? shown(faults[0]) + " / " + shown(faults[1]) : "no fault");
  EXPECT_EQ(shown(faults[0]), wanted.fault) << wanted.name;
  EXPECT_EQ(faults[0].file, "x.rules");
  EXPECT_NE(faults[0].hint.find(wanted.hint), std::string::npos)
      << wanted.name << ": the hint is '" << faults[0].hint << "'";
}

// Cases whose source is one line of a rule.
const Case kLines[] = {
#include "rules/rule_error_lines.inc"
};

// Cases whose source is a whole file.
const Case kFiles[] = {
#include "rules/rule_error_files.inc"
};

TEST(RuleErrors, OfLines) {
  for (const Case& each : kLines) expect(with(each.source), each);
}

TEST(RuleErrors, OfFiles) {
  for (const Case& each : kFiles) expect(each.source, each);
}

TEST(RuleErrors, AreManyAndAllDifferent) {
  EXPECT_GE(std::size(kLines) + std::size(kFiles), 60u);
  std::vector<std::string> seen;
  for (const Case& each : kLines) seen.push_back(each.source);
  for (const Case& each : kFiles) seen.push_back(each.source);
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
}

TEST(RuleErrors, AllFaultsOfAFileAreReportedInOrder) {
  const Diagnostics faults = faults_of(
      "rule one\n"
      "  event Atack\n"
      "  trigger {a.list\n"
      "  role actr:Actor TRIGGER @\n"
      "  role actor:Actor TRIGGER @\n"
      "rul two\n"
      "  event Attack\n"
      "rule three\n"
      "  event Attack\n"
      "  trigger {a.list}\n"
      "  unless front TRIGER {b.list}\n");
  std::vector<std::string> places;
  for (const Diagnostic& d : faults) places.push_back(std::to_string(d.line) + " " + d.code);
  EXPECT_EQ(places, (std::vector<std::string>{"2 R021", "3 R048", "4 R024", "6 R010", "11 R057"}));
}

}  // namespace
}  // namespace rasd
