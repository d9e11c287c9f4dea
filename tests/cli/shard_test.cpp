// Shards of a corpus: each record once, and the merged output is that of one run, or the merge says what is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/rasd.hpp"

namespace rasd {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

// `count` articles, every third one with an event; with `faults`, lines between them that are no records.
std::string articles(int count, bool faults = false) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    const char* const text = i % 3 == 0 ? "قصفت طائرات حربية بلدة سرمين أمس، ما أدى إلى مقتل خمسة مدنيين." : "زار الوزير المدرسة أمس.";
    out += Json{{"doc_id", "a" + std::to_string(i)}, {"published", "2024-01-24"}, {"text", text}}.dump() + '\n';
    if (faults && i % 16 == 15) out += "no record " + std::to_string(i) + '\n';
  }
  return out;
}

class Shards : public testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& name) const { return "'" + directory_.path() + '/' + name + "'"; }
  [[nodiscard]] std::string content(const std::string& name) const { return read_file(directory_.path() + '/' + name).value(); }
  Outcome extract(const std::string& input, const std::string& name, const std::string& options) {
    return rasd_program("extract --shipped-only -o " + at(name) + " --manifest " + at(name + ".manifest") + ' ' + options, input);
  }
  void extract_shards(const std::string& input, int of, const std::string& options = "") {
    for (int k = 1; k <= of; ++k) {
      extract(input, std::to_string(k), "--shard " + std::to_string(k) + '/' + std::to_string(of) + ' ' + options);
    }
  }
  Outcome merge(const std::vector<std::string>& names, const std::string& into = "merged/all") {
    std::filesystem::create_directories(directory_.path() + "/merged");
    std::string line = "merge -o " + at(into) + " --manifest " + at(into + ".manifest");
    for (const std::string& name : names) line += ' ' + at(name + ".manifest");
    return rasd_program(line);
  }
  TempDir directory_;
};

TEST_F(Shards, TogetherAreTheWhole) {
  for (const auto& [count, of] : {std::pair{0, 2}, std::pair{16, 2}, std::pair{17, 3}, std::pair{100, 3}}) {
    const std::string input = articles(count);
    ASSERT_EQ(extract(input, "all", "").status, 0);
    extract_shards(input, of);
    std::vector<std::string> names;
    for (int k = of; k > 0; --k) names.push_back(std::to_string(k));
    const Outcome merged = merge(names);
    EXPECT_EQ(merged.status, 0) << merged.err;
    EXPECT_EQ(content("merged/all"), content("all")) << count << " records, " << of << " shards";
    EXPECT_EQ(content("merged/all.manifest"), content("all.manifest"));
  }
}

TEST_F(Shards, HaveEachErrorOnce) {
  const std::string input = articles(70, true);
  EXPECT_EQ(extract(input, "all", "--on-error emit").status, 3);
  extract_shards(input, 3, "--on-error emit -j 2");
  EXPECT_EQ(merge({"1", "2", "3"}).status, 0);
  EXPECT_EQ(content("merged/all"), content("all"));
  EXPECT_EQ(content("merged/all.manifest"), content("all.manifest"));
  EXPECT_THAT(content("all.manifest"), HasSubstr("\"rejected\":4"));
}

TEST_F(Shards, OfACorpusThatWasCutBefore) {
  const std::string first = articles(5);
  const std::string second = articles(20);
  extract(first + second, "all", "");
  extract(first, "1", "--part 1/3");
  extract("", "2", "--part 2/3");
  extract(second, "3", "--part 3/3");
  const Outcome merged = merge({"3", "2", "1"});
  EXPECT_EQ(merged.status, 0) << merged.err;
  EXPECT_EQ(content("merged/all"), content("all"));
  EXPECT_EQ(content("merged/all.manifest"), content("all.manifest"));
}

TEST_F(Shards, AreRefusedWhereOneIsMissingOrThereTwice) {
  extract_shards(articles(40), 3);
  Outcome merged = merge({"1", "3"});
  EXPECT_EQ(merged.status, 1);
  EXPECT_THAT(merged.err, HasSubstr("of 3 shards there is no 2"));
  EXPECT_FALSE(std::filesystem::exists(directory_.path() + "/merged/all"));
  merged = merge({"1", "2", "3", "2"});
  EXPECT_EQ(merged.status, 1);
  EXPECT_THAT(merged.err, HasSubstr("both are shard 2"));
}

TEST_F(Shards, AreRefusedWhereTheyAreOfDifferentRuns) {
  const std::string input = articles(40);
  const TempDir overlay;
  overlay.write("more.lst", "list own.words\n  كلمة\n");
  const struct {
    const char* options;
    const char* said;
    std::string input;
  } kCases[] = {{"--offsets byte", "the options differ", input},
                {"", "the inputs differ", input + articles(1)},
                {"--on-error emit", "the options differ", input}};
  for (const auto& each : kCases) {
    extract_shards(input, 2);
    extract(each.input, "2", std::string("--shard 2/2 ") + each.options);
    const Outcome merged = merge({"1", "2"});
    EXPECT_EQ(merged.status, 1);
    EXPECT_THAT(merged.err, HasSubstr(each.said));
  }
  extract_shards(input, 2);
  ASSERT_EQ(rasd_program("extract -o " + at("2") + " --manifest " + at("2.manifest") + " --shard 2/2 --data '" + overlay.path() + "'", input).status, 0);
  EXPECT_THAT(merge({"1", "2"}).err, HasSubstr("the data differ"));
  extract_shards(input, 2);
  extract(input, "1", "--shard 1/3");
  EXPECT_THAT(merge({"1", "2"}).err, HasSubstr("the numbers of shards differ"));
}

TEST_F(Shards, AreRefusedWhereAnOutputWasChanged) {
  extract_shards(articles(40), 2);
  const std::string good = content("2");
  directory_.write("2", good + "{}\n");
  EXPECT_THAT(merge({"1", "2"}).err, HasSubstr("is not what"));
  std::string changed = good;
  changed[changed.find("2024-01-23") + 9] = '4';
  directory_.write("2", changed);
  EXPECT_THAT(merge({"1", "2"}).err, HasSubstr("is not what"));
  EXPECT_FALSE(std::filesystem::exists(directory_.path() + "/merged/all"));
  directory_.write("2.manifest", "{}");
  EXPECT_THAT(merge({"1", "2"}).err, HasSubstr("no manifest"));
}

TEST_F(Shards, NeedNoManifest) {
  const std::string input = articles(50);
  std::string both = rasd_program("extract --shard 1/2", input).out;
  both += rasd_program("extract --shard 2/2", input).out;
  std::vector<std::string> lines;
  std::istringstream parts(both);
  for (std::string line; std::getline(parts, line);) lines.push_back(line);
  std::vector<std::string> expected;
  std::istringstream whole(rasd_program("extract", input).out);
  for (std::string line; std::getline(whole, line);) expected.push_back(line);
  EXPECT_THAT(lines, testing::UnorderedElementsAreArray(expected));
}

TEST_F(Shards, OptionsThatDoNotGoTogether) {
  for (const char* bad : {"--shard 0/3", "--shard 4/3", "--shard 3", "--shard 1/2 --part 1/2", "--part 1/2", "--manifest m", "--shard x/y"}) {
    EXPECT_EQ(rasd_program(std::string("extract ") + bad, articles(1)).status, 2) << bad;
  }
}

}  // namespace
}  // namespace rasd
