#include "sink/sqlite_sink.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "record_support.hpp"

namespace rasd {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class Written {
 public:
  explicit Written(const std::vector<Record>& records) {
    const CodeBook book = project_code_book();
    const auto make = [&](Output& output) {
      auto normalizer = Normalizer::load(std::string(RASD_SOURCE_DIR) + "/data/normalization");
      return SqliteSink::open(output, book, std::move(normalizer).value(), {"1.2", "rasd x"});
    };
    bytes_ = written(make, records);
    const std::string path = directory_.write("x.sqlite", bytes_);
    EXPECT_EQ(sqlite3_open(path.c_str(), &database_), SQLITE_OK);
  }
  ~Written() { sqlite3_close(database_); }
  Written(const Written&) = delete;  // owns the database
  Written& operator=(const Written&) = delete;

  // Rows, their columns joined with '|'.
  std::vector<std::string> rows(const std::string& sql) const {
    std::vector<std::string> rows;
    const auto add = [](void* out, int count, char** values, char**) {
      std::string row;
      for (int i = 0; i < count; ++i) row += (i == 0 ? "" : "|") + std::string(values[i] == nullptr ? "NULL" : values[i]);
      static_cast<std::vector<std::string>*>(out)->push_back(row);
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(database_, sql.c_str(), add, &rows, nullptr), SQLITE_OK) << sqlite3_errmsg(database_);
    return rows;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  TempDir directory_;
  std::string bytes_;
  sqlite3* database_ = nullptr;
};

TEST(SqliteSink, EveryPartOfARecordHasItsTable) {
  const Written base({full_record(), bare_record()});
  EXPECT_THAT(base.rows("select number, event_id, event_date, fatalities, latitude, typeof(latitude), ucdp from events"),
              ElementsAre("1|ev_12e3456789012345|2024-01-22|5|35.9032|real|NULL", "2|ev_0000000000000001|NULL|NULL|NULL|null|NULL"));
  EXPECT_THAT(base.rows("select side, number, name, kind, inter, aliases from participants"),
              ElementsAre("actor|1|القوات الجوية الروسية|external_forces|8|الطيران الروسي; الطيران", "actor|2|الجيش السوري|state_forces|1|NULL",
                          "target|1|مدنيين|civilians|7|NULL"));
  EXPECT_THAT(base.rows("select number, name, admin1, geo_precision from places"), ElementsAre("0|سرمين|Idlib|1", "1|إدلب|NULL|3"));
  EXPECT_THAT(base.rows("select kind, number, people, min, max from casualties"),
              ElementsAre("displaced|0|NULL|300|300", "injured|0|NULL|10|NULL", "killed|0|NULL|5|7", "killed|1|women|2|2"));
  EXPECT_THAT(base.rows("select * from documents"), ElementsAre("d1|2024-01-24|وكالة|https://example.org/1|قصف سرمين", "d2|NULL|NULL|NULL|NULL"));
  EXPECT_THAT(base.rows("select value from about"), ElementsAre("rasd x", "rasd 1.2"));
}

TEST(SqliteSink, SearchFindsAWordHoweverItIsWritten) {
  Record record = full_record();
  record["evidence"]["text"] = "قُتِلَ ثلاثةٌ في غارةٍ على أريحا";
  const Written base({record, bare_record()});
  const auto found = [&](const std::string& query) {
    return base.rows("select event_id from search join events on number = search.rowid where search match '" + query + "'");
  };
  for (const char* word : {"قتل", "ثلاثه", "اريحا", "أريحا", "سرمين", "Sarmin", "قصف*"}) {
    EXPECT_THAT(found(word), ElementsAre("ev_12e3456789012345")) << word;
  }
  EXPECT_THAT(found("المعبر"), ElementsAre("ev_0000000000000001"));
  EXPECT_THAT(found("حلب"), IsEmpty());
}

TEST(SqliteSink, TheViewHasAcledsColumns) {
  const std::vector<Record> records = {full_record()};
  const Written base(records);
  EXPECT_THAT(base.rows("select group_concat(name, ' ') from pragma_table_info('v_acled')"),
              ElementsAre("event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 "
                          "assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude "
                          "longitude geo_precision source source_scale notes fatalities tags timestamp event_id"));
  EXPECT_THAT(base.rows("select year, actor1, assoc_actor_1, inter1, actor2, inter2, interaction, civilian_targeting from v_acled"),
              ElementsAre("2024|القوات الجوية الروسية|الجيش السوري|8|مدنيين|7|78|Civilian targeting"));
}

TEST(SqliteSink, WhatDidNotHappenIsNotInTheView) {
  std::vector<Record> records;
  for (const char* status : {"asserted", "claimed", "alleged", "denied", "planned", "foiled", "aggregate"}) {
    records.push_back(bare_record(std::string("ev_") + status));
    records.back()["status"] = status;
  }
  const Written base(records);
  EXPECT_THAT(base.rows("select event_id from v_acled order by 1"),
              ElementsAre("ev_alleged", "ev_asserted", "ev_claimed", "ev_foiled"));
}

TEST(SqliteSink, TheSameEventTwiceIsOneRow) {
  const Written base({full_record(), full_record(), bare_record()});
  EXPECT_THAT(base.rows("select number, event_id from events order by number"), ElementsAre("1|ev_12e3456789012345", "2|ev_0000000000000001"));
  EXPECT_THAT(base.rows("select count(*) from participants"), ElementsAre("3"));
}

TEST(SqliteSink, TheSameRecordsGiveTheSameBytes) {
  EXPECT_THAT(Written(std::vector{full_record()}).bytes(), StartsWith("SQLite format 3"));
  EXPECT_EQ(Written({full_record(), bare_record()}).bytes(), Written({full_record(), bare_record()}).bytes());
}

}  // namespace
}  // namespace rasd
