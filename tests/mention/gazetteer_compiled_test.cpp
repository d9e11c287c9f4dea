// The compiled gazetteer says what the tables say, and is used for its own tables alone.
#include <filesystem>
#include <fstream>

#include "mention/place_support.hpp"
#include "support/temp_dir.hpp"

namespace rasd {
namespace {

constexpr const char* kHeader = "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpop\tname_en\tflags\tname_ar\n";

class CompiledGazetteer : public testing::Test {
 protected:
  void SetUp() override {
    tables("x.town\ttown\tSYR\tNorth\t\t36.5\t-37.25\t4000\tTown\ta\tبلدة الورد|الورد\n"
           "x.area\tarea\tSYR\t\t\t\t\t\tArea\t:North|South\tسهل الورد\n"
           "x.farm\tvillage\tSYR\tNorth\tUpper\t36.123\t37.456\t\tFarm\ts\tالزهيرية\n"
           "x.farm2\tvillage\tSYR\tSouth\t\t\t\t\t\ts\tالزهيرية\n");
    const auto bytes = Gazetteer::compile(directory(), normalizer());
    ASSERT_TRUE(bytes);
    compiled_ = folder_.write("compiled.bin", bytes.value());
  }
  void tables(const std::string& rows) const { folder_.write("tables/a.tsv", kHeader + rows); }
  [[nodiscard]] std::string directory() const { return folder_.path() + "/tables"; }
  [[nodiscard]] static const Normalizer& normalizer() { return *places().normalizer; }
  [[nodiscard]] std::shared_ptr<const Gazetteer> load() const {
    Vocabulary vocabulary;
    const auto loaded = Gazetteer::load(directory(), normalizer(), vocabulary, compiled_);
    EXPECT_TRUE(loaded);
    return loaded ? loaded.value() : nullptr;
  }

  TempDir folder_;
  std::string compiled_;
};

TEST_F(CompiledGazetteer, SaysWhatTheTablesSay) {
  const auto gazetteer = load();
  ASSERT_NE(gazetteer, nullptr);
  ASSERT_TRUE(gazetteer->is_compiled());
  ASSERT_EQ(gazetteer->size(), 4u);
  const GazetteerEntry town = gazetteer->entry(0);
  EXPECT_EQ(town.id(), "x.town");
  EXPECT_EQ(town.name(), "بلدة الورد");
  EXPECT_EQ(town.name_en(), "Town");
  EXPECT_EQ(town.kind(), "town");
  EXPECT_EQ(town.country(), "SYR");
  EXPECT_EQ(town.admin1(), "North");
  EXPECT_TRUE(town.located());
  EXPECT_DOUBLE_EQ(town.latitude(), 36.5);
  EXPECT_DOUBLE_EQ(town.longitude(), -37.25);
  EXPECT_EQ(town.population(), 4000u);
  EXPECT_TRUE(town.ambiguous());
  EXPECT_FALSE(town.small());
  EXPECT_EQ(gazetteer->entry(1).covers(), "North|South");
  EXPECT_FALSE(gazetteer->entry(1).located());
  EXPECT_EQ(gazetteer->entry(2).admin2(), "Upper");
  EXPECT_TRUE(gazetteer->within(0, 1));
}

TEST_F(CompiledGazetteer, HomonymousHamletsAreFoundByTheirWholeName) {
  const auto gazetteer = load();
  ASSERT_NE(gazetteer, nullptr);
  const auto found = gazetteer->small_places(normalizer().fold("الزهيرية"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(gazetteer->entry(found[0]).id(), "x.farm");
  EXPECT_EQ(gazetteer->entry(found[1]).id(), "x.farm2");
  EXPECT_TRUE(gazetteer->small_places(normalizer().fold("الورد")).empty());
}

TEST_F(CompiledGazetteer, CopiesOfTheTablesAreRecognised) {
  std::filesystem::last_write_time(directory() + "/a.tsv", std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
  EXPECT_TRUE(load()->is_compiled());
}

TEST_F(CompiledGazetteer, OtherTablesAreReadAsText) {
  tables("x.other\ttown\tIRQ\t\t\t\t\t\tOther\t\tالنعمة\n");
  const auto gazetteer = load();
  ASSERT_NE(gazetteer, nullptr);
  EXPECT_FALSE(gazetteer->is_compiled());
  ASSERT_EQ(gazetteer->size(), 1u);
  EXPECT_EQ(gazetteer->entry(0).country(), "IRQ");
}

TEST_F(CompiledGazetteer, AFileThatIsCutOffOrForeignIsNotUsed) {
  std::filesystem::resize_file(compiled_, std::filesystem::file_size(compiled_) - 8);
  EXPECT_FALSE(load()->is_compiled());
  folder_.write("compiled.bin", std::string(4096, 'x'));
  EXPECT_FALSE(load()->is_compiled());
  folder_.write("compiled.bin", "");
  EXPECT_FALSE(load()->is_compiled());
  std::filesystem::remove(compiled_);
  EXPECT_EQ(load()->size(), 4u);
}

TEST_F(CompiledGazetteer, AFileWithAWrongBitIsNotUsed) {
  std::string bytes;
  {
    std::ifstream file(compiled_, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 300) {
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    folder_.write("compiled.bin", bytes);
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    EXPECT_FALSE(load()->is_compiled()) << at;
  }
  folder_.write("compiled.bin", bytes);
  EXPECT_TRUE(load()->is_compiled());
}

TEST_F(CompiledGazetteer, WordsThatAreLoadedBeforeItAreAFault) {
  Vocabulary vocabulary;
  vocabulary.add("x");
  EXPECT_FALSE(Gazetteer::load(directory(), normalizer(), vocabulary, compiled_));
}

}  // namespace
}  // namespace rasd
