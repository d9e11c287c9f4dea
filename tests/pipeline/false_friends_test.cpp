// Words of violence that mean no violence: sport, trade, politics, the arts, science, weather, accidents, crime, courts, drills.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/golden.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

TEST(FalseFriends, GiveNoEvent) {
  const Result<Table> table = read_table(std::string(RASD_SOURCE_DIR) + "/tests/pipeline/false_friends.tsv", {"sentence"});
  ASSERT_TRUE(table);
  EXPECT_GE(table.value().rows.size(), 130u);
  for (const TableRow& row : table.value().rows) {
    const std::vector<Event> events = test::extract(row.cells[0], "2024-01-31");
    EXPECT_TRUE(events.empty()) << row.cells[0] << "\n" << events.front().sub_event_type << " at " << events.front().trigger.text;
  }
}

}  // namespace
}  // namespace rasd
