// Armed people whom no text names get an id by kind and country, as event tables have them. Internal to the event room.
#pragma once

#include "event/analysis.hpp"
#include "rasd/event.hpp"

namespace rasd {

// Sets the id of the record's participants that are armed, of a known country, no person and unknown to the lexicon. To be called when
// nothing compares ids any more: two unidentified groups of a country need not be one.
void give_unidentified_ids(const Analysis& analysis, Event& record);

}  // namespace rasd
