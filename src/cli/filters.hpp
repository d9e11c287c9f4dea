// The options that say which events are written.
#pragma once

#include "sink/event_filter.hpp"

namespace CLI {
class App;
}

namespace rasd::cli {

// `filter` lives as long as the command.
void add_filter_options(CLI::App& command, EventFilter& filter);

}  // namespace rasd::cli
