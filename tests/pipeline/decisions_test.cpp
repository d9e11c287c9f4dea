// The decision tables over whole sentences: sub_event_types.tsv for data/types, relevance.tsv for data/relevance.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "rules/rule_parser.hpp"
#include "support/golden.hpp"
#include "text/table_reader.hpp"

namespace rasd::test {
namespace {

constexpr const char* kPublished = "2023-06-15";

Table table(const char* name, const std::vector<std::string>& header) {
  Result<Table> found = read_table(std::string(RASD_SOURCE_DIR) + "/tests/pipeline/" + name, header);
  EXPECT_TRUE(found) << name;
  return found ? std::move(found).value() : Table{};
}

// The types of the events; with their statuses only where `statuses`.
std::string told(const std::vector<Event>& events, bool statuses) {
  std::string out;
  for (const Event& event : events) {
    out += (out.empty() ? "" : " + ") + event.sub_event_type;
    if (statuses) out += std::string(":") + to_string(event.status);
  }
  return out.empty() ? "-" : out;
}

TEST(Decisions, SubEventTypes) {
  const Table cases = table("sub_event_types.tsv", {"case", "expected", "text"});
  EXPECT_GE(cases.rows.size(), 60u);
  std::set<std::string> types;
  for (const TableRow& row : cases.rows) {
    const bool statuses = row.cells[1].find(':') != std::string::npos;
    EXPECT_EQ(told(extract(row.cells[2], kPublished), statuses), row.cells[1]) << row.cells[0] << ", line " << row.line << "\n" << row.cells[2];
    types.insert(row.cells[1].substr(0, row.cells[1].find(':')));
  }
  // Each type stands in the table.
  for (const SubEventType& type : sub_event_types()) {
    EXPECT_EQ(types.count(type.sub_event_type), 1u) << type.sub_event_type;
  }
}

TEST(Decisions, Relevance) {
  const Table cases = table("relevance.tsv", {"topic", "expected", "text"});
  EXPECT_GE(cases.rows.size(), 60u);
  std::map<std::string, int> events;
  for (const TableRow& row : cases.rows) {
    const std::string found = told(extract(row.cells[2], kPublished), false);
    EXPECT_EQ(found == "-", row.cells[1] == "-") << row.cells[0] << ", line " << row.line << ": " << found << "\n" << row.cells[2];
    ++events[row.cells[1]];
  }
  EXPECT_GE(events["+"], 10);
  EXPECT_GE(events["-"], 40);
}

}  // namespace
}  // namespace rasd::test
