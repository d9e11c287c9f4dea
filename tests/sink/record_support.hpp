// Records for the tests of the formats: one with everything in it, written as JSON Lines prints it.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "sink/code_book.hpp"
#include "sink/output.hpp"
#include "sink/record_sink.hpp"
#include "support/temp_dir.hpp"
#include "text/table_reader.hpp"

namespace rasd {

inline CodeBook project_code_book() {
  auto book = CodeBook::load(std::string(RASD_SOURCE_DIR) + "/data");
  if (!book) throw std::runtime_error(book.error().front().to_string());
  return std::move(book).value();
}

inline Record full_record() {
  return Record::parse(R"({"event_id":"ev_12e3456789012345","doc_id":"d1","published":"2024-01-24","title":"قصف سرمين",
    "source":"وكالة","url":"https://example.org/1","event_type":"Explosions/Remote violence","sub_event_type":"Air/drone strike",
    "codes":{"cameo":"195","plover":"ASSAULT"},"status":"claimed","trigger":{"text":"قصفت","start":10,"end":14},
    "mentions":[{"start":10,"end":14}],
    "actors":[{"text":"طائرات روسية","start":15,"end":27,"name":"القوات الجوية الروسية","name_en":"Russian air force","id":"rus.air",
               "kind":"external_forces","country":"RUS","basis":"clause","aliases":["الطيران الروسي","الطيران"]},
              {"name":"الجيش السوري","kind":"state_forces","country":"SYR","aliases":[]}],
    "targets":[{"text":"مدنيين","start":60,"end":66,"name":"مدنيين","kind":"civilians","aliases":[]}],
    "date":{"start":"2024-01-22","end":"2024-01-23","precision":"day","basis":"relative","text":"أمس","span":[40,43]},
    "location":{"text":"سرمين","start":30,"end":35,"name":"سرمين","name_en":"Sarmin","kind":"town","admin1":"Idlib","country":"SYR",
                "latitude":35.9032,"longitude":36.72606,"precision":1,"id":"syr.sarmin","basis":"clause"},
    "other_locations":[{"text":"إدلب","start":36,"end":40,"name":"إدلب","country":"SYR","precision":3}],
    "casualties":{"killed":{"min":5,"max":7,"text":"خمسة مدنيين","start":55,"end":66,"groups":[{"group":"women","min":2,"max":2}]},
                  "injured":{"min":10,"text":"عشرة","start":70,"end":74,"groups":[]},
                  "displaced":{"min":300,"max":300,"groups":[]}},
    "weapons":[{"text":"صاروخ","start":80,"end":85,"kind":"missile"},{"text":"برميل","start":86,"end":91,"kind":"barrel_bomb"}],
    "reporter":{"text":"المرصد","start":1,"end":7},"evidence":{"text":"قصفت طائرات روسية سرمين، \"ليلا\".","start":10,"end":50},
    "salience":"main","found_by":["air_strike.raid","harm.killed"],"confidence":0.95})");
}

// What only has the keys that every record has.
inline Record bare_record(const std::string& id = "ev_0000000000000001") {
  Record record = Record::parse(R"({"event_id":"","doc_id":"d2","event_type":"Strategic developments","sub_event_type":"Other","codes":{},
    "status":"asserted","trigger":{"text":"أغلق","start":0,"end":4},"mentions":[{"start":0,"end":4}],"actors":[],"targets":[],
    "other_locations":[],"casualties":{},"weapons":[],"evidence":{"text":"أغلق المعبر.","start":0,"end":12},"salience":"background",
    "found_by":["other.closed"],"confidence":0.4})");
  record["event_id"] = id;
  return record;
}

// What a sink leaves in a file.
template <class MakeSink>
std::string written(const MakeSink& make_sink, const std::vector<Record>& records, const std::string& name = "out") {
  const TempDir directory;
  const std::string path = directory.path() + "/" + name;
  std::string fault;
  const auto output = Output::open(path, fault);
  EXPECT_NE(output, nullptr) << fault;
  {
    const auto sink = make_sink(*output);
    for (const Record& record : records) EXPECT_TRUE(sink->write(record));
    EXPECT_TRUE(sink->finish());
  }
  EXPECT_TRUE(output->commit()) << output->fault();
  return read_file(path).value();
}

}  // namespace rasd
