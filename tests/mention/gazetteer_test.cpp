#include <set>

#include "mention/place_support.hpp"
#include "support/temp_dir.hpp"

namespace rasd {
namespace {

PlaceId id_of(std::string_view id) {
  const Gazetteer& gazetteer = *places().gazetteer;
  for (PlaceId i = 0; i < gazetteer.size(); ++i) {
    if (gazetteer.entry(i).id() == id) return i;
  }
  ADD_FAILURE() << "no place " << id;
  return 0;
}

TEST(Gazetteer, IdsAreUniqueAndRowsAreWhole) {
  const Gazetteer& gazetteer = *places().gazetteer;
  ASSERT_GT(gazetteer.size(), 60000u);
  std::set<std::string_view> ids;
  for (PlaceId i = 0; i < gazetteer.size(); ++i) {
    const GazetteerEntry entry = gazetteer.entry(i);
    EXPECT_TRUE(ids.insert(entry.id()).second) << entry.id();
    EXPECT_FALSE(entry.kind().empty()) << entry.id();
    EXPECT_TRUE(entry.country().empty() || entry.country().size() == 3) << entry.id();
    EXPECT_TRUE(!entry.located() || (entry.latitude() >= -90 && entry.latitude() <= 90 && entry.longitude() >= -180 && entry.longitude() <= 180))
        << entry.id();
  }
}

TEST(Gazetteer, Within) {
  const Gazetteer& gazetteer = *places().gazetteer;
  const PlaceId syria = id_of("syr.syria.country");
  const PlaceId idlib = id_of("syr.idlib.province");
  const PlaceId city = id_of("syr.idlib");
  const PlaceId saraqib = id_of("syr.saraqib");
  EXPECT_TRUE(gazetteer.within(saraqib, idlib));
  EXPECT_TRUE(gazetteer.within(saraqib, syria));
  EXPECT_TRUE(gazetteer.within(city, idlib));
  EXPECT_TRUE(gazetteer.within(idlib, city));
  EXPECT_FALSE(gazetteer.within(idlib, saraqib));
  EXPECT_FALSE(gazetteer.within(syria, idlib));
  EXPECT_FALSE(gazetteer.within(saraqib, id_of("irq.iraq.country")));
  EXPECT_TRUE(gazetteer.within(id_of("egy.arish"), id_of("egy.sinai")));
  EXPECT_TRUE(gazetteer.within(id_of("sdn.north-darfur.province"), id_of("sdn.darfur")));
  EXPECT_TRUE(gazetteer.within(id_of("pse.shujaiya"), id_of("pse.gaza-city")));
}

TEST(Gazetteer, FaultsNameTheLine) {
  TempDir directory;
  Normalizer& normalizer = *places().normalizer;
  directory.write("a.tsv",
                  "id\tkind\tcountry\tadmin1\tadmin2\tlat\tlon\tpop\tname_en\tflags\tname_ar\n"
                  "x.a\ttown\tSYR\t\t\tnorth\t36\t\tA\t\tسرقة\n"
                  "x.b\ttown\n");
  Vocabulary vocabulary;
  const auto loaded = Gazetteer::load(directory.path(), normalizer, vocabulary);
  ASSERT_FALSE(loaded);
  ASSERT_EQ(loaded.error().size(), 2u);
  EXPECT_EQ(loaded.error()[0].code, "D005");
  EXPECT_EQ(loaded.error()[0].line, 2u);
  EXPECT_EQ(loaded.error()[1].code, "D003");
  EXPECT_EQ(loaded.error()[1].line, 3u);
}

}  // namespace
}  // namespace rasd
