#include "sink/table_sink.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rasd {
namespace {

using testing::HasSubstr;

TEST(TableSink, OneRowAnEvent) {
  std::string out;
  TableSink sink([&out](std::string_view bytes) { out += bytes; return true; });
  Event event;
  event.sub_event_type = "Air/drone strike";
  event.status = Status::claimed;
  event.trigger.text = "قصفت";
  event.date = EventDate{{*make_date(2024, 1, 23), *make_date(2024, 1, 23)}, "relative", {}, {}};
  Participant actor;
  actor.name = "طيران مجهول الهوية والمصدر حتى الآن";
  event.actors = {actor};
  event.casualties[0] = Casualty{{5, 7}, {}, {}, {}};
  event.casualties[1] = Casualty{{10, std::nullopt}, {}, {}, {}};
  sink.write({}, {event});
  sink.write({}, {});
  EXPECT_TRUE(sink.finish());
  EXPECT_THAT(out, HasSubstr("date "));
  EXPECT_THAT(out, HasSubstr("2024-01-23"));
  EXPECT_THAT(out, HasSubstr("Air/drone strike (claimed)"));
  EXPECT_THAT(out, HasSubstr("طيران مجهول الهوية والم…"));
  EXPECT_THAT(out, HasSubstr("5-7"));
  EXPECT_THAT(out, HasSubstr("10+"));
  EXPECT_THAT(out, HasSubstr("1 event in 2 articles\n"));
}

TEST(TableSink, NoEventsNoHead) {
  std::string out;
  TableSink sink([&out](std::string_view bytes) { out += bytes; return true; });
  sink.write({}, {});
  EXPECT_TRUE(sink.finish());
  EXPECT_EQ(out, "0 events in 1 article\n");
}

}  // namespace
}  // namespace rasd
