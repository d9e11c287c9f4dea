// Ctrl-C and kill: the run ends with whole lines, and no unfinished file is left behind.
#pragma once

#include <atomic>
#include <string>

namespace rasd::cli {

// The file to remove when the program is ended by a signal; empty = none.
void remove_when_interrupted(const std::string& path);

// From now on the first signal only sets `stop`; the second ends the program. Without `stop` as before.
void stop_when_interrupted(std::atomic<bool>& stop);
void stop_when_interrupted();
// The signal that asked to stop; 0 = none.
[[nodiscard]] int caught_signal();

}  // namespace rasd::cli
