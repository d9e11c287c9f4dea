// Periods and distances laid on the calendar: "last week", "the end of May", "the last three days", "two days ago".
#pragma once

#include "mention/date_expression.hpp"

namespace rasd {

[[nodiscard]] DateRange one_day(Date day);
// The part of a month as reports use it: the middle and the end are ten days, the beginning is the month.
[[nodiscard]] DateRange part_of_month(DateRange month, PeriodPart part);
[[nodiscard]] DateRange part_of_year(int year, PeriodPart part);
[[nodiscard]] std::optional<DateRange> resolve_period(const DateExpression& e, Date anchor);
// "the last three days" end yesterday, the next ones begin tomorrow; hours reach into today.
[[nodiscard]] std::optional<DateRange> resolve_span(const DateExpression& e, Date anchor, bool future);
[[nodiscard]] std::optional<DateRange> resolve_ago(const DateExpression& e, Date anchor);

}  // namespace rasd
