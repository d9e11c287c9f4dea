// How an article presents what it tells: as a fact, as the doer's claim, as what one side says of another.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/golden.hpp"

namespace rasd {
namespace {

using test::extract;

std::optional<Status> status(const std::string& text) {
  const auto events = extract(text, "2018-04-05");
  if (events.empty()) return std::nullopt;
  return events[0].status;
}

TEST(EventStatus, WhoActsInWhatSourcesTellIsNotWhoTellsIt) {
  EXPECT_EQ(status("وأفادت مصادر محلية بأن التحالف العربي شن غارات استهدفت قاعدة العند."), Status::asserted);
  EXPECT_EQ(status("وكانت مصادر عسكرية قد أكدت الثلاثاء سيطرة الجيش الليبي على ميناء بنغازي بعد معارك عنيفة."), Status::asserted);
  EXPECT_EQ(status("وأعلن التحالف العربي أنه شن غارات استهدفت قاعدة العند."), Status::claimed);
}

TEST(EventStatus, SourcesWithoutANameEndWhatAPartySaid) {
  const auto events = extract(
      "قال التحالف العربي إن قواته تتقدم نحو المدينة.\n"
      "وقالت مصادر طبية إن الطرق مغلقة. وأضافت أن التحالف العربي قصف سوقا في مدينة صعدة.",
      "2018-04-05");
  const auto strike = std::find_if(events.begin(), events.end(),
                                   [](const Event& event) { return event.trigger.text.find("قصف") != std::string::npos; });
  ASSERT_NE(strike, events.end());
  EXPECT_EQ(strike->status, Status::asserted);
}

TEST(EventStatus, TheDeadOfAnAttackAreToldAsItsCauseIs) {
  EXPECT_EQ(status("قتل عشرون شخصا في تفجير انتحاري نسب إلى تنظيم الدولة في بلدة حدودية."), Status::alleged);
  EXPECT_EQ(status("قتل عشرون شخصا في تفجير انتحاري في بلدة سروج."), Status::asserted);
}

}  // namespace
}  // namespace rasd
