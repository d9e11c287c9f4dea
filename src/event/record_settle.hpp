// What the type of an event says about its parts once it is known. Internal to the event room.
#pragma once

#include "rasd/event.hpp"

namespace rasd {

// Changes the sides and counts of `record` that do not go with its sub-event type (index in sub_event_types()).
void settle_by_type(int type, Event& record);

// Where the doers are known by an accusation alone, the event is alleged.
void settle_accused(Event& record);

}  // namespace rasd
