// Loaded words for people and forces change what stands in `text` and nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/golden.hpp"
#include "text/table_reader.hpp"

namespace rasd {
namespace {

std::string ids(const std::vector<Participant>& side) {
  std::vector<std::string> out;
  for (const Participant& each : side) out.push_back(each.id.empty() ? each.kind : each.id);
  std::sort(out.begin(), out.end());
  std::string text;
  for (const std::string& id : out) text += id + " ";
  return text;
}

std::string told(const std::string& sentence) {
  std::string out;
  for (const Event& event : test::extract(sentence, "2017-05-20")) {
    out += event.sub_event_type + "|" + std::string(to_string(event.status)) + "|" + ids(event.actors) + "|" + ids(event.targets);
    for (const auto& toll : event.casualties) {
      out += toll ? "|" + std::to_string(toll->count.min) + ".." + (toll->count.max ? std::to_string(*toll->count.max) : "")
                  : std::string("|-");
    }
    out += "\n";
  }
  return out;
}

TEST(LoadedWording, NeverChangesTheEvent) {
  const Result<Table> pairs = read_table(std::string(RASD_SOURCE_DIR) + "/tests/pipeline/loaded_wording.tsv",
                                         {"group", "plain", "loaded"});
  ASSERT_TRUE(pairs);
  EXPECT_GE(pairs.value().rows.size(), 200u);
  for (const TableRow& row : pairs.value().rows) {
    const std::string plain = told(row.cells[1]);
    EXPECT_FALSE(plain.empty()) << row.cells[1];
    EXPECT_EQ(plain, told(row.cells[2])) << row.cells[1] << "\n" << row.cells[2];
  }
}

}  // namespace
}  // namespace rasd
